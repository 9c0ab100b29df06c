package org.blastema.formats;

/** What the tables of a run can be written as. */
public enum ExportFormat {
    /** Each table as it is. */
    CSV,
    /** Subject level, one record a measurement, adverse events, with the variables of CDISC ADaM. */
    ADAM,
    /** One event record a dose and a measurement, numbers alone beside the identifier. */
    NONMEM
}
