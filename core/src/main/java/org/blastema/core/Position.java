package org.blastema.core;

/**
 * A place in a text file.
 *
 * @param file path or resource name as the user gave it
 * @param line first line is 1
 * @param column first column is 1
 */
public record Position(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
