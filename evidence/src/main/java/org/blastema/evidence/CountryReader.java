package org.blastema.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/** Binds what is known of a country, {@code access/NAME.yaml}. */
final class CountryReader {
    /** What the folder and the first key of its files are called. */
    static final String KIND = "access";

    private static final List<Fact.Basis> LAWS = List.of(Fact.Basis.FITTED, Fact.Basis.GUESSED, Fact.Basis.STATED);

    private final Problems problems;
    private final BackingReader backings;

    private CountryReader(BackingReader backings, Problems problems) {
        this.problems = problems;
        this.backings = backings;
    }

    /** A country's file and what is wrong with it by itself; how it fits the others is told by {@link CountryChecks}. */
    static Country read(Library library, Yaml.Mapping file, Problems problems) {
        Fields fields = new Fields(file, problems, "the country");
        FactDate asOf = asOf(fields);
        return new CountryReader(new BackingReader(library, problems, asOf), problems).country(fields, asOf);
    }

    /**
     * The file of a name.
     *
     * @throws InvalidInput if it is broken YAML
     */
    static Country read(Library library, String name, Problems problems) {
        Yaml.Mapping file =
                library.document(KIND, name).orElseThrow(() -> library.unknown(KIND, name, new Position(name, 1, 1)));
        return read(library, file, problems);
    }

    /** The date of the newest source of a file. */
    static FactDate asOf(Fields fields) {
        FactDate asOf = BackingReader.date(fields, "as-of");
        if (!asOf.known() && fields.has("as-of")) {
            fields.problems()
                    .error(fields.at("as-of"), "an unknown 'as-of'", "the date of the newest source that was read");
        }
        return asOf;
    }

    private Country country(Fields fields, FactDate asOf) {
        SequencedMap<Fact.Section, List<Fact>> facts = new LinkedHashMap<>();
        for (Fact.Section section : Fact.Section.values()) {
            facts.put(section, facts(fields, section));
        }
        Country country = new Country(
                fields.requiredText(KIND),
                fields.requiredBilingual("title"),
                fields.texts("iso"),
                fields.texts("also"),
                fields.texts("within"),
                asOf,
                facts,
                nothingFound(fields),
                fields.bilinguals("must-not-claim"));
        for (String code : country.iso()) {
            if (!code.matches("[A-Z]{2,3}")) {
                problems.error(
                        fields.at("iso"), "the code '" + code + "'", "a code of ISO 3166: two or three capitals");
            }
        }
        about(country, fields.at(Fact.Section.PRICES.key()));
        fields.done();
        return country;
    }

    private Map<Fact.Section, Text> nothingFound(Fields fields) {
        Map<Fact.Section, Text> texts = new LinkedHashMap<>();
        fields.fields("nothing-found", "nothing-found").ifPresent(inside -> {
            for (Fact.Section section : Fact.Section.values()) {
                inside.bilingual(section.key()).ifPresent(text -> texts.put(section, text));
            }
            inside.done();
        });
        return texts;
    }

