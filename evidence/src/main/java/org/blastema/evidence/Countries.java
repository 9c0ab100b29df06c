package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Language;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Library;

/** All countries of a library, found by name in English or Arabic, by code or by the name of the file. */
public final class Countries {
    private final List<Country> all;

    private Countries(List<Country> all) {
        this.all = all;
    }

    /**
     * Reads them.
     *
     * @throws InvalidInput with every problem of all files
     */
    public static Countries read(Library library) {
        Problems problems = new Problems();
        List<Country> all = new ArrayList<>();
        for (String name : names(library)) {
            all.add(CountryReader.read(library, name, problems));
        }
        problems.throwIfFailed();
        return new Countries(all.stream()
                .sorted(Comparator.comparing(country -> country.title().en()))
                .toList());
    }

    static List<String> names(Library library) {
        return library.names(CountryReader.KIND).stream()
                .filter(name -> library.document(CountryReader.KIND, name)
                        .filter(WarningSigns::stands)
                        .isEmpty())
                .toList();
    }

    /** In alphabetical order of their English names. */
    public List<Country> all() {
        return all;
    }

    /**
     * What is known of a country.
     *
     * @throws InvalidInput for a name that no file has, with the nearest names and all that are known
     */
    public CountryProfile profile(String wanted, Language language) {
        Country country = all.stream()
                .filter(each -> each.called(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        new Position(wanted, 1, 1),
                        "unknown country '" + wanted + "'",
                        "nothing is known of it here; known are "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(each -> each.title().in(language))
                                                .toList()),
                        Problems.nearest(
                                        wanted,
                                        all.stream()
                                                .flatMap(each -> each.names().stream())
                                                .toList())
                                .toArray(String[]::new)));
        SequencedSet<Country> holding = new LinkedHashSet<>();
        gather(country, holding);
        return new CountryProfile(country, List.copyOf(holding));
    }

    private void gather(Country country, SequencedSet<Country> holding) {
        if (holding.add(country)) {
            country.within().forEach(name -> named(name).ifPresent(each -> gather(each, holding)));
        }
    }

    private Optional<Country> named(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * What is known of a product in a country, and elsewhere.
     *
     * @throws InvalidInput for a product that no file has, with the nearest names and those known in this country
     */
    public ProductProfile product(CountryProfile profile, String wanted) {
        String name = all.stream()
                .flatMap(country -> country.products().stream())
                .filter(product -> called(product, wanted))
                .map(Fact.Licence::name)
                .findFirst()
                .orElseThrow(() -> unknownProduct(profile, wanted));
        List<CountryProfile.Row> elsewhere = new ArrayList<>();
        all.stream()
                .filter(country -> !profile.holding().contains(country))
                .forEach(country -> country.products().stream()
                        .filter(product -> called(product, name))
                        .forEach(product -> elsewhere.add(new CountryProfile.Row(product, country))));
        return new ProductProfile(
                name,
                profile,
                profile.rows(Fact.Section.PRODUCTS).stream()
                        .filter(row -> called((Fact.Licence) row.fact(), name))
                        .toList(),
                elsewhere);
    }

    private static boolean called(Fact.Licence product, String wanted) {
        String key = Country.key(wanted);
        return Country.key(product.name()).equals(key)
                || product.also().stream().anyMatch(other -> Country.key(other).equals(key));
    }

    private InvalidInput unknownProduct(CountryProfile profile, String wanted) {
        List<String> here = profile.rows(Fact.Section.PRODUCTS).stream()
                .map(row -> (Fact.Licence) row.fact())
                .map(each -> each.name() + " (" + Fields.word(each.latest()) + ")")
                .distinct()
                .toList();
        List<String> anywhere = all.stream()
                .flatMap(country -> country.products().stream())
                .flatMap(product -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(product.name()), product.also().stream()))
                .distinct()
                .toList();
        return new InvalidInput(
                new Position(wanted, 1, 1),
                "unknown product '" + wanted + "'",
                "nothing is known of it here; known in "
                        + profile.country().title().en() + ": "
                        + (here.isEmpty() ? "no product" : String.join(", ", here)),
                Problems.nearest(wanted, anywhere).toArray(String[]::new));
    }
}
