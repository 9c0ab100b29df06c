package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import org.blastema.evidence.Advertisement.Found;
import org.blastema.evidence.Advertisement.Quoted;

/** Finds the words of the table in a statement; a phrase within a longer one of its kind is not found. */
final class WordFinder {
    private final SequencedMap<Phrases.Word, PhraseFinder> words = new LinkedHashMap<>();

    WordFinder(Phrases phrases) {
        phrases.words().forEach(word -> words.put(word, new PhraseFinder(word.phrases())));
    }

    /** A word from one place of a statement to another. */
    private record Match(Phrases.Word word, int start, int end) {
        boolean hides(Match other) {
            boolean within = start <= other.start && end >= other.end && end - start > other.end - other.start;
            return within && (word.kind() == other.word.kind() || word.foreign());
        }
    }

    /** Every place of every word, in the order of the table. */
    List<Found> in(Quoted statement) {
        List<Match> matches = new ArrayList<>();
        words.forEach((word, finder) -> {
            Matcher matcher = finder.in(statement.text());
            while (matcher.find()) {
                matches.add(new Match(word, matcher.start(), matcher.end()));
            }
        });
        return matches.stream()
                .filter(match -> matches.stream().noneMatch(other -> other.hides(match)))
                .map(match -> new Found(
                        match.word(),
                        new Quoted(
                                statement.line(),
                                statement
                                        .text()
                                        .substring(match.start(), match.end())
                                        .strip())))
                .toList();
    }
}
