package org.blastema.core;

import java.util.Collection;
import java.util.List;

/** Wrong use of the command, or a folder that is not ours. */
public final class Refusal extends BlastemaException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }

    /** Names the nearest valid things too, where any of them looks like what was seen. */
    public Refusal(String message, String seen, Collection<String> valid) {
        this(message + nearest(Problems.nearest(seen, valid)));
    }

    private static String nearest(List<String> names) {
        return names.isEmpty() ? "" : "; nearest: " + String.join(", ", names);
    }
}
