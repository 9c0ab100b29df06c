package org.blastema.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects every problem of an input, so that all are told at once. */
public final class Problems {
    private static final int SUGGESTIONS = 3;

    /** After so many problems no more names are compared, or a hostile file would keep the program busy for hours. */
    private static final int MOST_WITH_SUGGESTIONS = 200;

    /** So many valid names are listed in full. */
    public static final int MOST_LISTED = 12;

    private final List<Problem> list = new ArrayList<>();

    public void error(Position at, String what, String rule, String... nearest) {
        list.add(new Problem(Severity.ERROR, at, what, rule, List.of(nearest)));
    }

    /** Adds an error whose nearest valid things are those of {@code valid} that look like {@code seen}. */
    public void unknown(Position at, String kind, String seen, Collection<String> valid) {
        list.add(new Problem(
                Severity.ERROR,
                at,
                "unknown " + kind + " '" + seen + "'",
                valid.isEmpty() || valid.size() > MOST_LISTED
                        ? "it must be a known " + kind
                        : "it must be one of " + String.join(", ", valid),
                list.size() < MOST_WITH_SUGGESTIONS ? nearest(seen, valid) : List.of()));
    }

    public void warning(Position at, String what, String rule) {
        list.add(new Problem(Severity.WARNING, at, what, rule, List.of()));
    }

    public void report(Severity severity, Position at, String what, String rule) {
        list.add(new Problem(severity, at, what, rule, List.of()));
    }

    public void addAll(Collection<Problem> problems) {
        list.addAll(problems);
    }

    /** All problems in the order of their files and lines. */
    public List<Problem> list() {
        return list.stream()
                .distinct()
                .sorted(Comparator.comparing((Problem p) -> p.position().file())
                        .thenComparingInt(p -> p.position().line())
                        .thenComparingInt(p -> p.position().column()))
                .toList();
    }

    /** How many problems were added so far. */
    public int size() {
        return list.size();
    }

    public boolean failed() {
        return list.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * Stops the reading of an input that has errors.
     *
     * @throws InvalidInput with every problem if one of them is an error
     */
    public void throwIfFailed() {
        if (failed()) {
            throw new InvalidInput(list());
        }
    }

    /** At most three of the valid names that lie closest to the one seen, by edit distance and common prefix. */
    public static List<String> nearest(String seen, Collection<String> valid) {
        int limit = Math.max(2, seen.length() / 2);
        return valid.stream()
                .distinct()
                .filter(name -> distance(seen, name) <= limit || !seen.isEmpty() && name.startsWith(seen))
                .sorted(Comparator.comparingInt((String name) -> distance(seen, name))
                        .thenComparing(name -> name))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** Levenshtein distance, letters compared without case. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[other.length()];
    }
}
