package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.blastema.core.Position;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.Study;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Visit;

/**
 * The study of a question as the test needs it: the arms of the question alone, the same persons in all of them, nobody leaves,
 * nothing but the endpoint that is asked for and no visit after that month. What is left has the chance of the whole study, so that its
 * numbers are those of the whole study but for the tolerance of the solver, whose steps end at the last visit.
 *
 * @param studies where the study is read
 * @param question what the test asks
 * @param effort its size
 * @param arms by name
 */
record PairedStudy(StudyReader studies, Claim.Question question, Effort effort, List<String> arms) {
    /** What a study has that no test of a claim asks. */
    private static final String[] UNASKED = {
        "contrasts",
        "data-conflicts",
        "practices",
        "economics",
        "parts",
        "continues",
        "published",
        "followed",
        "drop-out"
    };

    private static final int FEW = 20;

    /** With the known treatments beside. */
    static PairedStudy whole(StudyReader studies, Claim.Question question, Effort effort) {
        Stream<String> two = Stream.of(question.versus(), question.arm());
        return new PairedStudy(
                studies,
                question,
                effort,
                Stream.concat(two, question.beside().stream()).toList());
    }

    /** The same without the known treatments beside. */
    PairedStudy alone() {
        return new PairedStudy(studies, question, effort, List.of(question.versus(), question.arm()));
    }

    /** The same with a tenth of the draws and at most as many persons as usual, the first: enough to see which way something goes. */
    PairedStudy part() {
        return with(
                Math.min(effort.draws(), Math.max(FEW, effort.draws() / 10)),
                Math.min(effort.persons(), Effort.usual(1).persons()));
    }

    /** The same with four times as many persons. */
    PairedStudy larger() {
        return with(effort.draws(), 4 * effort.persons());
    }

    /**
     * The same with a quarter of the draws and twenty times as many persons, for what differs between persons: of 400 the spread is known
     * to about 4 %.
     */
    PairedStudy forPersons() {
        return with(Math.max(FEW, effort.draws() / 4), 20 * effort.persons());
    }

    /** The same with a quarter of the draws and a hundred times as many persons, for harms that come to few. */
    PairedStudy forHarms() {
        return with(Math.max(FEW, effort.draws() / 4), 100 * effort.persons());
    }

    private PairedStudy with(int draws, int persons) {
        return new PairedStudy(studies, question, new Effort(draws, persons, effort.threads()), arms);
    }

    /**
     * The plan of the test.
     *
     * @param change of the study's node tree, after what the experiment lays over it
     */
    Plan plan(UnaryOperator<Yaml.Mapping> change) {
        Options options = new Options(
                OptionalInt.of(effort.persons()),
                OptionalInt.of(effort.draws()),
                OptionalLong.empty(),
                Optional.empty(),
                List.of());
        return studies.plan(
                question.study(),
                options,
                file -> narrowed(change.apply(chosen(file).merged(question.with()))));
    }

    private Yaml.Mapping chosen(Yaml.Mapping study) {
        return question.scenario()
                .map(name -> study.with("scenario", Yaml.Scalar.quoted(name, question.at("scenario"))))
                .orElse(study);
    }

    /** The plan of the test as the experiment states it. */
    Plan plan() {
        return plan(UnaryOperator.identity());
    }

    /** What the arms are called in the whole study. */
    SequencedMap<String, Text> titles() {
        return study().titles();
    }

    /** The gain that makes a responder of this test, in words. */
    Optional<Text> gain() {
        return plan().study().gain(question.endpoint());
    }

    private Study study() {
        return studies.plan(question.study(), Options.none(), UnaryOperator.identity())
                .study();
    }

    /** A study with a parameter moved to a value; one that is given in full keeps the rest of it. */
    static Yaml.Mapping moved(Yaml.Mapping study, String name, double value) {
        Yaml.Mapping parameters = study.mapping("parameters");
        Yaml.Scalar number = Yaml.Scalar.plain(Double.toString(value), study.position());
        Yaml moved =
                parameters.get(name).orElse(null) instanceof Yaml.Mapping full ? full.with("value", number) : number;
        return study.with("parameters", parameters.with(name, moved));
    }

    private Yaml.Mapping narrowed(Yaml.Mapping study) {
        Position at = study.position();
        return study.without(UNASKED)
                .with("scenarios", new Yaml.Sequence(List.of(), at))
                .with("groups", Yaml.Scalar.plain("paired", at))
                .with("twins", Yaml.Scalar.plain("0", at))
                .with("reference", Yaml.Scalar.quoted(question.versus(), at))
                .with("timecourse", new Yaml.Sequence(List.of(), at))
                .with("visits", visits(study.sequence("visits")))
                .with("endpoints", items(study, "endpoints", List.of(question.endpoint()), "primary-visit"))
                .with("arms", items(study, "arms", arms, "step", "drop-out", "patients"));
    }

    /** Earlier visits stay: a visit's chance goes by its place among them. */
    private Yaml.Sequence visits(Yaml.Sequence all) {
        List<Yaml> kept = all.items().stream()
                .filter(each -> Visit.of(each)
                        .filter(visit -> visit.isAfter(question.month()))
                        .isEmpty())
                .toList();
        return new Yaml.Sequence(kept, all.position());
    }

    /** The wanted items of a list in the study's order, without some of their keys. */
    private static Yaml.Sequence items(Yaml.Mapping study, String list, List<String> wanted, String... gone) {
        Yaml.Sequence all = study.sequence(list);
        List<Yaml> items = all.items().stream()
                .filter(Yaml.Mapping.class::isInstance)
                .map(Yaml.Mapping.class::cast)
                .filter(item -> wanted.contains(name(item)))
                .<Yaml>map(item -> item.without(gone))
                .toList();
        return new Yaml.Sequence(items, all.position());
    }

    private static String name(Yaml.Mapping item) {
        return item.text("name")
                .or(() -> item.text("product"))
                .or(() -> item.text("readout"))
                .orElse("");
    }
}
