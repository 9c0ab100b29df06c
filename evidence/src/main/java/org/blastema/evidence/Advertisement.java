package org.blastema.evidence;

import java.util.List;
import java.util.Map;
import org.blastema.core.Language;
import org.blastema.core.Text;

/**
 * What the words of an advertisement say, before a person confirmed it. Only phrases of the table and prices are quoted, so that no name
 * of a person or clinic is.
 *
 * @param language that most of its letters are of
 * @param candidates claims that it may make, each once, in their order
 * @param prices in the order of the text
 * @param places countries in the order of the text, each once
 * @param open what nothing here can answer, each once
 * @param unread numbers of the lines in which nothing was recognised
 */
public record Advertisement(
        Language language,
        List<Candidate> candidates,
        List<Price> prices,
        List<Place> places,
        List<Open> open,
        List<Integer> unread) {

    /**
     * Where something stands.
     *
     * @param line 1 for the first
     * @param text as it was written
     */
    public record Quoted(int line, String text) {}

    /** A word of the table and where it stands. */
    public record Found(Phrases.Word word, Quoted quoted) {}

    /**
     * A claim that may be made.
     *
     * @param parts what makes it, and the comparator if one is named
     */
    public record Candidate(String claim, Map<Phrases.Kind, Found> parts) {}

    /**
     * A price or the ends of a range.
     *
     * @param currency code of ISO 4217
     */
    public record Price(Quoted quoted, double low, double high, String currency) {}

    /** A country of the library. */
    public record Place(Quoted quoted, Country country) {}

    /** Something that cannot be answered, and why. */
    public record Open(Quoted quoted, Text because) {}
}
