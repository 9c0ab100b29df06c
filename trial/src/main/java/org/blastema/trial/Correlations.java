package org.blastema.trial;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Correlations between the normal scores of variables, by their full names. What no file names is 0. */
final class Correlations {
    private final Map<String, Double> values = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();

    /**
     * @param a full name of one variable
     * @param b of the other
     * @param value -1 to 1, exclusive
     */
    void add(String a, String b, double value) {
        values.put(key(a, b), value);
        names.add(a);
        names.add(b);
    }

    boolean concern(String name) {
        return names.contains(name);
    }

    double between(String a, String b) {
        return values.getOrDefault(key(a, b), 0.0);
    }

    private static String key(String a, String b) {
        return a.compareTo(b) <= 0 ? a + "\n" + b : b + "\n" + a;
    }
}
