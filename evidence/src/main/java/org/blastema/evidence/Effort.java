package org.blastema.evidence;

/**
 * How much is simulated for a claim.
 *
 * @param draws of knowledge, over which the intervals of the verdicts are; 20 or more
 * @param persons of a draw, in every arm; 2 or more. A test takes more where the noise of so few hides what differs between draws
 * @param threads 1 or more; the results do not depend on it
 */
public record Effort(int draws, int persons, int threads) {
    /** What is simulated where nobody asks for another number. */
    public static Effort usual(int threads) {
        return new Effort(200, 20, threads);
    }

    /** Whether it is less than usual, so that verdicts may be others. */
    public boolean coarse() {
        Effort usual = usual(threads);
        return draws < usual.draws || persons < usual.persons;
    }

    /** As little as a plan may have, to see whether there is a plan. */
    static Effort none() {
        return new Effort(1, 1, 1);
    }
}
