package org.blastema.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.blastema.core.InvalidInput;
import org.blastema.kinetics.CompiledModel;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.model.graph.ModelGraph;

/** The models of a library, each read and compiled once, however many studies use it. For one thread. */
final class CompiledModels {
    private final Library library;
    private final UnaryOperator<Model> known;
    private final boolean before;
    private final Map<String, Model> models = new HashMap<>();
    private final Map<String, CompiledModel> compiled = new HashMap<>();
    private final Map<String, ModelGraph> graphs = new HashMap<>();
    private final Map<String, List<Integer>> early = new HashMap<>();

    CompiledModels(Library library) {
        this(library, UnaryOperator.identity(), false);
    }

    private CompiledModels(Library library, UnaryOperator<Model> known, boolean before) {
        this.library = library;
        this.known = known;
        this.before = before;
    }

    /** The models as they were before any calibration, with a change of what is known of their parameters. */
    static CompiledModels knowing(Library library, UnaryOperator<Model> known) {
        return new CompiledModels(library, known, true);
    }

    Library library() {
        return library;
    }

    /**
     * A model of the library.
     *
     * @throws InvalidInput with every problem, each time it is asked for
     */
    Model model(String name) {
        return models.computeIfAbsent(name, this::read);
    }

    private Model read(String name) {
        return known.apply(before ? ModelReader.before(library, name) : ModelReader.read(library, name));
    }

    /** The same, ready to be solved. */
    CompiledModel compiled(String name) {
        return compiled.computeIfAbsent(name, same -> CompiledModel.generate(model(same)));
    }

    /** The same as a graph, which grows as more is asked of it. */
    ModelGraph graph(String name) {
        return graphs.computeIfAbsent(name, same -> new ModelGraph(model(same)));
    }

    /** What can change a person before the first dose, {@link Reach#early}. */
    List<Integer> early(String name) {
        return early.computeIfAbsent(name, same -> Reach.early(graph(same), model(same)));
    }
}
