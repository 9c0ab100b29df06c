package org.blastema.trial;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.blastema.core.Chance;
import org.blastema.core.Distribution;
import org.blastema.core.Level;
import org.blastema.core.Uniforms;

/**
 * The values of one arm as chance moves them: first the task, then each lot, each candidate, each occasion. Belongs to
 * one thread.
 */
final class Draws {
    /** Arm index of the twins in the counter's unit. */
    static final int TWINS = 255;
    /** Arm index of the persons of paired groups in the counter's unit. */
    static final int PAIRED = 254;

    private final DrawPlan plan;
    private final Uniforms chance;
    private final IntFunction<Uniforms> known;
    private final double[] uniforms;
    private final double[] scores;
    private final double[] values;
    private final double[] measured;
    private final Map<DrawPlan.Stage, int[]> slots = new EnumMap<>(DrawPlan.Stage.class);
    private final Map<DrawPlan.Stage, int[]> settled = new EnumMap<>(DrawPlan.Stage.class);
    private final int[] occasional;
    private Uniforms knowledge;
    private int trial;
    private int lot;
    private int patient;
    private int donor;
    private int candidate;
    private int donorStep;

    /** Draws by the chance of a seed. */
    Draws(DrawPlan plan, long seed) {
        this(plan, new Chance(seed), new Chance(seed)::knowledge);
    }

    /** Draws from one source, knowledge too. */
    Draws(DrawPlan plan, Uniforms source) {
        this(plan, source, trial -> source);
    }

    private Draws(DrawPlan plan, Uniforms chance, IntFunction<Uniforms> known) {
        this.plan = plan;
        this.chance = chance;
        this.known = known;
        this.knowledge = chance;
        this.uniforms = new double[plan.slots()];
        this.scores = new double[plan.slots()];
        this.values = new double[plan.variables()];
        this.measured = new double[plan.variables()];
        for (DrawPlan.Stage stage : DrawPlan.Stage.values()) {
            slots.put(stage, plan.slotsOf(stage));
            settled.put(stage, plan.settledAt(stage));
        }
        this.occasional = plan.occasional();
    }

    /** Counter unit of a patient of an arm. */
    static int unit(int arm, int patient) {
        return arm << 24 | patient;
    }

    /** Begins a trial: draws what all its patients share. The first lot is drawn with it. */
    void trial(int index) {
        trial = index;
        knowledge = known.apply(index);
        draw(DrawPlan.Stage.TASK, 0);
        lot(0);
    }

    /** The last draw of a slot, as the copula left it. */
    double drawn(int slot) {
        return uniforms[slot];
    }

    /** Takes another lot of the product. */
    void lot(int index) {
        lot = index;
        draw(DrawPlan.Stage.LOT, 0);
    }

    /** The lot in hand. */
    int lot() {
        return lot;
    }

    /**
     * A candidate for a place.
     *
     * @param patientUnit counter unit of the place
     * @param donorUnit counter unit of the donor
     * @param number how many candidates came before
     * @param ownDonor whether the donor is the candidate, else the donor's chance does not depend on the candidate
     */
    void person(int patientUnit, int donorUnit, int number, boolean ownDonor) {
        patient = patientUnit;
        donor = donorUnit;
        candidate = number;
        donorStep = ownDonor ? number << 16 : 0;
        draw(DrawPlan.Stage.PERSON, number << 16);
        System.arraycopy(values, 0, measured, 0, values.length);
    }

    /** An occasion of the person: visit 1 screening, 2 second baseline, 3 and on the visits of the study. */
    void occasion(int visit) {
        draw(DrawPlan.Stage.OCCASION, candidate << 16 | visit);
        for (int v : occasional) {
            measured[v] = plan.value(v, uniforms, true);
        }
    }

    private void draw(DrawPlan.Stage stage, int step) {
        for (int s : requireNonNull(slots.get(stage))) {
            uniforms[s] = uniform(plan.slot(s), step);
        }
        for (Copula copula : plan.copulas(stage)) {
            copula.apply(uniforms, scores);
        }
        for (int v : requireNonNull(settled.get(stage))) {
            values[v] = plan.value(v, uniforms, false);
        }
    }

    private double uniform(DrawPlan.Slot slot, int step) {
        if (slot.distribution() instanceof Distribution.Drawn drawn) {
            return drawn.uniform(knowledge, trial);
        }
        return switch (slot.level()) {
            case KNOWLEDGE -> knowledge.uniform(trial, 0, 0, slot.purpose());
            case TRIAL, CENTRE -> chance.uniform(trial, 0, 0, slot.purpose());
            case LOT -> chance.uniform(trial, lot, 0, slot.purpose());
            case DONOR -> chance.uniform(trial, donor, donorStep, slot.purpose());
            case PATIENT, OCCASION -> chance.uniform(trial, patient, step, slot.purpose());
            case CELL -> throw new IllegalStateException(Level.CELL.toString());
        };
    }

    /** A uniform of the person for a chance that is no parameter, such as leaving. */
    double ofPerson(int purpose) {
        return chance.uniform(trial, patient, candidate << 16, purpose);
    }

    /** A uniform of the person at one giving of the product, counted from 0. */
    double ofGiving(int purpose, int giving) {
        return chance.uniform(trial, patient, candidate << 16 | giving, purpose);
    }

    /** Values without occasions: what the body follows. [variables], owned by this. */
    double[] values() {
        return values;
    }

    /** Values with the last occasion: what an instrument reads. [variables], owned by this. */
    double[] measured() {
        return measured;
    }
}
