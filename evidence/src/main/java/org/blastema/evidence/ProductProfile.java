package org.blastema.evidence;

import java.util.List;

/**
 * What is known of one product.
 *
 * @param profile of the country that was asked about
 * @param here its rows in this country
 * @param elsewhere its rows in other countries
 */
public record ProductProfile(
        String name, CountryProfile profile, List<CountryProfile.Row> here, List<CountryProfile.Row> elsewhere) {
    /** The prices of this country that are about the product. */
    public List<CountryProfile.Row> prices() {
        return profile.rows(Fact.Section.PRICES).stream()
                .filter(row -> row.fact() instanceof Fact.Amount amount
                        && amount.product().filter(name::equals).isPresent())
                .toList();
    }
}
