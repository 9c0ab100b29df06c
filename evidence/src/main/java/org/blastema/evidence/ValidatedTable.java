package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blastema.core.Csv;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Problems;
import org.blastema.core.Range;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.Posterior;

/**
 * The last validation of a library, kept in it as two tables: the arms, and everything that their numbers depended on, so that it
 * shows when they are out of date.
 *
 * @param arms in the order of the scored arms
 * @param inputs by area, path of a file to its SHA-256, and the program to its version
 */
public record ValidatedTable(List<ScoredArm> arms, SortedMap<String, SortedMap<String, String>> inputs) {
    /** The arms. */
    public static final String PATH = "evidence/validation.csv";
    /** What their numbers depended on. */
    public static final String INPUTS = "evidence/validation-inputs.csv";

    private static final List<String> HEAD = List.of(
            "area",
            "model",
            "block",
            "trial",
            "arm",
            "product",
            "endpoint",
            "kind",
            "statistic",
            "month",
            "day",
            "n",
            "observed",
            "mean",
            "low",
            "high",
            "inside",
            "crps",
            "crps-reference",
            "range-low",
            "range-high",
            "better",
            "knowledge");

    /** The arms of a validation as a table, numbers with four decimals. */
    public static String arms(Validation validation) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        validation.arms().forEach(arm -> rows.add(cells(arm)));
        return Csv.write(rows);
    }

    private static List<String> cells(ScoredArm arm) {
        return List.of(
                arm.area(),
                arm.model(),
                Fields.word(arm.block()),
                arm.trial(),
                arm.arm(),
                arm.product(),
                arm.endpoint(),
                Fields.word(arm.kind()),
                Fields.word(arm.statistic()),
                number(arm.month()),
                number(arm.day()),
                Integer.toString(arm.n()),
                number(arm.observed()),
                number(arm.mean()),
                number(arm.low()),
                number(arm.high()),
                Boolean.toString(arm.inside()),
                number(arm.crps()),
                arm.reference().isPresent() ? number(arm.reference().getAsDouble()) : "",
                number(arm.range().low()),
                number(arm.range().high()),
                Fields.word(arm.better()),
                Fields.word(arm.knowledge()));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
    }

    /** What a validation depended on, as a table. */
    public static String inputs(Validation validation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("area", "input", "version"));
        validation
                .inputs()
                .forEach((area, inputs) -> inputs.forEach((input, version) -> rows.add(List.of(area, input, version))));
        return Csv.write(rows);
    }

    /**
     * The validation that a library holds; without arms where it holds none.
     *
     * @throws org.blastema.core.InvalidInput with every problem of the tables
     */
    public static ValidatedTable read(Library library) {
        Problems problems = new Problems();
        ValidatedTable table = read(library, problems);
        problems.throwIfFailed();
        return table;
    }

    static ValidatedTable read(Library library, Problems problems) {
        SortedMap<String, SortedMap<String, String>> inputs = new TreeMap<>();
        rows(library, INPUTS, "the input", problems)
                .forEach(row -> inputs.computeIfAbsent(row.requiredText("area"), area -> new TreeMap<>())
                        .put(row.requiredText("input"), row.requiredText("version")));
        List<ScoredArm> arms = rows(library, PATH, "the validated arm", problems).stream()
                .map(ValidatedTable::arm)
                .toList();
        return new ValidatedTable(arms, inputs);
    }

    private static List<Fields> rows(Library library, String path, String each, Problems problems) {
        List<Yaml.Mapping> rows = library.bytes(path)
                .map(bytes -> Csv.read(library.label(path), bytes))
                .orElse(List.of());
        return rows.stream().map(row -> new Fields(row, problems, each)).toList();
    }

    private static ScoredArm arm(Fields row) {
        ScoredArm arm = new ScoredArm(
                row.requiredText("area"),
                row.requiredText("model"),
                row.choice("block", Scored.Block.class).orElse(Scored.Block.CALIBRATION),
                row.requiredText("trial"),
                row.requiredText("arm"),
                row.requiredText("product"),
                row.requiredText("endpoint"),
                row.choice("kind", Outcome.Kind.class).orElse(Outcome.Kind.VALUE),
                row.choice("statistic", Outcome.Statistic.class).orElse(Outcome.Statistic.MEAN),
                row.requiredNumber("month"),
                row.requiredNumber("day"),
                row.integer("n").orElse(1),
                row.requiredNumber("observed"),
                row.requiredNumber("mean"),
                row.requiredNumber("low"),
                row.requiredNumber("high"),
                row.flag("inside").orElse(false),
                row.requiredNumber("crps"),
                row.number("crps-reference").map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                new Range(row.requiredNumber("range-low"), row.requiredNumber("range-high")),
                row.choice("better", Model.Better.class).orElse(Model.Better.LOW),
                row.choice("knowledge", Knowledge.class).orElse(Knowledge.ASSUMED));
        row.done();
        return arm;
    }

    /** The arms whose studies use a model, or the one whose numbers it draws from a posterior. */
    public List<ScoredArm> ofModel(Library library, String model) {
        String held = Posterior.drawnFor(library, model);
        return arms.stream().filter(each -> each.model().equals(held)).toList();
    }

    /** What the numbers of some areas depended on and is no longer what it was; empty where they are up to date. */
    public List<String> changed(Library library, List<String> areas) {
        return areas.stream()
                .flatMap(area -> Inputs.changed(inputs.getOrDefault(area, new TreeMap<>()), library).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
