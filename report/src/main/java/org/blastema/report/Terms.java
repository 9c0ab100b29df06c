package org.blastema.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.blastema.core.Text;
import org.blastema.trial.Plan;

/** The words of adverse events, scenarios and units. */
final class Terms {
    private Terms() {}

    static Map<String, Text> of(Plan plan) {
        Map<String, Text> terms = new LinkedHashMap<>();
        plan.arms().forEach(arm -> arm.terms().forEach(term -> terms.putIfAbsent(term.name(), term.label())));
        return terms;
    }

    static Text label(Subject run, String term) {
        return of(run.plan()).getOrDefault(term, new Text(term, term));
    }

    /** The words of a scenario; its name where there are none. */
    static Text scenario(String name) {
        return new Text(
                name,
                switch (name) {
                    case "null" -> "العدم";
                    case "pooled" -> "المجمّع";
                    case "optimistic" -> "المتفائل";
                    case "fades" -> "يتلاشى";
                    case "stays" -> "يبقى";
                    case "published" -> "المنشور";
                    case "link" -> "الصلة";
                    case "secretion" -> "الإفراز";
                    case "differentiation" -> "التحوّل";
                    case "dish" -> "الطبق";
                    case "as-counted" -> "كما عُدّ";
                    default -> name;
                });
    }

    /** A scenario and what its name stands for in the model of the run, where the model says that. */
    static Text explained(Subject run, String name) {
        Text words = run.model().scenarioWords().get(name);
        return words == null ? scenario(name) : Finding.of("%s (%s)", "%s (%s)", scenario(name), words);
    }

    /** A unit in words: a number without one is points of its scale. */
    static Text unit(String code) {
        return switch (code) {
            case "1" -> new Text("points", "نقطة");
            case "a" -> new Text("years", "سنة");
            case "d" -> new Text("days", "يوم");
            case "{USD}" -> new Text("dollars", "دولار");
            case "{EUR}" -> new Text("euros", "يورو");
            case "{grade}" -> new Text("grades", "درجة");
            case "10*9{cells}/L" -> new Text("billion cells in a litre", "مليار خلية في اللتر");
            default -> new Text(code, code);
        };
    }
}
