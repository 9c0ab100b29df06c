package org.blastema.kinetics;

import org.blastema.model.graph.History;

/**
 * Rosenbrock method of orders 4 and 3, L-stable and stiffly accurate, with dense output (RODAS of Hairer and Wanner 1996, Solving
 * ordinary differential equations II, section IV.7). Needs the exact Jacobian in each step.
 */
final class Rodas4 extends Stepper {
    private static final double GAMMA = 0.25;
    private static final double D1 = 0.25;
    private static final double D2 = -0.1043;
    private static final double D3 = 0.1035;
    private static final double D4 = -0.3620000000000023e-1;
    private static final double ALPHA2 = 0.386;
    private static final double ALPHA3 = 0.21;
    private static final double ALPHA4 = 0.63;
    private static final double A21 = 1.544;
    private static final double A31 = 0.9466785280815826;
    private static final double A32 = 0.2557011698983284;
    private static final double A41 = 3.314825187068521;
    private static final double A42 = 2.896124015972201;
    private static final double A43 = 0.9986419139977817;
    private static final double A51 = 1.221224509226641;
    private static final double A52 = 6.019134481288629;
    private static final double A53 = 12.53708332932087;
    private static final double A54 = -0.6878860361058950;
    private static final double C21 = -5.6688;
    private static final double C31 = -2.430093356833875;
    private static final double C32 = -0.2063599157091915;
    private static final double C41 = -0.1073529058151375;
    private static final double C42 = -9.594562251023355;
    private static final double C43 = -20.47028614809616;
    private static final double C51 = 7.496443313967647;
    private static final double C52 = -10.24680431464352;
    private static final double C53 = -33.99990352819905;
    private static final double C54 = 11.70890893206160;
    private static final double C61 = 8.083246795921522;
    private static final double C62 = -7.981132988064893;
    private static final double C63 = -31.52159432874371;
    private static final double C64 = 16.31930543123136;
    private static final double C65 = -6.058818238834054;
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
    private final double[] linear;
    private final double[] rates;
    private final SparseLu matrix;
    private boolean fresh = true;

    Rodas4(CompiledModel model, Equations equations, History history, Tolerances tolerances) {
        super(model.model().states().size(), equations, history, tolerances);
        k = stages(6, n);
        stage = new double[n];
        jacobian = new double[model.sparsity().size()];
        byTime = new double[n];
        linear = new double[2 * n + jacobian.length];
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
            equations.linear(t, y, values, history, linear);
            System.arraycopy(linear, 0, rates, 0, n);
            System.arraycopy(linear, n, jacobian, 0, jacobian.length);
            System.arraycopy(linear, n + jacobian.length, byTime, 0, n);
            fresh = false;
        }
        if (!matrix.factor(1 / (h * GAMMA), jacobian)) {
            next[0] = Double.NaN;
            return false;
        }
        double byStep = 1 / h;
        first(h);
        second(t, h, byStep);
        third(t, h, byStep);
        fourth(t, h, byStep);
        fifth(t, h, byStep);
        sixth(t, h, byStep);
        return true;
    }

    // The stages are written out, one loop over the states each, so that the compiler can keep the rows apart and
    // vectorise.

    private void first(double h) {
        double[] k1 = k[0];
        for (int i = 0; i < n; i++) {
            k1[i] = rates[i] + h * D1 * byTime[i];
        }
        matrix.solve(k1);
    }

    private void second(double t, double h, double byStep) {
        double[] k1 = k[0];
        double[] k2 = k[1];
        for (int i = 0; i < n; i++) {
            stage[i] = y[i] + (A21 * k1[i]);
        }
        equations.derivatives(t + ALPHA2 * h, stage, values, history, k2);
        for (int i = 0; i < n; i++) {
            k2[i] += byStep * (C21 * k1[i]) + h * D2 * byTime[i];
        }
        matrix.solve(k2);
    }

    private void third(double t, double h, double byStep) {
        double[] k1 = k[0];
        double[] k2 = k[1];
        double[] k3 = k[2];
        for (int i = 0; i < n; i++) {
            stage[i] = y[i] + (A31 * k1[i] + A32 * k2[i]);
        }
        equations.derivatives(t + ALPHA3 * h, stage, values, history, k3);
        for (int i = 0; i < n; i++) {
            k3[i] += byStep * (C31 * k1[i] + C32 * k2[i]) + h * D3 * byTime[i];
        }
        matrix.solve(k3);
    }

    private void fourth(double t, double h, double byStep) {
        double[] k1 = k[0];
        double[] k2 = k[1];
        double[] k3 = k[2];
        double[] k4 = k[3];
        for (int i = 0; i < n; i++) {
            stage[i] = y[i] + (A41 * k1[i] + A42 * k2[i] + A43 * k3[i]);
        }
        equations.derivatives(t + ALPHA4 * h, stage, values, history, k4);
        for (int i = 0; i < n; i++) {
            k4[i] += byStep * (C41 * k1[i] + C42 * k2[i] + C43 * k3[i]) + h * D4 * byTime[i];
        }
        matrix.solve(k4);
    }

    private void fifth(double t, double h, double byStep) {
        double[] k1 = k[0];
        double[] k2 = k[1];
        double[] k3 = k[2];
        double[] k4 = k[3];
        double[] k5 = k[4];
        for (int i = 0; i < n; i++) {
            stage[i] = y[i] + (A51 * k1[i] + A52 * k2[i] + A53 * k3[i] + A54 * k4[i]);
        }
        equations.derivatives(t + h, stage, values, history, k5);
        for (int i = 0; i < n; i++) {
            k5[i] += byStep * (C51 * k1[i] + C52 * k2[i] + C53 * k3[i] + C54 * k4[i]);
        }
        matrix.solve(k5);
    }

    private void sixth(double t, double h, double byStep) {
        double[] k1 = k[0];
        double[] k2 = k[1];
        double[] k3 = k[2];
        double[] k4 = k[3];
        double[] k5 = k[4];
        double[] k6 = k[5];
        for (int i = 0; i < n; i++) {
            stage[i] += k5[i];
        }
        equations.derivatives(t + h, stage, values, history, k6);
        for (int i = 0; i < n; i++) {
            k6[i] += byStep * (C61 * k1[i] + C62 * k2[i] + C63 * k3[i] + C64 * k4[i] + C65 * k5[i]);
        }
        matrix.solve(k6);
        for (int i = 0; i < n; i++) {
            error[i] = k6[i];
            next[i] = stage[i] + k6[i];
        }
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
