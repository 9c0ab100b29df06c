package org.blastema.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.model.Model;

/** Binds what is done with the results of trials: when they stop, which of them are printed. */
final class PracticeReader {
    private static final int MOST_LOOKS = 100;

    private final References references;
    private final Problems problems;
    private final Strictness strictness;

    PracticeReader(References references, Problems problems, Strictness strictness) {
        this.references = references;
        this.problems = problems;
        this.strictness = strictness;
    }

    List<Study.Practice> read(Fields study, List<String> arms, Map<String, Model.Readout> endpoints) {
        List<Study.Practice> practices = new ArrayList<>();
        for (Fields each : study.list("practices", "practice")) {
            practices.add(practice(each, arms, endpoints));
        }
        return List.copyOf(practices);
    }

    private Study.Practice practice(Fields fields, List<String> arms, Map<String, Model.Readout> endpoints) {
        String arm = arm(fields, "arm", arms);
        String versus = arm(fields, "versus", arms);
        Text label = fields.requiredBilingual("label");
        Optional<Study.Choice> choice = fields.fields("best-of", "best-of").map(inside -> choice(inside, endpoints));
        Optional<Study.Looks> looks = fields.fields("looks", "looks").map(this::looks);
        Optional<Study.Printing> printing =
                fields.fields("printing", "printing").map(this::printing);
        List<String> sources = fields.texts("source");
        references.sources(fields.at("source"), sources);
        Parameter.provenance(fields, sources, strictness);
        fields.text("note");
        fields.done();
        return new Study.Practice(arm, versus, label, choice, looks, printing);
    }

    private String arm(Fields fields, String key, List<String> arms) {
        String name = fields.requiredText(key);
        if (!name.isEmpty() && !arms.contains(name)) {
            problems.unknown(fields.at(key), "arm", name, arms);
        }
        return name;
    }

    private Study.Choice choice(Fields fields, Map<String, Model.Readout> endpoints) {
        List<String> readouts = fields.texts("readouts");
        for (String each : readouts) {
            if (!endpoints.containsKey(each)) {
                problems.unknown(fields.at("readouts"), "endpoint", each, endpoints.keySet());
            }
        }
        if (new HashSet<>(readouts).size() < Math.max(2, readouts.size())) {
            problems.error(
                    fields.has("readouts") ? fields.at("readouts") : fields.position(),
                    "a choice among " + readouts,
                    "a choice is among two endpoints of the study or more, each named once");
        }
        if (readouts.stream()
                        .flatMap(each -> Optional.ofNullable(endpoints.get(each)).stream())
                        .map(each -> List.of(each.unit(), each.better(), each.kind()))
                        .distinct()
                        .count()
                > 1) {
            problems.error(
                    fields.at("readouts"),
                    "outcomes " + readouts + " in different units, kinds or directions",
                    "what is told is one number, so the outcomes of a choice have one unit, one kind and one better end");
        }
        double share = fields.has("share") ? share(fields, "share") : 1;
        fields.done();
        return new Study.Choice(readouts, share);
    }

    private Study.Looks looks(Fields fields) {
        int count = fields.integer("count").orElse(0);
        if (count < 1 || count > MOST_LOOKS) {
            problems.error(fields.position(), count + " looks", "a trial is looked at 1 to " + MOST_LOOKS + " times");
        }
        double boundary = fields.requiredNumber("boundary");
        if (!(boundary > 0)) {
            problems.error(fields.at("boundary"), "a boundary of " + Decimal.plain(boundary), "it lies above 0");
        }
        Study.Looks looks = new Study.Looks(
                Math.max(1, count),
                boundary,
                fields.choice("shape", Study.Looks.Shape.class).orElse(Study.Looks.Shape.CONSTANT));
        fields.done();
        return looks;
    }

    private Study.Printing printing(Fields fields) {
        double positive = share(fields, "positive");
        double plain = share(fields, "plain");
        double dressed = share(fields, "dressed");
        if (plain + dressed > 1) {
            problems.error(
                    fields.position(),
                    "plain and dressed are " + Decimal.plain(plain + dressed) + " together",
                    "they are shares of the trials that are not positive, at most 1 together");
        }
        fields.done();
        return new Study.Printing(positive, plain, dressed);
    }

    private double share(Fields fields, String key) {
        double share = fields.requiredNumber(key);
        if (!(share >= 0 && share <= 1)) {
            problems.error(fields.at(key), "'" + key + "' is " + Decimal.plain(share), "it lies in 0 to 1");
        }
        return share;
    }
}
