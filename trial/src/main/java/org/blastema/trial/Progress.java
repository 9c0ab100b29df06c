package org.blastema.trial;

/** Hears how far a run has come. Called from one thread at a time. */
public interface Progress {
    /** A new stage begins. */
    void stage(String name);

    /**
     * Work done in this stage.
     *
     * @param done finished, 0 to total: patients-in-an-arm, in a calibration published trials
     * @param total of the stage
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
