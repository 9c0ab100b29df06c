package org.blastema.trial;

import java.util.List;
import java.util.SortedMap;

/** A study, resolved: everything that its tasks need. */
public interface Plan {
    /** Patients of a block. */
    int BLOCK = 1024;
    /** Twins that are followed over time. */
    int FOLLOWED = 20;

    /** Name of the study. */
    String name();

    long seed();

    /** The run's scenario. */
    String scenario();

    /** All scenarios of the study, in its order. */
    List<String> scenarios();

    /** Randomised per arm in one trial. */
    int patients();

    /** Replicate trials. */
    int trials();

    /** Persons of the twin cohort. */
    int twins();

    List<ArmPlan> arms();

    /** Names of the covariates that rows hold, with units. */
    List<ArmPlan.Followed> covariates();

    /** Names of the endpoints that rows hold, with units. */
    List<ArmPlan.Followed> endpoints();

    List<Visit> visits();

    /** Days of the courses over time. */
    double[] timecourse();

    /** Number of tasks: blocks of every trial in order, then blocks of twins. */
    int tasks();

    /** What was changed against the library, in words. */
    List<String> modified();

    /** SHA-256 of every library file that was read, by path. */
    SortedMap<String, String> files();

    /** SHA-256, hex, over the resolved study, every library file read, seed, sizes and engine version. */
    String hash();

    /** The resolved study as canonical YAML, defaults written out. */
    String yaml();
}
