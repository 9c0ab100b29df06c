package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.blastema.model.Model;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;

/** What each arm does to the same persons beyond the reference arm. */
final class TwinEffects {
    private final Plan plan;
    /** [arm][endpoint][visit], one value a person. */
    private final List<Series> values = new ArrayList<>();

    private final int cells;
    private int persons;

    TwinEffects(Plan plan) {
        this.plan = plan;
        this.cells = plan.endpoints().size() * plan.visits().size();
        for (int i = 0; i < plan.arms().size() * cells; i++) {
            values.add(new Series());
        }
    }

    void add(TaskResult result) {
        persons += result.twins().getFirst().persons();
        for (int a = 0; a < result.twins().size(); a++) {
            double[] rows = result.twins().get(a).values();
            for (int i = 0; i < rows.length; i++) {
                values.get(a * cells + i % cells).add(rows[i]);
            }
        }
    }

    List<IndividualEffect> effects() {
        List<IndividualEffect> effects = new ArrayList<>();
        int reference = plan.place(plan.study().reference());
        for (int a = 0; a < plan.arms().size(); a++) {
            for (int i = 0; i < cells && a != reference; i++) {
                double[] differences = differences(values.get(a * cells + i), values.get(reference * cells + i));
                if (differences.length > 1) {
                    effects.add(effect(a, i, differences));
                }
            }
        }
        return effects;
    }

    private double[] differences(Series arm, Series reference) {
        double[] differences = new double[persons];
        for (int p = 0; p < persons; p++) {
            differences[p] = arm.get(p) - reference.get(p);
        }
        return Arrays.stream(differences).filter(Double::isFinite).toArray();
    }

    private IndividualEffect effect(int arm, int cell, double[] differences) {
        int endpoint = cell / plan.visits().size();
        Visit visit = plan.visits().get(cell % plan.visits().size());
        double sign = plan.setup(arm).better(endpoint) == Model.Better.LOW ? -1 : 1;
        long better = Arrays.stream(differences).filter(each -> sign * each > 0).count();
        Moments moments = Moments.of(differences);
        return new IndividualEffect(
                plan.arms().get(arm).name(),
                plan.study().reference(),
                plan.endpoints().get(endpoint).name(),
                visit.day(),
                visit.month(),
                differences.length,
                moments.mean(),
                moments.sd(),
                Quantiles.of(differences, 0.05),
                Quantiles.of(differences, 0.5),
                Quantiles.of(differences, 0.95),
                (double) better / differences.length);
    }
}
