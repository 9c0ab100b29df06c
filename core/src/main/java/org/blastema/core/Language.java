package org.blastema.core;

/** A language that the program speaks. */
public enum Language {
    EN,
    AR
}
