package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.blastema.core.Chance;
import org.blastema.core.Distribution;
import org.blastema.core.Failure;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Purpose;
import org.blastema.core.Uniforms;
import org.blastema.model.Library;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.blastema.trial.Analysis;
import org.blastema.trial.Plan;
import org.blastema.trial.SamePersons;
import org.blastema.trial.Study;

/** Gathers what speaks for and against a study's answer, and moves each number in the same persons to see what hangs on it. */
public final class CredibilityEngine {
    /** Persons in which each number is moved. */
    public static final int PERSONS = 128;

    private static final double LEVEL = 0.95;
    private static final double LOW = 0.16;
    private static final double HIGH = 0.84;
    private static final double TENTH = 1.1;

    private final Plan plan;
    private final SensitivityQuestion question;
    private final SamePersons cohort;
    private final Uniforms chance;

    private CredibilityEngine(Plan plan, SensitivityQuestion question) {
        this.plan = plan;
        this.question = question;
        this.cohort = new SamePersons(
                plan, List.of(question.arm(), question.versus()), question.endpoint(), question.visit());
        this.chance = new Chance(plan.seed());
    }

    /**
     * Simulates and gathers; the same whatever the number of threads.
     *
     * @throws Failure if over 1 % of the persons failed, or if it is interrupted
     * @throws org.blastema.core.Refusal if the study has one arm
     * @throws org.blastema.core.InvalidInput if the tables or the frame of the library are broken
     */
    public static Credibility of(Plan plan, Library library, int threads) {
        SensitivityQuestion question = SensitivityQuestion.of(
                plan, library, Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty());
        return new CredibilityEngine(plan, question).credibility(library, threads);
    }

    private Credibility credibility(Library library, int threads) {
        Map<String, Parameter> stated = stated();
        List<String> names =
                cohort.numbers().stream().filter(stated::containsKey).toList();
        List<Callable<double[]>> tasks = new ArrayList<>();
        tasks.add(() -> SamePersons.benefit(cohort.changes(chance, PERSONS)));
        names.forEach(name -> tasks.add(() -> moved(name, stated.get(name))));
        List<double[]> found = Tasks.all(tasks, threads);
        List<Credibility.Influence> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Parameter parameter = Objects.requireNonNull(stated.get(names.get(i)));
            numbers.add(number(names.get(i), parameter, found.getFirst(), found.get(i + 1)));
        }
        numbers.sort(Credibility.Influence.ORDER);
        return tell(library, found.getFirst(), numbers);
    }

    private Credibility tell(Library library, double[] benefit, List<Credibility.Influence> numbers) {
        double failed = Arrays.stream(benefit).filter(Double::isNaN).count() / (double) PERSONS;
        if (failed > Analysis.MOST_FAILED) {
            throw new Failure(plan.name() + ": " + Math.round(100 * failed) + " of 100 persons have no value of "
                    + plan.endpoints().get(question.endpoint()).name());
        }
        ValidatedTable table = ValidatedTable.read(library);
        List<ScoredArm> arms = table.ofModel(library, plan.study().model());
        Moments all = Moments.of(benefit);
        return new Credibility(
                plan.study(),
                CredibilityFrame.read(library).of(plan.name()),
                plan.seed(),
                plan.arms().get(question.arm()).name(),
                plan.arms().get(question.versus()).name(),
                plan.endpoints().get(question.endpoint()).name(),
                plan.endpoints().get(question.endpoint()).unit(),
                plan.visits().get(question.visit()).month(),
                Intervals.mean(all, LEVEL),
                all.mean(),
                PERSONS,
                failed,
                numbers,
                arms,
                table.changed(
                        library, arms.stream().map(ScoredArm::area).distinct().toList()),
                plan.modified());
    }

    /** The numbers that a file states, by their full names; of two arms that differ in one, as the first has it. */
    private Map<String, Parameter> stated() {
        Map<String, Parameter> stated = new LinkedHashMap<>();
        for (int place : List.of(question.arm(), question.versus())) {
            Study.Arm arm = plan.study().arms().get(place);
            plan.parameters(arm.name())
                    .forEach(each -> stated.putIfAbsent(arm.product().model() + "." + each.name(), each));
        }
        plan.study()
                .population()
                .covariates()
                .forEach(each -> stated.putIfAbsent(plan.study().population().name() + "." + each.name(), each));
        return stated;
    }

    private static boolean unknown(Parameter parameter) {
        return parameter.spreads().stream().anyMatch(each -> each.level() == Level.KNOWLEDGE);
    }

    /** Whether a tenth more of it means nothing. */
    private static boolean choice(Parameter parameter) {
        return parameter.spreads().stream().anyMatch(each -> each.distribution() instanceof Distribution.Choice);
    }

    /** What each person's benefit changes by when a number is moved; of one that is not known, from its low to its high draw. */
    private double[] moved(String name, Parameter parameter) throws InterruptedException {
        if (!unknown(parameter)) {
            return choice(parameter)
                    ? new double[0]
                    : SamePersons.benefit(cohort.changes(chance, PERSONS, name, TENTH));
        }
        double[] high = SamePersons.benefit(cohort.changes(at(name, HIGH), PERSONS));
        double[] low = SamePersons.benefit(cohort.changes(at(name, LOW), PERSONS));
        return SamePersons.less(high, low);
    }

    private Uniforms at(String name, double quantile) {
        int own = new Purpose(Level.KNOWLEDGE, name).code();
        return (trial, unit, step, purpose) -> purpose == own ? quantile : chance.uniform(trial, unit, step, purpose);
    }

    private static Credibility.Influence number(String name, Parameter parameter, double[] usual, double[] moved) {
        Credibility.Move move = unknown(parameter) ? Credibility.Move.SPREAD : Credibility.Move.TENTH;
        if (moved.length == 0) {
            return new Credibility.Influence(name, parameter, move, OptionalDouble.empty(), Optional.empty());
        }
        Moments effect = Moments.of(move == Credibility.Move.SPREAD ? moved : SamePersons.less(moved, usual));
        return new Credibility.Influence(
                name, parameter, move, OptionalDouble.of(effect.mean()), Optional.of(Intervals.mean(effect, LEVEL)));
    }
}
