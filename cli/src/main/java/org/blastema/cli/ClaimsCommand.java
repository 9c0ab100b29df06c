package org.blastema.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimEngine;
import org.blastema.evidence.ClaimReader;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Effort;
import org.blastema.formats.ClaimsJson;
import org.blastema.formats.Json;
import org.blastema.report.ClaimWords;
import org.blastema.trial.StudyReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges public claims. */
@Command(
        name = "claims",
        mixinStandardHelpOptions = true,
        description =
                "Public claims: each one's experiment, its verdict, what was put in, what came out and what would change it.")
final class ClaimsCommand implements Callable<Integer> {
    private static final int FEWEST_DRAWS = 20;
    private static final int FEWEST_PERSONS = 2;

    private final Streams streams;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "claims such as C7; all by default")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "draws of what is not known; the intervals of the verdicts are over them")
    private int draws = Effort.usual(1).draws();

    @Option(names = "--patients", paramLabel = "N", description = "persons of each draw, in every arm")
    private int patients = Effort.usual(1).persons();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--site", paramLabel = "DIR", hidden = true)
    private @Nullable String site;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    ClaimsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (site != null) {
            throw new Refusal("--site is not in this version; leave it out for the verdicts on the terminal");
        }
        least("--draws", draws, FEWEST_DRAWS);
        least("--patients", patients, FEWEST_PERSONS);
        int workers = threads.workers();
        StudyReader studies = new StudyReader(libraryOption.open());
        ClaimEngine engine = new ClaimEngine(studies, new Effort(draws, patients, workers));
        List<ClaimResult> results = new ArrayList<>();
        for (Claim claim : claims(studies)) {
            ClaimResult result = engine.judge(claim);
            results.add(result);
            if (!json.asked()) {
                ClaimWords.of(result, language.language()).forEach(streams.out::println);
                streams.out.println();
            }
        }
        if (json.asked()) {
            streams.out.print(Json.pretty(ClaimsJson.of(results)));
        }
        return 0;
    }

    private static void least(String option, int value, int least) {
        if (value < least) {
            throw new Refusal(option + " " + value + ": at least " + least + " are needed");
        }
    }

    /** The claims that were asked for, all problems of all of them at once. */
    private List<Claim> claims(StudyReader studies) {
        List<String> known = studies.library().names("claims").stream()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Problem> problems = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (String id : ids.isEmpty() ? known : ids) {
            try {
                if (!known.contains(id)) {
                    throw unknown(id, known);
                }
                claims.add(ClaimReader.read(studies, id));
            } catch (InvalidInput e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return claims;
    }

    private static InvalidInput unknown(String id, List<String> known) {
        return new InvalidInput(
                new Position(id, 1, 1),
                "unknown claim '" + id + "'",
                "it must be one of the library: " + String.join(", ", known),
                Problems.nearest(id, known).toArray(String[]::new));
    }
}
