package org.blastema.model.graph;

/** A loop over the inputs of a kind given up to now, the same code for every back end. An instance belongs to one thread. */
public final class Loop {
    private final Kernel body;
    private final int input;
    private final double[] since = new double[1];
    private final double[] term = new double[1];

    /**
     * @param body computes one number; reads the time since the input as its only constant
     */
    public Loop(Kernel body, int input) {
        this.body = body;
        this.input = input;
    }

    /** Sum of the body over the inputs; 0 if there was none. */
    public double sum(double t, double[] y, double[] values, History history) {
        double total = 0;
        for (int k = 0; k < history.count(input) && history.time(input, k) <= t; k++) {
            total += term(k, t, y, values, history);
        }
        return total;
    }

    /** Largest of the body over the inputs; 0 if there was none. */
    public double max(double t, double[] y, double[] values, History history) {
        double largest = 0;
        for (int k = 0; k < history.count(input) && history.time(input, k) <= t; k++) {
            double next = term(k, t, y, values, history);
            largest = k == 0 ? next : Math.max(largest, next);
        }
        return largest;
    }

    private double term(int k, double t, double[] y, double[] values, History history) {
        since[0] = t - history.time(input, k);
        body.evaluate(t, y, values, since, history.fields(input, k), history, term);
        return term[0];
    }
}
