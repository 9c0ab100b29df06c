package org.blastema.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Checker;
import org.blastema.model.Library;

/** Rules between the files of {@code access/}: what a country lies within is there, and no name means two countries. */
final class CountryChecks {
    private CountryChecks() {}

    /** A checker that knows countries and the signs of an unproven offer. */
    static Checker with(Checker checker) {
        return checker.with(CountryReader.KIND, (library, file, problems) -> {
            if (WarningSigns.stands(file)) {
                WarningSigns.read(library, file, problems);
            } else {
                check(library, CountryReader.read(library, file, problems), file, problems);
            }
        });
    }

    private static void check(Library library, Country country, Yaml.Mapping file, Problems problems) {
        Map<String, Country> others = others(library, country);
        List<String> names = others.keySet().stream().sorted().toList();
        for (String within : country.within()) {
            if (!others.containsKey(within)) {
                problems.unknown(file.at("within"), "country", within, names);
            } else if (reaches(others, within, country.name(), new HashSet<>())) {
                problems.error(
                        file.at("within"), "'" + within + "' lies within '" + country.name() + "'", "not both ways");
            }
        }
        for (Country other : others.values().stream()
                .sorted(Comparator.comparing(Country::name))
                .toList()) {
            country.names().stream()
                    .filter(other::called)
                    .findFirst()
                    .ifPresent(name -> taken(file, name, other, problems));
            country.iso().stream()
                    .filter(other::called)
                    .findFirst()
                    .ifPresent(code -> taken(file, code, other, problems));
        }
    }

    private static void taken(Yaml.Mapping file, String name, Country other, Problems problems) {
        problems.error(
                file.at("title"),
                "the name '" + name + "' is also that of '" + other.name() + "'",
                "a name or code means one country");
    }

    private static boolean reaches(Map<String, Country> all, String from, String to, Set<String> seen) {
        return from.equals(to)
                || seen.add(from)
                        && all.containsKey(from)
                        && all.get(from).within().stream().anyMatch(next -> reaches(all, next, to, seen));
    }

    /** The other countries of the library; their own mistakes are told where they are checked. */
    private static Map<String, Country> others(Library library, Country country) {
        Map<String, Country> others = new HashMap<>();
        for (String name : Countries.names(library)) {
            if (!name.equals(country.name())) {
                whole(library, name).ifPresent(other -> others.put(name, other));
            }
        }
        return others;
    }

    private static Optional<Country> whole(Library library, String name) {
        try {
            return Optional.of(CountryReader.read(library, name, new Problems()));
        } catch (InvalidInput broken) {
            return Optional.empty();
        }
    }
}
