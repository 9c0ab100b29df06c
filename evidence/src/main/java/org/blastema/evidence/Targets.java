package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Range;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Plan;
import org.blastema.trial.Study;
import org.blastema.trial.Visit;

/** Finds what is compared in the studies of the trials; what cannot be found is a problem of the row that names it. */
final class Targets {
    private static final String ARM = "arm of the study";
    /** How far the size of a simulated arm may be off the published one. */
    private static final double MOST_OFF = 0.1;

    private final Library library;
    private final Problems problems;

    Targets(Library library, Problems problems) {
        this.library = library;
        this.problems = problems;
    }

    /** The place of a scored number in the study of its trial; empty, with a problem, where there is none. */
    Optional<Target> find(Plan plan, Scored scored) {
        int before = problems.size();
        Outcome outcome = scored.outcome();
        Position at = scored.position();
        int arm = place(at, ARM, outcome.arm(), arms(plan));
        int visit = visit(plan, outcome.month().orElseThrow(), at);
        if (outcome.countsHarm()) {
            return arm < 0 || visit < 0 ? Optional.empty() : harm(plan, scored, arm, visit);
        }
        int endpoint = endpoint(plan, outcome.endpoint(), at);
        Optional<Model.Readout> readout =
                endpoint >= 0 ? Optional.of(readout(plan, outcome.endpoint())) : Optional.empty();
        boolean waits = readout.filter(known -> known.kind() == Model.Kind.TIME_TO_EVENT)
                .isPresent();
        if (endpoint >= 0) {
            refuse(plan.study().endpoints().get(endpoint), waits, outcome, at);
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return readout.map(known -> new Target(
                scored,
                arm,
                endpoint,
                visit,
                outcome.n().orElse(plan.patients(arm)),
                outcome.kind() == Outcome.Kind.SHARE ? new Range(0, 1) : known.range(),
                known.better(),
                waits,
                List.of()));
    }

    private Optional<Target> harm(Plan plan, Scored scored, int arm, int visit) {
        int before = problems.size();
        Outcome outcome = scored.outcome();
        List<ArmPlan.Term> terms = plan.arms().get(arm).terms();
        List<Integer> counted = IntStream.range(0, terms.size())
                .filter(i -> counts(outcome, terms.get(i)))
                .boxed()
                .toList();
        if (counted.isEmpty()) {
            problems.unknown(
                    scored.position(),
                    "harm of the arm",
                    outcome.harm().orElse(Outcome.SERIOUS_HARM),
                    terms.stream().map(ArmPlan.Term::name).toList());
        }
        size(plan.patients(arm), outcome, scored.position());
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Target(
                        scored,
                        arm,
                        -1,
                        visit,
                        outcome.n().orElseThrow(),
                        new Range(0, 1),
                        Model.Better.LOW,
                        false,
                        counted));
    }

    private static boolean counts(Outcome outcome, ArmPlan.Term term) {
        return outcome.harm().map(term.name()::equals).orElseGet(() -> term.serious() && term.mayBeBrought());
    }

    /** A harm is a share of people whose number is known, and is simulated in as many. */
    private void size(int simulated, Outcome outcome, Position at) {
        if (outcome.kind() != Outcome.Kind.SHARE || outcome.n().isEmpty()) {
            problems.error(
                    at,
                    "a harm that is no share of a known number of people",
                    "its kind is 'share' and its 'n' the people of the arm");
        } else if (Math.abs(simulated - outcome.n().getAsInt())
                > MOST_OFF * outcome.n().getAsInt()) {
            problems.error(
                    at,
                    "the harm was counted in " + outcome.n().getAsInt() + " people, the arm of the study has "
                            + simulated,
                    "chance in few is another than in many; the study needs the number of people printed, to a tenth");
        }
    }

    /** What cannot be compared with the arm of one trial. */
    private void refuse(Study.Endpoint endpoint, boolean waits, Outcome outcome, Position at) {
        switch (outcome.kind()) {
            case VALUE, CHANGE -> {}
            case SHARE -> {
                if (endpoint.responder().isEmpty() && !waits) {
                    problems.error(
                            at,
                            "a share of responders, but the study does not say who responds",
                            "its endpoint '" + outcome.endpoint() + "' needs a 'responder'");
                }
            }
            case DIFFERENCE, FINDING ->
                problems.error(
                        at,
                        "a difference or a finding is no result of one arm",
                        "a value, a change or a share is scored");
        }
    }

    /** Whether the study compares the arms of a null trial at its endpoint and visit; problems are noted. */
    boolean compares(Plan plan, NullResult row) {
        int before = problems.size();
        Position at = row.position();
        place(at, ARM, row.arm(), arms(plan));
        place(at, ARM, row.versus(), arms(plan));
        endpoint(plan, row.endpoint(), at);
        visit(plan, row.month(), at);
        Study.Contrast wanted = new Study.Contrast(row.arm(), row.versus());
        if (problems.size() == before
                && !row.versus().equals(plan.study().reference())
                && !plan.study().contrasts().contains(wanted)) {
            problems.error(
                    at,
                    "the study does not compare " + row.arm() + " with " + row.versus(),
                    "the comparison must be with its reference or stand in its 'contrasts'");
        }
        return problems.size() == before;
    }

    private int endpoint(Plan plan, String name, Position at) {
        List<String> endpoints =
                plan.endpoints().stream().map(ArmPlan.Followed::name).toList();
        return place(at, "endpoint of the study", name, endpoints);
    }

    private int place(Position at, String what, String name, List<String> valid) {
        if (!valid.contains(name)) {
            problems.unknown(at, what, name, valid);
        }
        return valid.indexOf(name);
    }

    private int visit(Plan plan, double month, Position at) {
        List<Visit> visits = plan.visits();
        int place = visit(plan, month);
        if (place < 0) {
            List<String> months = new ArrayList<>();
            visits.forEach(each -> months.add(Double.toString(each.month())));
            problems.error(
                    at,
                    "the study has no visit at month " + month,
                    "its visits are at the months " + String.join(", ", months));
        }
        return place;
    }

    /** Place of the visit of a month in the study; -1 where it has none. */
    static int visit(Plan plan, double month) {
        return IntStream.range(0, plan.visits().size())
                .filter(i -> plan.visits().get(i).isAt(month))
                .findFirst()
                .orElse(-1);
    }

    private Model.Readout readout(Plan plan, String name) {
        Model model = ModelReader.read(library, plan.study().model());
        return model.readouts().get(model.readout(name));
    }

    private static List<String> arms(Plan plan) {
        return plan.arms().stream().map(ArmPlan::name).toList();
    }
}
