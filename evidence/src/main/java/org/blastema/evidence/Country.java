package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.blastema.core.Text;

/**
 * What is known of stem-cell therapies in a country, a union of countries or everywhere, {@code access/NAME.yaml}.
 *
 * @param name of its file
 * @param iso codes of ISO 3166, empty for a union
 * @param also other names that are understood
 * @param within files whose facts hold here too
 * @param asOf the date of the newest source; nothing later was read
 * @param facts of each section, in the order of the file
 * @param nothingFound of a section: what was looked for in vain
 */
public record Country(
        String name,
        Text title,
        List<String> iso,
        List<String> also,
        List<String> within,
        FactDate asOf,
        SequencedMap<Fact.Section, List<Fact>> facts,
        Map<Fact.Section, Text> nothingFound,
        List<Text> mustNotClaim) {
    public Country {
        iso = List.copyOf(iso);
        also = List.copyOf(also);
        within = List.copyOf(within);
        mustNotClaim = List.copyOf(mustNotClaim);
    }

    public List<Fact> in(Fact.Section section) {
        return facts.getOrDefault(section, List.of());
    }

    public Optional<Text> nothingIn(Fact.Section section) {
        return Optional.ofNullable(nothingFound.get(section));
    }

    public List<Fact.Licence> products() {
        return in(Fact.Section.PRODUCTS).stream()
                .filter(Fact.Licence.class::isInstance)
                .map(Fact.Licence.class::cast)
                .toList();
    }

    /** Every name that is understood, but for the codes and that of the file. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(title.en(), title.ar()));
        names.addAll(also);
        return names;
    }

    boolean called(String wanted) {
        String key = key(wanted);
        return !key.isEmpty()
                && (key(name).equals(key)
                        || names().stream().anyMatch(each -> key(each).equals(key))
                        || iso.stream().anyMatch(each -> key(each).equals(key)));
    }

    /** A name as it is compared: without case, signs and spaces, Arabic letters without hamza, final forms and vowel marks. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replaceAll("[أإآ]", "ا")
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .replace("ـ", "");
    }
}
