package org.blastema.report;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Yaml;

/**
 * A published result that stands beside a study.
 *
 * @param arms the mean over these is compared
 * @param versus absent for a change from baseline
 * @param value difference or change; absent for a finding in words
 * @param low ends of its interval
 * @param finding such as {@code no-difference}
 * @param role {@code put-in} if the model was built on it, {@code compared} if not
 */
record Published(
        Text label,
        List<String> arms,
        Optional<String> versus,
        String endpoint,
        double month,
        Optional<Double> value,
        Optional<Double> low,
        Optional<Double> high,
        Optional<String> finding,
        String role,
        List<String> sources) {

    /**
     * Binds the rows of a study.
     *
     * @throws org.blastema.core.InvalidInput with every problem
     */
    static List<Published> read(List<Yaml> rows) {
        Problems problems = new Problems();
        List<Published> all = rows.stream()
                .filter(Yaml.Mapping.class::isInstance)
                .map(row -> row(new Fields((Yaml.Mapping) row, problems, "published result")))
                .toList();
        problems.throwIfFailed();
        return all;
    }

    private static Published row(Fields fields) {
        Optional<Double> value = fields.number("difference").or(() -> fields.number("change"));
        fields.number("change");
        fields.text("knowledge");
        Published row = new Published(
                fields.bilingual("label").orElse(new Text("", "")),
                fields.texts("arms"),
                fields.text("versus"),
                fields.requiredText("endpoint"),
                fields.requiredNumber("month"),
                value,
                fields.number("low"),
                fields.number("high"),
                fields.text("finding"),
                fields.requiredText("role"),
                fields.texts("source"));
        fields.done();
        return row;
    }
}
