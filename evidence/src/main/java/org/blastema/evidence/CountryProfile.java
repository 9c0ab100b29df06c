package org.blastema.evidence;

import java.util.List;
import org.blastema.core.Text;

/**
 * A country together with what it lies within.
 *
 * @param holding the country itself, then the files whose facts hold there too, each once
 */
public record CountryProfile(Country country, List<Country> holding) {
    /**
     * A fact and whose it is.
     *
     * @param from the country, the union or the world that it was told of
     */
    public record Row(Fact fact, Country from) {
        /** Whether more than a year may lie between a date of the fact and the newest source of its file. */
        public boolean mayBeOutOfDate(Backing backing) {
            return backing.date().mayBeOverAYearBefore(from.asOf());
        }
    }

    /** The facts of a section, those of the country first. */
    public List<Row> rows(Fact.Section section) {
        return holding.stream()
                .flatMap(from -> from.in(section).stream().map(fact -> new Row(fact, from)))
                .toList();
    }

    public List<Text> mustNotClaim() {
        return holding.stream().flatMap(from -> from.mustNotClaim().stream()).toList();
    }
}
