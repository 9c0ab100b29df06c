package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;

/** The trials of an area: what was published of them and the study that simulates each. */
final class AreaTrials {
    /** Of fewer trials the outermost 2.5 % are less than one. */
    static final int FEWEST_TRIALS = 40;

    private final Library library;
    private final Function<String, Plan> studies;
    private final Problems problems;
    private final Targets targets;
    private final String area;
    private final SequencedMap<String, Optional<Plan>> plans = new LinkedHashMap<>();
    private final List<Target> scored = new ArrayList<>();
    private final List<NullResult> nulls = new ArrayList<>();

    private AreaTrials(Library library, String area, Function<String, Plan> studies, Problems problems) {
        this.library = library;
        this.studies = studies;
        this.area = area;
        this.problems = problems;
        targets = new Targets(library, problems);
    }

    /** Reads all scored rows of an area, and its trials without a difference where no posterior forecasts these; what is wrong is a problem. */
    static AreaTrials read(Library whole, String area, Problems problems) {
        Library library = whole.unread();
        AreaTrials trials = new AreaTrials(library, area, trial -> StudyReader.readAlone(library, trial), problems);
        trials.scored(row -> true);
        if (CalibratedTables.ofArea(library, area).isEmpty()) {
            trials.withoutDifference();
        }
        return trials;
    }

    /** Reads what a posterior forecasts of its area: the calibration rows and the trials without a difference. */
    static AreaTrials forecast(Library library, String area, Function<String, Plan> studies, Problems problems) {
        AreaTrials trials = read(library, area, row -> row.block() == Scored.Block.CALIBRATION, studies, problems);
        trials.withoutDifference();
        return trials;
    }

    /** Reads those scored rows of an area that are wanted, with studies that are read otherwise. */
    static AreaTrials read(
            Library library, String area, Predicate<Scored> wanted, Function<String, Plan> studies, Problems problems) {
        AreaTrials trials = new AreaTrials(library, area, studies, problems);
        trials.scored(wanted);
        return trials;
    }

    private void scored(Predicate<Scored> wanted) {
        for (Scored row :
                Scored.read(library, area, problems).stream().filter(wanted).toList()) {
            plan(row.outcome().trial(), row.position())
                    .flatMap(plan -> targets.find(plan, row))
                    .ifPresent(scored::add);
        }
    }

    private void withoutDifference() {
        for (NullResult row : Nulls.read(library, area, problems)) {
            plan(row.trial(), row.position())
                    .filter(plan -> targets.compares(plan, row))
                    .ifPresent(plan -> nulls.add(row));
        }
    }

    private Optional<Plan> plan(String trial, Position at) {
        return plans.computeIfAbsent(trial, name -> study(name, at));
    }

    private Optional<Plan> study(String trial, Position at) {
        if (!library.names("studies").contains(trial)) {
            problems.unknown(at, "study", trial, library.names("studies"));
            return Optional.empty();
        }
        try {
            Plan plan = studies.apply(trial);
            enough(plan, at, problems);
            return Optional.of(plan);
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** Too few simulated trials are a problem. */
    static void enough(Plan plan, Position at, Problems problems) {
        if (plan.trials() < FEWEST_TRIALS) {
            problems.error(
                    at,
                    "the study " + plan.name() + " has " + plan.trials() + " trials",
                    "where 95 % of the trials fall needs at least " + FEWEST_TRIALS);
        }
    }

    String area() {
        return area;
    }

    /** The studies, each once, in the order in which they are named. */
    List<Plan> plans() {
        return plans.values().stream().flatMap(Optional::stream).toList();
    }

    List<Target> scored() {
        return List.copyOf(scored);
    }

    List<NullResult> nulls() {
        return List.copyOf(nulls);
    }

    SortedMap<String, String> inputs() {
        return Inputs.of(library);
    }
}
