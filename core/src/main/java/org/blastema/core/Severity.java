package org.blastema.core;

/** How much a problem weighs: an error stops the work, a warning is only told. */
public enum Severity {
    ERROR,
    WARNING
}
