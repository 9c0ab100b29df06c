package org.blastema.evidence;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.blastema.core.Csv;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/** Reads the published outcomes of an area, {@code evidence/outcomes/AREA.csv}. */
public final class Outcomes {
    private Outcomes() {}

    /** The path of an area's outcomes inside the library. */
    public static String path(String area) {
        return "evidence/outcomes/" + area + ".csv";
    }

    /** The outcomes of an area in the order of the file; a problem if there are none. */
    public static List<Outcome> read(Library library, String area, Problems problems) {
        String path = path(area);
        String label = library.label(path);
        return library.bytes(path)
                .map(bytes -> read(label, bytes, (keys, at) -> library.checkSources(keys, at, problems), problems))
                .orElseGet(() -> {
                    problems.error(
                            new Position(label, 1, 1),
                            "no outcomes of the area '" + area + "'",
                            "they stand in " + path);
                    return List.of();
                });
    }

    /**
     * The outcomes of a file, whose sources need not stand in a bibliography.
     *
     * @param label what messages call it
     */
    public static List<Outcome> read(String label, byte[] bytes, Problems problems) {
        return read(label, bytes, (keys, at) -> {}, problems);
    }

    /** The outcomes of every area of a library. */
    public static List<Outcome> all(Library library, Problems problems) {
        return TrialRecord.table(library, problems).areas().stream()
                .filter(area -> library.bytes(path(area)).isPresent())
                .flatMap(area -> read(library, area, problems).stream())
                .toList();
    }

    /** The outcomes of an area that hold a number. */
    static List<Outcome> withNumbers(Library library, String area, Problems problems) {
        return read(library, area, problems).stream()
                .filter(outcome -> outcome.value().isPresent())
                .toList();
    }

    private static List<Outcome> read(
            String label, byte[] bytes, BiConsumer<List<String>, Position> sources, Problems problems) {
        return Csv.read(label, bytes).stream()
                .map(row -> outcome(row, sources, problems))
                .toList();
    }

    private static Outcome outcome(Yaml.Mapping row, BiConsumer<List<String>, Position> known, Problems problems) {
        Fields fields = new Fields(row, problems, "the outcome");
        List<String> sources = List.of(fields.requiredText("source").split("\\s+"));
        known.accept(sources, fields.at("source"));
        Outcome.Kind kind = fields.choice("kind", Outcome.Kind.class).orElse(Outcome.Kind.FINDING);
        OptionalInt people = fields.integer("n").map(OptionalInt::of).orElse(OptionalInt.empty());
        Outcome outcome = new Outcome(
                fields.requiredText("trial"),
                fields.requiredText("arm"),
                people,
                fields.requiredText("endpoint"),
                kind,
                fields.choice("statistic", Outcome.Statistic.class).orElse(Outcome.Statistic.MEAN),
                number(fields, "baseline"),
                number(fields, "baseline-sd"),
                number(fields, "month"),
                value(fields, kind, people),
                number(fields, "sd"),
                number(fields, "low"),
                number(fields, "high"),
                fields.choice("interval", Outcome.Interval.class).orElse(Outcome.Interval.NONE),
                sources,
                fields.choice("knowledge", Knowledge.class).orElse(Knowledge.RECALLED),
                fields.text("note").orElse(""),
                row.position());
        if (!fields.has("knowledge")) {
            fields.missing("knowledge");
        }
        if (kind != Outcome.Kind.FINDING && outcome.value().isEmpty() && !fields.has("events")) {
            fields.missing("value");
        }
        fields.done();
        return outcome;
    }

    /** The printed value; of a share either that or how many of the people, {@code events} of {@code n}. */
    private static OptionalDouble value(Fields fields, Outcome.Kind kind, OptionalInt people) {
        OptionalDouble printed = number(fields, "value");
        if (fields.has("events")) {
            return counted(fields, kind, people, printed);
        }
        if (kind == Outcome.Kind.SHARE && printed.isPresent() && !(Math.abs(printed.getAsDouble() - 0.5) <= 0.5)) {
            fields.problems()
                    .error(fields.at("value"), "the share " + printed.getAsDouble(), "a share of people is 0 to 1");
        }
        return printed;
    }

    private static OptionalDouble counted(
            Fields fields, Outcome.Kind kind, OptionalInt people, OptionalDouble printed) {
        int events = fields.integer("events").orElse(0);
        if (kind != Outcome.Kind.SHARE || printed.isPresent()) {
            fields.problems()
                    .error(
                            fields.at("events"),
                            "events beside " + (printed.isPresent() ? "a value" : "another kind than a share"),
                            "a share is printed as a value or counted as events of n people");
        }
        if (people.isEmpty()) {
            fields.missing("n");
            return OptionalDouble.empty();
        }
        if (events < 0 || events > people.getAsInt()) {
            fields.problems()
                    .error(
                            fields.at("events"),
                            events + " events in " + people.getAsInt() + " people",
                            "each of the people counts once");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) events / people.getAsInt());
    }

    private static OptionalDouble number(Fields fields, String key) {
        return fields.number(key).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
