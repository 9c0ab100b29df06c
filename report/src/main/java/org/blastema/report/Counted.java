package org.blastema.report;

import org.blastema.core.Text;

/** Numbers with their nouns: what an Arabic noun looks like goes by its number. */
final class Counted {
    private Counted() {}

    static Text people(long n) {
        return new Text(n == 1 ? "1 person" : n + " people", arabic(n, "شخص", "شخصين", "أشخاص", "شخصاً"));
    }

    static Text patients(long n) {
        return new Text(n == 1 ? "1 patient" : n + " patients", arabic(n, "مريض", "مريضين", "مرضى", "مريضاً"));
    }

    static Text arms(long n) {
        return new Text(n == 1 ? "1 arm" : n + " arms", arabic(n, "مجموعة", "مجموعتين", "مجموعات", "مجموعة"));
    }

    static Text draws(long n) {
        return new Text(n == 1 ? "1 draw" : n + " draws", arabic(n, "سحبة", "سحبتين", "سحبات", "سحبة"));
    }

    static Text trials(long n) {
        return new Text(n == 1 ? "1 trial" : n + " trials", arabic(n, "تجربة", "تجربتين", "تجارب", "تجربة"));
    }

    /**
     * The noun with its number: 1 and 2 stand in the noun, 3 to 10 take the plural, 11 to 99 the singular in the accusative, whole
     * hundreds the singular.
     *
     * @param two in the oblique case
     */
    static String arabic(long n, String one, String two, String few, String many) {
        if (n == 1) {
            return one;
        }
        if (n == 2) {
            return two;
        }
        return n + " " + noun((double) n, one, few, many);
    }

    /** The noun alone, as it stands behind a number that is no less than 3 or is no whole number. */
    static String noun(double n, String one, String few, String many) {
        double rest = Math.floor(Math.abs(n)) % 100;
        if (rest > 10) {
            return many;
        }
        return rest >= 3 && n == Math.rint(n) ? few : one;
    }
}
