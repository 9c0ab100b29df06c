package org.blastema.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Yaml;
import org.blastema.model.Checker;
import org.blastema.model.Library;
import org.blastema.model.Model;

/** From a study's name or file to a plan. What several plans of one reader share, their models, is read and compiled once. */
public final class StudyReader {
    private final Library library;
    private final CompiledModels models;

    /**
     * @param library where names are looked up
     */
    public StudyReader(Library library) {
        this(library, new CompiledModels(library));
    }

    private StudyReader(Library library, CompiledModels models) {
        this.library = library;
        this.models = models;
    }

    /**
     * A reader whose models are as they were before any calibration, with a change of what is known of their parameters.
     *
     * @param known of a model as its file states it
     */
    public static StudyReader knowing(Library library, UnaryOperator<Model> known) {
        return new StudyReader(library, CompiledModels.knowing(library, known));
    }

    /** Where names are looked up. */
    public Library library() {
        return library;
    }

    /**
     * Reads a study and everything that it names.
     *
     * @param library where names are looked up
     * @param nameOrFile a study of the library, or a file that ends with .yaml
     * @param options what the command line changes
     * @throws InvalidInput with all problems of all files
     */
    public static Plan read(Library library, String nameOrFile, Options options) {
        return new StudyReader(library).plan(nameOrFile, options, UnaryOperator.identity());
    }

    /**
     * Reads a study and everything that it names, with a change of its node tree before those of the options.
     *
     * @param nameOrFile a study of the library, or a file that ends with .yaml
     * @param options what the command line changes
     * @param change of the study's node tree
     * @throws InvalidInput with all problems of all files
     */
    public Plan plan(String nameOrFile, Options options, UnaryOperator<Yaml.Mapping> change) {
        Yaml.Mapping file = tree(nameOrFile);
        Yaml.Mapping tree = change.apply(file);
        Problems problems = new Problems();
        Edits edits = new Edits(problems, StudyBinder.KEYS);
        for (String set : options.sets()) {
            tree = edits.set(tree, set);
        }
        tree = sized(tree, options);
        References references = new References(models, problems);
        Study study = new StudyBinder(tree, references, problems).bind();
        problems.throwIfFailed();
        return new PlanBuilder(study, tree, references, options.sets(), usualScenario(file))
                .build(library, problems.list());
    }

    /**
     * Reads a study of the library in its own scenario alone and without twins, so that nothing is computed twice: its trials are, bit
     * for bit, those that {@link #read} gives for that scenario.
     *
     * @throws InvalidInput with all problems of all files
     */
    public static Plan readAlone(Library library, String name) {
        return new StudyReader(library).alone(name, UnaryOperator.identity());
    }

    /** The same with the models of this reader and a change of the study's node tree. */
    public Plan alone(String name, UnaryOperator<Yaml.Mapping> change) {
        Yaml.Mapping file = change.apply(tree(name));
        Problems problems = new Problems();
        References references = new References(models, problems);
        Study whole = new StudyBinder(file, references, problems).bind();
        problems.throwIfFailed();
        Position at = file.position();
        Yaml.Scalar scenario = Yaml.Scalar.quoted(whole.scenario(), at);
        Yaml.Mapping tree = file.with("scenarios", new Yaml.Sequence(List.of(scenario), at));
        tree = tree.with("twins", Yaml.Scalar.plain("0", at)).without("continues");
        Study study = new StudyBinder(tree, references, problems).bind();
        problems.throwIfFailed();
        return new PlanBuilder(study, tree, references, List.of(), usualScenario(file)).build(library, problems.list());
    }

    /** The scenario that a study of the library names for itself; a user's study has that of its model. */
    private static Optional<String> usualScenario(Yaml.Mapping file) {
        return file.text("scenario").filter(name -> Library.strictness(file.position()) == Strictness.LIBRARY);
    }

    /** A checker that knows studies, populations, products and comparators beside models. */
    public static Checker checker() {
        Checker checker = Checker.ofModels();
        for (String key : List.of("study", "population", "product", "comparator")) {
            checker = checker.with(key, StudyReader::check);
        }
        return checker;
    }

    private static void check(Library library, Yaml.Mapping tree, Problems problems) {
        References references = new References(new CompiledModels(library), problems);
        if (tree.get("study").isPresent()) {
            new StudyBinder(tree, references, problems).bind();
        } else if (tree.get("population").isPresent()) {
            new PopulationReader(references, problems, Library.strictness(tree.position())).read(tree);
        } else {
            new ProductReader(references, problems, Library.strictness(tree.position())).read(tree);
        }
    }

    private Yaml.Mapping tree(String nameOrFile) {
        if (library.names("studies").contains(nameOrFile)) {
            return library.document("studies", nameOrFile).orElseThrow();
        }
        Position at = new Position(nameOrFile, 1, 1);
        if (!nameOrFile.endsWith(".yaml") && !nameOrFile.endsWith(".yml")) {
            throw library.unknown("studies", nameOrFile, at);
        }
        return library.document(Path.of(nameOrFile));
    }

    private static Yaml.Mapping sized(Yaml.Mapping tree, Options options) {
        Yaml.Mapping sized = tree;
        if (options.patients().isPresent()) {
            sized = option(
                    withoutPatientsOfArms(sized),
                    "patients",
                    Integer.toString(options.patients().getAsInt()),
                    true);
        }
        if (options.trials().isPresent()) {
            sized = option(sized, "trials", Integer.toString(options.trials().getAsInt()), true);
        }
        if (options.seed().isPresent()) {
            sized = option(sized, "seed", Long.toString(options.seed().getAsLong()), true);
        }
        if (options.scenario().isPresent()) {
            sized = option(sized, "scenario", options.scenario().get(), false);
        }
        return sized;
    }

    private static Yaml.Mapping withoutPatientsOfArms(Yaml.Mapping tree) {
        List<Yaml> arms = tree.sequence("arms").items().stream()
                .map(item -> item instanceof Yaml.Mapping arm ? arm.without("patients") : item)
                .toList();
        return tree.get("arms").isPresent()
                ? tree.with(
                        "arms", new Yaml.Sequence(arms, tree.sequence("arms").position()))
                : tree;
    }

    /** Quoted unless plain, as the resolved study writes it, so that a value spelled out does not change the hash. */
    private static Yaml.Mapping option(Yaml.Mapping tree, String key, String text, boolean plain) {
        Position at = new Position("--" + key + " " + text, 1, 1);
        return tree.with(key, new Yaml.Scalar(text, plain, at));
    }
}
