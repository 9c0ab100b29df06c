package org.blastema.evidence;

import java.util.List;
import java.util.SortedMap;
import org.blastema.model.Library;
import org.blastema.trial.Plan;

/** What the numbers of a validation depend on. */
final class Inputs {
    /** Stands for the program among the files. */
    static final String PROGRAM = "program";

    private static final String SOURCES = "evidence/sources.bib";

    private Inputs() {}

    /** Every file that a library has read, by its SHA-256, but the bibliography, which moves no number; and the program's version. */
    static SortedMap<String, String> of(Library library) {
        SortedMap<String, String> inputs = library.filesRead();
        inputs.remove(SOURCES);
        inputs.put(PROGRAM, Plan.ENGINE);
        return inputs;
    }

    /** The inputs that are not what they were. */
    static List<String> changed(SortedMap<String, String> inputs, Library library) {
        Library fresh = library.unread();
        return inputs.entrySet().stream()
                .filter(each -> !each.getValue().equals(now(fresh, each.getKey())))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static String now(Library library, String input) {
        return input.equals(PROGRAM)
                ? Plan.ENGINE
                : library.bytes(input).map(Library::sha256).orElse("");
    }
}
