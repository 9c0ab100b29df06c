package org.blastema.model.graph;

/** Computes some nodes of a graph. An instance belongs to one thread. */
public interface Kernel {
    /**
     * @param t time
     * @param y states
     * @param values parameters, then covariates
     * @param constants what the kernel of constants gave for these values; unused by kernels that do not share constants
     * @param fields fields of the input that is being given; unused elsewhere
     * @param out receives one number per node asked for
     */
    void evaluate(
            double t, double[] y, double[] values, double[] constants, double[] fields, History history, double[] out);
}
