package org.blastema.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.blastema.core.Fields;
import org.blastema.core.Refusal;
import org.blastema.evidence.DesignEngine;
import org.blastema.evidence.DesignFound;
import org.blastema.evidence.DesignQuestion;
import org.blastema.evidence.Enrichment;
import org.blastema.formats.DesignJson;
import org.blastema.formats.Json;
import org.blastema.model.Library;
import org.blastema.report.DesignWords;
import org.blastema.statistics.Spending;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what size a trial needs. */
@Command(
        name = "design",
        mixinStandardHelpOptions = true,
        description =
                "The power of a study's planned analysis by size, and the patients per arm for a power, by simulation.")
final class DesignCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "STUDY", description = "a study of the library by name, or a .yaml file")
    private String study = "";

    @Option(names = "--arm", paramLabel = "NAME", description = "held against the reference; all by default")
    private List<String> arms = new ArrayList<>();

    @Mixin
    private ResultOption result = new ResultOption();

    @Option(names = "--alpha", paramLabel = "A", description = "two-sided level; the study's by default")
    private @Nullable Double alpha;

    @Option(
            names = "--power",
            paramLabel = "P",
            description = "that is asked for; ${DEFAULT-VALUE} by default",
            defaultValue = "0.8")
    private double power;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            description = "patients per arm, with commas; ${DEFAULT-VALUE} by default",
            defaultValue = "20,40,80,120,160")
    private List<Integer> sizes = new ArrayList<>();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "replicate trials; ${DEFAULT-VALUE} by default",
            defaultValue = "200")
    private int trials;

    @Option(
            names = "--looks",
            paramLabel = "K",
            description = "looks after equal steps; ${DEFAULT-VALUE} by default",
            defaultValue = "1")
    private int looks;

    @Option(
            names = "--spending",
            paramLabel = "NAME",
            description = "obrien-fleming or pocock; ${DEFAULT-VALUE} by default",
            defaultValue = "obrien-fleming")
    private String spending = "";

    @Option(
            names = "--enrich",
            paramLabel = "RULE",
            description = "beside the study, the same trial of those with, as in pain-vas=60..95; may be given again")
    private List<String> enrich = new ArrayList<>();

    @Option(names = "--scenario", paramLabel = "NAME", description = "by which a trial with looks is sized")
    private @Nullable String scenario;

    @Option(names = "--seed", paramLabel = "S", description = "seed of all chance")
    private @Nullable Long seed;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "change a key of the study or a parameter; marks the result MODIFIED")
    private List<String> sets = new ArrayList<>();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    DesignCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        int workers = threads.workers();
        Library library = libraryOption.open();
        Plan plan = StudyReader.read(library, study, options(sets));
        DesignQuestion question = DesignQuestion.of(
                plan,
                arms,
                result.endpoint(),
                result.month(),
                new DesignQuestion.Test(alpha == null ? plan.study().alpha() : alpha, power, looks, spending()),
                new DesignQuestion.Effort(sizes, trials));
        List<Enrichment> enrichments = Enrichment.of(plan, library, enrich);
        DesignFound found = DesignEngine.of(plan, question, workers);
        List<DesignFound> enriched = enrichments.stream()
                .map(each -> DesignEngine.of(enriched(library, plan, each), question, workers))
                .toList();
        if (json.asked()) {
            streams.out.print(Json.pretty(DesignJson.of(found, enriched)));
        } else {
            DesignWords.of(plan, found, enriched, library, language.language()).forEach(streams.out::println);
        }
        return 0;
    }

    private Spending spending() {
        List<String> known = new ArrayList<>();
        for (Spending each : Spending.values()) {
            if (Fields.word(each).equals(spending)) {
                return each;
            }
            known.add(Fields.word(each));
        }
        throw new Refusal("--spending " + spending + ": " + String.join(" or ", known) + " is needed", spending, known);
    }

    private Plan enriched(Library library, Plan plan, Enrichment enrichment) {
        List<String> changed = new ArrayList<>(sets);
        changed.addAll(enrichment.sets(plan.study()));
        return StudyReader.read(library, study, options(changed));
    }

    private Options options(List<String> changes) {
        return new Options(
                OptionalInt.empty(),
                OptionalInt.empty(),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Optional.ofNullable(scenario),
                changes);
    }
}
