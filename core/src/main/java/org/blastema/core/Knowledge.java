package org.blastema.core;

/** How a number is known. */
public enum Knowledge {
    READ,
    ABSTRACT,
    RECALLED,
    COMPUTED,
    ASSUMED,
    FITTED
}
