package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;

/**
 * The study of a comparison as the test needs it: the arms of the comparison alone, the same persons in all of them, nobody leaves, and
 * only what the experiment and its variant say is laid over it.
 */
final class PairedStudy {
    private final Library library;
    private final Claim.Comparison comparison;

    PairedStudy(Library library, Claim.Comparison comparison) {
        this.library = library;
        this.comparison = comparison;
    }

    /**
     * The plan of a test.
     *
     * @param change what a variant or a search lays over the experiment's study
     * @param draws trials, each a draw of knowledge
     * @param persons of a draw
     * @param beside whether the known treatments stand beside
     */
    Plan plan(Yaml.Mapping change, int draws, int persons, boolean beside) {
        return plan(study -> study.merged(change), draws, persons, beside);
    }

    /** A change of the study's tree. */
    interface Change {
        Overlay of(Overlay study);
    }

    /** The plan of a test whose change needs the tree. */
    Plan plan(Change change, int draws, int persons, boolean beside) {
        Options options = new Options(
                OptionalInt.of(persons), OptionalInt.of(draws), OptionalLong.empty(), comparison.scenario(), List.of());
        return StudyReader.read(
                library,
                comparison.study(),
                options,
                file -> change.of(narrowed(new Overlay(file), beside).merged(comparison.with()))
                        .tree());
    }

    private Overlay narrowed(Overlay study, boolean beside) {
        List<String> wanted = new ArrayList<>(List.of(comparison.versus(), comparison.arm()));
        if (beside) {
            wanted.addAll(comparison.beside());
        }
        Overlay narrowed = study.without(
                        "contrasts",
                        "data-conflicts",
                        "practices",
                        "economics",
                        "continues",
                        "published",
                        "followed",
                        "scenarios")
                .plain("groups", "paired")
                .plain("twins", "0")
                .quoted("reference", comparison.versus())
                .with("timecourse", new Yaml.Sequence(List.of(), study.tree().position()))
                .with(
                        "switches",
                        new Overlay(study.mapping("switches"))
                                .plain("drop-out", "off")
                                .tree())
                .with("arms", arms(study, wanted));
        Optional<String> scenario =
                comparison.scenario().or(() -> text(study.tree().get("scenario")));
        return scenario.map(name -> narrowed.with(
                        "scenarios",
                        new Yaml.Sequence(
                                List.of(new Yaml.Scalar(
                                        name, false, study.tree().position())),
                                study.tree().position())))
                .orElse(narrowed);
    }

    /** The wanted arms in the study's order, as steps of nothing. */
    private static Yaml arms(Overlay study, List<String> wanted) {
        List<Yaml> arms = new ArrayList<>();
        if (study.tree().get("arms").orElse(null) instanceof Yaml.Sequence all) {
            for (Yaml each : all.items()) {
                if (each instanceof Yaml.Mapping arm && wanted.contains(name(arm))) {
                    arms.add(new Overlay(arm)
                            .without("step", "drop-out", "patients")
                            .tree());
                }
            }
        }
        return new Yaml.Sequence(arms, study.tree().position());
    }

    private static String name(Yaml.Mapping arm) {
        return text(arm.get("name")).or(() -> text(arm.get("product"))).orElse("");
    }

    private static Optional<String> text(Optional<Yaml> node) {
        return node.orElse(null) instanceof Yaml.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }
}
