package org.blastema.core;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong with an input.
 *
 * @param severity error or warning
 * @param position where it was seen
 * @param what what was seen
 * @param rule the rule that it breaks
 * @param nearest the nearest valid things, at most three, possibly none
 */
public record Problem(Severity severity, Position position, String what, String rule, List<String> nearest) {
    public Problem {
        nearest = List.copyOf(nearest);
    }

    @Override
    public String toString() {
        String hint = nearest.isEmpty() ? "" : "; nearest: " + String.join(", ", nearest);
        return position + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + what + "; " + rule + hint;
    }
}
