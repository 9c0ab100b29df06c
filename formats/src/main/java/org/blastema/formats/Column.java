package org.blastema.formats;

/**
 * A column of a table.
 *
 * @param unit UCUM code, empty for what has no unit
 */
public record Column(String name, Type type, String unit) {
    /** What a column holds. */
    public enum Type {
        BIGINT,
        DOUBLE,
        VARCHAR,
        BOOLEAN
    }

    static Column whole(String name) {
        return new Column(name, Type.BIGINT, "");
    }

    static Column text(String name) {
        return new Column(name, Type.VARCHAR, "");
    }

    static Column flag(String name) {
        return new Column(name, Type.BOOLEAN, "");
    }

    static Column number(String name, String unit) {
        return new Column(name, Type.DOUBLE, unit);
    }
}
