package org.blastema.core;

/** The level at which a spread is drawn: one draw is shared by all below it. */
public enum Level {
    KNOWLEDGE,
    TRIAL,
    CENTRE,
    LOT,
    DONOR,
    PATIENT,
    OCCASION,
    CELL
}
