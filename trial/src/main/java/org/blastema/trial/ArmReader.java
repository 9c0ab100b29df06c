package org.blastema.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.model.Model;

/** Binds the arms of a study, each with its product. */
final class ArmReader {
    private static final int MOST_PATIENTS = 1 << 24;
    private static final int MOST_ARMS = 254;

    private final References references;
    private final Problems problems;
    private final Optional<Model> model;
    private final DropOutReader dropOuts;
    private final DesignReader designs;
    private final Map<String, Optional<Product>> products = new LinkedHashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();

    ArmReader(
            References references,
            Problems problems,
            Optional<Model> model,
            DropOutReader dropOuts,
            DesignReader designs) {
        this.references = references;
        this.problems = problems;
        this.model = model;
        this.dropOuts = dropOuts;
        this.designs = designs;
    }

    /** Patients of an arm: needed in a study, at least one. */
    static int patients(Fields of, Problems problems) {
        return whole(of, problems, "patients", 0, 1);
    }

    static int whole(Fields of, Problems problems, String key, int otherwise, int least) {
        if (!of.has(key) && otherwise < least) {
            of.missing(key);
        }
        int value = of.integer(key).orElse(Math.max(otherwise, least));
        if (value < least || value > MOST_PATIENTS) {
            problems.error(of.at(key), "'" + key + "' is " + value, "it must lie in " + least + " to " + MOST_PATIENTS);
        }
        return value;
    }

    /** The arms of a study. */
    List<Study.Arm> arms(Fields study, double horizon, List<Visit> visits) {
        if (!study.has("arms")) {
            study.missing("arms");
        }
        List<Study.Arm> arms = new ArrayList<>();
        for (Fields each : study.list("arms", "arm")) {
            arm(each, horizon, visits).ifPresent(arms::add);
        }
        if (arms.size() > MOST_ARMS) {
            problems.error(study.at("arms"), arms.size() + " arms", "a study has at most " + MOST_ARMS + " arms");
        }
        return List.copyOf(arms);
    }

    /** Names of all arms so far, of those too whose product is unknown. */
    List<String> names() {
        return List.copyOf(seen);
    }

    private Optional<Study.Arm> arm(Fields each, double horizon, List<Visit> visits) {
        String product = each.requiredText("product");
        String name = each.text("name").orElse(product);
        OptionalInt patients = each.has("patients") ? OptionalInt.of(patients(each, problems)) : OptionalInt.empty();
        Optional<SequencedMap<String, Range>> eligibility = eligibility(each);
        Optional<Study.DropOut> dropOut = dropOuts.read(each, horizon, visits);
        Optional<Design> design = designs.arm(each);
        SequencedMap<String, String> settings = DesignReader.settings(each);
        Optional<Study.Step> step = step(each, seen);
        Optional<Text> title = each.bilingual("title");
        each.done();
        if (!seen.add(name)) {
            problems.error(each.position(), "the arm '" + name + "' a second time", "names of arms differ");
        }
        Position at = each.at("product");
        Optional<Product> known = products.containsKey(product) ? products.get(product) : product(at, product);
        products.put(product, known);
        return known.map(bound ->
                new Study.Arm(name, solved(bound), patients, eligibility, dropOut, design, settings, step, title));
    }

    /** A product of a model that the study's model extends is solved with the study's. */
    private Product solved(Product product) {
        return model.filter(wider -> wider.extended().contains(product.model()))
                .map(wider -> product.within(wider.name()))
                .orElse(product);
    }

    /** What an arm adds to one that stands before it. */
    private Optional<Study.Step> step(Fields arm, Set<String> before) {
        return arm.fields("step", "step").map(inside -> {
            Optional<String> after = inside.text("after");
            after.filter(name -> !before.contains(name))
                    .ifPresent(name -> problems.unknown(inside.at("after"), "arm", name, before));
            Text label = inside.requiredBilingual("label");
            Study.Step step = new Study.Step(after, label, inside.bilingual("why"), inside.bilingual("ask"));
            inside.done();
            return step;
        });
    }

    private Optional<Product> product(Position at, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return references
                .document(at, "product", name, Likeness.KINDS)
                .map(tree -> new ProductReader(references, problems, Library.strictness(tree.position())).read(tree));
    }

    /** Ranges of what is measured at entry. */
    Optional<SequencedMap<String, Range>> eligibility(Fields of) {
        return of.fields("eligibility", "eligibility").map(inside -> {
            SequencedMap<String, Range> ranges = new LinkedHashMap<>();
            for (Yaml.Entry entry : inside.mapping().entries()) {
                String readout = entry.key().text();
                model.filter(known -> known.readout(readout) < 0)
                        .ifPresent(known -> problems.unknown(
                                entry.key().position(), "readout", readout, StudyChecks.readouts(known)));
                List<Double> ends = inside.numbers(readout);
                if (ends.size() == 2 && ends.get(0) < ends.get(1)) {
                    ranges.put(readout, new Range(ends.get(0), ends.get(1)));
                } else {
                    problems.error(
                            entry.value().position(),
                            "eligibility " + readout + ": " + ends,
                            "a range is [low, high] with low below high");
                }
            }
            return ranges;
        });
    }
}
