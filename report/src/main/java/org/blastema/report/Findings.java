package org.blastema.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Parameter;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.ContextShare;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;

/** What a run says in sentences. No verdict is given for a run that was changed. */
final class Findings {
    /** Below so many patients an arm the share of a gain is not said. */
    private static final int FEWEST = 20;

    private final Subject run;
    private final double day;

    Findings(Subject run) {
        this.run = run;
        day = run.primaryVisit().day();
    }

    /** What the study says before any result, then the answer in two sentences, the scenario named. */
    List<Text> answer() {
        List<Text> sentences = new ArrayList<>(leads());
        if (modified()) {
            sentences.add(new Text(
                    "This run was changed against the study of the library, so no verdict is given. The numbers stand below.",
                    "عُدِّلت هذه التجربة عن دراسة المكتبة، فلا يُعطى حكم. الأرقام مذكورة أدناه."));
            return sentences;
        }
        Ladder ladder = new Ladder(run);
        ladder.sentence().ifPresent(sentences::add);
        sentences.addAll(ladder.comparisons());
        sentences.addAll(new PartFindings(run).sentences());
        effect().ifPresent(sentences::add);
        single().ifPresent(sentences::add);
        share().ifPresent(sentences::add);
        sentences.addAll(new EconomicFindings(run).otherWays());
        return sentences;
    }

    /** What a reader is told before any result; empty where nothing must come first. */
    List<Text> leads() {
        return run.study().words().leads().stream().toList();
    }

    boolean modified() {
        return !run.summary().modified().isEmpty();
    }

    private Optional<Text> effect() {
        List<ContrastSummary> contrasts = treatedContrasts();
        if (contrasts.isEmpty()) {
            return Optional.empty();
        }
        double mean = Subject.mean(contrasts);
        if (run.primary().better() == Model.Better.NEITHER) {
            return Optional.of(counted());
        }
        if (run.ofPeople()) {
            return Optional.of(ofAHundred(contrasts, mean));
        }
        if (nothing(mean)) {
            return Optional.of(same(contrasts));
        }
        return Optional.of(Finding.of(
                "In the scenario “%s”, %s after %s the people given %s were on average %s %s %s than those given %s%s%s.",
                "في السيناريو «%s»، وبعد %s من %s، كان من أُعطوا %s في المتوسط بمقدار \u200e%s %s %s ممّن أُعطوا %s%s%s.",
                Terms.explained(run, run.summary().scenario()),
                after(),
                run.study().words().treatment(),
                run.study().words().tested(),
                size(Math.abs(mean)),
                unit(),
                Subject.direction(run.primary(), mean),
                run.reference(),
                contrasts.size() > 1 ? span(contrasts) : interval(contrasts.getFirst()),
                beside(Math.abs(mean))));
    }

    /** The same of a share of people: how many more or fewer of a hundred. */
    private Text ofAHundred(List<ContrastSummary> contrasts, double mean) {
        return Finding.of(
                "In the scenario “%s”, %s after %s, of every 100 people given %s %s %s had this than of 100 given %s: %s%s.",
                "في السيناريو «%1$s»، وبعد %2$s من %3$s، %6$s عدد من تحقّق لديهم ما يلي بمقدار ‎%5$s من كل 100 أُعطوا %4$s عمّا هو عند من أُعطوا %7$s: %8$s%9$s.",
                Terms.explained(run, run.summary().scenario()),
                after(),
                run.study().words().treatment(),
                run.study().words().tested(),
                size(Math.abs(mean)),
                mean < 0 ? new Text("fewer", "نقص") : new Text("more", "زاد"),
                run.reference(),
                run.primary().label(),
                contrasts.size() > 1 ? span(contrasts) : interval(contrasts.getFirst()));
    }

    /** The same of something that is of itself neither good nor bad: what each arm shows. */
    private Text counted() {
        List<Text> arms = new ArrayList<>();
        for (ArmSummary arm : run.summary().arms()) {
            run.endpoint(arm.name(), run.primary().name(), day)
                    .ifPresent(found ->
                            arms.add(Finding.of("%s %s", "%s \u200e%s", run.title(arm.name()), size(found.mean()))));
        }
        return Finding.of(
                "In the scenario “%s”, %s after %s, “%s” was on average (%s): %s. That is a count, and says nothing of good or harm to anybody.",
                "في السيناريو «%s»، وبعد %s من %s، كان متوسط «%s» (%s): %s. هذا عدٌّ لا يقول شيئاً عن نفع أحد أو ضرره.",
                Terms.explained(run, run.summary().scenario()),
                after(),
                run.study().words().treatment(),
                run.primary().label(),
                unit(),
                Finding.joined(arms));
    }

    /** Whether a number of the primary endpoint is none at the places that are shown. */
    private boolean nothing(double value) {
        return Double.parseDouble(size(Math.abs(value))) == 0;
    }

