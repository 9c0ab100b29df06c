package org.blastema.core;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What a draw is for.
 *
 * @param name the full name of the drawn thing
 */
public record Purpose(Level level, String name) {
    public int code() {
        return code(level, name);
    }

    /** FNV-1a over the level and the name, with a last mixing, 32 bits. */
    static int code(Level level, String name) {
        int hash = 0x811C9DC5;
        for (byte octet : (Fields.word(level) + "/" + name).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }

    /**
     * Two different purposes must not share chance.
     *
     * @throws Failure naming both if they do
     */
    public static void refuseCollisions(Collection<Purpose> purposes) {
        Map<Integer, Purpose> seen = new HashMap<>();
        for (Purpose purpose : purposes) {
            Purpose other = seen.putIfAbsent(purpose.code(), purpose);
            if (other != null && !other.equals(purpose)) {
                throw new Failure("the names '" + other.name() + "' and '" + purpose.name()
                        + "' have the same code of chance; rename one of them");
            }
        }
    }
}
