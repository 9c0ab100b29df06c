package org.blastema.evidence;

import org.blastema.core.Level;

/** Where the spread of a result comes from. */
public enum InputGroup {
    PATIENT,
    PRODUCT,
    CENTRE,
    KNOWLEDGE,
    NOISE;

    /** The group of what is drawn at a level. */
    public static InputGroup of(Level level) {
        return switch (level) {
            case PATIENT -> PATIENT;
            case LOT, DONOR, CELL -> PRODUCT;
            case TRIAL, CENTRE -> CENTRE;
            case KNOWLEDGE -> KNOWLEDGE;
            case OCCASION -> NOISE;
        };
    }
}
