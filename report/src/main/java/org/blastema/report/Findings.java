package org.blastema.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Parameter;
import org.blastema.core.Text;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.trial.AdverseEventSummary;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.ContextShare;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;

/** What a run says in sentences. No verdict is given for a run that was changed. */
final class Findings {
    private final Subject run;
    private final double day;
    private final long month;

    Findings(Subject run) {
        this.run = run;
        day = run.primaryVisit().day();
        month = Math.round(run.primaryVisit().month());
    }

    /** The answer in two sentences, the scenario named. */
    List<Text> answer() {
        if (!run.summary().modified().isEmpty()) {
            return List.of(new Text(
                    "This run was changed against the study of the library, so no verdict is given. The numbers stand below.",
                    "عُدِّلت هذه التجربة عن دراسة المكتبة، فلا يُعطى حكم. الأرقام مذكورة أدناه."));
        }
        List<Text> sentences = new ArrayList<>();
        effect().ifPresent(sentences::add);
        share().ifPresent(sentences::add);
        return sentences;
    }

    private Optional<Text> effect() {
        List<ContrastSummary> contrasts = treatedContrasts();
        if (contrasts.isEmpty()) {
            return Optional.empty();
        }
        double mean = Subject.mean(contrasts);
        Text direction = improvement(mean) ? new Text("better", "أفضل") : new Text("worse", "أسوأ");
        double mcid = mcid();
        Text against = Math.abs(mean) < mcid ? new Text("below", "أقل من") : new Text("above", "أكبر من");
        return Optional.of(Finding.of(
                "In the scenario “%s”, %d months after the injection the people given cells were on average %.1f %s %s than those given %s (%s by dose), which is %s the %.1f %s that matter to one person.",
                "في السيناريو «%s»، وبعد %d أشهر من الحقنة، كان من أُعطوا الخلايا في المتوسط بمقدار %.1f %s %s ممّن أُعطوا %s (%s بحسب الجرعة)، وهذا %s %.1f %s التي تهمّ الشخص الواحد.",
                run.summary().scenario(),
                month,
                Math.abs(mean),
                unit(),
                direction,
                reference(),
                span(contrasts),
                against,
                mcid,
                unit()));
    }

    private Text reference() {
        Text title = run.title(run.study().reference());
        return new Text(title.en().toLowerCase(java.util.Locale.ROOT), title.ar());
    }

    private Text unit() {
        String code = run.primary().unit().code();
        return code.equals("mm") ? new Text("mm of 100", "مم من 100") : new Text(code, code);
    }

    private static Text span(List<ContrastSummary> contrasts) {
        double low = contrasts.stream()
                .mapToDouble(c -> Math.abs(c.difference()))
                .min()
                .orElse(0);
        double high = contrasts.stream()
                .mapToDouble(c -> Math.abs(c.difference()))
                .max()
                .orElse(0);
        return Finding.of("%.1f to %.1f", "من %.1f إلى %.1f", low, high);
    }

    private boolean improvement(double difference) {
        return run.primary().better() == Model.Better.LOW ? difference < 0 : difference > 0;
    }

    double mcid() {
        return run.primary().mcid().map(Parameter::value).orElse(Double.NaN);
    }

    private List<ContrastSummary> treatedContrasts() {
        return run.contrasts(
                run.summary().contrasts(), run.treatedArms(), run.study().reference(), day);
    }

