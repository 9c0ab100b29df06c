package org.blastema.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Text;
import org.blastema.core.TextFile;
import org.blastema.evidence.Advertisement;
import org.blastema.evidence.AdvertisementReader;
import org.blastema.evidence.ClaimEngine;
import org.blastema.evidence.ClaimReader;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.ConfirmedAdvertisement;
import org.blastema.evidence.Countries;
import org.blastema.evidence.CountryProfile;
import org.blastema.evidence.Phrases;
import org.blastema.formats.AdvertisementJson;
import org.blastema.formats.Json;
import org.blastema.model.Library;
import org.blastema.report.AccessWords;
import org.blastema.report.AdvertisementTemplate;
import org.blastema.report.AdvertisementWords;
import org.blastema.report.ClaimWords;
import org.blastema.trial.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Turns an advertisement into claims that a person confirms, and runs their experiments. */
@Command(
        name = "article",
        mixinStandardHelpOptions = true,
        description =
                "A pasted advertisement or article, Arabic or English: first a file of candidate claims to confirm; with that file, their experiments and what cannot be answered.")
final class ArticleCommand implements Callable<Integer> {
    private static final String WORLD = "world";

    private final Streams streams;

    @Parameters(
            paramLabel = "FILE",
            description = "a text, for which the file to confirm is printed; or that file, filled in")
    private Path file = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private EffortOption effort = new EffortOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    ArticleCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Library library = libraryOption.open();
        Phrases phrases = Phrases.read(library);
        String text = TextFile.read(file);
        if (text.isBlank()) {
            throw new InvalidInput(
                    new Position(file.toString(), 1, 1),
                    "the file is empty",
                    "it holds the text of an advertisement, or what this command made of one");
        }
        if (ConfirmedAdvertisement.stands(text)) {
            judge(library, ConfirmedAdvertisement.read(library, phrases, library.document(file)));
        } else {
            candidates(library, AdvertisementReader.read(phrases, Countries.read(library), text));
        }
        return 0;
    }

    private void candidates(Library library, Advertisement found) {
        if (json.asked()) {
            streams.out.print(Json.pretty(AdvertisementJson.of(found)));
            return;
        }
        StudyReader studies = new StudyReader(library);
        streams.out.print(AdvertisementTemplate.of(
                found, claim -> ClaimReader.read(studies, claim).title()));
    }

    private void judge(Library library, ConfirmedAdvertisement confirmed) {
        StudyReader studies = new StudyReader(library);
        ClaimEngine engine = new ClaimEngine(studies, effort.effort());
        List<ClaimResult> results = new ArrayList<>();
        for (ConfirmedAdvertisement.Claimed claimed : confirmed.claims()) {
            ClaimResult result = engine.judge(ClaimReader.read(studies, claimed.claim()));
            results.add(result);
            if (!json.asked()) {
                AdvertisementWords.lines(claimed, language.language()).forEach(streams.out::println);
                say(ClaimWords.of(result, language.language()));
            }
        }
        if (json.asked()) {
            streams.out.print(Json.pretty(AdvertisementJson.of(confirmed, results)));
            return;
        }
        Countries countries = Countries.read(library);
        List<CountryProfile> places = confirmed.countries().stream()
                .distinct()
                .map(country -> countries.profile(country, language.language()))
                .toList();
        say(AdvertisementWords.prices(
                confirmed, countries.profile(WORLD, language.language()), places, language.language()));
        places.forEach(place -> say(AccessWords.offered(place, library.bibliography(), language.language())));
        say(AdvertisementWords.open(confirmed, results, language.language()));
        streams.out.println(
                new Text("A simulation, not medical advice.", "محاكاة، وليست نصيحة طبية.").in(language.language()));
    }

    private void say(List<String> lines) {
        if (!lines.isEmpty()) {
            lines.forEach(streams.out::println);
            streams.out.println();
        }
    }
}
