package org.blastema.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.blastema.core.Refusal;
import org.blastema.evidence.ResearchValue;
import org.blastema.evidence.Screening;
import org.blastema.evidence.ScreeningEngine;
import org.blastema.evidence.Sensitivity;
import org.blastema.evidence.SensitivityEngine;
import org.blastema.evidence.SensitivityQuestion;
import org.blastema.formats.Json;
import org.blastema.formats.ScreeningJson;
import org.blastema.formats.SensitivityJson;
import org.blastema.model.Library;
import org.blastema.report.ScreeningWords;
import org.blastema.report.SensitivityWords;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells where the spread of a person's result comes from. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        description =
                "Where the spread of one person's result comes from: the person, product and donor, trial and centre,"
                        + " what is not known, the day it is measured (Sobol indices with intervals).")
final class SensitivityCommand implements Callable<Integer> {
    private static final int PERSONS = 512;
    private static final int TRAJECTORIES = 32;

    private final Streams streams;

    @Parameters(paramLabel = "STUDY", description = "a study of the library by name, or a .yaml file")
    private String study = "";

    @Option(names = "--arm", paramLabel = "NAME", description = "whose persons; the first with a product by default")
    private @Nullable String arm;

    @Option(names = "--versus", paramLabel = "NAME", description = "held against; the reference by default")
    private @Nullable String versus;

    @Mixin
    private ResultOption result = new ResultOption();

    @Option(names = "--scenario", paramLabel = "NAME", description = "a scenario of the study")
    private @Nullable String scenario;

    @Option(
            names = "--persons",
            paramLabel = "N",
            description = "persons of each of the 16 replicates, a power of 2; " + PERSONS + " by default")
    private @Nullable Integer persons;

    @Option(
            names = "--screen",
            description =
                    "a cheap first look at every drawn number instead: how far each moves the result (elementary effects)")
    private boolean screen;

    @Option(
            names = "--trajectories",
            paramLabel = "N",
            description = "of the first look, each a person; " + TRAJECTORIES + " by default")
    private @Nullable Integer trajectories;

    @Option(names = "--seed", paramLabel = "S", description = "seed of all chance")
    private @Nullable Long seed;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    SensitivityCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (screen ? persons != null : trajectories != null) {
            throw new Refusal("--trajectories belong to --screen, --persons to the shares without it");
        }
        int size = size();
        int workers = threads.workers();
        Library library = libraryOption.open();
        Plan plan = StudyReader.read(library, study, options());
        SensitivityQuestion question = SensitivityQuestion.of(
                plan,
                library,
                Optional.ofNullable(arm),
                Optional.ofNullable(versus),
                result.endpoint(),
                result.month());
        if (screen) {
            screened(plan, question, library, size, workers);
        } else {
            shared(plan, question, library, size, workers);
        }
        return 0;
    }

    /** Persons or trajectories, of which there is one count for each way of asking. */
    private int size() {
        if (screen) {
            int count = trajectories == null ? TRAJECTORIES : trajectories;
            if (count < 2 || count > Plan.BLOCK) {
                throw new Refusal("--trajectories " + count + ": from 2 to " + Plan.BLOCK + " are needed");
            }
            return count;
        }
        int count = persons == null ? PERSONS : persons;
        if (count < 2 || Integer.bitCount(count) != 1 || count > Plan.BLOCK) {
            throw new Refusal("--persons " + count + ": a power of 2 from 2 to " + Plan.BLOCK + " is needed");
        }
        return count;
    }

    private void screened(Plan plan, SensitivityQuestion question, Library library, int size, int workers) {
        Screening found = ScreeningEngine.of(plan, question, size, workers);
        if (json.asked()) {
            streams.out.print(Json.pretty(ScreeningJson.of(found)));
        } else {
            ScreeningWords.of(plan, found, library, language.language()).forEach(streams.out::println);
        }
    }

    private void shared(Plan plan, SensitivityQuestion question, Library library, int size, int workers) {
        Sensitivity found = SensitivityEngine.of(plan, question, size, workers);
        List<ResearchValue> research = ResearchValue.of(plan, question, workers);
        if (json.asked()) {
            streams.out.print(Json.pretty(SensitivityJson.of(found, research)));
        } else {
            SensitivityWords.of(plan, found, research, library, language.language())
                    .forEach(streams.out::println);
        }
    }

    private Options options() {
        return new Options(
                OptionalInt.empty(),
                OptionalInt.empty(),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Optional.ofNullable(scenario),
                List.of());
    }
}
