package org.blastema.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Csv;
import org.blastema.core.Decimal;
import org.blastema.core.Elementary;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;

/** Reads a table of a model from two columns of a file of comma-separated values in the library. */
final class TableReader {
    /** What a table gives: the numbers of its column, or the rate at which something of that probability a step happens. */
    private enum Gives {
        VALUE,
        RATE
    }

    private record Column(String name, Unit unit) {}

    private record Points(List<Double> at, List<Double> values) {}

    private final Library library;
    private final Problems problems;

    TableReader(Library library, Problems problems) {
        this.library = library;
        this.problems = problems;
    }

    /** The table; a problem, and nothing, where it cannot be used. */
    Optional<Model.Table> read(ModelParts.Part part) {
        Fields fields = part.fields();
        String file = fields.requiredText("file");
        List<Yaml.Entry> where = fields.entries("where");
        Optional<Column> x = column(fields, "x");
        Optional<Column> y = column(fields, "y");
        Gives gives = fields.choice("gives", Gives.class).orElse(Gives.VALUE);
        Optional<Model.Table.Between> between = fields.choice("between", Model.Table.Between.class);
        if (between.isEmpty() && !fields.has("between")) {
            fields.missing("between");
        }
        List<String> sources = fields.texts("source");
        library.checkSources(sources, fields.at("source"), problems);
        Optional<Knowledge> knowledge = Parameter.provenance(fields, sources, part.strictness());
        String about = fields.text("about").orElse("");
        if (x.isEmpty() || y.isEmpty() || between.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        Points points = points(fields, file, where, x.get().name(), y.get().name(), gives);
        check(fields, points, between.get());
        Unit unit = gives == Gives.RATE ? Unit.ONE.per(x.get().unit()) : y.get().unit();
        if (gives == Gives.RATE && !y.get().unit().equals(Unit.ONE)) {
            problems.error(fields.at("y"), fields.what() + ": y in " + y.get().unit(), "a probability has the unit 1");
        }
        return Optional.of(new Model.Table(
                part.name(),
                file,
                x.get().unit(),
                unit,
                points.at(),
                points.values(),
                between.get(),
                sources,
                knowledge,
                about));
    }

    private Optional<Column> column(Fields fields, String key) {
        if (!fields.has(key)) {
            fields.missing(key);
        }
        return fields.fields(key, fields.what() + ", " + key).map(inside -> {
            Column column = new Column(inside.requiredText("column"), Unit.read(inside, "unit"));
            inside.done();
            return column;
        });
    }

    private Points points(Fields fields, String file, List<Yaml.Entry> where, String x, String y, Gives gives) {
        Points points = new Points(new ArrayList<>(), new ArrayList<>());
        for (Yaml.Mapping mapping : rows(fields, file)) {
            Fields row = new Fields(mapping, problems, "the row");
            if (where.stream().allMatch(each -> cell(row, each.key().text()).equals(text(each.value())))) {
                double at = row.requiredNumber(x);
                double value = row.requiredNumber(y);
                ascending(row, x, points.at(), at);
                points.at().add(at);
                points.values().add(gives == Gives.RATE ? rate(row, y, value) : value);
            }
        }
        return points;
    }

    private List<Yaml.Mapping> rows(Fields fields, String file) {
        Optional<byte[]> bytes = library.bytes(file);
        if (bytes.isEmpty()) {
            problems.unknown(fields.at("file"), "file", file, library.tables());
            return List.of();
        }
        try {
            return Csv.read(library.label(file), bytes.get());
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    private static String cell(Fields row, String column) {
        return row.text(column).orElse("");
    }

    private static String text(Yaml node) {
        return node instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }

    private void ascending(Fields row, String column, List<Double> before, double at) {
        if (!before.isEmpty() && at <= before.getLast()) {
            problems.error(
                    row.at(column),
                    column + " " + Decimal.plain(at) + " after " + Decimal.plain(before.getLast()),
                    "the rows of a table must ascend in " + column);
        }
    }

    private double rate(Fields row, String column, double probability) {
        if (!(probability >= 0 && probability < 1)) {
            problems.error(
                    row.at(column),
                    column + " " + Decimal.plain(probability),
                    "a probability that gives a rate lies in 0 to 1, below 1");
            return 1;
        }
        return -Elementary.log(1 - probability);
    }

    private void check(Fields fields, Points points, Model.Table.Between between) {
        Position at = fields.at("file");
        if (points.at().size() < 2) {
            problems.error(
                    at, fields.what() + " has " + points.at().size() + " rows", "a table needs at least two points");
        }
        if (between == Model.Table.Between.LOG_LINEAR
                && points.values().stream().anyMatch(value -> value <= 0)) {
            problems.error(
                    fields.at("between"),
                    fields.what() + " holds a value of 0 or less",
                    "a logarithm is a line only between values above 0");
        }
    }
}
