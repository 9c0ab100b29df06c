package org.blastema.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.blastema.core.Chance;
import org.blastema.core.Csv;
import org.blastema.core.Distribution;
import org.blastema.core.Fields;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Spread;
import org.blastema.core.Yaml;

/**
 * What is known of the parameters of a model after a calibration: equally likely draws of all of them together. The table
 * {@code evidence/posteriors/NAME.csv} has a row a draw. A column {@code b} holds a parameter's value, {@code b@trial} or {@code b@patient}
 * the size of its spread between trials or between patients, the standard deviation where that is normal and the coefficient of variation
 * where it is lognormal; columns with a colon, {@code log-likelihood:TRIAL}, are no parameters.
 *
 * @param name of the calibration
 * @param columns the parameters' columns, each with a value a draw; in the parameters' units
 * @param inTurn whether the trials of a study take the draws one after the other, else by chance
 */
public record Posterior(String name, SequencedMap<String, List<Double>> columns, boolean inTurn) {
    /** What the file of a model holds that only draws another's numbers. */
    private static final Set<String> DRAWING =
            Set.of("model", "title", "about", "sources", "time", "include", "posterior");

    /** Begins the columns of the logarithm of the likelihood of each trial. */
    public static final String LOG_LIKELIHOOD = "log-likelihood:";

    private static final String FOLDER = "evidence/posteriors/";
    private static final String BETWEEN = "@";

    /** Levels at which the size of a spread may be free. */
    public static final List<Level> LEVELS = List.of(Level.TRIAL, Level.PATIENT);

    /** The table inside the library. */
    public static String path(String name) {
        return FOLDER + name + ".csv";
    }

    /** The column of the size of a spread. */
    public static String between(String parameter, Level level) {
        return parameter + BETWEEN + Fields.word(level);
    }

    /** The spread of a parameter at a level, where it has one of a shape that one number makes wider. */
    public static Optional<Distribution.Sized> sized(Parameter parameter, Level level) {
        return parameter.spreads().stream()
                .filter(spread -> spread.level() == level)
                .map(Spread::distribution)
                .filter(Distribution.Sized.class::isInstance)
                .map(Distribution.Sized.class::cast)
                .findFirst();
    }

    /** A posterior of the library; a problem where there is none or a number is missing. */
    public static Optional<Posterior> read(Library library, String name, Position at, Problems problems) {
        Optional<byte[]> bytes = library.bytes(path(name));
        if (bytes.isEmpty()) {
            List<String> known = names(library);
            problems.unknown(at, "posterior", name, known);
            return Optional.empty();
        }
        SequencedMap<String, List<Double>> columns = new LinkedHashMap<>();
        for (Yaml.Mapping row : Csv.read(library.label(path(name)), bytes.get())) {
            Fields fields = new Fields(row, problems, "the draw");
            for (Yaml.Entry cell : row.entries()) {
                String column = cell.key().text();
                if (!column.contains(":")) {
                    columns.computeIfAbsent(column, same -> new ArrayList<>()).add(fields.requiredNumber(column));
                }
            }
        }
        Posterior posterior = new Posterior(name, columns, false);
        if (columns.values().stream().mapToInt(List::size).distinct().count() != 1) {
            problems.error(
                    at, "the posterior " + name + " has columns of different length", "every draw has every number");
            return Optional.empty();
        }
        return Optional.of(posterior);
    }

    /**
     * A model with what a calibration found of its parameters, where its file or one that it extends names a posterior.
     *
     * @param files of the model, those that it extends before it
     */
    static Model named(List<Fields> files, Library library, Model model, Problems problems) {
        Optional<Fields> said =
                files.reversed().stream().filter(file -> file.has("posterior")).findFirst();
        if (said.isEmpty()) {
            return model;
        }
        Position at = said.get().at("posterior");
        return said.get()
                .text("posterior")
                .flatMap(name -> read(library, name, at, problems))
                .map(posterior -> {
                    posterior.check(model, at, problems);
                    return posterior.on(model);
                })
                .orElse(model);
    }

