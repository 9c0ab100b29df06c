package org.blastema.trial;

import java.util.Arrays;

/** The harms of a block, gathered patient by patient. */
final class EventColumns {
    private int[] patients = new int[16];
    private int[] terms = new int[16];
    private double[] days = new double[16];
    private double[] durations = new double[16];
    private boolean[] noticed = new boolean[16];
    private int size;

    /** All that went wrong with a patient. */
    void add(int patient, PersonHarms harms) {
        grow(size + harms.size());
        for (int i = 0; i < harms.size(); i++) {
            patients[size] = patient;
            terms[size] = harms.term(i);
            days[size] = harms.day(i);
            durations[size] = harms.duration(i);
            noticed[size++] = harms.noticed(i);
        }
    }

    private void grow(int needed) {
        if (needed > patients.length) {
            int longer = Math.max(needed, 2 * patients.length);
            patients = Arrays.copyOf(patients, longer);
            terms = Arrays.copyOf(terms, longer);
            days = Arrays.copyOf(days, longer);
            durations = Arrays.copyOf(durations, longer);
            noticed = Arrays.copyOf(noticed, longer);
        }
    }

    ArmRows.Events events() {
        return new ArmRows.Events(
                Arrays.copyOf(patients, size),
                Arrays.copyOf(terms, size),
                Arrays.copyOf(days, size),
                Arrays.copyOf(durations, size),
                Arrays.copyOf(noticed, size));
    }
}
