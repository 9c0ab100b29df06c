package org.blastema.core;

/** How far a value differs, and between what. */
public record Spread(Level level, Distribution distribution) {
    @Override
    public String toString() {
        return distribution.words() + ", " + Fields.word(level);
    }
}
