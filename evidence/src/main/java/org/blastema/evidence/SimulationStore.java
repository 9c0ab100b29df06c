package org.blastema.evidence;

import java.util.Optional;

/** Keeps what simulated trials printed, so that an interrupted calibration goes on where it was. */
public interface SimulationStore {
    /**
     * What was kept.
     *
     * @param key of everything that the numbers depend on
     * @return [simulated trial][row]
     */
    Optional<double[][]> load(String key);

    /** Keeps numbers under a key. */
    void save(String key, double[][] printed);

    /** Keeps nothing. */
    static SimulationStore none() {
        return new SimulationStore() {
            @Override
            public Optional<double[][]> load(String key) {
                return Optional.empty();
            }

            @Override
            public void save(String key, double[][] printed) {
                // Nothing is kept.
            }
        };
    }
}
