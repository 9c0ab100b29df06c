package org.blastema.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Spread;

/**
 * Reads {@code correlations: {group: [{between: [a, b], value: 0.4}]}}: correlations of the normal scores behind the draws of two
 * parameters at every level at which both are spread. Pairs that no file names have none.
 */
final class CorrelationsReader {
    private static final int MOST_PARAMETERS = 200;

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Problems problems;
    private final List<Model.Correlation> pairs = new ArrayList<>();
    private final Set<Set<String>> seen = new HashSet<>();

    CorrelationsReader(List<Parameter> parameters, Problems problems) {
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
        this.problems = problems;
    }

    /** Adds those of one file, whose names stand behind a prefix. */
    void read(Fields file, String prefix) {
        for (var group : file.fields("correlations", "correlations").stream().toList()) {
            for (var entry : group.mapping().entries()) {
                group.list(entry.key().text(), "correlation in " + entry.key().text())
                        .forEach(pair -> pair(pair, prefix));
            }
        }
    }

    /** All pairs; a problem if no draws can have them together. */
    List<Model.Correlation> pairs(Fields root) {
        List<String> names = pairs.stream()
                .flatMap(pair -> Stream.of(pair.a(), pair.b()))
                .distinct()
                .toList();
        if (names.size() > MOST_PARAMETERS) {
            problems.error(
                    root.at("correlations"),
                    names.size() + " correlated parameters",
                    "at most " + MOST_PARAMETERS + " parameters may be correlated");
        } else if (!positiveDefinite(names)) {
            problems.error(
                    root.at("correlations"),
                    "the correlations contradict one another",
                    "their matrix must be positive definite");
        }
        return List.copyOf(pairs);
    }

    private void pair(Fields pair, String prefix) {
        List<String> between =
                pair.texts("between").stream().map(name -> prefix + name).toList();
        double value = pair.requiredNumber("value");
        pair.done();
        List<Optional<Parameter>> ends =
                between.stream().map(name -> known(name, pair)).toList();
        if (between.size() != 2 || between.get(0).equals(between.get(1)) || !seen.add(Set.copyOf(between))) {
            problems.error(
                    pair.at("between"),
                    "a correlation between " + between,
                    "two parameters are needed, each pair once");
        } else if (Math.abs(value) >= 1) {
            problems.error(
                    pair.at("value"),
                    "a correlation of " + Decimal.plain(value),
                    "it must lie between -1 and 1, exclusive");
        } else if (ends.stream().allMatch(Optional::isPresent)) {
            pairs.add(new Model.Correlation(between.get(0), between.get(1), value));
            shared(ends.get(0).orElseThrow(), ends.get(1).orElseThrow(), pair);
        }
    }

    private Optional<Parameter> known(String name, Fields pair) {
        Optional<Parameter> parameter = Optional.ofNullable(parameters.get(name));
        if (parameter.isEmpty()) {
            problems.unknown(pair.at("between"), "parameter", name, parameters.keySet());
        }
        return parameter;
    }

    private void shared(Parameter one, Parameter other, Fields pair) {
        List<Level> levels = one.spreads().stream().map(Spread::level).toList();
        if (other.spreads().stream().map(Spread::level).noneMatch(levels::contains)) {
            problems.error(
                    pair.at("between"),
                    one.name() + " and " + other.name() + " are spread at no common level",
                    "only draws of the same level can be correlated");
        }
    }

    /** Whether the Cholesky factor of the matrix over all named parameters exists. */
    private boolean positiveDefinite(List<String> names) {
        int n = names.size();
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            factor[i][i] = 1;
        }
        for (Model.Correlation pair : pairs) {
            int a = names.indexOf(pair.a());
            int b = names.indexOf(pair.b());
            factor[Math.max(a, b)][Math.min(a, b)] = pair.value();
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = factor[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i == j && rest <= 0) {
                    return false;
                }
                factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
            }
        }
        return true;
    }
}
