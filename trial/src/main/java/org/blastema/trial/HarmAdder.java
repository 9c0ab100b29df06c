package org.blastema.trial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.statistics.Moments;

/** Adds up the harms of one arm in one block. */
final class HarmAdder {
    private final ArmRows.Events events;
    private final long[] atRisk;
    private final List<ArmPlan.Term> terms;
    private final int patientsPerLot;
    private final long[] patients;
    private final long[] noticed;
    private final double[][] days;
    private final double[][] durations;
    private final HarmSums.Lots[] lots;

    /**
     * @param patientsPerLot 0 for one lot a trial
     */
    private HarmAdder(ArmRows.Events events, long[] atRisk, List<ArmPlan.Term> terms, int patientsPerLot) {
        this.events = events;
        this.atRisk = atRisk;
        this.terms = terms;
        this.patientsPerLot = patientsPerLot;
        int n = terms.size();
        patients = new long[n];
        noticed = new long[n];
        days = new double[n][];
        durations = new double[n][];
        lots = new HarmSums.Lots[n];
        Arrays.fill(lots, HarmSums.Lots.NONE);
    }

    /**
     * The harms of a block.
     *
     * @param atRisk patients to whom each harm could have come, by term
     * @param first index of its first patient
     */
    static HarmSums of(ArmRows.Events events, long[] atRisk, ArmPlan arm, Product product, int trial, int first) {
        HarmAdder adder = new HarmAdder(
                events, atRisk, arm.terms(), product.patientsPerLot().orElse(0));
        return adder.sums(trial, first);
    }

    private HarmSums sums(int trial, int first) {
        for (int term = 0; term < terms.size(); term++) {
            term(term, trial, first);
        }
        List<HarmSums.OfTerm> all = IntStream.range(0, terms.size())
                .mapToObj(term -> new HarmSums.OfTerm(
                        atRisk[term],
                        patients[term],
                        noticed[term],
                        Moments.of(days[term]),
                        Moments.of(durations[term]),
                        lots[term]))
                .toList();
        return new HarmSums(all, with(false), with(true));
    }

    /** Each patient once, with the first giving that brought the harm: events are ordered by patient, term and giving. */
    private void term(int term, int trial, int first) {
        int[] own = IntStream.range(0, events.size())
                .filter(i -> events.term()[i] == term && fresh(i))
                .toArray();
        patients[term] = own.length;
        days[term] = Arrays.stream(own).mapToDouble(i -> events.day()[i]).toArray();
        durations[term] =
                Arrays.stream(own).mapToDouble(i -> events.duration()[i]).toArray();
        for (int i : own) {
            noticed[term] += events.noticed()[i] ? 1 : 0;
            long lot = patientsPerLot == 0 ? 0 : (first + events.patient()[i]) / patientsPerLot;
            lots[term] = lots[term].merge(HarmSums.Lots.of((long) trial << 32 | lot));
        }
    }

    private boolean fresh(int i) {
        return i == 0 || events.patient()[i] != events.patient()[i - 1] || events.term()[i] != events.term()[i - 1];
    }

    /** Patients with a harm that what was given may have brought. */
    private long with(boolean seriousAlone) {
        return IntStream.range(0, events.size())
                .filter(i -> terms.get(events.term()[i]).mayBeBrought())
                .filter(i -> !seriousAlone || terms.get(events.term()[i]).serious())
                .map(i -> events.patient()[i])
                .distinct()
                .count();
    }
}
