package org.blastema.formats;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Fields;
import org.blastema.core.Text;
import org.blastema.evidence.Credibility;
import org.blastema.evidence.CredibilityFrame;
import org.blastema.evidence.Scored;

/** What speaks for and against answers, as JSON: a key without meaning is absent. */
public final class CredibilityJson {
    private CredibilityJson() {}

    public static JsonObject of(CredibilityFrame frame, List<Credibility> studies) {
        return new JsonObject()
                .put("simulated", true)
                .put("studies", studies.stream().map(CredibilityJson::study).toList())
                .put(
                        "factors",
                        frame.factors().stream().map(CredibilityJson::factor).toList())
                .put(
                        "promises",
                        frame.promises().stream()
                                .map(each -> new JsonObject()
                                        .put("promise", text(each.promise()))
                                        .put("tests", each.tests()))
                                .toList());
    }

    private static JsonObject text(Text text) {
        return new JsonObject().put("en", text.en()).put("ar", text.ar());
    }

    private static List<JsonObject> texts(List<Text> texts) {
        return texts.stream().map(CredibilityJson::text).toList();
    }

    private static JsonObject factor(CredibilityFrame.Factor factor) {
        return new JsonObject()
                .put("factor", Fields.word(factor.kind()))
                .put("evidence", texts(factor.evidence()))
                .put("tests", factor.tests())
                .put("gaps", texts(factor.gaps()));
    }

    private static JsonObject study(Credibility found) {
        JsonObject json = new JsonObject().put("study", found.study().name()).put("seed", found.seed());
        json.put("scenario", found.study().scenario());
        if (!found.modified().isEmpty()) {
            json.put("mark", "MODIFIED").put("modifications", found.modified());
        }
        found.study().question().ifPresent(each -> json.put("question", text(each)));
        found.study().contextOfUse().ifPresent(each -> json.put("context_of_use", text(each)));
        found.assessed().ifPresent(each -> json.put("risk", risk(each)));
        JsonObject known = new JsonObject();
        found.known().forEach((knowledge, count) -> known.put(Fields.word(knowledge), count));
        return json.put("headline", headline(found))
                .put("validation", validation(found))
                .put("validation_changed", found.changed())
                .put("known", known)
                .put(
                        "numbers",
                        found.numbers().stream()
                                .map(each -> number(found, each))
                                .toList());
    }

    private static JsonObject risk(CredibilityFrame.Assessed assessed) {
        return new JsonObject()
                .put("influence", Fields.word(assessed.influence()))
                .put("consequence", Fields.word(assessed.consequence()))
                .put("risk", Fields.word(assessed.risk()))
                .put("reason", text(assessed.reason()))
                .put("tests", assessed.tests())
                .put("gaps", texts(assessed.gaps()));
    }

    private static JsonObject headline(Credibility found) {
        return new JsonObject()
                .put("arm", found.arm())
                .put("versus", found.versus())
                .put("endpoint", found.endpoint())
                .put("unit", found.unit())
                .put("month", SummaryJson.month(found.month()))
                .put("persons", found.persons())
                .put("failed_share", found.failed())
                .put("difference", found.headline())
                .put("difference_ci95", found.headline95());
    }

    private static List<JsonObject> validation(Credibility found) {
        List<JsonObject> blocks = new ArrayList<>();
        for (Scored.Block block : Scored.Block.values()) {
            found.coverage(block)
                    .ifPresent(
                            each -> blocks.add(ValidationJson.coverage(each).put("block", ValidationJson.word(block))));
        }
        return blocks;
    }

    private static JsonObject number(Credibility found, Credibility.Influence number) {
        JsonObject json = new JsonObject()
                .put("parameter", number.name())
                .put("knowledge", number.parameter().knowledge().map(Fields::word))
                .put("sources", number.parameter().sources())
                .put("move", Fields.word(number.move()));
        number.effect().ifPresent(effect -> json.put("effect", effect).put("effect_ci95", number.effect95()));
        return json.put("drives", found.drives(number));
    }
}
