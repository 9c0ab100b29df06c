package org.blastema.kinetics;

/**
 * An input given at a moment.
 *
 * @param time in the model's unit
 * @param input index of the input
 * @param fields one number per field of the input
 */
public record Dose(double time, int input, double[] fields) {}
