package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Language;

/** What is authorised in the countries of a claim. Nothing is simulated. */
final class LookupTest {
    private final Countries countries;

    LookupTest(Countries countries) {
        this.countries = countries;
    }

    ClaimResult.LookedUp run(Claim.Lookup lookup) {
        List<ClaimResult.PlaceFound> places = new ArrayList<>();
        for (Claim.Place place : lookup.places()) {
            CountryProfile profile = countries.profile(place.country(), Language.EN);
            List<Fact.Licence> authorised = licences(profile).stream()
                    .filter(each -> place.products().contains(each.name()) && authorised(each.latest()))
                    .toList();
            places.add(new ClaimResult.PlaceFound(
                    profile.country().title(),
                    authorised.stream().map(Fact.Licence::name).distinct().toList()));
        }
        long with = places.stream().filter(each -> !each.authorised().isEmpty()).count();
        Verdict verdict = with == places.size() ? Verdict.HOLDS : with > 0 ? Verdict.PARTLY : Verdict.FAILS;
        return new ClaimResult.LookedUp(lookup, places, verdict);
    }

    static List<Fact.Licence> licences(CountryProfile profile) {
        return profile.rows(Fact.Section.PRODUCTS).stream()
                .map(row -> (Fact.Licence) row.fact())
                .toList();
    }

    private static boolean authorised(Fact.Status status) {
        return status == Fact.Status.APPROVED || status == Fact.Status.CONDITIONAL;
    }
}
