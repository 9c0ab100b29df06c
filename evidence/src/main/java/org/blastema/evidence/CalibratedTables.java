package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.blastema.core.Csv;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.model.Posterior;
import org.blastema.trial.Plan;

/** What a library keeps of its calibrations: the posterior of each, where it came from, and what it is without single trials. */
public final class CalibratedTables {
    /** Where each posterior came from, one row each. */
    public static final String ORIGINS = "evidence/calibrated.csv";

    private static final String REFITS = "evidence/refits/";
    /** The column of the trial that a draw has not seen. */
    private static final String WITHOUT = "without:trial";
    /** The column of the mechanism that a draw is of. */
    private static final String UNDER = "under:mechanism";

    private static final List<String> HEAD = List.of(
            "calibration",
            "area",
            "model",
            "data",
            "seed",
            "program",
            "rows",
            "draws",
            "converged",
            "r-hat",
            "effective",
            "uninformed");

    private CalibratedTables() {}

    /** The table of the posteriors without single trials. */
    public static String refitsPath(String name) {
        return REFITS + name + ".csv";
    }

    /** The draws as a table. */
    public static String posterior(Calibrated calibrated) {
        SequencedMap<String, List<String>> columns = columns(calibrated, calibrated.mixed());
        calibrated.logColumns().forEach((column, values) -> columns.put(column, numbers(values)));
        List<List<String>> rows = new ArrayList<>(List.of(List.copyOf(columns.keySet())));
        rows.addAll(rows(columns));
        return Csv.write(rows);
    }

    /** The columns of a mixture; with rivals the mechanism of each draw stands first. */
    private static SequencedMap<String, List<String>> columns(Calibrated calibrated, Mixed mixed) {
        SequencedMap<String, List<String>> columns = new LinkedHashMap<>();
        if (!calibrated.calibration().rivals().isEmpty()) {
            columns.put(UNDER, mixed.under());
        }
        mixed.values().columns().forEach((column, values) -> columns.put(column, numbers(values)));
        return columns;
    }

    private static List<String> numbers(List<Double> values) {
        return values.stream().map(CalibratedTables::number).toList();
    }

    private static List<List<String>> rows(SequencedMap<String, List<String>> columns) {
        return IntStream.range(0, columns.firstEntry().getValue().size())
                .mapToObj(
                        i -> columns.values().stream().map(each -> each.get(i)).toList())
                .toList();
    }

    /** The posteriors without those trials whose weights cannot be trusted; the head alone where there is none. */
    public static String refits(Calibrated calibrated) {
        List<String> head = new ArrayList<>(List.of(WITHOUT));
        head.addAll(columns(calibrated, calibrated.mixed()).keySet());
        List<List<String>> rows = new ArrayList<>(List.of(head));
        for (Calibrated.TrialFit fit : calibrated.trials()) {
            fit.refit()
                    .ifPresent(without -> rows(columns(calibrated, without)).forEach(cells -> {
                        List<String> row = new ArrayList<>(List.of(fit.trial()));
                        row.addAll(cells);
                        rows.add(row);
                    }));
        }
        return Csv.write(rows);
    }

    /** Where the posteriors came from, with one more in the place of an older one of its name. */
    public static String origins(Library library, Calibrated calibrated) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Yaml.Mapping row : rows(library, ORIGINS)) {
            List<String> cells =
                    HEAD.stream().map(key -> row.text(key).orElse("")).toList();
            rows.put(cells.getFirst(), cells);
        }
        rows.put(calibrated.calibration().name(), origin(calibrated));
        List<List<String>> all = new ArrayList<>(List.of(HEAD));
        all.addAll(rows.values());
        return Csv.write(all);
    }

    private static List<String> origin(Calibrated calibrated) {
        Calibration target = calibrated.calibration();
        return List.of(
                target.name(),
                target.area(),
                target.model(),
                calibrated.data(),
                Long.toString(target.seed()),
                Plan.ENGINE,
                Integer.toString(calibrated.rows()),
                Integer.toString(calibrated.mixed().under().size()),
                Boolean.toString(calibrated.converged()),
                number(calibrated.mostRHat()),
                number(calibrated.leastEffective()),
                String.join(
                        " ",
                        calibrated.parameters().stream()
                                .filter(each -> !each.informed())
                                .map(each -> each.free().column())
                                .toList()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static List<Yaml.Mapping> rows(Library library, String path) {
        return library.bytes(path)
                .map(bytes -> Csv.read(library.label(path), bytes))
                .orElse(List.of());
    }

    /** The calibration of an area that has a posterior: its name. */
    static Optional<String> ofArea(Library library, String area) {
        return rows(library, ORIGINS).stream()
                .filter(row -> row.text("area").filter(area::equals).isPresent())
                .flatMap(row -> row.text("calibration").stream())
                .findFirst();
    }

    /** The logarithm of the likelihood of each trial under each draw of a posterior. */
    static SequencedMap<String, List<Double>> logLikelihoods(Library library, String name, Problems problems) {
        SequencedMap<String, List<Double>> columns = new LinkedHashMap<>();
        for (Yaml.Mapping row : rows(library, Posterior.path(name))) {
            Fields fields = new Fields(row, problems, "the draw");
            for (Yaml.Entry cell : row.entries()) {
                String column = cell.key().text();
                if (column.startsWith(Posterior.LOG_LIKELIHOOD)) {
                    columns.computeIfAbsent(
                                    column.substring(Posterior.LOG_LIKELIHOOD.length()), same -> new ArrayList<>())
                            .add(fields.requiredNumber(column));
                }
            }
        }
        return columns;
    }

    /** The posteriors without single trials, by trial. */
    static SequencedMap<String, Posterior> refits(Library library, String name, Problems problems) {
        SequencedMap<String, SequencedMap<String, List<Double>>> trials = new LinkedHashMap<>();
        for (Yaml.Mapping row : rows(library, refitsPath(name))) {
            Fields fields = new Fields(row, problems, "the draw");
            SequencedMap<String, List<Double>> columns =
                    trials.computeIfAbsent(fields.requiredText(WITHOUT), same -> new LinkedHashMap<>());
            for (Yaml.Entry cell : row.entries()) {
                String column = cell.key().text();
                if (!column.contains(":")) {
                    columns.computeIfAbsent(column, same -> new ArrayList<>()).add(fields.requiredNumber(column));
                }
            }
        }
        SequencedMap<String, Posterior> refits = new LinkedHashMap<>();
        trials.forEach((trial, columns) -> refits.put(trial, new Posterior(name, columns, false)));
        return refits;
    }

    /** What is wrong with a posterior of a library. */
    static void check(Library library, String path, Problems problems) {
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".csv".length());
        Posterior.read(library, name, new Position(library.label(path), 1, 1), problems);
    }
}
