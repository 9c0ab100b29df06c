package org.blastema.report;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.blastema.core.Text;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.Plan;
import org.blastema.trial.Study;
import org.blastema.trial.Summary;
import org.blastema.trial.Visit;

/** A run as its sentences need it: the study, what it found, and which arms are the product under test. */
record Subject(Plan plan, Summary summary, Library library, Model model, List<Published> published) {

    static Subject of(Plan plan, Summary summary, Library library) {
        Model model = ModelReader.read(library, plan.study().model());
        return new Subject(
                plan, summary, library, model, Published.read(plan.study().published()));
    }

    Study study() {
        return plan.study();
    }

    /** How many patients an arm has in one trial, with their noun: a number, or the range of the arms. */
    Text sizes(LongFunction<Text> counted) {
        IntSummaryStatistics each =
                study().arms().stream().mapToInt(study()::patients).summaryStatistics();
        return each.getMin() == each.getMax()
                ? counted.apply(each.getMin())
                : Finding.of("%d to %s", "%d إلى %s", each.getMin(), counted.apply(each.getMax()));
    }

    /** The first endpoint decides. */
    Model.Readout primary() {
        return readout(study().endpoints().getFirst().readout());
    }

    /** Whether the primary endpoint is a share of people, in per cent. */
    boolean ofPeople() {
        return primary().kind() == Model.Kind.PROPORTION
                && primary().unit().code().equals("%");
    }

    /** The unit of an endpoint: the words that the model has for it, else its code. */
    Text unit(String endpoint) {
        Model.Readout readout = readout(endpoint);
        return readout.unitWords().orElse(Terms.unit(readout.unit().code()));
    }

    Model.Readout readout(String endpoint) {
        return model.readouts().get(model.readout(endpoint));
    }

    Visit primaryVisit() {
        return study().endpoints()
                .getFirst()
                .primaryVisit()
                .orElse(study().visits().getLast());
    }

    /** The visit that a published month means; absent where the study has none there. */
    Optional<Visit> visit(double month) {
        return plan.visits().stream().filter(each -> each.isAt(month)).findFirst();
    }

    Text title(String arm) {
        return study().titles().getOrDefault(arm, new Text(arm, arm));
    }

    /** Whether an arm gets a product, not a comparator. */
    boolean treated(String arm) {
        return study().arms().stream()
                .anyMatch(each -> each.name().equals(arm)
                        && library.names("products").contains(each.product().name()));
    }

    /** Whether harms and costs are a question; a dish, or cells followed in a body, has no change that matters to anybody, no harm and no price. */
    boolean treatsPeople() {
        return !treatedArms().isEmpty() && primary().mcid().isPresent()
                || harmsPeople()
                || study().arms().stream().anyMatch(arm -> arm.product().costs().isPresent());
    }

    /** Whether harms of any arm are simulated. */
    boolean harmsPeople() {
        return summary.arms().stream().anyMatch(arm -> !arm.adverseEvents().isEmpty());
    }

    List<String> treatedArms() {
        return study().arms().stream()
                .map(Study.Arm::name)
                .filter(this::treated)
                .toList();
    }

    /** The arms without a product under test, but the reference. */
    List<String> comparators() {
        return study().arms().stream()
                .map(Study.Arm::name)
                .filter(arm -> !treated(arm) && !arm.equals(study().reference()))
                .toList();
    }

    /** The arms that are held against the reference: those under test; where no product is under test, every other one. */
    List<String> judgedArms() {
        return treatedArms().isEmpty() ? comparators() : treatedArms();
    }

    Optional<EndpointSummary> endpoint(String arm, String endpoint, double day) {
        return summary.arms().stream()
                .filter(each -> each.name().equals(arm))
                .map(ArmSummary::endpoints)
                .flatMap(List::stream)
                .filter(each -> each.name().equals(endpoint) && each.day() == day)
                .findFirst();
    }

    /** Contrasts of the primary endpoint of some arms against another at a day. */
    List<ContrastSummary> contrasts(List<ContrastSummary> all, List<String> arms, String versus, double day) {
        return all.stream()
                .filter(c -> arms.contains(c.arm()) && c.versus().equals(versus) && c.day() == day)
                .filter(c -> c.endpoint().equals(primary().name()))
                .toList();
    }

    /** The arms under test against the reference at the primary visit, of the contrasts of a scenario. */
    List<ContrastSummary> treatedContrasts(List<ContrastSummary> all) {
        return contrasts(all, treatedArms(), study().reference(), primaryVisit().day());
    }

    /** The title of the reference arm as it stands within a sentence. */
    Text reference() {
        Text title = title(study().reference());
        return new Text(title.en().toLowerCase(Locale.ROOT), title.ar());
    }

    /** Whether a difference of a readout is one for the better. */
    static boolean improves(Model.Readout readout, double difference) {
        return readout.better() == Model.Better.LOW ? difference < 0 : difference > 0;
    }

    /** A difference as better or worse, or as higher or lower where a readout is neither. */
    static Text direction(Model.Readout readout, double difference) {
        if (readout.better() == Model.Better.NEITHER) {
            return difference > 0 ? new Text("higher", "أعلى") : new Text("lower", "أدنى");
        }
        return improves(readout, difference) ? new Text("better", "أفضل") : new Text("worse", "أسوأ");
    }

    /** Whether the cells do nothing in this run by construction, so that no difference comes from them. */
    boolean nothing() {
        return summary().scenario().equals("null");
    }

    /** Whether no contrast has an interval of its mean that leaves out 0. */
    static boolean chance(List<ContrastSummary> contrasts) {
        return contrasts.stream()
                .allMatch(c -> c.ci95().filter(ci -> ci.contains(0)).isPresent());
    }

    static double mean(List<ContrastSummary> contrasts) {
        return contrasts.stream()
                .mapToDouble(ContrastSummary::difference)
                .average()
                .orElse(Double.NaN);
    }
}
