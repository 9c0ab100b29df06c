package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.blastema.statistics.Moments;

/**
 * What the patients of one arm in one block and one scenario show. The patient is fastest, so that a column is one endpoint
 * at one moment. A missing value is NaN.
 */
final class Columns {
    final boolean[] failed;
    /** [endpoint][patient]. */
    final double[][] baseline;
    /** [endpoint x visit][patient], the visit fastest. */
    final double[][] values;
    /** [endpoint x timecourse][patient], the time fastest; empty for scenarios that record no course. */
    final double[][] course;

    Columns(int patients, int endpoints, int visits, int grid) {
        failed = new boolean[patients];
        baseline = missing(endpoints, patients);
        values = missing(endpoints * visits, patients);
        course = missing(endpoints * grid, patients);
    }

    /** How many numbers a patient has. */
    int columns() {
        return baseline.length + values.length + course.length;
    }

    private static double[][] missing(int columns, int patients) {
        double[][] all = new double[columns][patients];
        for (double[] column : all) {
            Arrays.fill(column, Double.NaN);
        }
        return all;
    }

    /** Takes everything of a patient back whose solution failed. */
    void fail(int patient) {
        failed[patient] = true;
        clear(values, patient);
        clear(course, patient);
    }

    private static void clear(double[][] columns, int patient) {
        for (double[] column : columns) {
            column[patient] = Double.NaN;
        }
    }

    /** Moments of what the same persons have more than in the other arm [endpoint x visit]; only those with both values count. */
    List<Moments> less(Columns other) {
        List<Moments> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double[] differences = new double[values[i].length];
            for (int p = 0; p < differences.length; p++) {
                differences[p] = values[i][p] - other.values[i][p];
            }
            all.add(Moments.of(differences));
        }
        return all;
    }

    /** A column of pairs with failed patients left out: their baseline does not count. */
    double[] counted(double[] column) {
        double[] counted = column.clone();
        for (int i = 0; i < counted.length; i++) {
            if (failed[i]) {
                counted[i] = Double.NaN;
            }
        }
        return counted;
    }
}
