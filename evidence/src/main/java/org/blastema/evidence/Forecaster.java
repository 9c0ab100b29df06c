package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Range;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.Analysis;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.Executor;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.RunStore;
import org.blastema.trial.Study;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Visit;
import org.blastema.trial.WholeRun;

/** Simulates a registered trial as the validation simulates a published one, and tells every number that it may print. */
public final class Forecaster {
    private final Plan plan;
    private final RunStore store;
    private final List<ContrastSummary> contrasts;
    private final Model model;
    private final List<Forecast.Row> rows = new ArrayList<>();

    private Forecaster(Library library, Plan plan, RunStore store) {
        this.plan = plan;
        this.store = store;
        this.contrasts = Analysis.summarise(plan, store).contrasts();
        this.model = ModelReader.read(library, plan.study().model());
    }

    /**
     * Forecasts a study of the library in its usual scenario; the same whatever the executor.
     *
     * @param registration of the trial, where {@code evidence/trials.csv} does not tell it
     * @throws InvalidInput with what is wrong with the study, or if no registration is known, or if the library holds results of the trial
     * @throws InterruptedException when this thread is interrupted
     */
    public static Forecast of(
            Library whole, String study, Optional<String> registration, Executor executor, Progress progress)
            throws InterruptedException {
        RegisteredTrial trial = RegisteredTrial.of(whole, study, registration);
        Library library = whole.unread();
        Plan plan = StudyReader.readAlone(library, study);
        refuse(plan);
        KeptInMemory store = new KeptInMemory();
        progress.stage("simulate");
        WholeRun.run(executor, plan, store, progress);
        Forecaster forecaster = new Forecaster(library, plan, store);
        forecaster.rows();
        return new Forecast(
                study,
                trial.registration(),
                trial.area(),
                forecaster.design(),
                plan.seed(),
                plan.trials(),
                Inputs.of(library),
                plan.modified(),
                List.copyOf(forecaster.rows));
    }

    private static void refuse(Plan plan) {
        Position at = new Position(plan.name(), 1, 1);
        Problems problems = new Problems();
        if (plan.study().paired()) {
            problems.error(
                    at,
                    "the study has paired groups, which no trial has",
                    "a forecast is of a trial with groups of its own; leave 'groups: paired' out");
        }
        AreaTrials.enough(plan, at, problems);
        problems.throwIfFailed();
    }

    private Forecast.Design design() {
        Study study = plan.study();
        Study.Endpoint primary = study.endpoints().getFirst();
        return new Forecast.Design(
                study.model(),
                plan.scenario(),
                study.arms().stream()
                        .map(arm -> new Forecast.Arm(
                                arm.name(), arm.product().name(), plan.patients(plan.place(arm.name()))))
                        .toList(),
                study.reference(),
                study.alpha(),
                primary.readout(),
                primary.primaryVisit().orElse(plan.visits().getLast()).month(),
                study.eligibility(),
                study.dropOut()
                        .map(leaving -> new Forecast.Leaving(
                                leaving.share(), Visit.at(leaving.by()).month())));
    }

    private void rows() {
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            for (int endpoint = 0; endpoint < plan.endpoints().size(); endpoint++) {
                for (int visit = 0; visit < plan.visits().size(); visit++) {
                    rows(arm, endpoint, visit);
                }
            }
        }
    }

    private void rows(int arm, int endpoint, int visit) {
        Model.Readout readout = readout(endpoint);
        boolean waits = readout.kind() == Model.Kind.TIME_TO_EVENT;
        if (!waits) {
            for (Outcome.Statistic statistic : Outcome.Statistic.values()) {
                add(number(arm, endpoint, visit, Outcome.Kind.VALUE, statistic));
                add(number(arm, endpoint, visit, Outcome.Kind.CHANGE, statistic));
            }
            difference(arm, endpoint, visit);
        }
        if (waits || plan.study().endpoints().get(endpoint).responder().isPresent()) {
            add(number(arm, endpoint, visit, Outcome.Kind.SHARE, Outcome.Statistic.MEAN));
        }
    }

    private Model.Readout readout(int endpoint) {
        return model.readouts().get(model.readout(plan.endpoints().get(endpoint).name()));
    }

    private PrintedNumber number(int arm, int endpoint, int visit, Outcome.Kind kind, Outcome.Statistic statistic) {
        Model.Readout readout = readout(endpoint);
        return new PrintedNumber(
                arm, endpoint, visit, kind, statistic, readout.better(), readout.kind() == Model.Kind.TIME_TO_EVENT);
    }

    private void add(PrintedNumber number) {
        add(number, "", new TrialResults(plan, store, number).all(), OptionalDouble.empty());
    }

    private void difference(int arm, int endpoint, int visit) {
        String reference = plan.study().reference();
        PrintedNumber number = number(arm, endpoint, visit, Outcome.Kind.DIFFERENCE, Outcome.Statistic.MEAN);
        contrasts.stream()
                .filter(each -> each.arm().equals(plan.arms().get(arm).name())
                        && each.versus().equals(reference)
                        && each.endpoint().equals(plan.endpoints().get(endpoint).name())
                        && each.day() == plan.visits().get(visit).day())
                .findFirst()
                .ifPresent(contrast -> add(
                        number,
                        reference,
                        new TrialResults(plan, store, number).differences(plan.place(reference)),
                        contrast.power()));
    }

    /** A number that too few of the trials print is no forecast. */
    private void add(PrintedNumber number, String versus, double[] results, OptionalDouble found) {
        if (results.length < AreaTrials.FEWEST_TRIALS) {
            return;
        }
        Model.Readout readout = readout(number.endpoint());
        rows.add(new Forecast.Row(
                plan.arms().get(number.arm()).name(),
                versus,
                plan.endpoints().get(number.endpoint()).name(),
                number.kind() == Outcome.Kind.SHARE
                        ? "1"
                        : plan.endpoints().get(number.endpoint()).unit(),
                number.kind(),
                number.statistic(),
                plan.visits().get(number.visit()).day(),
                Moments.of(results).mean(),
                between(results, 0.25),
                between(results, 0.025),
                values(results),
                found,
                number.kind() == Outcome.Kind.SHARE ? new Range(0, 1) : readout.range(),
                number.betterNumber()));
    }

    private static Interval between(double[] results, double below) {
        return new Interval(Quantiles.of(results, below), Quantiles.of(results, 1 - below));
    }

    /** The means of so many equally likely parts of the results in ascending order; together they have the mean of the results. */
    static List<Double> values(double[] results) {
        double[] sorted = results.clone();
        Arrays.sort(sorted);
        double width = (double) sorted.length / Forecast.Row.VALUES;
        return IntStream.range(0, Forecast.Row.VALUES)
                .mapToObj(i -> part(sorted, i * width, (i + 1) * width))
                .toList();
    }

    /** The mean from one place to another, where a value counts with its share between them. */
    private static double part(double[] sorted, double from, double to) {
        double sum = 0;
        for (int i = (int) Math.floor(from); i < Math.min(sorted.length, Math.ceil(to)); i++) {
            sum += sorted[i] * (Math.min(i + 1, to) - Math.max(i, from));
        }
        return sum / (to - from);
    }
}
