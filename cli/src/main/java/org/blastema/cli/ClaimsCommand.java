package org.blastema.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problem;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimEngine;
import org.blastema.evidence.ClaimReader;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Effort;
import org.blastema.evidence.Slider;
import org.blastema.evidence.SliderFound;
import org.blastema.evidence.SliderReader;
import org.blastema.evidence.SliderRun;
import org.blastema.evidence.Verdict;
import org.blastema.evidence.WarningSigns;
import org.blastema.formats.BookFolder;
import org.blastema.formats.ClaimsJson;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.blastema.model.Library;
import org.blastema.report.Book;
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
    /** Of a SHA-256 enough to tell that a file was changed: whole ones of all files would be a thirtieth of the book. */
    private static final int DIGITS = 16;

    private static final Text ROUGH = new Text(
            "Rough: with fewer draws or persons than usual a verdict may be another than that of the book of claims.",
            "تقريبي: بسحبات أو أشخاص أقل من المعتاد قد يختلف الحكم عمّا في كتاب الأقوال.");

    private final Streams streams;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "claims such as C7; all by default")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private EffortOption effortOption = new EffortOption();

    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = "write the book of claims there: pages in Arabic and English that need no network")
    private @Nullable Path site;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    ClaimsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Effort effort = effortOption.effort();
        Optional<BookFolder> book = Optional.ofNullable(site).map(BookFolder::at);
        StudyReader studies = new StudyReader(libraryOption.open());
        List<Claim> claims = claims(studies);
        List<Slider> sliders = book.isPresent() ? SliderReader.all(studies) : List.of();
        ClaimEngine engine = new ClaimEngine(studies, effort);
        List<ClaimResult> results = new ArrayList<>();
        for (Claim claim : claims) {
            ClaimResult result = engine.judge(claim);
            results.add(result);
            if (!json.asked()) {
                ClaimWords.of(result, language.language()).forEach(streams.out::println);
                streams.out.println();
            }
        }
        JsonObject told = ClaimsJson.of(results);
        book.ifPresent(folder -> told.put("book", write(folder, studies, results, sliders, effort)));
        if (json.asked()) {
            streams.out.print(Json.pretty(told));
        }
        if (effort.coarse()) {
            streams.err.println(ROUGH.in(language.language()));
        }
        return 0;
    }

    /** Runs the sliders and writes the book; what was written, with sizes in bytes. */
    private JsonObject write(
            BookFolder folder, StudyReader studies, List<ClaimResult> results, List<Slider> sliders, Effort effort) {
        SliderRun runs = new SliderRun(studies, effort);
        Library library = studies.library();
        List<SliderFound> found = sliders.stream().map(runs::run).toList();
        WarningSigns signs = WarningSigns.read(library);
        Book.Contents contents = new Book.Contents(
                results, found, signs, library.bibliography(), effort, List.copyOf(library.replaced()));
        JsonObject about = new JsonObject()
                .put("book", "claims")
                .put("draws", effort.draws())
                .put("persons", effort.persons())
                .put("claims", results.stream().map(each -> each.claim().id()).toList());
        JsonObject verdicts = new JsonObject();
        results.forEach(each -> verdicts.put(
                each.claim().id(), each.verdict().map(Verdict::word).orElse(ClaimResult.UNTESTED)));
        about.put("verdicts", verdicts);
        JsonObject made = new JsonObject();
        library.filesRead().forEach((file, hash) -> made.put(file, hash.substring(0, DIGITS)));
        Map<String, Long> sizes = folder.write(about.put("library", made), Book.pages(contents));
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        if (!json.asked()) {
            streams.out.printf(
                    new Text("The book: %s, %d kB in all%n", "الكتاب: %s، حجمه كله %d كيلوبايت%n")
                            .in(language.language()),
                    folder.folder().resolve("index.html"),
                    (all + 999) / 1000);
        }
        JsonObject files = new JsonObject();
        sizes.forEach(files::put);
        return new JsonObject()
                .put("folder", folder.folder().toString())
                .put("bytes", all)
                .put("files", files);
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
                    throw studies.library().unknown("claims", id, new Position(id, 1, 1));
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
}
