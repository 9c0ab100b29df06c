package org.blastema.report;

import java.util.Arrays;
import java.util.List;

/** Columns of text as wide as their longest cell. */
final class Aligned {
    private Aligned() {}

    /**
     * The rows as lines.
     *
     * @param firstNumber the column from which on cells end together; the last column of words begins together again
     */
    static List<String> of(List<List<String>> rows, int firstNumber) {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row ->
                Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        return rows.stream()
                .map(row -> {
                    StringBuilder line = new StringBuilder();
                    for (int i = 0; i < widths.length; i++) {
                        String blanks = " ".repeat(widths[i] - row.get(i).length());
                        boolean number = i >= firstNumber && i < widths.length - 1;
                        line.append(number ? blanks + row.get(i) : row.get(i) + blanks)
                                .append("  ");
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }
}
