package org.blastema.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.blastema.model.graph.Graph;
import org.blastema.model.graph.History;
import org.blastema.model.graph.Kernel;
import org.blastema.model.graph.Op;
import org.blastema.model.graph.Schedule;
import org.blastema.model.graph.Sparsity;

/**
 * LU factors of matrices I/c - J with one pattern, pivots on the diagonal in an order that keeps fill small (Markowitz 1957). The
 * elimination is planned once per model; factoring walks flat lists of indices, and the solution, asked for six times as often, is
 * lowered to the graph in which the equations are, so that it becomes straight code without a loop.
 */
final class SparseLu {
    /**
     * @param size how many places the factors have
     * @param entries place of each Jacobian entry
     * @param diagonal place of each pivot, by pivot number
     * @param eliminations for each multiplier: its place, its pivot's place, how many updates follow
     * @param updates for each update: target place, place in the pivot row
     * @param solution solves in place; its values are the factors, then the inverse of each pivot
     */
    record Plan(
            int size, int[] entries, int[] diagonal, int[] eliminations, int[] updates, Supplier<Kernel> solution) {}

    private static final double[] NONE = new double[0];

    private final Plan plan;
    private final double[] factors;
    private final Kernel solution;
    private final History nothing = new History(0);

    SparseLu(Plan plan) {
        this.plan = plan;
        factors = new double[plan.size() + plan.diagonal().length];
        solution = plan.solution().get();
    }

    static Plan plan(int n, Sparsity sparsity, Function<Schedule, Supplier<Kernel>> backEnd) {
        boolean[][] filled = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            filled[i][i] = true;
        }
        for (int k = 0; k < sparsity.size(); k++) {
            filled[sparsity.row(k)][sparsity.column(k)] = true;
        }
        int[] order = order(filled);
        int[][] places = new int[n][n];
        int size = 0;
        for (int[] row : places) {
            Arrays.fill(row, -1);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (filled[i][j]) {
                    places[i][j] = size++;
                }
            }
        }
        return new Planner(n, size, order, places).plan(sparsity, backEnd);
    }

    /** Chooses pivots by least (row count - 1)(column count - 1) and marks the fill. */
    private static int[] order(boolean[][] filled) {
        int n = filled.length;
        boolean[] done = new boolean[n];
        int[] order = new int[n];
        for (int step = 0; step < n; step++) {
            int best = -1;
            long least = Long.MAX_VALUE;
            for (int p = 0; p < n; p++) {
                long cost = done[p] ? Long.MAX_VALUE : cost(filled, done, p);
                if (cost < least) {
                    least = cost;
                    best = p;
                }
            }
            order[step] = best;
            done[best] = true;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    filled[i][j] |= !done[i] && !done[j] && filled[i][best] && filled[best][j];
                }
            }
        }
        return order;
    }

    private static long cost(boolean[][] filled, boolean[] done, int p) {
        long row = 0;
        long column = 0;
        for (int i = 0; i < filled.length; i++) {
            row += !done[i] && i != p && filled[p][i] ? 1 : 0;
            column += !done[i] && i != p && filled[i][p] ? 1 : 0;
        }
        return row * column;
    }

    /** Writes the lists of a plan. */
    private record Planner(int n, int size, int[] order, int[][] places) {
        Plan plan(Sparsity sparsity, Function<Schedule, Supplier<Kernel>> backEnd) {
            int[] entries = new int[sparsity.size()];
            Arrays.setAll(entries, k -> places[sparsity.row(k)][sparsity.column(k)]);
            int[] diagonal = Arrays.stream(order).map(p -> places[p][p]).toArray();
            List<Integer> eliminations = new ArrayList<>();
            List<Integer> updates = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                eliminate(k, eliminations, updates);
            }
            return new Plan(size, entries, diagonal, array(eliminations), array(updates), backEnd.apply(solution()));
        }

        private void eliminate(int k, List<Integer> eliminations, List<Integer> updates) {
            int pivot = order[k];
            for (int i = k + 1; i < n; i++) {
                int row = order[i];
                if (places[row][pivot] < 0) {
                    continue;
                }
                int before = updates.size();
                for (int j = k + 1; j < n; j++) {
                    if (places[pivot][order[j]] >= 0) {
                        updates.add(places[row][order[j]]);
                        updates.add(places[pivot][order[j]]);
                    }
                }
                eliminations.addAll(List.of(places[row][pivot], places[pivot][pivot], (updates.size() - before) / 2));
            }
        }

        /**
         * Both substitutions. A number of the right side is used by its own row alone, unless nothing is taken from it before the
         * backward substitution, which comes after all of the forward; so that the solution can take its place.
         */
        private Schedule solution() {
            Graph graph = new Graph();
            int[] x = new int[n];
            Arrays.setAll(x, state -> graph.leaf(Op.STATE, state, -1));
            for (int k = 0; k < n; k++) {
                for (int i = k + 1; i < n; i++) {
                    take(graph, x, order[i], order[k]);
                }
            }
            for (int k = n - 1; k >= 0; k--) {
                for (int j = k + 1; j < n; j++) {
                    take(graph, x, order[k], order[j]);
                }
                x[order[k]] = graph.multiply(x[order[k]], graph.leaf(Op.VALUE, size + k, -1));
            }
            return Schedule.of(graph, x);
        }

        /** Takes what another state has in a row's equation from the row, where it stands in it. */
        private void take(Graph graph, int[] x, int row, int column) {
            if (places[row][column] >= 0) {
                int factor = graph.leaf(Op.VALUE, places[row][column], -1);
                x[row] = graph.subtract(x[row], graph.multiply(factor, x[column]));
            }
        }

        private static int[] array(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /**
     * Factors I/c - J.
     *
     * @param inverse 1/c
     * @return false if a pivot vanishes or is not finite; a smaller c then helps
     */
    boolean factor(double inverse, double[] jacobian) {
        Arrays.fill(factors, 0);
        int[] entries = plan.entries();
        for (int k = 0; k < entries.length; k++) {
            factors[entries[k]] = -jacobian[k];
        }
        for (int place : plan.diagonal()) {
            factors[place] += inverse;
        }
        int[] eliminations = plan.eliminations();
        int[] updates = plan.updates();
        int update = 0;
        for (int e = 0; e < eliminations.length; e += 3) {
            double multiplier = factors[eliminations[e]] / factors[eliminations[e + 1]];
            factors[eliminations[e]] = multiplier;
            for (int last = update + 2 * eliminations[e + 2]; update < last; update += 2) {
                factors[updates[update]] -= multiplier * factors[updates[update + 1]];
            }
        }
        int[] diagonal = plan.diagonal();
        for (int k = 0; k < diagonal.length; k++) {
            double pivot = Math.abs(factors[diagonal[k]]);
            if (!(pivot > 1e-13 * inverse) || pivot == Double.POSITIVE_INFINITY) {
                return false;
            }
            factors[plan.size() + k] = 1 / factors[diagonal[k]];
        }
        return true;
    }

    /** Solves in place. */
    void solve(double[] x) {
        solution.evaluate(0, x, factors, NONE, NONE, nothing, x);
    }
}
