package org.blastema.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.formats.JsonObject;
import org.blastema.formats.SummaryJson;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.Curve;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.LongTerm;
import org.blastema.trial.Study;
import org.blastema.trial.Visit;

/** The years that follow a run, as the study that continues it tells them. */
final class LaterFindings {
    private final Subject run;
    private final LongTerm later;
    private final Study study;
    private final Model model;

    private LaterFindings(Subject run, LongTerm later, Study study) {
        this.run = run;
        this.later = later;
        this.study = study;
        this.model = ModelReader.read(run.library(), study.model());
    }

    /** Absent where nothing continues the run. */
    static Optional<LaterFindings> of(Subject run) {
        return run.study()
                .continuation()
                .flatMap(next -> run.summary().longTerm().map(found -> new LaterFindings(run, found, next.study())));
    }

    /** What the page shows beside summary.json: words and curves. */
    JsonObject json() {
        return new JsonObject()
                .put("sentences", ReportData.texts(sentences()))
                .put(
                        "endpoints",
                        study.endpoints().stream()
                                .map(each -> readout(each.readout()))
                                .map(each -> new JsonObject()
                                        .put("name", each.name())
                                        .put("label", ReportData.text(each.label()))
                                        .put("unit", each.unit().code()))
                                .toList())
                .put("days", study.timecourse())
                .put(
                        "curves",
                        later.summary().curves().stream()
                                .map(LaterFindings::curve)
                                .toList());
    }

    /** The words of its visits, by the month as JSON writes it. */
    Map<String, Text> spans() {
        Map<String, Text> spans = new LinkedHashMap<>();
        study.visits()
                .forEach(visit -> spans.put(SummaryJson.month(visit.month()).toString(), Span.of(visit)));
        return spans;
    }

    Model model() {
        return model;
    }

    Study study() {
        return study;
    }

    private static JsonObject curve(Curve c) {
        return new JsonObject().put("arm", c.arm()).put("readout", c.readout()).put("mean", c.mean());
    }

    /** What was put in, and, unless the run was changed, what the first outcome comes to at each visit. */
    List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        if (run.summary().modified().isEmpty()) {
            outcome().ifPresent(sentences::add);
        }
        sentences.addAll(study.putIn());
        return sentences;
    }

    /** The first outcome in the middle treated arm beside the reference, at the visits after the run's own horizon. */
    Optional<Text> outcome() {
        List<String> treated = run.treatedArms();
        if (treated.isEmpty()) {
            return Optional.empty();
        }
        String arm = treated.get(treated.size() / 2);
        Model.Readout first = readout(study.endpoints().getFirst().readout());
        List<Text> parts = new ArrayList<>();
        for (Visit visit : study.visits()) {
            Optional<EndpointSummary> own = at(arm, first.name(), visit.day());
            Optional<EndpointSummary> other = at(study.reference(), first.name(), visit.day());
            if (visit.day() > run.study().horizon() && own.isPresent() && other.isPresent()) {
                parts.add(Finding.of(
                        "%.1f %s after %s (%.1f)",
                        "%.1f %s بعد %s (%.1f)",
                        own.get().mean(),
                        Terms.unit(first.unit().code()),
                        Span.of(visit),
                        other.get().mean()));
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "%s with “%s”, and in parentheses with “%s”: %s.",
                        "%s مع «%s»، وبين قوسين مع «%s»: %s.",
                        first.label(),
                        run.title(arm),
                        run.title(study.reference()),
                        Finding.joined(parts)));
    }

    private Model.Readout readout(String name) {
        return model.readouts().get(model.readout(name));
    }

    private Optional<EndpointSummary> at(String arm, String endpoint, double day) {
        return later.summary().arms().stream()
                .filter(each -> each.name().equals(arm))
                .map(ArmSummary::endpoints)
                .flatMap(List::stream)
                .filter(each -> each.name().equals(endpoint) && each.day() == day)
                .findFirst();
    }
}
