package org.blastema.trial;

import java.util.Arrays;
import java.util.List;
import org.blastema.core.Fields;

/** Switches that every study has; all others belong to its models. */
enum EngineSwitch {
    /** Off: no spread of level occasion. */
    NOISE,
    /** Off: no spread of level trial. */
    BETWEEN_TRIAL,
    /** Off: the baseline is a second measurement, not the one that the patient was screened on. */
    REGRESSION_TO_THE_MEAN,
    /** Off: everybody stays. */
    DROP_OUT,
    /** Off: who knows what is given hopes no more than who does not. */
    EXPECTATION,
    /** Off: who judges and knows what was given judges as if not. */
    OBSERVER,
    /** Off: patients of better prospects come to no arm sooner than to another. */
    ALLOCATION,
    /** Off: nobody takes something else beside. */
    CO_TREATMENT;

    /** Its name in a study. */
    String word() {
        return Fields.word(this);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(EngineSwitch::word).toList();
    }
}
