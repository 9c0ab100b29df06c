package org.blastema.core;

/** A file of the library must state every source; a user's file is only warned. */
public enum Strictness {
    LIBRARY,
    USER;

    public Severity missingSource() {
        return this == LIBRARY ? Severity.ERROR : Severity.WARNING;
    }
}
