package org.blastema.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.blastema.core.Language;
import org.blastema.core.Text;

/**
 * What the words of an advertisement say, before a person confirmed it.
 *
 * @param language that most of its letters are of
 * @param candidates claims that it may make, each once, in their order
 * @param prices in the order of the text
 * @param places countries in the order of the text, each once
 * @param open what nothing here can answer, by its reason
 * @param unread statements of which no claim, price, place or reason was made
 */
public record Advertisement(
        Language language,
        List<Candidate> candidates,
        List<Price> prices,
        List<Place> places,
        List<Open> open,
        List<Quoted> unread) {

    /**
     * Where something stands.
     *
     * @param line 1 for the first
     * @param text as it was written
     */
    public record Quoted(int line, String text) {}

    /** A word of the table and where its phrase stands. */
    public record Found(Phrases.Word word, Quoted quoted) {}

    /**
     * A claim that may be made.
     *
     * @param statements that make it, in the order of the text
     * @param parts what makes it in the first of them, and the comparator if one is named
     */
    public record Candidate(String claim, List<Quoted> statements, Map<Phrases.Kind, Found> parts) {
        Candidate and(Candidate later) {
            return new Candidate(
                    claim,
                    Stream.concat(statements.stream(), later.statements.stream())
                            .distinct()
                            .toList(),
                    parts);
        }
    }

    /**
     * A price or the ends of a range.
     *
     * @param currency code of ISO 4217
     */
    public record Price(Quoted quoted, double low, double high, String currency) {}

    /** A country of the library. */
    public record Place(Quoted quoted, Country country) {}

    /** Phrases of what cannot be answered, each once, and why. */
    public record Open(List<Quoted> quoted, Text because) {}
}
