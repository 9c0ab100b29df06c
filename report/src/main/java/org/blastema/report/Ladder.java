package org.blastema.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.formats.JsonObject;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.PracticeSummary;
import org.blastema.trial.Study;

/** A study whose arms are steps, each adding one thing to another, and what becomes of its trials. */
final class Ladder {
    private static final int WIDTH = 20;

    private final Subject run;
    private final double day;

    Ladder(Subject run) {
        this.run = run;
        day = run.primaryVisit().day();
    }

    private List<Study.Arm> arms() {
        return run.study().arms().stream().filter(arm -> arm.step().isPresent()).toList();
    }

    boolean empty() {
        return arms().isEmpty();
    }

    private Optional<EndpointSummary> seen(Study.Arm arm, String endpoint) {
        return run.endpoint(arm.name(), endpoint, day);
    }

    /** The change that a step added: no adjustment for the baseline, since whom a step takes is part of what it does. */
    private OptionalDouble added(Study.Arm arm, EndpointSummary seen) {
        return arm.step().flatMap(Study.Step::after).flatMap(after -> run.endpoint(after, seen.name(), day)).stream()
                .mapToDouble(before -> seen.meanChange() - before.meanChange())
                .findFirst();
    }

    /** How far the answer of the first step is from that of the last. */
    Optional<Text> sentence() {
        List<Study.Arm> arms = arms();
        String endpoint = run.primary().name();
        if (arms.size() < 2
                || arms.stream()
                        .noneMatch(arm -> arm.step().flatMap(Study.Step::after).isPresent())
                || seen(arms.getFirst(), endpoint).isEmpty()
                || seen(arms.getLast(), endpoint).isEmpty()) {
            return Optional.empty();
        }
        EndpointSummary first = seen(arms.getFirst(), endpoint).get();
        EndpointSummary last = seen(arms.getLast(), endpoint).get();
        Text nothing = run.summary().scenario().equals("null")
                ? new Text("Nothing that is judged here has any effect. ", "لا أثر هنا لأي شيء ممّا يُحكم عليه. ")
                : new Text("", "");
        return Optional.of(Finding.of(
                "%sStep by step the mean change goes from %.1f to %.1f %s, and from %.0f to %.0f %% of the people count as improved, in the scenario “%s”.",
                "%sخطوة بعد خطوة ينتقل متوسط التغيّر من %.1f إلى %.1f %s، وترتفع نسبة من يُعدّون متحسّنين من %.0f إلى %.0f٪، في السيناريو «%s».",
                nothing,
                first.meanChange(),
                last.meanChange(),
                Findings.unitOf(run),
                100 * first.responders().orElse(0),
                100 * last.responders().orElse(0),
                Terms.scenario(run.summary().scenario())));
    }

    /** The comparisons that the study lists, where its arms stand side by side and none is a product. */
    List<Text> comparisons() {
        boolean steps = arms().stream()
                .anyMatch(arm -> arm.step().flatMap(Study.Step::after).isPresent());
        if (steps || empty()) {
            return List.of();
        }
        return run.study().contrasts().stream()
                .flatMap(listed ->
                        run.contrasts(run.summary().contrasts(), List.of(listed.arm()), listed.versus(), day).stream())
                .map(this::comparison)
                .toList();
    }

    private Text comparison(ContrastSummary c) {
        Text interval = c.prediction95()
                .map(range -> Finding.of(
                        " (95 of 100 single trials fall between %.1f and %.1f)",
                        " (تقع 95 من كل 100 تجربة مفردة بين %.1f و%.1f)", range.low(), range.high()))
                .orElse(new Text("", ""));
        return Finding.of(
                "%s, against “%s”: a difference of %.1f %s%s, in the scenario “%s”.",
                "%s، مقابل «%s»: فرق قدره %.1f %s%s، في السيناريو «%s».",
                run.title(c.arm()),
                run.title(c.versus()),
                c.difference(),
                Findings.unitOf(run),
                interval,
                Terms.scenario(run.summary().scenario()));
    }

    /** What becomes of the trials, a sentence a practice. */
    List<Text> practices() {
        return run.summary().practices().stream().map(this::practice).toList();
    }

    private Text practice(PracticeSummary p) {
        Text stopped = p.stoppedEarly() > 0 && p.meanStopped().isPresent()
                ? Finding.of(
                        "; %.0f %% stop early, with a mean difference of %.1f",
                        "؛ ويتوقّف %.0f٪ منها مبكراً بفرق متوسطه %.1f",
                        100 * p.stoppedEarly(),
                        p.meanStopped().getAsDouble())
                : new Text("", "");
        Text printed = p.printed() < 1 && p.meanPrinted().isPresent()
                ? Finding.of(
                        "; %.0f %% are printed, and %.0f %% of these read as positive",
                        "؛ ويُنشر %.0f٪ منها، ويُقرأ %.0f٪ من المنشور على أنه إيجابي",
                        100 * p.printed(),
                        100 * p.looksPositive())
                : new Text("", "");
        return Finding.of(
                "%s: %.1f %% of %d trials find it better%s%s.",
                "%s: يجد %.1f٪ من %d تجربة أنه أفضل%s%s.", p.label(), 100 * p.positive(), p.trials(), stopped, printed);
    }

    /** The steps for a terminal, a line each. */
    List<String> lines(Language language) {
        double most = arms().stream()
                .flatMap(arm -> seen(arm, run.primary().name()).stream())
                .mapToDouble(e -> Math.abs(e.meanChange()))
                .max()
                .orElse(1);
        List<String> lines = new ArrayList<>();
        for (Study.Arm arm : arms()) {
            seen(arm, run.primary().name())
                    .ifPresent(e -> lines.add(String.format(
                            Locale.ROOT,
                            "  %-" + WIDTH + "s %6.1f  %s",
                            "█".repeat((int) Math.round(WIDTH * Math.abs(e.meanChange()) / most)),
                            e.meanChange(),
                            arm.step().orElseThrow().label().in(language))));
        }
        return lines;
    }

    /** The steps for the page: what is seen after each and what it added, for every endpoint. */
    List<JsonObject> json() {
        return arms().stream().map(this::step).toList();
    }

    /** The endpoint that a step moves most, by which it is best understood. */
    private String shown(Study.Arm arm) {
        return run.study().endpoints().stream()
                .flatMap(endpoint -> seen(arm, endpoint.readout()).stream())
                .filter(seen -> added(arm, seen).isPresent())
                .max(Comparator.comparingDouble(
                        seen -> Math.abs(added(arm, seen).getAsDouble())))
                .map(EndpointSummary::name)
                .orElse(run.primary().name());
    }

    private JsonObject step(Study.Arm arm) {
        List<JsonObject> endpoints = new ArrayList<>();
        for (Study.Endpoint endpoint : run.study().endpoints()) {
            seen(arm, endpoint.readout())
                    .ifPresent(e -> endpoints.add(new JsonObject()
                            .put("name", e.name())
                            .put("change", e.meanChange())
                            .put("responders", e.responders())
                            .put("added", added(arm, e))));
        }
        Study.Step step = arm.step().orElseThrow();
        JsonObject json = new JsonObject()
                .put("arm", arm.name())
                .put("label", ReportData.text(step.label()))
                .put("shown", shown(arm))
                .put("endpoints", endpoints);
        step.why().ifPresent(why -> json.put("why", ReportData.text(why)));
        step.ask().ifPresent(ask -> json.put("ask", ReportData.text(ask)));
        return json;
    }
}
