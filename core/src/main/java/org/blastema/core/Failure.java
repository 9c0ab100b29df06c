package org.blastema.core;

/** The input is right and the work could not be done all the same (numbers, disk). */
public final class Failure extends BlastemaException {
    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message);
    }
}
