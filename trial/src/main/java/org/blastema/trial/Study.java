package org.blastema.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Model;

/**
 * A study as its file and the command line state it.
 *
 * @param name name of the study
 * @param title what it is called
 * @param question what it asks
 * @param contextOfUse what its answer may be used for
 * @param model the main model
 * @param population who is screened, with the covariates that the study puts in place of the population's
 * @param patients randomised per arm in one trial, unless the arm has a number of its own
 * @param trials replicate trials
 * @param twins persons of the twin cohort
 * @param seed seed of all chance
 * @param alpha two-sided level of the planned test
 * @param horizon last day
 * @param visits days, ascending
 * @param timecourse days, ascending
 * @param endpoints the first is primary
 * @param design who knows what; absent where the study does not say
 * @param eligibility by readout, what may be measured at screening
 * @param dropOut absent where nobody leaves
 * @param arms in the order of the file
 * @param groups whether each arm has patients of its own
 * @param reference name of the reference arm
 * @param contrasts beside every arm against the reference
 * @param switches by name; those not named are on
 * @param settings by name, what the study chooses; those not named are as the model has them
 * @param parameters values that replace those of the models
 * @param restated parameters, spreads and all, that replace those of the models and products
 * @param dataConflicts arms whose comparison the evidence does not settle
 * @param scenario the run's scenario
 * @param scenarios all that are run
 * @param mustNotClaim of the study; the models have their own
 * @param notModelled arms and parts of the trial that the study leaves out, and why; the models have their own
 * @param putIn what was fitted or assumed
 * @param practices what is done with the results of the trials
 * @param words what sentences call what is under test
 * @param economics what is asked of costs beside effects
 * @param noEconomics why nothing is asked of them
 * @param parts an endpoint that is the sum of others
 * @param continuation the study that tells what follows
 * @param published rows as they stand in the file; they are compared by the report
 * @param followed what the report shows of an invented patient, as it stands in the file
 */
