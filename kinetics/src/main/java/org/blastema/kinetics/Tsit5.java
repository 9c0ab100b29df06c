package org.blastema.kinetics;

import org.blastema.model.graph.History;

/**
 * Runge-Kutta pair of orders 5 and 4 with first-same-as-last stage and a free interpolant of order 4 (Tsitouras 2011, Comput Math
 * Appl 62:770-775).
 */
final class Tsit5 extends Stepper {
    static final double[] C = {0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1};
    static final double[][] A = {
        {},
        {0.161},
        {-0.008480655492356989, 0.335480655492357},
        {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
        {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
        {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
        {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774}
    };
    private static final double[] E = {
        -0.00178001105222577714,
        -0.0008164344596567469,
        0.007880878010261995,
        -0.1447110071732629,
        0.5823571654525552,
        -0.45808210592918697,
        0.015151515151515152
    };
    /** Steps in a row at the edge of stability after which equations count as stiff. */
    private static final int PATIENCE = 15;

    private static final double STABLE = 3.25;

    private final double[][] k;
    private final double[] stage;
    private boolean fresh = true;
    private int atEdge;

    Tsit5(int n, Equations equations, History history, Tolerances tolerances) {
        super(n, equations, history, tolerances);
        k = stages(7, n);
        stage = new double[n];
    }

    @Override
    int order() {
        return 5;
    }

    @Override
    void begin(double t, double[] state, double[] patient) {
        super.begin(t, state, patient);
        fresh = true;
        atEdge = 0;
    }

    @Override
    boolean attempt(double t, double h) {
        if (fresh) {
            equations.derivatives(t, y, values, history, k[0]);
            fresh = false;
        }
        for (int s = 1; s < 7; s++) {
            double[] target = s == 6 ? next : stage;
            combine(A[s], h, target);
            equations.derivatives(t + C[s] * h, target, values, history, k[s]);
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int s = 0; s < 7; s++) {
                sum += E[s] * k[s][i];
            }
            error[i] = h * sum;
        }
        watchEdge(h);
        return true;
    }

    /** target = y + h sum of weights times stages; stage 6 keeps its argument in {@link #stage}. */
    private void combine(double[] weights, double h, double[] target) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int s = 0; s < weights.length; s++) {
                sum += weights[s] * k[s][i];
            }
            target[i] = y[i] + h * sum;
        }
    }

    /** Stages 6 and 7 stand at the same time, so their difference estimates the largest rate (Hairer and Wanner 1996, IV.2). */
    private void watchEdge(double h) {
        double rates = 0;
        double states = 0;
        for (int i = 0; i < n; i++) {
            rates += (k[6][i] - k[5][i]) * (k[6][i] - k[5][i]);
            states += (next[i] - stage[i]) * (next[i] - stage[i]);
        }
        boolean edge = states > 0 && h * h * rates > STABLE * STABLE * states;
        atEdge = edge ? atEdge + 1 : Math.max(0, atEdge - 1);
    }

    @Override
    boolean stiff() {
        return atEdge >= PATIENCE;
    }

    @Override
    void accept(double t, double h) {
        super.accept(t, h);
        double[] last = k[6];
        k[6] = k[0];
        k[0] = last;
    }

    @Override
    void interpolate(double x, double h, double[] out) {
        double x2 = x * x;
        double b1 =
                -1.0530884977290216 * x * (x - 1.3299890189751412) * (x2 - 1.4364028541716351 * x + 0.7139816917074209);
        double b2 = 0.1017 * x2 * (x2 - 2.1966568338249754 * x + 1.2949852507374631);
        double b3 = 2.490627285651252793 * x2 * (x2 - 2.38535645472061657 * x + 1.57803468208092486);
        double b4 = -16.54810288924490272 * (x - 1.21712927295533244) * (x - 0.61620406037800089) * x2;
        double b5 = 47.37952196281928122 * (x - 1.203071208372362603) * (x - 0.658047292653547382) * x2;
        double b6 = -34.87065786149660974 * (x - 1.2) * (x - 0.666666666666666667) * x2;
        double b7 = 2.5 * (x - 1) * (x - 0.6) * x2;
        for (int i = 0; i < n; i++) {
            out[i] = y[i]
                    + h
                            * (b1 * k[0][i]
                                    + b2 * k[1][i]
                                    + b3 * k[2][i]
                                    + b4 * k[3][i]
                                    + b5 * k[4][i]
                                    + b6 * k[5][i]
                                    + b7 * k[6][i]);
        }
    }
}