    /** "Of each 10 mm gained about N are not the cells." */
    Optional<Text> share() {
        List<ContextShare> shares = run.summary().contextShares().stream()
                .filter(s -> run.treated(s.arm()) && s.day() == day)
                .toList();
        double ofTen =
                shares.stream().mapToDouble(ContextShare::ofTen).average().orElse(Double.NaN);
        if (!(ofTen > 0)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                "Of each 10 %s gained about %.0f are not the cells: they came with %s too.",
                "من كل 10 %s من التحسّن نحو %.0f ليست من الخلايا، فقد جاءت مع %s أيضاً.",
                new Text(
                        run.primary().unit().code(),
                        run.primary().unit().code().equals("mm")
                                ? "مم"
                                : run.primary().unit().code()),
                Math.min(10, ofTen),
                reference()));
    }

    /** Where the run disagrees with published results that it was not built on. */
    List<Text> contradictions() {
        List<Text> found = new ArrayList<>();
        for (Published row : run.published()) {
            if (row.role().equals("compared") && row.versus().isPresent()) {
                contradiction(row).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Text> contradiction(Published row) {
        List<ContrastSummary> contrasts = run.contrasts(
                run.summary().contrasts(),
                row.arms(),
                row.versus().orElseThrow(),
                row.month() * org.blastema.trial.Visit.MONTH);
        if (contrasts.isEmpty()) {
            return Optional.empty();
        }
        double mean = Subject.mean(contrasts);
        boolean differs = row.finding().isPresent()
                ? contrasts.stream()
                        .allMatch(c -> c.ci95().filter(ci -> !ci.contains(0)).isPresent())
                : mean < row.low().orElse(mean) || mean > row.high().orElse(mean);
        if (!differs) {
            return Optional.empty();
        }
        Text published = row.finding().isPresent()
                ? new Text("no difference was found", "لم يُعثر على فرق")
                : Finding.of("%.1f", "%.1f", row.value().orElse(Double.NaN));
        return Optional.of(Finding.of(
                "%s: published, %s; here %.1f %s on average (%s). The model contradicts the trial. No number was altered to hide this.",
                "%s: المنشور: %s؛ وهنا %.1f %s في المتوسط (%s). النموذج يخالف التجربة، ولم يُغيَّر أي رقم لإخفاء ذلك.",
                row.label(),
                published,
                mean,
                run.primary().unit().code(),
                intervals(contrasts)));
    }

    private Text intervals(List<ContrastSummary> contrasts) {
        List<Text> parts = contrasts.stream()
                .map(c -> {
                    Interval ci = c.ci95().orElse(new Interval(Double.NaN, Double.NaN));
                    return Finding.of(
                            "%s %.1f, 95 %% interval %.1f to %.1f",
                            "%s ‏%.1f، مجال 95٪ من %.1f إلى %.1f", c.arm(), c.difference(), ci.low(), ci.high());
                })
                .toList();
        return Finding.joined(parts);
    }

    /** What came out, beside what was put in. */
    List<Text> cameOut() {
        List<Text> out = new ArrayList<>();
        responders().ifPresent(out::add);
        power().ifPresent(out::add);
        published().forEach(out::add);
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
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "Patients who gained enough to count as responders at month %d: %s.",
                        "المرضى الذين تحسّنوا بما يكفي ليُعدّوا مستجيبين في الشهر %d: %s.",
                        month,
                        Finding.joined(parts)));
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
                "A single trial of %d patients an arm finds a significant difference from %s at month %d in %.0f to %.0f %% of cases, even though the effect was put in.",
                "تجربة واحدة فيها %d مريضاً لكل مجموعة تجد فرقاً معتدّاً به عن %s في الشهر %d في %.0f إلى %.0f٪ من الحالات، مع أنّ الأثر مُدخَل.",
                run.summary().patients(),
                reference(),
                month,
                100 * low,
                100 * high));
    }

    /** Each published comparison of arms, with what the run gives for it. */
    private List<Text> published() {
        List<Text> out = new ArrayList<>();
        for (Published row : run.published()) {
            if (row.versus().isEmpty()) {
                continue;
            }
            List<ContrastSummary> contrasts = run.contrasts(
                    run.summary().contrasts(),
                    row.arms(),
                    row.versus().get(),
                    row.month() * org.blastema.trial.Visit.MONTH);
            if (!contrasts.isEmpty()) {
                Text stated = row.value().isPresent()
                        ? Finding.of(
                                "%.1f (%.1f to %.1f)",
                                "%.1f (من %.1f إلى %.1f)",
                                row.value().get(),
                                row.low().orElse(Double.NaN),
                                row.high().orElse(Double.NaN))
                        : new Text("no difference", "لا فرق");
                out.add(Finding.of(
                        "%s: published %s, here %.1f %s (mean of %s).",
                        "%s: المنشور %s، وهنا %.1f %s (متوسط %s).",
                        row.label(),
                        stated,
                        Subject.mean(contrasts),
                        run.primary().unit().code(),
                        String.join(", ", row.arms())));
            }
        }
        return out;
    }

    /** The most frequent harm in the treated arms beside the reference. */
    Optional<Text> harms() {
        Optional<ArmSummary> treated =
                run.summary().arms().stream().filter(a -> run.treated(a.name())).findFirst();
        Optional<ArmSummary> reference = run.summary().arms().stream()
                .filter(a -> a.name().equals(run.study().reference()))
                .findFirst();
        Optional<AdverseEventSummary> common = treated.stream()
                .flatMap(a -> a.adverseEvents().stream())
                .max(Comparator.comparingDouble(AdverseEventSummary::rate));
        if (common.isEmpty() || reference.isEmpty()) {
            return Optional.empty();
        }
        double serious = treated.get().adverseEvents().stream()
                .filter(AdverseEventSummary::serious)
                .mapToDouble(AdverseEventSummary::rate)
                .sum();
        double base = reference.get().adverseEvents().stream()
                .filter(e -> e.term().equals(common.get().term()))
                .mapToDouble(AdverseEventSummary::rate)
                .sum();
        return Optional.of(Finding.of(
                "Harms per 1,000 given cells: %s %.0f (%.0f with %s), serious events %.1f.",
                "الأضرار من كل 1000 أُعطوا الخلايا: %s ‏%.0f (‏%.0f مع %s)، أحداث خطيرة %.1f.",
                Terms.label(run, common.get().term()),
                1000 * common.get().rate(),
                1000 * base,
                reference(),
                1000 * serious));
    }

    private Optional<Text> nullScenario() {
        List<ContrastSummary> all = run.summary().scenarios().getOrDefault("null", List.of());
        List<ContrastSummary> contrasts =
                run.contrasts(all, run.treatedArms(), run.study().reference(), day);
        return contrasts.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "If the cells did nothing (scenario null), the difference would be %.1f %s: the machinery adds none of its own.",
                        "لو لم تفعل الخلايا شيئاً (سيناريو العدم) لكان الفرق %.1f %s: الآلة لا تضيف شيئاً من عندها.",
                        Subject.mean(contrasts),
                        run.primary().unit().code()));
    }
}
