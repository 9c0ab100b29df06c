package org.blastema.formats;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Text;
import org.blastema.evidence.Backing;
import org.blastema.evidence.Country;
import org.blastema.evidence.CountryProfile;
import org.blastema.evidence.CountryProfile.Row;
import org.blastema.evidence.Fact;
import org.blastema.evidence.ProductProfile;
import org.blastema.evidence.SignsScore;
import org.blastema.evidence.WarningSigns;

/** What is known of stem-cell therapies in countries; a key without meaning is absent. */
public final class AccessJson {
    private AccessJson() {}

    /** The names of all countries. */
    public static JsonObject names(List<Country> countries) {
        return new JsonObject()
                .put("countries", countries.stream().map(AccessJson::name).toList());
    }

    private static JsonObject name(Country country) {
        return new JsonObject()
                .put("name", country.name())
                .put("title", text(country.title()))
                .put("iso", country.iso());
    }

    /** Everything of a country; a section of which nothing is known of the country itself stands in {@code nothing_known}. */
    public static JsonObject of(CountryProfile profile, WarningSigns signs) {
        Country country = profile.country();
        JsonObject json = head(profile);
        for (Fact.Section section : Fact.Section.values()) {
            json.put(section.key(), rows(profile.rows(section), country));
        }
        JsonObject nothing = new JsonObject();
        for (Fact.Section section : Fact.Section.values()) {
            if (country.in(section).isEmpty()) {
                nothing.put(section.key(), text(country.nothingIn(section).orElse(new Text("", ""))));
            } else {
                nothing.put(section.key(), country.nothingIn(section).map(AccessJson::text));
            }
        }
        return json.put("nothing_known", nothing)
                .put("signs", signs.signs().stream().map(AccessJson::sign).toList())
                .put("must_not_claim", texts(profile.mustNotClaim()));
    }

    /** One product in a country and elsewhere. */
    public static JsonObject of(ProductProfile product) {
        Country country = product.profile().country();
        return head(product.profile())
                .put("product", product.name())
                .put("products", rows(product.here(), country))
                .put("elsewhere", rows(product.elsewhere(), country))
                .put("prices", rows(product.prices(), country))
                .put("must_not_claim", texts(product.profile().mustNotClaim()));
    }

    /** The signs of an unproven offer. */
    public static JsonObject of(WarningSigns signs) {
        return new JsonObject()
                .put("title", text(signs.title()))
                .put("most_points", signs.most())
                .put("signs", signs.signs().stream().map(AccessJson::sign).toList())
                .put("about", texts(signs.about()));
    }

    /** The signs with answers. */
    public static JsonObject of(SignsScore score) {
        return new JsonObject()
                .put("title", text(score.signs().title()))
                .put("points", score.seen())
                .put("points_not_known", score.open())
                .put("most_points", score.signs().most())
                .put(
                        "signs",
                        score.answers().entrySet().stream()
                                .map(each -> sign(each.getKey()).put("answer", Fields.word(each.getValue())))
                                .toList())
                .put("about", texts(score.signs().about()));
    }

    private static JsonObject head(CountryProfile profile) {
        Country country = profile.country();
        return new JsonObject()
                .put("country", country.name())
                .put("title", text(country.title()))
                .put("iso", country.iso())
                .put("as_of", country.asOf().toString());
    }

    private static List<JsonObject> rows(List<Row> rows, Country asked) {
        return rows.stream().map(row -> row(row, asked)).toList();
    }

    private static JsonObject row(Row row, Country asked) {
        JsonObject json = new JsonObject();
        switch (row.fact()) {
            case Fact.Statement statement -> json.put("what", text(statement.what()));
            case Fact.Licence product ->
                json.put("product", product.name())
                        .put("cells", text(product.cells()))
                        .put("use", text(product.use()))
                        .put("status", Fields.word(product.status()));
            case Fact.Amount amount -> amount(json, amount);
        }
        backing(json, row, row.fact().backing());
        if (row.fact() instanceof Fact.Licence product) {
            json.put(
                    "later",
                    product.later()
                            .map(later -> backing(
                                    new JsonObject().put("status", Fields.word(later.status())),
                                    row,
                                    later.backing())));
        }
        return json.put(
                "from",
                row.from().equals(asked)
                        ? Optional.empty()
                        : Optional.of(row.from().name()));
    }

    private static void amount(JsonObject json, Fact.Amount amount) {
        json.put("what", text(amount.what()))
                .put("basis", Fields.word(amount.basis()))
                .put("product", amount.product())
                .put("value", amount.value())
                .put("sd", amount.sd())
                .put("cv", amount.cv())
                .put("most95", amount.most().map(most -> List.of(most.low(), most.high())))
                .put("low", amount.low())
                .put("high", amount.high())
                .put("n", amount.n().isPresent() ? Optional.of(amount.n().getAsInt()) : Optional.empty())
                .put("unit", amount.unit());
    }

    private static JsonObject backing(JsonObject json, Row row, Backing backing) {
        return json.put(
                        "date",
                        backing.date().known() ? Optional.of(backing.date().toString()) : Optional.empty())
                .put("may_be_out_of_date", row.mayBeOutOfDate(backing))
                .put("knowledge", Fields.word(backing.knowledge()))
                .put("unverified", backing.unverified())
                .put("sources", backing.sources())
                .put("note", backing.note().map(AccessJson::text));
    }

    private static JsonObject sign(WarningSigns.Sign sign) {
        return new JsonObject()
                .put("sign", sign.name())
                .put("what", text(sign.what()))
                .put("points", sign.points())
                .put("unverified", sign.backing().unverified())
                .put("knowledge", Fields.word(sign.backing().knowledge()))
                .put("sources", sign.backing().sources());
    }

    private static JsonObject text(Text text) {
        return new JsonObject().put("en", text.en()).put("ar", text.ar());
    }

    private static List<JsonObject> texts(List<Text> texts) {
        return texts.stream().map(AccessJson::text).toList();
    }
}
