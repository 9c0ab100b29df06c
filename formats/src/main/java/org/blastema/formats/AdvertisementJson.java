package org.blastema.formats;

import java.util.List;
import org.blastema.core.Fields;
import org.blastema.evidence.Advertisement;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.ConfirmedAdvertisement;
import org.blastema.evidence.Phrases;

/** An advertisement before and after a person confirmed it; a key without meaning is absent. */
public final class AdvertisementJson {
    private AdvertisementJson() {}

    /** What was found in a text. */
    public static JsonObject of(Advertisement found) {
        return new JsonObject()
                .put("language", Fields.word(found.language()))
                .put(
                        "candidates",
                        found.candidates().stream()
                                .map(AdvertisementJson::candidate)
                                .toList())
                .put(
                        "prices",
                        found.prices().stream()
                                .map(each -> quoted(each.quoted())
                                        .put("low", each.low())
                                        .put("high", each.high())
                                        .put("currency", each.currency()))
                                .toList())
                .put(
                        "places",
                        found.places().stream()
                                .map(each -> quoted(each.quoted())
                                        .put("country", each.country().name()))
                                .toList())
                .put(
                        "not_answered",
                        found.open().stream()
                                .map(each -> new JsonObject()
                                        .put("stands_in", statements(each.quoted()))
                                        .put(
                                                "because",
                                                new JsonObject()
                                                        .put(
                                                                "en",
                                                                each.because().en())
                                                        .put(
                                                                "ar",
                                                                each.because().ar())))
                                .toList())
                .put("not_recognised", statements(found.unread()));
    }

    private static JsonObject candidate(Advertisement.Candidate each) {
        JsonObject json = new JsonObject().put("claim", each.claim()).put("stands_in", statements(each.statements()));
        for (Phrases.Kind kind : Phrases.Kind.values()) {
            Advertisement.Found part = each.parts().get(kind);
            if (part != null) {
                json.put(
                        Fields.word(kind),
                        quoted(part.quoted()).put("means", part.word().name()));
            }
        }
        return json;
    }

    private static List<JsonObject> statements(List<Advertisement.Quoted> quoted) {
        return quoted.stream().map(AdvertisementJson::quoted).toList();
    }

    private static JsonObject quoted(Advertisement.Quoted quoted) {
        return new JsonObject().put("line", quoted.line()).put("quoted", quoted.text());
    }

    /** What the experiments say of what was confirmed. */
    public static JsonObject of(ConfirmedAdvertisement confirmed, List<ClaimResult> results) {
        return ClaimsJson.of(results)
                .put(
                        "confirmed",
                        confirmed.claims().stream()
                                .map(each -> new JsonObject()
                                        .put("claim", each.claim())
                                        .put("lines", each.lines()))
                                .toList())
                .put(
                        "prices",
                        confirmed.prices().stream()
                                .map(each -> new JsonObject()
                                        .put("quoted", each.quoted())
                                        .put("low", each.low())
                                        .put("high", each.high())
                                        .put("currency", each.currency()))
                                .toList())
                .put("countries", confirmed.countries())
                .put(
                        "not_answered",
                        confirmed.open().stream()
                                .map(each -> new JsonObject()
                                        .put("quoted", each.quoted())
                                        .put("because", each.because()))
                                .toList())
                .put("not_recognised", statements(confirmed.unread()))
                .put("not_confirmed", confirmed.refused());
    }
}
