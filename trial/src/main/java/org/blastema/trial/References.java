package org.blastema.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.kinetics.CompiledModel;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.graph.ModelGraph;

/** Follows names from one file to another: models, files of a kind, keys of the bibliography. */
final class References {
    private final Library library;
    private final CompiledModels compiled;
    private final Problems problems;
    private final Map<String, Optional<Model>> models = new HashMap<>();

    References(CompiledModels compiled, Problems problems) {
        this.library = compiled.library();
        this.compiled = compiled;
        this.problems = problems;
    }

    /** The same names, their problems noted elsewhere. */
    References into(Problems others) {
        return new References(compiled, others);
    }

    /** A model by name; where it is unknown or wrong the problems are noted, once for each model. */
    Optional<Model> model(Position at, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!library.names("models").contains(name)) {
            problems.unknown(at, "model", name, library.names("models"));
            return Optional.empty();
        }
        return models.computeIfAbsent(name, this::load);
    }

    private Optional<Model> load(String name) {
        try {
            return Optional.of(compiled.model(name));
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** A sound model, ready to be solved. */
    CompiledModel compiled(String name) {
        return compiled.compiled(name);
    }

    /** The graph of a sound model. */
    ModelGraph graph(String name) {
        return compiled.graph(name);
    }

    /** What can change a person of a sound model before the first dose, {@link Reach#early}. */
    List<Integer> early(String name) {
        return compiled.early(name);
    }

    /** The document of a name, looked for among some kinds. */
    Optional<Yaml.Mapping> document(Position at, String word, String name, List<String> kinds) {
        for (String kind : kinds) {
            if (library.names(kind).contains(name)) {
                return read(kind, name);
            }
        }
        List<String> names =
                kinds.stream().flatMap(kind -> library.names(kind).stream()).toList();
        problems.unknown(at, word, name, names);
        return Optional.empty();
    }

    private Optional<Yaml.Mapping> read(String kind, String name) {
        try {
            return library.document(kind, name);
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** Keys must stand in the bibliography. */
    void sources(Position at, List<String> keys) {
        library.checkSources(keys, at, problems);
    }

    /** A parameter of a file, whose sources must be known. */
    Parameter parameter(String name, Fields fields, Strictness strictness) {
        Parameter parameter = Parameter.read(name, fields, strictness);
        sources(fields.at("source"), parameter.sources());
        return parameter;
    }

    /** A parameter that stands for one of a model: the model must have it, in the same unit. */
    void replaces(Model model, Parameter given) {
        List<String> names = model.parameters().stream().map(Parameter::name).toList();
        if (!names.contains(given.name())) {
            problems.unknown(given.position(), "parameter of model " + model.name(), given.name(), names);
            return;
        }
        Unit unit = model.parameters().get(names.indexOf(given.name())).unit();
        sameUnit(given.position(), "parameter " + given.name(), given.unit(), unit);
    }

    /** A number that stands for another must have the same unit. */
    void sameUnit(Position at, String what, Unit given, Unit needed) {
        if (!given.equals(needed)) {
            problems.error(
                    at,
                    what + " has unit " + given.code() + " (dimension " + given.dimension() + ")",
                    "the model has it in " + needed.code() + " (dimension " + needed.dimension() + ")",
                    needed.code());
        }
    }
}
