package org.blastema.trial;

import java.util.HashMap;
import java.util.Map;
import org.blastema.core.InvalidInput;
import org.blastema.kinetics.CompiledModel;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;

/** The models of a library, each read and compiled once, however many studies use it. For one thread. */
final class CompiledModels {
    private final Library library;
    private final Map<String, Model> models = new HashMap<>();
    private final Map<String, CompiledModel> compiled = new HashMap<>();

    CompiledModels(Library library) {
        this.library = library;
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
        return models.computeIfAbsent(name, same -> ModelReader.read(library, same));
    }

    /** The same, ready to be solved. */
    CompiledModel compiled(String name) {
        return compiled.computeIfAbsent(name, same -> CompiledModel.generate(model(same)));
    }
}
