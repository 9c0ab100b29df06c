package org.blastema.core;

/** What a published number rests on. */
public enum Basis {
    MEASURED,
    FITTED_BY_AUTHORS,
    ILLUSTRATIVE
}
