package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.formats.JsonObject;
import org.blastema.formats.SummaryJson;
import org.blastema.model.Model;
import org.blastema.statistics.Histogram;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.ArmRows;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;
import org.blastema.trial.TaskResult;
import org.blastema.trial.TwinRows;

/** What single patients and twins show, counted from the results of the tasks. */
final class People {
    private static final int STEPS = 20;

    private final Subject run;
    private final RunStore store;
    private final Plan plan;
    private final int visit;
    private final int visits;
    private final int endpoints;
    private final int firstTwins;

    People(Subject run, RunStore store) {
        this.run = run;
        this.store = store;
        plan = run.plan();
        visits = plan.visits().size();
        endpoints = plan.endpoints().size();
        visit = plan.visits().indexOf(run.primaryVisit());
        firstTwins = plan.firstTwins();
    }

    /** Shares of patients by change of the primary endpoint at its visit, in steps of a tenth of the scale's half. */
    JsonObject change() {
        double span = run.primary().range().high() - run.primary().range().low();
        List<Histogram> histograms = new ArrayList<>();
        plan.arms().forEach(arm -> histograms.add(new Histogram(-span, span, 2 * STEPS)));
        for (int task = 0; task < firstTwins; task++) {
            TaskResult result = store.load(task);
            for (int arm = 0; arm < histograms.size(); arm++) {
                count(result.rows().get(arm), histograms.get(arm));
            }
        }
        return trimmed(histograms, span);
    }

    private void count(ArmRows rows, Histogram histogram) {
        for (int i = 0; i < rows.patients(); i++) {
            if (!rows.failed()[i]) {
                histogram.add(rows.values()[i * endpoints * visits + visit] - rows.baseline()[i * endpoints]);
            }
        }
    }

    /** Steps at both ends in which no arm has anybody are left out. */
    private JsonObject trimmed(List<Histogram> histograms, double span) {
        int first = 2 * STEPS;
        int last = 0;
        for (Histogram histogram : histograms) {
            long[] counts = histogram.counts();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    first = Math.min(first, i);
                    last = Math.max(last, i + 1);
                }
            }
        }
        double[] edges = new double[Math.max(1, last - first + 1)];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = -span + (first + i) * span / STEPS;
        }
        List<JsonObject> arms = new ArrayList<>();
        for (int arm = 0; arm < histograms.size(); arm++) {
            if (histograms.get(arm).n() == 0) {
                continue; // an arm without this endpoint
            }
            double[] shares = new double[edges.length - 1];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = (double) histograms.get(arm).counts()[first + i]
                        / Math.max(1, histograms.get(arm).n());
            }
            arms.add(new JsonObject().put("arm", plan.arms().get(arm).name()).put("shares", shares));
        }
        return new JsonObject()
                .put("endpoint", run.primary().name())
                .put("month", SummaryJson.month(run.primaryVisit().month()))
                .put("edges", edges)
                .put("arms", arms);
    }

    /** Share of the twins whom an arm spares at least the change that matters, beyond the reference arm. */
    Optional<JsonObject> twins() {
        double mcid = new Findings(run).mcid();
        if (plan.twins() == 0 || Double.isNaN(mcid)) {
            return Optional.empty();
        }
        int[] better = new int[plan.arms().size()];
        int persons = 0;
        double sign = run.primary().better() == Model.Better.LOW ? -1 : 1;
        int reference = plan.place(run.study().reference());
        for (int task = firstTwins; task < plan.tasks(); task++) {
            List<TwinRows> rows = store.load(task).twins();
            persons += rows.getFirst().persons();
            for (int arm = 0; arm < better.length; arm++) {
                for (int i = 0; i < rows.get(arm).persons(); i++) {
                    better[arm] += sign * (value(rows.get(arm), i) - value(rows.get(reference), i)) >= mcid ? 1 : 0;
                }
            }
        }
        List<JsonObject> arms = new ArrayList<>();
        for (int arm = 0; arm < better.length; arm++) {
            if (run.treated(plan.arms().get(arm).name())) {
                arms.add(new JsonObject()
                        .put("arm", plan.arms().get(arm).name())
                        .put("share", (double) better[arm] / persons));
            }
        }
        return Optional.of(new JsonObject()
                .put("endpoint", run.primary().name())
                .put("month", SummaryJson.month(run.primaryVisit().month()))
                .put("persons", persons)
                .put("arms", arms));
    }

    private double value(TwinRows rows, int person) {
        return rows.values()[person * endpoints * visits + visit];
    }

    /** The first invented person, in the reference arm and in the middle one of the treated arms. */
    Optional<JsonObject> followed() {
        List<String> treated = run.treatedArms();
        if (plan.twins() == 0 || treated.isEmpty() || plan.timecourse().length == 0) {
            return Optional.empty();
        }
        List<String> arms = List.of(run.study().reference(), treated.get(treated.size() / 2));
        TaskResult result = store.load(firstTwins);
        List<JsonObject> series = new ArrayList<>();
        wanted().forEach((name, label) -> {
            List<double[]> values = new ArrayList<>();
            for (String arm : arms) {
                course(result, arm, name).ifPresent(values::add);
            }
            if (values.size() == arms.size()) {
                series.add(new JsonObject()
                        .put("name", name)
                        .put("label", ReportData.text(label))
                        .put("values", values));
            }
        });
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(new JsonObject()
                        .put("person", "SIM-TWIN-0")
                        .put("arms", arms)
                        .put("days", plan.timecourse())
                        .put("series", series));
    }

    /** The primary endpoint, then what the study names. */
    private Map<String, Text> wanted() {
        Map<String, Text> wanted = new java.util.LinkedHashMap<>();
        wanted.put(run.primary().name(), run.primary().label());
        Problems problems = new Problems();
        for (Yaml row : run.study().followed()) {
            if (row instanceof Yaml.Mapping mapping) {
                Fields fields = new Fields(mapping, problems, "followed");
                String name = fields.requiredText("name");
                fields.bilingual("label").ifPresent(label -> wanted.put(name, label));
                fields.done();
            }
        }
        problems.throwIfFailed();
        return wanted;
    }

    private Optional<double[]> course(TaskResult result, String arm, String name) {
        int place = plan.place(arm);
        List<String> names = plan.arms().get(place).followed().stream()
                .map(ArmPlan.Followed::name)
                .toList();
        int days = plan.timecourse().length;
        int at = names.indexOf(name);
        double[] rows = result.twins().get(place).followed();
        return at < 0 || rows.length < (at + 1) * days
                ? Optional.empty()
                : Optional.of(java.util.Arrays.copyOfRange(rows, at * days, (at + 1) * days));
    }
}
