package org.blastema.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.blastema.core.Refusal;
import org.blastema.evidence.Credibility;
import org.blastema.evidence.CredibilityEngine;
import org.blastema.evidence.CredibilityFrame;
import org.blastema.formats.CredibilityJson;
import org.blastema.formats.Json;
import org.blastema.formats.KeptPages;
import org.blastema.model.Library;
import org.blastema.report.CredibilityPage;
import org.blastema.report.CredibilityWords;
import org.blastema.trial.Options;
import org.blastema.trial.StudyReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what the answers of studies rest on. */
@Command(
        name = "credibility",
        mixinStandardHelpOptions = true,
        description =
                "What an answer rests on, after ASME V&V 40: question, context of use, risk, published trials, tests, gaps, and the"
                        + " numbers that the headline hangs on, those first that nobody measured.")
final class CredibilityCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "STUDY", description = "studies of the library; those whose risk was judged by default")
    private List<String> studies = new ArrayList<>();

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "keep the page of all judged studies in a folder like the repository: docs/credibility.md")
    private @Nullable Path write;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    CredibilityCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (write != null && !studies.isEmpty()) {
            throw new Refusal("--write keeps all judged studies together; leave '" + studies.getFirst() + "' out");
        }
        int workers = threads.workers();
        Library library = libraryOption.open();
        CredibilityFrame frame = CredibilityFrame.read(library);
        List<Credibility> found = names(frame).stream()
                .map(name -> credibility(library.unread(), name, workers))
                .toList();
        if (json.asked()) {
            streams.out.print(Json.pretty(CredibilityJson.of(frame, found)));
        } else {
            CredibilityWords.of(frame, found, library, language.language()).forEach(streams.out::println);
        }
        if (write != null) {
            Path file = write.resolve("docs/credibility.md");
            KeptPages.write(Map.of(file, CredibilityPage.of(frame, found, library)));
            streams.err.println("written: " + file);
        }
        return 0;
    }

    private List<String> names(CredibilityFrame frame) {
        return studies.isEmpty()
                ? frame.studies().stream().map(CredibilityFrame.Assessed::study).toList()
                : studies;
    }

    private static Credibility credibility(Library library, String study, int threads) {
        return CredibilityEngine.of(StudyReader.read(library, study, Options.none()), library, threads);
    }
}