    private List<Fact> facts(Fields fields, Fact.Section section) {
        List<Fact> facts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields each : fields.list(section.key(), "a fact of " + section.key())) {
            Fact fact = fact(section, each);
            each.done();
            if (!seen.add(fact.identity())) {
                problems.error(each.position(), "'" + fact.identity() + "' a second time", "a fact stands once");
            }
            facts.add(fact);
        }
        return List.copyOf(facts);
    }

    private Fact fact(Fact.Section section, Fields fields) {
        return switch (section) {
            case REGULATORS, RULES, WARNINGS ->
                new Fact.Statement(fields.requiredBilingual("what"), backings.read(fields));
            case PRODUCTS -> licence(fields);
            case CLINICS, PRICES, PRICE_LAWS -> amount(section, fields);
        };
    }

    private Fact.Licence licence(Fields fields) {
        return new Fact.Licence(
                fields.requiredText("product"),
                fields.texts("also"),
                fields.requiredBilingual("cells"),
                fields.requiredBilingual("use"),
                status(fields),
                backings.read(fields),
                fields.fields("later", "later").map(this::later));
    }

    private Fact.Later later(Fields fields) {
        Fact.Later later = new Fact.Later(status(fields), backings.read(fields));
        fields.done();
        return later;
    }

    private static Fact.Status status(Fields fields) {
        return fields.requiredChoice("status", Fact.Status.class, Fact.Status.LISTED);
    }

    private Fact.Amount amount(Fact.Section section, Fields fields) {
        Fact.Amount amount = new Fact.Amount(
                fields.requiredBilingual("what"),
                fields.requiredChoice("basis", Fact.Basis.class, Fact.Basis.CLAIMED),
                fields.text("product"),
                number(fields, "value"),
                number(fields, "sd"),
                number(fields, "cv"),
                number(fields, "low"),
                number(fields, "high"),
                fields.integer("n").map(OptionalInt::of).orElse(OptionalInt.empty()),
                fields.requiredText("unit"),
                section == Fact.Section.PRICE_LAWS ? backings.readLaw(fields) : backings.read(fields));
        check(section, amount, fields);
        law(section, amount, fields);
        return amount;
    }

    private OptionalDouble number(Fields fields, String key) {
        Optional<Double> number = fields.number(key);
        if (number.isPresent() && number.get() < 0) {
            problems.error(fields.at(key), "'" + key + "' is " + number.get(), "a price or a count is not negative");
        }
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private void check(Fact.Section section, Fact.Amount amount, Fields fields) {
        if (amount.value().isEmpty() && amount.low().isEmpty() && amount.high().isEmpty()) {
            problems.error(fields.position(), "an amount without a number", "it needs 'value', 'low' or 'high'");
        }
        if (!ordered(amount.low(), amount.value())
                || !ordered(amount.value(), amount.high())
                || !ordered(amount.low(), amount.high())) {
            problems.error(fields.at("low"), "the ends do not hold the value", "low <= value <= high");
        }
        if (amount.n().isPresent() && amount.n().getAsInt() < 1) {
            problems.error(fields.at("n"), "'n' is " + amount.n().getAsInt(), "at least 1 was asked");
        }
        boolean currency = amount.unit().matches("[A-Z]{3}");
        boolean share = amount.unit().equals("1") || amount.unit().equals("%");
        boolean price = section != Fact.Section.CLINICS;
        if (fields.has("unit") && (price ? !currency : !share)) {
            problems.error(
                    fields.at("unit"),
                    "the unit '" + amount.unit() + "'",
                    price
                            ? "a price has a currency of ISO 4217, three capitals"
                            : "a number of clinics has the unit 1 or %");
        }
    }

    /** A law of prices is a median with a spread or two ends; nothing else has a spread or a basis that nobody counted. */
    private void law(Fact.Section section, Fact.Amount amount, Fields fields) {
        boolean lognormal = amount.value().isPresent() && amount.cv().isPresent();
        boolean even = amount.low().isPresent()
                && amount.high().isPresent()
                && amount.value().isEmpty();
        if (section == Fact.Section.PRICE_LAWS && lognormal == even) {
            problems.error(
                    fields.position(),
                    "a law of prices with neither a median and its spread nor two ends",
                    "it has 'value' and 'cv' (lognormal), or 'low' and 'high' (evenly between)");
        }
        if (section != Fact.Section.PRICE_LAWS && fields.has("cv")) {
            problems.error(fields.at("cv"), "'cv' in " + section.key(), "only a law of prices has one");
        }
        if (section != Fact.Section.PRICE_LAWS && LAWS.contains(amount.basis())) {
            problems.error(
                    fields.at("basis"),
                    "the basis " + Fields.word(amount.basis()) + " in " + section.key(),
                    "what is fitted, guessed or stated stands among the " + Fact.Section.PRICE_LAWS.key());
        }
    }

    private static boolean ordered(OptionalDouble low, OptionalDouble high) {
        return low.isEmpty() || high.isEmpty() || low.getAsDouble() <= high.getAsDouble();
    }

    private void about(Country country, Position at) {
        List<String> names =
                country.products().stream().map(Fact.Licence::name).distinct().toList();
        country.in(Fact.Section.PRICES).stream()
                .filter(Fact.Amount.class::isInstance)
                .flatMap(fact -> ((Fact.Amount) fact).product().stream())
                .filter(product -> !names.contains(product))
                .forEach(product -> problems.unknown(at, "product of this country", product, names));
    }
}
