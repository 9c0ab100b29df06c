package org.blastema.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.blastema.core.Refusal;
import org.blastema.evidence.Countries;
import org.blastema.evidence.CountryProfile;
import org.blastema.evidence.ProductProfile;
import org.blastema.evidence.SignsScore;
import org.blastema.evidence.WarningSigns;
import org.blastema.formats.AccessJson;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.blastema.model.Library;
import org.blastema.report.AccessWords;
import org.blastema.report.SignsWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is known of stem-cell therapies in a country. */
@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        description =
                "What is authorised in a country, by whom, at what price, and the signs of an unproven offer; each"
                        + " fact with its date, source and how it is known. Without a country: those of which something is known.")
final class AccessCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            index = "0",
            paramLabel = "COUNTRY",
            arity = "0..1",
            description = "a name in English or Arabic, or a code of ISO 3166")
    private @Nullable String country;

    @Parameters(index = "1", paramLabel = "PRODUCT", arity = "0..1", description = "one product, such as Cartistem")
    private @Nullable String product;

    @Option(names = "--signs", description = "the signs of an unproven offer, with their points")
    private boolean signs;

    @Option(
            names = "--answers",
            paramLabel = "SIGN=yes|no|unknown",
            split = ",",
            description = "with --signs: which of them you saw, by number or name; counts their points")
    private List<String> answers = new ArrayList<>();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    AccessCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (signs && country != null) {
            throw new Refusal("--signs are the same in every country; leave '" + country + "' out");
        }
        if (!signs && !answers.isEmpty()) {
            throw new Refusal("--answers belong to --signs");
        }
        Library library = libraryOption.open();
        if (signs) {
            signs(library);
        } else if (country == null) {
            Countries all = Countries.read(library);
            tell(AccessWords.names(all.all(), language.language()), AccessJson.names(all.all()));
        } else {
            country(library, country);
        }
        return 0;
    }

    private void signs(Library library) {
        WarningSigns asked = WarningSigns.read(library);
        if (answers.isEmpty()) {
            tell(SignsWords.of(asked, library.bibliography(), language.language()), AccessJson.of(asked));
        } else {
            SignsScore score = SignsScore.of(asked, answers);
            tell(SignsWords.of(score, library.bibliography(), language.language()), AccessJson.of(score));
        }
    }

    private void country(Library library, String wanted) {
        Countries all = Countries.read(library);
        CountryProfile profile = all.profile(wanted, language.language());
        if (product == null) {
            WarningSigns asked = WarningSigns.read(library);
            tell(
                    AccessWords.of(profile, asked, library.bibliography(), language.language()),
                    AccessJson.of(profile, asked));
        } else {
            ProductProfile found = all.product(profile, product);
            tell(AccessWords.of(found, library.bibliography(), language.language()), AccessJson.of(found));
        }
    }

    private void tell(List<String> lines, JsonObject object) {
        if (json.asked()) {
            streams.out.print(Json.pretty(object));
        } else {
            lines.forEach(streams.out::println);
        }
    }
}
