package org.blastema.core;

/** An end of the work that the user can do something about; the message is written for the user. */
public abstract sealed class BlastemaException extends RuntimeException permits InvalidInput, Failure, Refusal {
    private static final long serialVersionUID = 1L;

    BlastemaException(String message) {
        super(message);
    }
}