    /** The names of a library's posteriors in alphabetical order. */
    public static List<String> names(Library library) {
        return library.tables().stream()
                .filter(path -> path.startsWith(FOLDER))
                .map(path -> path.substring(FOLDER.length(), path.length() - ".csv".length()))
                .toList();
    }

    /** How many draws. */
    public int draws() {
        return columns.firstEntry().getValue().size();
    }

    /** A column that is no parameter of a model, or the size of a spread that a parameter does not have, is a problem. */
    private void check(Model model, Position at, Problems problems) {
        List<String> known =
                model.parameters().stream().flatMap(Posterior::columnsOf).toList();
        columns.keySet().stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> problems.unknown(at, "parameter of the posterior " + name, each, known));
    }

    private static Stream<String> columnsOf(Parameter parameter) {
        return Stream.concat(
                Stream.of(parameter.name()),
                LEVELS.stream()
                        .filter(level -> sized(parameter, level).isPresent())
                        .map(level -> between(parameter.name(), level)));
    }

    /** Whether a model has all its parameters. */
    public boolean fits(Model model) {
        return parameters()
                .allMatch(each ->
                        model.parameters().stream().anyMatch(own -> own.name().equals(each)));
    }

    private Stream<String> parameters() {
        return columns.keySet().stream().map(Posterior::parameter);
    }

    private static String parameter(String column) {
        return column.contains(BETWEEN) ? column.substring(0, column.indexOf(BETWEEN)) : column;
    }

    /**
     * The model that another takes over whole, with a posterior and nothing of its own beside it; of any other model its own name.
     *
     * @throws org.blastema.core.InvalidInput if the file of the model is broken
     */
    public static String drawnFor(Library library, String model) {
        Optional<Yaml.Mapping> file = library.document("models", model)
                .filter(tree -> tree.entries().stream()
                        .allMatch(entry -> DRAWING.contains(entry.key().text())));
        List<Fields> includes = file.map(tree -> new Fields(tree, new Problems(), model))
                .filter(each -> each.has("posterior"))
                .map(each -> each.list("include", "the model"))
                .orElse(List.of());
        boolean whole = includes.size() == 1 && !includes.getFirst().has("as");
        return whole ? includes.getFirst().text("model").orElse(model) : model;
    }

    /** A model with its parameters as they are known now. */
    public Model on(Model model) {
        return model.parameters(this::known);
    }

    /** Which draw a trial of a study takes. */
    public int draw(long seed, int trial) {
        Distribution.Drawn first = drawn(columns.firstEntry().getValue());
        return first.place(first.uniform(new Chance(seed).knowledge(trial), trial));
    }

    private Parameter known(Parameter before) {
        Optional<List<Double>> values = Optional.ofNullable(columns.get(before.name()));
        List<Spread> spreads = new ArrayList<>();
        boolean found = values.isPresent();
        for (Spread spread : before.spreads()) {
            Optional<Spread> known = sizeKnown(before, spread.level());
            found |= known.isPresent();
            if (values.isEmpty() || spread.level() != Level.KNOWLEDGE) {
                spreads.add(known.orElse(spread));
            }
        }
        values.ifPresent(all -> spreads.add(new Spread(Level.KNOWLEDGE, drawn(all))));
        return found ? before.fitted(values.map(Posterior::mean).orElse(before.value()), spreads) : before;
    }

    private Optional<Spread> sizeKnown(Parameter before, Level level) {
        return Optional.ofNullable(columns.get(between(before.name(), level)))
                .flatMap(sizes -> sized(before, level).map(shape -> new Distribution.DrawnSize(shape, drawn(sizes))))
                .map(distribution -> new Spread(level, distribution));
    }

    private Distribution.Drawn drawn(List<Double> values) {
        return new Distribution.Drawn(name, values, inTurn);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
