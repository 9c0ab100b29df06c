package org.blastema.kinetics;

import org.blastema.model.graph.History;

/**
 * Rosenbrock method of orders 4 and 3, L-stable and stiffly accurate, with dense output (RODAS of Hairer and Wanner 1996, Solving
 * ordinary differential equations II, section IV.7). Needs the exact Jacobian in each step.
 */
final class Rodas4 extends Stepper {
    private static final double GAMMA = 0.25;
    private static final double[] ALPHA = {0, 0.386, 0.21, 0.63, 1, 1};
    private static final double[] D = {0.25, -0.1043, 0.1035, -0.3620000000000023e-1, 0, 0};
    private static final double[][] A = {
        {},
        {1.544},
        {0.9466785280815826, 0.2557011698983284},
        {3.314825187068521, 2.896124015972201, 0.9986419139977817},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1}
    };
    private static final double[][] C = {
        {},
        {-5.6688},
        {-2.430093356833875, -0.2063599157091915},
        {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
        {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
        {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}
    };
    private static final double[] DENSE_2 = {
        10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662
    };
    private static final double[] DENSE_3 = {
        -0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872
    };

    private final double[][] k;
    private final double[] stage;
    private final double[] jacobian;
    private final double[] byTime;
    private final double[] rates;
    private final SparseLu matrix;
    private boolean fresh = true;

    Rodas4(CompiledModel model, Equations equations, History history, Tolerances tolerances) {
        super(model.model().states().size(), equations, history, tolerances);
        k = stages(6, n);
        stage = new double[n];
        jacobian = new double[model.sparsity().size()];
        byTime = new double[n];
        rates = new double[n];
        matrix = new SparseLu(model.elimination());
    }

    @Override
    int order() {
        return 4;
    }

    @Override
    void begin(double t, double[] state, double[] patient) {
        super.begin(t, state, patient);
        fresh = true;
    }

    @Override
    boolean attempt(double t, double h) {
        if (fresh) {
            equations.derivatives(t, y, values, history, rates);
            equations.jacobian(t, y, values, history, jacobian);
            equations.timeDerivatives(t, y, values, history, byTime);
            fresh = false;
        }
        if (!matrix.factor(1 / (h * GAMMA), jacobian)) {
            next[0] = Double.NaN;
            return false;
        }
        for (int s = 0; s < 6; s++) {
            solveStage(s, t, h);
        }
        System.arraycopy(k[5], 0, error, 0, n);
        for (int i = 0; i < n; i++) {
            next[i] = stage[i] + k[5][i];
        }
        return true;
    }

    private void solveStage(int s, double t, double h) {
        double[] ks = k[s];
        double[] f = rates;
        if (s > 0) {
            double[] a = A[s];
            for (int i = 0; i < n; i++) {
                double sum = y[i];
                for (int j = 0; j < s; j++) {
                    sum += a[j] * k[j][i];
                }
                stage[i] = sum;
            }
            equations.derivatives(t + ALPHA[s] * h, stage, values, history, ks);
            f = ks;
        }
        double[] c = C[s];
        double byStep = 1 / h;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < s; j++) {
                sum += c[j] * k[j][i];
            }
            ks[i] = f[i] + byStep * sum + h * D[s] * byTime[i];
        }
        matrix.solve(ks);
    }

    @Override
    void accept(double t, double h) {
        super.accept(t, h);
        fresh = true;
    }

    @Override
    void interpolate(double x, double h, double[] out) {
        double rest = 1 - x;
        for (int i = 0; i < n; i++) {
            double second = 0;
            double third = 0;
            for (int s = 0; s < 5; s++) {
                second += DENSE_2[s] * k[s][i];
                third += DENSE_3[s] * k[s][i];
            }
            out[i] = y[i] * rest + x * (next[i] + rest * (second + x * third));
        }
    }
}
