package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Range;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.trial.Plan;
import org.blastema.trial.Study;

/**
 * Whom a trial would take instead of all whom its study takes.
 *
 * @param ranges by readout, what may be measured at screening; they hold together
 */
public record Enrichment(SequencedMap<String, Range> ranges) {
    private static final String PLACE = "--enrich ";
    private static final String BETWEEN = "..";
    private static final String RULE =
            "an enrichment is READOUT=LOW..HIGH with low below high; with commas between several that hold together";

    /**
     * Reads what was asked, each by itself.
     *
     * @param asked as in {@code pain-vas=60..95}
     * @throws InvalidInput with every rule that is none, names what the model does not measure, or takes whom the study does not
     */
    public static List<Enrichment> of(Plan plan, Library library, List<String> asked) {
        Problems problems = new Problems();
        Model model = ModelReader.read(library, plan.study().model());
        List<Enrichment> all =
                asked.stream().map(each -> read(plan, model, each, problems)).toList();
        problems.throwIfFailed();
        return all;
    }

    private static Enrichment read(Plan plan, Model model, String asked, Problems problems) {
        Position at = new Position(PLACE + asked, 1, 1);
        SequencedMap<String, Range> ranges = new LinkedHashMap<>();
        for (String rule : asked.split(",", -1)) {
            int equals = rule.indexOf('=');
            String name = equals < 0 ? rule.strip() : rule.substring(0, equals).strip();
            Optional<Range> range = range(rule.substring(equals + 1));
            int readout = model.readout(name);
            if (readout < 0) {
                problems.unknown(at, "readout of model " + model.name(), name, names(model));
            } else if (equals < 0 || range.isEmpty()) {
                Range whole = taken(
                        plan.study(),
                        plan.study().arms().getFirst(),
                        model.readouts().get(readout));
                problems.error(at, "\"" + rule + "\"", RULE, words(name, whole));
            } else if (ranges.put(name, range.get()) != null) {
                problems.error(at, "the readout '" + name + "' a second time", "one range holds for a readout");
            } else {
                within(plan.study(), model.readouts().get(readout), range.get(), at, problems);
            }
        }
        return new Enrichment(ranges);
    }

    private static List<String> names(Model model) {
        return model.readouts().stream().map(Model.Readout::name).toList();
    }

    private static Optional<Range> range(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        Optional<Double> low = Fields.parse(text.substring(0, between).strip());
        Optional<Double> high =
                Fields.parse(text.substring(between + BETWEEN.length()).strip());
        return low.isPresent() && high.isPresent() && low.get() < high.get()
                ? Optional.of(new Range(low.get(), high.get()))
                : Optional.empty();
    }

    /** What an arm takes; where it does not ask, its scale. */
    private static Range taken(Study study, Study.Arm arm, Model.Readout readout) {
        return study.eligibility(arm).getOrDefault(readout.name(), readout.range());
    }

    private static void within(Study study, Model.Readout readout, Range range, Position at, Problems problems) {
        for (Study.Arm arm : study.arms()) {
            Range whole = taken(study, arm, readout);
            if (range.low() < whole.low() || range.high() > whole.high()) {
                problems.error(
                        at,
                        readout.name() + " " + range + ", where arm " + arm.name() + " takes " + whole,
                        "an enrichment takes fewer of those whom the study takes; --set eligibility takes others",
                        words(readout.name(), whole));
                return;
            }
        }
    }

    private static String words(String readout, Range range) {
        return readout + "=" + Decimal.plain(range.low()) + BETWEEN + Decimal.plain(range.high());
    }

    /** The changes of the study, {@code path=value}, that make it so in every arm. */
    public List<String> sets(Study study) {
        List<String> sets = new ArrayList<>();
        ranges.forEach((readout, range) -> {
            String rule = "eligibility." + readout + "=[" + Decimal.plain(range.low()) + ","
                    + Decimal.plain(range.high()) + "]";
            sets.add(rule);
            for (int arm = 0; arm < study.arms().size(); arm++) {
                if (study.arms().get(arm).eligibility().isPresent()) {
                    sets.add("arms." + arm + "." + rule);
                }
            }
        });
        return sets;
    }
}
