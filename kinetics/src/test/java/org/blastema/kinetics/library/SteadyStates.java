package org.blastema.kinetics.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Equations;
import org.blastema.model.graph.History;
import org.blastema.model.graph.Sparsity;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** Steady states of a library model by Newton's method on its own equations and symbolic Jacobian. */
final class SteadyStates {
    private final LibraryModel model;
    private final Equations equations;
    private final History history;

    SteadyStates(LibraryModel model) {
        this.model = model;
        equations = model.compiled().equations();
        history = new History(model.model().inputs().size());
    }

    /** The steady state that Newton reaches from the point whose other quantities follow p = near. */
    double[] near(Map<String, Double> set, double near) {
        double[] y = following(set, near);
        for (int i = 0; i < 50; i++) {
            double[] step = new LUDecomposition(jacobian(set, y))
                    .getSolver()
                    .solve(new ArrayRealVector(derivatives(set, y), false))
                    .toArray();
            for (int k = 0; k < y.length; k++) {
                y[k] -= step[k];
            }
        }
        return y;
    }

    /** All p in an interval at which dp/dt changes sign while the other quantities follow p. */
    List<Double> along(Map<String, Double> set, double from, double to) {
        List<Double> found = new ArrayList<>();
        int steps = 20_000;
        double before = derivatives(set, following(set, from))[0];
        for (int i = 1; i <= steps; i++) {
            double p = from + (to - from) * i / steps;
            double now = derivatives(set, following(set, p))[0];
            if (before * now < 0) {
                found.add(p);
            }
            before = now;
        }
        return found;
    }

    RealMatrix jacobian(Map<String, Double> set, double[] y) {
        Sparsity sparsity = model.compiled().sparsity();
        double[] entries = new double[sparsity.size()];
        equations.prepare(0, model.values(set), history);
        equations.jacobian(0, y, model.values(set), history, entries);
        RealMatrix matrix = MatrixUtils.createRealMatrix(y.length, y.length);
        for (int k = 0; k < entries.length; k++) {
            matrix.setEntry(sparsity.row(k), sparsity.column(k), entries[k]);
        }
        return matrix;
    }

    double[] derivatives(Map<String, Double> set, double[] y) {
        double[] dydt = new double[y.length];
        equations.prepare(0, model.values(set), history);
        equations.derivatives(0, y, model.values(set), history, dydt);
        return dydt;
    }

    /** a, m and f relax linearly, each at rate gm, gf or 1, so one pass in the order m, f, a settles them. */
    private double[] following(Map<String, Double> set, double p) {
        double[] y = {p, 0, 0, 0};
        for (int quantity : new int[] {2, 3, 1}) {
            double atZero = derivatives(set, y)[quantity];
            y[quantity] = 1;
            double slope = derivatives(set, y)[quantity] - atZero;
            y[quantity] = -atZero / slope;
        }
        return y;
    }
}
