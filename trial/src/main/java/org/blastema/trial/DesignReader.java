package org.blastema.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Yaml;

/** Binds the design of a study and what an arm of it has otherwise. */
final class DesignReader {
    private final References references;
    private final Problems problems;
    private final Strictness strictness;

    DesignReader(References references, Problems problems, Strictness strictness) {
        this.references = references;
        this.problems = problems;
        this.strictness = strictness;
    }

    Optional<Design> study(Fields study) {
        return study.fields("design", "design").map(inside -> {
            if (inside.has("belief")) {
                problems.error(
                        inside.at("belief"),
                        "a belief of the whole study",
                        "a belief is that of an arm; name it there");
            }
            return design(inside);
        });
    }

    Optional<Design> arm(Fields arm) {
        return arm.fields("design", "design").map(this::design);
    }

    /** What a study or an arm chooses, by the name of the setting. */
    static SequencedMap<String, String> settings(Fields of) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        of.fields("settings", "settings").ifPresent(inside -> {
            for (Yaml.Entry entry : inside.mapping().entries()) {
                String name = entry.key().text();
                inside.text(name).ifPresent(choice -> settings.put(name, choice));
            }
        });
        return settings;
    }

    private Design design(Fields fields) {
        Design design = new Design(
                fields.position(),
                fields.choice("control", Design.Control.class),
                fields.flag("randomised"),
                fields.flag("concealed"),
                fields.flag("blind-patient"),
                fields.flag("blind-provider"),
                fields.flag("blind-assessor"),
                share(fields, "unblinded"),
                share(fields, "co-treatment"),
                belief(fields));
        fields.done();
        return design;
    }

    private OptionalDouble belief(Fields fields) {
        Optional<Double> belief = fields.number("belief");
        belief.filter(value -> Math.abs(value) > 1)
                .ifPresent(
                        value -> problems.error(
                                fields.at("belief"),
                                "a belief of " + Decimal.plain(value),
                                "it lies in -1 to 1: 1 is the hope of those who know that they got the treatment, -1 its reverse"));
        return belief.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private Optional<Design.Share> share(Fields of, String key) {
        return of.fields(key, key).map(inside -> {
            double share = inside.requiredNumber("share");
            if (!(share >= 0 && share <= 1)) {
                problems.error(inside.at("share"), "a share of " + Decimal.plain(share), "it lies in 0 to 1");
            }
            List<String> sources = inside.texts("source");
            references.sources(inside.at("source"), sources);
            Design.Share read = new Design.Share(share, sources, Parameter.provenance(inside, sources, strictness));
            inside.text("note");
            inside.done();
            return read;
        });
    }
}
