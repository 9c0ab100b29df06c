package org.blastema.core;

import java.util.List;
import java.util.stream.Collectors;

/** The input is wrong; carries every problem found. */
public final class InvalidInput extends BlastemaException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** One error. */
    public InvalidInput(Position at, String what, String rule, String... nearest) {
        this(List.of(new Problem(Severity.ERROR, at, what, rule, List.of(nearest))));
    }

    public List<Problem> problems() {
        return problems;
    }
}
