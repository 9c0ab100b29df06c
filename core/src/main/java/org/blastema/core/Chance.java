package org.blastema.core;

/** Chance keyed by a seed: the same draw whatever the order, the thread or the restart. */
public record Chance(long seed) implements Uniforms {
    private static final double STEP = 0x1p-53;

    @Override
    public double uniform(int trial, int unit, int step, int purpose) {
        long bits = Philox.block(trial, unit, step, purpose, (int) seed, (int) (seed >>> 32));
        return ((bits >>> 11) + 0.5) * STEP;
    }

    /** The chance of the knowledge draw that a trial uses; the same in all arms and scenarios. */
    public Chance knowledge(int trial) {
        return new Chance(
                Philox.block(trial, 0, 0, Purpose.code(Level.KNOWLEDGE, "draw"), (int) seed, (int) (seed >>> 32)));
    }
}
