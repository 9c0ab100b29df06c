package org.blastema.model.graph;

/** The places of a Jacobian that are not zero for good, row by row. */
public record Sparsity(int[] rows, int[] columns) {
    public int size() {
        return rows.length;
    }

    public int row(int entry) {
        return rows[entry];
    }

    public int column(int entry) {
        return columns[entry];
    }
}
