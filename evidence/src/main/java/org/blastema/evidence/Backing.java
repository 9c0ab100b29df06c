package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Knowledge;
import org.blastema.core.Text;

/**
 * What stands behind a fact about a country.
 *
 * @param date of the rule, the authorisation, the survey or the warning
 * @param sources keys of the bibliography, at least one
 * @param knowledge how the weakest part of the fact is known: assumed or fitted in a law of prices alone
 */
public record Backing(FactDate date, List<String> sources, Knowledge knowledge, Optional<Text> note) {
    public Backing {
        sources = List.copyOf(sources);
    }

    /** Whether nobody looked it up: such a row reads "unverified". */
    public boolean unverified() {
        return knowledge == Knowledge.RECALLED;
    }
}