    /** The same where the difference is none at the places that are shown. */
    private Text same(List<ContrastSummary> contrasts) {
        return Finding.of(
                "In the scenario “%s”, %s after %s the people given %s stood on average where those given %s stood%s.",
                "في السيناريو «%s»، وبعد %s من %s، كان من أُعطوا %s في المتوسط حيث كان من أُعطوا %s%s.",
                Terms.explained(run, run.summary().scenario()),
                after(),
                run.study().words().treatment(),
                run.study().words().tested(),
                run.reference(),
                contrasts.size() > 1 ? span(contrasts) : interval(contrasts.getFirst()));
    }

    private Text after() {
        return Span.of(run.primaryVisit());
    }

    /** What one trial alone cannot tell. */
    private Optional<Text> single() {
        List<Interval> intervals =
                treatedContrasts().stream().flatMap(c -> c.ci95().stream()).toList();
        return run.summary().trials() > 1 || intervals.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "This is one trial: by its own 95 %% intervals the difference may be anything from %.1f to %.1f.",
                        "هذه تجربة واحدة: فبحسب مجالات 95٪ فيها قد يكون الفرق أيّ شيء من %.1f إلى %.1f.",
                        intervals.stream().mapToDouble(Interval::low).min().orElseThrow(),
                        intervals.stream().mapToDouble(Interval::high).max().orElseThrow()));
    }

    /** A number of the primary endpoint: years of a life to two decimals, other scales to one. */
    String size(double value) {
        boolean years = run.primary().unit().code().equals("a");
        return String.format(java.util.Locale.ROOT, years ? "%.2f" : "%.1f", value);
    }

    /** The size of an effect beside the change that matters, where that is known. */
    private Text beside(double size) {
        double mcid = mcid();
        if (Double.isNaN(mcid)) {
            return new Text("", "");
        }
        return Finding.of(
                ", which is %s the %.1f %s that matter to one person",
                "، وهذا %s %.1f %s التي تهمّ الشخص الواحد",
                size < mcid ? new Text("below", "أقل من") : new Text("above", "أكبر من"),
                mcid,
                unit());
    }

    private static Text interval(ContrastSummary contrast) {
        return contrast.ci95()
                .map(ci -> Finding.of(
                        " (difference %.1f, 95 %% interval %.1f to %.1f)",
                        " (الفرق %.1f، مجال 95٪ من %.1f إلى %.1f)", contrast.difference(), ci.low(), ci.high()))
                .orElse(new Text("", ""));
    }

    private Text unit() {
        return unitOf(run);
    }

    /** The unit of the primary endpoint in words. */
    static Text unitOf(Subject run) {
        if (run.ofPeople()) {
            return new Text("of 100 people", "من كل 100 شخص");
        }
        Range range = run.primary().range();
        return run.primary().unit().code().equals("mm") && range.low() == 0 && range.high() == 100
                ? new Text("mm of 100", "مم من 100")
                : bareUnit(run);
    }

    /** The same without its scale: the words that the model has for it, else its code. */
    static Text bareUnit(Subject run) {
        return run.unit(run.primary().name());
    }

    /** From the least to the greatest difference, in the direction of their mean; arms in conflict are said to be so. */
    private Text span(List<ContrastSummary> contrasts) {
        double direction = Math.signum(Subject.mean(contrasts));
        DoubleSummaryStatistics sizes =
                contrasts.stream().mapToDouble(c -> direction * c.difference()).summaryStatistics();
        List<String> arms = contrasts.stream().map(ContrastSummary::arm).toList();
        boolean conflict = arms.size() > 1
                && run.study().dataConflicts().stream().anyMatch(c -> c.arms().containsAll(arms));
        return Finding.of(
                " (%s to %s by arm%s)",
                " (من \u200e%s إلى \u200e%s بحسب المجموعة%s)",
                size(sizes.getMin()),
                size(sizes.getMax()),
                conflict
                        ? new Text(
                                "; data conflict: none is ranked above another",
                                "؛ بيانات متعارضة: لا تُفضَّل إحداها على أخرى")
                        : new Text("", ""));
    }

    double mcid() {
        return run.primary().mcid().map(Parameter::value).orElse(Double.NaN);
    }

    private List<ContrastSummary> treatedContrasts() {
        return run.treatedContrasts(run.summary().contrasts());
    }

    /** "Of each 10 mm gained about N are not the cells." */
    Optional<Text> share() {
        return share(run.primary().unit().code().equals("mm") ? new Text("mm", "مم") : bareUnit(run));
    }

    /** The same in a unit's words. */
    Optional<Text> share(Text unit) {
        List<ContextShare> shares = run.summary().contextShares().stream()
                .filter(s -> run.treated(s.arm()) && s.day() == day && gained(s.arm()))
                .toList();
        double ofTen =
                shares.stream().mapToDouble(ContextShare::ofTen).average().orElse(Double.NaN);
        if (!(ofTen > 0)
                || run.nothing()
                || run.summary().patients() * (long) run.summary().trials() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                "Of each 10 %s gained about %.0f are not the %s: they came with %s too.",
                "من كل 10 %s من التحسّن نحو %.0f ليست من %s، فقد جاءت مع %s أيضاً.",
                unit,
                Math.min(10, ofTen),
                run.study().words().tested(),
                run.reference()));
    }

    /** Where the run disagrees with published results that it was not built on; a changed run is not held against them. */
    List<Text> contradictions() {
        return modified() ? List.of() : new Comparisons(run).contradictions();
    }

    private boolean gained(String arm) {
        return run.endpoint(arm, run.primary().name(), day)
                .filter(e -> e.baselineMean() != 0) // what begins at nothing grows by itself and is no gain
                .filter(e -> Subject.improves(run.primary(), e.meanChange()) && !nothing(e.meanChange()))
                .isPresent();
    }

    /** What came out, beside what was put in. */
    List<Text> cameOut() {
        List<Text> out = new ArrayList<>(new Ladder(run).practices());
        responders().ifPresent(out::add);
        power().ifPresent(out::add);
        out.addAll(new Comparisons(run).stated());
        harms().ifPresent(out::add);
        nullScenario().ifPresent(out::add);
        return out;
    }

    private Optional<Text> responders() {
        List<Text> parts = new ArrayList<>();
        for (ArmSummary arm : run.summary().arms()) {
            Optional<EndpointSummary> end =
                    run.endpoint(arm.name(), run.primary().name(), day);
            end.filter(e -> e.responders().isPresent())
                    .ifPresent(e -> parts.add(Finding.of(
                            "%s %.0f %%",
                            "%s ‏%.0f٪",
                            run.title(arm.name()),
                            100 * e.responders().getAsDouble())));
        }
        if (run.primary().kind() == Model.Kind.TIME_TO_EVENT && !parts.isEmpty()) {
            return Optional.of(Finding.of(
                    "%s: over within %s for %s.",
                    "%s: انتهت خلال %s عند %s.", run.primary().label(), after(), Finding.joined(parts)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "Patients who gained enough to count as responders after %s: %s.",
                        "المرضى الذين تحسّنوا بما يكفي ليُعدّوا مستجيبين بعد %s: %s.", after(), Finding.joined(parts)));
    }

    private Optional<Text> power() {
        List<ContrastSummary> contrasts =
                treatedContrasts().stream().filter(c -> c.power().isPresent()).toList();
        if (contrasts.isEmpty()) {
            return Optional.empty();
        }
        double low = contrasts.stream()
                .mapToDouble(c -> c.power().getAsDouble())
                .min()
                .orElse(0);
        double high = contrasts.stream()
                .mapToDouble(c -> c.power().getAsDouble())
                .max()
                .orElse(0);
        return Optional.of(Finding.of(
                "A single trial of %s an arm finds a significant difference from %s after %s in %.0f to %.0f %% of cases with the effect of scenario “%s”.",
                "تجربة واحدة فيها %s لكل مجموعة تجد فرقاً معتدّاً به عن %s بعد %s في %.0f إلى %.0f٪ من الحالات بأثر السيناريو «%s».",
                run.sizes(Counted::patients),
                run.reference(),
                after(),
                100 * low,
                100 * high,
                Terms.scenario(run.summary().scenario())));
    }

    Optional<Text> harms() {
        return new HarmFindings(run).sentence(run.reference());
    }

    /** How far single trials lie apart, and what the other scenarios give; absent where no product is under test. */
    Optional<Text> certainty() {
        List<ContrastSummary> contrasts = treatedContrasts().stream()
                .filter(c -> c.prediction95().isPresent())
                .toList();
        if (modified() || contrasts.isEmpty()) {
            return Optional.empty();
        }
        List<Text> scenarios = new ArrayList<>();
        run.summary().scenarios().forEach((name, all) -> {
            List<ContrastSummary> own = run.treatedContrasts(all);
            if (!own.isEmpty()) {
                scenarios.add(Finding.of("%s %s", "%s \u200e%s", Terms.scenario(name), size(Subject.mean(own))));
            }
        });
        return Optional.of(Finding.of(
                "95 of 100 trials of %s an arm would show a difference between %.1f and %.1f %s. By scenario the mean difference is: %s.",
                "من كل 100 تجربة فيها %s لكل مجموعة تُظهر 95 فرقاً بين %.1f و%.1f %s. ومتوسط الفرق بحسب السيناريو: %s.",
                run.sizes(Counted::people),
                contrasts.stream()
                        .mapToDouble(c -> c.prediction95().orElseThrow().low())
                        .min()
                        .orElseThrow(),
                contrasts.stream()
                        .mapToDouble(c -> c.prediction95().orElseThrow().high())
                        .max()
                        .orElseThrow(),
                unit(),
                Finding.joined(scenarios)));
    }

    private Optional<Text> nullScenario() {
        List<ContrastSummary> all = run.summary().scenarios().getOrDefault("null", List.of());
        List<ContrastSummary> contrasts = run.treatedContrasts(all);
        if (contrasts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                "If the %s did nothing (scenario null), the difference would be %s %s%s.",
                "لو لم تفعل %s شيئاً (سيناريو العدم) لكان الفرق \u200e%s %s%s.",
                run.study().words().tested(),
                size(Subject.mean(contrasts)),
                bareUnit(run),
                Subject.chance(contrasts)
                        ? new Text("; the 95 % interval of every arm includes 0", "؛ ومجال 95٪ لكل مجموعة يشمل 0")
                        : new Text("", "")));
    }
}
