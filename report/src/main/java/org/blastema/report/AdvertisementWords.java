package org.blastema.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.blastema.core.Language;
import org.blastema.core.Range;
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

    /** Where in the advertisement a claim stands. */
    public static List<String> lines(ConfirmedAdvertisement.Claimed claimed, Language language) {
        AdvertisementWords words = new AdvertisementWords(language);
        if (!claimed.lines().isEmpty()) {
            List<String> numbers = claimed.lines().stream().map(String::valueOf).toList();
            words.lines.say(
                    0,
                    "Confirmed, in the advertisement's line %s:",
                    "أُكِّد وروده في الإعلان، السطر %s:",
                    new Text(String.join(", ", numbers), String.join("، ", numbers)));
        }
        return words.lines.written();
    }

    /**
     * Prices against those that were published, and the laws that are taken for services of this kind.
     *
     * @param places that the advertisement names
     */
    public static List<String> prices(
            ConfirmedAdvertisement confirmed, CountryProfile world, List<CountryProfile> places, Language language) {
        AdvertisementWords words = new AdvertisementWords(language);
        if (!confirmed.prices().isEmpty()) {
            List<CountryProfile.Row> known = Stream.concat(
                            world.rows(Fact.Section.PRICE_LAWS).stream(),
                            Stream.concat(places.stream(), Stream.of(world))
                                    .flatMap(place -> place.rows(Fact.Section.PRICES).stream()))
                    .distinct()
                    .toList();
            words.lines.say(0, "Prices", "الأسعار");
            confirmed.prices().forEach(price -> words.price(price, known));
            words.lines.say(
                    1,
                    "A price alone says nothing of what is given or of a result, so no claim is judged by it.",
                    "السعر وحده لا يقول شيئاً عمّا يُعطى ولا عن نتيجة، فلا يُحكم به على أي قول.");
        }
        return words.lines.written();
    }

    private void price(ConfirmedAdvertisement.Price price, List<CountryProfile.Row> known) {
        lines.say(1, "“%s”: %s", "«%s»: %s", price.quoted(), amount(price));
        int before = lines.written().size();
        for (CountryProfile.Row row : known) {
            if (row.fact() instanceof Fact.Amount amount && amount.unit().equals(price.currency())) {
                span(amount).ifPresent(span -> compared(price, row, amount, span));
            }
        }
        if (lines.written().size() == before) {
            lines.say(2, "- No prices in this currency are known here.", "- لا تُعرف هنا أسعار بهذه العملة.");
        }
    }

    /** The ends of what is known of a price that people are asked or pay. */
    private static Optional<Range> span(Fact.Amount amount) {
        return switch (amount.basis()) {
            case FITTED -> amount.most();
            case ASKED, ADVERTISED, RAISED, PAID ->
                amount.low().isPresent() && amount.high().isPresent()
                        ? Optional.of(new Range(
                                amount.low().getAsDouble(), amount.high().getAsDouble()))
                        : amount.value().stream()
                                .mapToObj(value -> new Range(value, value))
                                .findFirst();
            default -> Optional.empty();
        };
    }

    private void compared(ConfirmedAdvertisement.Price price, CountryProfile.Row row, Fact.Amount amount, Range span) {
        lines.say(
                2,
                "- %s, %s: %s (%s). This price is %s.",
                "- %s، %s: %s (%s). وهذا السعر %s.",
                row.from().title(),
                amount.what(),
                AccessTerms.amount(amount),
                AccessTerms.basis(amount.basis()),
                place(price, span));
    }

    private static Text place(ConfirmedAdvertisement.Price price, Range span) {
        if (price.low() > span.high()) {
            return new Text("above that", "أعلى من ذلك");
        }
        if (price.high() < span.low()) {
            return new Text("below that", "أدنى من ذلك");
        }
        return price.low() >= span.low() && price.high() <= span.high()
                ? new Text("within that", "ضمن ذلك")
                : new Text("partly within that", "ضمن ذلك في بعضه");
    }

    private static Text amount(ConfirmedAdvertisement.Price price) {
        Text unit = AccessTerms.unit(price.currency());
        return price.low() == price.high()
                ? Finding.of("%,.0f%s", "%,.0f%s", price.low(), unit)
                : Finding.of("%,.0f to %,.0f%s", "من %,.0f إلى %,.0f%s", price.low(), price.high(), unit);
    }

    /** What cannot be answered, and why. */
    public static List<String> open(ConfirmedAdvertisement confirmed, List<ClaimResult> results, Language language) {
        AdvertisementWords words = new AdvertisementWords(language);
        words.lines.say(0, "What cannot be answered", "ما لا يمكن الجواب عنه");
        confirmed
                .open()
                .forEach(each -> words.lines.say(1, "- %s: %s", "- %s: %s", quoted(each.quoted()), each.because()));
        results.forEach(result -> result.claim()
                .untested()
                .ifPresent(why -> words.lines.say(
                        1, "- %s: %s", "- %s: %s", result.claim().id(), why)));
        confirmed
                .unread()
                .forEach(each -> words.lines.say(
                        1,
                        "- Line %d, %s: no claim of the library was recognised in it.",
                        "- السطر %d، %s: لم يُعرف فيه أي قول من المكتبة.",
                        each.line(),
                        quoted(List.of(each.text()))));
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

    private static Text quoted(List<String> texts) {
        return new Text("“" + String.join("”, “", texts) + "”", "«" + String.join("»، «", texts) + "»");
    }
}
