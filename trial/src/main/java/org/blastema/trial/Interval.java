package org.blastema.trial;

/**
 * An interval on the real line.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {}
