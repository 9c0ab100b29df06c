package org.blastema.trial;

/** Hears how far a run has come. Called from one thread at a time. */
public interface Progress {
    /** A new stage begins. */
    void stage(String name);

    /**
     * Work done in this stage.
     *
     * @param done patients-in-an-arm finished, 0 to total
     * @param total patients-in-an-arm of the stage
     */
    void advance(long done, long total);

    /** Listens to nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void stage(String name) {}

            @Override
            public void advance(long done, long total) {}
        };
    }
}
