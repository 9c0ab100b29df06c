package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.blastema.core.Decimal;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.model.Library;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Plan;
import org.blastema.trial.Study;
import org.blastema.trial.Visit;

/**
 * Which result is asked about, as places in a plan.
 *
 * @param arm whose persons' change is asked about
 * @param versus the arm that it is held against
 */
public record SensitivityQuestion(int arm, int versus, int endpoint, int visit) {
    /**
     * Finds what is named; what is not named is the first arm with a product, the reference, the primary endpoint and its visit.
     *
     * @throws org.blastema.core.InvalidInput with every name that the study does not have
     * @throws Refusal if an arm is held against itself
     */
    public static SensitivityQuestion of(
            Plan plan,
            Library library,
            Optional<String> arm,
            Optional<String> versus,
            Optional<String> endpoint,
            OptionalDouble month) {
        Problems problems = new Problems();
        List<String> arms = plan.arms().stream().map(ArmPlan::name).toList();
        List<String> endpoints =
                plan.endpoints().stream().map(ArmPlan.Followed::name).toList();
        int asked = place(plan, "arm", arm.orElseGet(() -> treated(plan, library)), arms, problems);
        int other = place(plan, "arm", versus.orElse(plan.study().reference()), arms, problems);
        int readout = place(plan, "endpoint", endpoint.orElse(endpoints.getFirst()), endpoints, problems);
        int visit = visit(plan, Math.max(0, readout), month, problems);
        problems.throwIfFailed();
        if (asked == other) {
            throw new Refusal(
                    "the arm " + arms.get(asked) + " is held against itself; name another with --arm or --versus");
        }
        return new SensitivityQuestion(asked, other, readout, visit);
    }

    private static String treated(Plan plan, Library library) {
        List<String> others = plan.study().arms().stream()
                .map(Study.Arm::name)
                .filter(each -> !each.equals(plan.study().reference()))
                .toList();
        return plan.study().arms().stream()
                .filter(each ->
                        library.names("products").contains(each.product().name()))
                .map(Study.Arm::name)
                .filter(others::contains)
                .findFirst()
                .or(() -> others.stream().findFirst())
                .orElseThrow(() -> new Refusal(plan.name() + " has one arm; sensitivity needs two"));
    }

    static int place(Plan plan, String kind, String name, List<String> known, Problems problems) {
        int place = known.indexOf(name);
        if (place < 0) {
            problems.unknown(new Position(plan.name(), 1, 1), kind + " of the study", name, known);
        }
        return place;
    }

    static int visit(Plan plan, int endpoint, OptionalDouble month, Problems problems) {
        double wanted = month.orElseGet(() -> plan.study()
                .endpoints()
                .get(endpoint)
                .primaryVisit()
                .orElse(plan.visits().getLast())
                .month());
        int visit = IntStream.range(0, plan.visits().size())
                .filter(v -> plan.visits().get(v).isAt(wanted))
                .findFirst()
                .orElse(-1);
        if (visit < 0) {
            List<String> months = plan.visits().stream()
                    .map(Visit::month)
                    .map(SensitivityQuestion::plain)
                    .toList();
            problems.unknown(new Position(plan.name(), 1, 1), "month of a visit", plain(wanted), months);
        }
        return visit;
    }

    private static String plain(double month) {
        return Decimal.plain(Math.round(month * 100) / 100.0);
    }
}
