package org.blastema.report;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.ConfirmedAdvertisement;
import org.blastema.evidence.CountryProfile;
import org.blastema.evidence.Fact;

/** What the experiments say of a confirmed advertisement beyond its claims: its prices, and what cannot be answered. */
public final class AdvertisementWords {
    private final Lines lines;

    private AdvertisementWords(Language language) {
        lines = new Lines(language);
    }

    /** Prices against the laws that are taken for services of this kind. */
    public static List<String> prices(ConfirmedAdvertisement confirmed, CountryProfile world, Language language) {
        AdvertisementWords words = new AdvertisementWords(language);
        if (!confirmed.prices().isEmpty()) {
            words.lines.say(0, "Prices", "الأسعار");
            confirmed.prices().forEach(price -> words.price(price, world));
        }
        return words.lines.written();
    }

    private void price(ConfirmedAdvertisement.Price price, CountryProfile world) {
        lines.say(1, "“%s”: %s", "«%s»: %s", price.quoted(), amount(price.low(), price.high(), price.currency()));
        List<Fact.Amount> laws = world.rows(Fact.Section.PRICE_LAWS).stream()
                .map(CountryProfile.Row::fact)
                .filter(Fact.Amount.class::isInstance)
                .map(Fact.Amount.class::cast)
                .filter(law -> law.unit().equals(price.currency()) && law.most().isPresent())
                .toList();
        laws.forEach(law -> {
            var most = law.most().orElseThrow();
            lines.say(
                    2,
                    "- %s: 95 of 100 are taken to lie between %s; this price is %s.",
                    "- %s: يُفترض أن 95 من كل 100 بين %s؛ وهذا السعر %s.",
                    law.what(),
                    amount(most.low(), most.high(), law.unit()),
                    place(price, most.low(), most.high()));
        });
        if (laws.isEmpty()) {
            lines.say(2, "- No prices in this currency are known here.", "- لا تُعرف هنا أسعار بهذه العملة.");
        }
    }

    private static Text place(ConfirmedAdvertisement.Price price, double low, double high) {
        if (price.low() > high) {
            return new Text("above all of that", "أعلى من ذلك كله");
        }
        return price.high() < low
                ? new Text("below all of that", "أدنى من ذلك كله")
                : new Text("within that", "ضمن ذلك");
    }

    private static Text amount(double low, double high, String currency) {
        return low == high
                ? Finding.of("%,.0f %s", "%,.0f %s", low, currency)
                : Finding.of("%,.0f and %,.0f %s", "%,.0f و%,.0f %s", low, high, currency);
    }

    /** What cannot be answered, and why. */
    public static List<String> open(ConfirmedAdvertisement confirmed, List<ClaimResult> results, Language language) {
        AdvertisementWords words = new AdvertisementWords(language);
        words.lines.say(0, "What cannot be answered", "ما لا يمكن الجواب عنه");
        confirmed.open().forEach(each -> words.lines.say(1, "- “%s”: %s", "- «%s»: %s", each.quoted(), each.because()));
        results.forEach(result -> result.claim()
                .untested()
                .ifPresent(why -> words.lines.say(
                        1, "- %s: %s", "- %s: %s", result.claim().id(), why)));
        if (!confirmed.unread().isEmpty()) {
            List<String> numbers =
                    confirmed.unread().stream().map(String::valueOf).toList();
            words.lines.say(
                    1,
                    "- Lines in which nothing was recognised: %s.",
                    "- أسطر لم يُعرف فيها شيء: %s.",
                    new Text(String.join(", ", numbers), String.join("، ", numbers)));
        }
        if (confirmed.refused() > 0) {
            words.lines.say(
                    1,
                    "- Not confirmed, and so not asked: %d.",
                    "- لم تؤكَّد فلم يُسأل عنها: %d.",
                    confirmed.refused());
        }
        if (words.lines.written().size() == 1) {
            words.lines.say(
                    1,
                    "- Nothing that was recognised. What the table of phrases does not know was not found.",
                    "- لا شيء ممّا عُرف. وما لا يعرفه جدول العبارات لم يُعثر عليه.");
        }
        words.lines.say(
                1,
                "No clinic or person is judged here, only sentences.",
                "لا يُحكم هنا على عيادة أو شخص، بل على جمل فقط.");
        return words.lines.written();
    }
}
