package org.blastema.core;

/** Wrong use of the command, or a folder that is not ours. */
public final class Refusal extends BlastemaException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