public record Study(
        String name,
        Text title,
        Optional<Text> question,
        Optional<Text> contextOfUse,
        String model,
        Population population,
        int patients,
        int trials,
        int twins,
        long seed,
        double alpha,
        double horizon,
        List<Visit> visits,
        List<Double> timecourse,
        List<Endpoint> endpoints,
        Optional<Design> design,
        SequencedMap<String, Range> eligibility,
        Optional<DropOut> dropOut,
        List<Arm> arms,
        Groups groups,
        String reference,
        List<Contrast> contrasts,
        SequencedMap<String, Boolean> switches,
        SequencedMap<String, String> settings,
        SequencedMap<String, Double> parameters,
        List<Parameter> restated,
        List<DataConflict> dataConflicts,
        String scenario,
        List<String> scenarios,
        List<Text> mustNotClaim,
        List<Model.Omission> notModelled,
        List<Text> putIn,
        List<Practice> practices,
        Words words,
        Optional<Economics> economics,
        Optional<Text> noEconomics,
        Optional<Parts> parts,
        Optional<Continuation> continuation,
        List<Yaml> published,
        List<Yaml> followed) {

    /**
     * What sentences call what is under test, after "the" in English.
     *
     * @param tested what the arms under test get
     * @param treatment the moment from which visits are counted
     * @param urgent signs after it that need urgent care; empty for those of an injection into a joint
     * @param leads what a reader is told before any result; absent where nothing must come first
     */
    public record Words(Text tested, Text treatment, List<Text> urgent, Optional<Text> leads) {
        /** Words of a study that gives none. */
        public static final Words CELLS = new Words(
                new Text("cells", "الخلايا"), new Text("the injection", "الحقنة"), List.of(), Optional.empty());

        public Words {
            urgent = List.copyOf(urgent);
        }

        static Words read(Fields study) {
            return study.fields("words", "words").map(Words::of).orElse(CELLS);
        }

        private static Words of(Fields inside) {
            Words words = new Words(
                    inside.bilingual("tested").orElse(CELLS.tested()),
                    inside.bilingual("treatment").orElse(CELLS.treatment()),
                    inside.bilinguals("urgent"),
                    inside.bilingual("leads"));
            inside.done();
            return words;
        }
    }

    /** Who stands in the arms of a trial. */
    public enum Groups {
        /** Each arm has patients of its own, as in a trial. */
        PARALLEL,
        /** The same persons stand in every arm with the same chance: what a trial finds is the effect under its draw, almost without noise. */
        PAIRED
    }

    /** Whether the same persons stand in every arm. */
    public boolean paired() {
        return groups == Groups.PAIRED;
    }

    /** Whether a switch is on. */
    public boolean on(String name) {
        return switches.getOrDefault(name, true);
    }

    /**
     * A readout that the study judges.
     *
     * @param readout name of the readout
     * @param primaryVisit the visit that decides
     * @param responder who counts as a responder
     * @param harm whether its share of people is told among the harms
     */
    public record Endpoint(String readout, Optional<Visit> primaryVisit, Optional<Responder> responder, boolean harm) {}

    /**
     * @param gain least change towards the better side, in the unit of the readout
     * @param label its words
     * @param sources keys of the bibliography
     * @param knowledge how the gain is known
     */
    public record Responder(double gain, Optional<Text> label, List<String> sources, Optional<Knowledge> knowledge) {}

    /**
     * Leaving: at a constant rate, or of the disappointed.
     *
     * @param share share who have left by the day, 0 to 1 (exclusive)
     * @param by days since treatment
     * @param disappointment where given, whoever gains less of the primary endpoint leaves sooner: the log odds of leaving fall by so
     *     much for each unit gained, and the last visit kept is the one before the day
     * @param sources keys of the bibliography
     * @param knowledge how the share is known
     */
    public record DropOut(
            double share,
            double by,
            OptionalDouble disappointment,
            List<String> sources,
            Optional<Knowledge> knowledge) {}

    /**
     * An arm and what it gets.
     *
     * @param patients randomised to it in one trial, in place of the study's
     * @param eligibility its own, in place of the study's
     * @param dropOut its own, in place of the study's
     * @param design what differs from the study's
     * @param settings its own, beside the study's
     * @param step what it adds to another arm, where the arms of the study are steps
     * @param title its own words, in place of its product's
     */
    public record Arm(
            String name,
            Product product,
            OptionalInt patients,
            Optional<SequencedMap<String, Range>> eligibility,
            Optional<DropOut> dropOut,
            Optional<Design> design,
            SequencedMap<String, String> settings,
            Optional<Step> step,
            Optional<Text> title) {}

    /**
     * What an arm adds.
     *
     * @param after the arm to which it is added; absent for the first
     * @param label its words
     * @param why what happens in it, for a reader who learns
     * @param ask what to ask whoever shows such a number
     */
    public record Step(Optional<String> after, Text label, Optional<Text> why, Optional<Text> ask) {}

    /**
     * What is done with the results of trials of two arms, at the primary endpoint and visit.
     *
     * @param arm the arm that is hoped to be better
     * @param versus the other
     * @param label its words
     * @param choice among which outcomes a trial chooses what it tells; absent where it tells its primary endpoint
     * @param looks when a trial stops; absent where it runs to its end
     * @param printing which trials are printed; absent where all are, plainly
     */
    public record Practice(
            String arm,
            String versus,
            Text label,
            Optional<Choice> choice,
            Optional<Looks> looks,
            Optional<Printing> printing) {}

    /**
     * Outcomes of which a trial tells the one that looks best.
     *
     * @param readouts endpoints of the study in one unit, the first is told where none is chosen
     * @param share of the trials that choose, 0 to 1
     */
    public record Choice(List<String> readouts, double share) {}

    /**
     * A trial is analysed at equal shares of its patients and stops for benefit when the test statistic passes the boundary.
     *
     * @param count looks, the last at the end
     * @param boundary of the statistic
     * @param shape constant, or falling as boundary times sqrt(count / look) (O'Brien and Fleming 1979)
     */
    public record Looks(int count, double boundary, Shape shape) {
        /** How the boundary moves from look to look. */
        public enum Shape {
            CONSTANT,
            FALLING
        }

        double at(int look) {
            return shape == Shape.CONSTANT ? boundary : boundary * Math.sqrt((double) count / look);
        }
    }

    /**
     * Shares of trials that are printed.
     *
     * @param positive of the positive trials
     * @param plain of the others, told as they are
     * @param dressed of the others, told as if they were positive
     */
    public record Printing(double positive, double plain, double dressed) {}

    /**
     * A study that tells what follows for the same arms, with the people, the seed, the scenario and the changes of this one.
     *
     * @param study as bound
     * @param tree what it was bound from
     * @param effect its readout of years in full health, where its economics name one
     */
    public record Continuation(Study study, Yaml.Mapping tree, Optional<String> effect) {}

    /** The gain of an endpoint that makes a responder, in words; absent where the study asks for none. */
    public Optional<Text> gain(String endpoint) {
        return endpoints.stream()
                .filter(each -> each.readout().equals(endpoint))
                .flatMap(each -> each.responder().stream())
                .flatMap(each -> each.label().stream())
                .findFirst();
    }

    /** What each arm is called, by its name: its own words or those of its step, else its product's title, with its name where another gets the same. */
    public SequencedMap<String, Text> titles() {
        SequencedMap<String, Text> titles = new LinkedHashMap<>();
        for (Arm arm : arms) {
            Text product = arm.product().title();
            boolean alone = arm.name().equals(arm.product().name())
                    || arms.stream()
                                    .filter(each -> each.product()
                                            .name()
                                            .equals(arm.product().name()))
                                    .count()
                            == 1;
            Text told = alone
                    ? product
                    : new Text(product.en() + " (" + arm.name() + ")", product.ar() + " (" + arm.name() + ")");
            titles.put(
                    arm.name(),
                    arm.title().or(() -> arm.step().map(Step::label)).orElse(told));
        }
        return titles;
    }

    /** Randomised to an arm in one trial. */
    public int patients(Arm arm) {
        return arm.patients().orElse(patients);
    }

    /** Whether every arm has the study's number of patients. */
    public boolean equalArms() {
        return arms.stream().allMatch(arm -> patients(arm) == patients);
    }

    /** By readout, what may be measured at screening for an arm. */
    public SequencedMap<String, Range> eligibility(Arm arm) {
        return arm.eligibility().orElse(eligibility);
    }

    /** Who knows what in an arm: what it says for itself, then what the study says; absent where neither says anything. */
    public Optional<Design> design(Arm arm) {
        return arm.design().map(own -> design.map(own::over).orElse(own)).or(() -> design);
    }

    /** Whether an arm is there to be compared with: it says so, or it is the reference of a study with a control. */
    public boolean isControl(Arm arm) {
        Optional<Design.Control> own = arm.design().flatMap(Design::control);
        return own.or(() -> Optional.of(design.flatMap(Design::control).orElse(Design.Control.SALINE))
                        .filter(kind -> arm.name().equals(reference)))
                .filter(kind -> kind != Design.Control.NONE)
                .isPresent();
    }

    /** What is chosen for an arm: the study's choices, its own in their place. */
    public SequencedMap<String, String> settings(Arm arm) {
        SequencedMap<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(arm.settings());
        return all;
    }

    /** An arm against another. */
    public record Contrast(String arm, String versus) {}

    /** Arms whose comparison the evidence does not settle, and why. */
    public record DataConflict(List<String> arms, Optional<Text> note) {}
}
