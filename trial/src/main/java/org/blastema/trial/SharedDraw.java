package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.blastema.core.Distribution;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Range;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;

/**
 * A parameter that all patients of an arm share within a trial and that differs between trials: by what is not known, by the trial, by
 * the lot where a trial has one.
 *
 * @param parameter as the study, the product or the model states it
 * @param level at which it is drawn
 * @param distribution its spread at this level
 * @param centre the value without chance
 * @param uniforms its draw in each trial, 0 to 1
 */
public record SharedDraw(
        Parameter parameter, Level level, Distribution distribution, double centre, List<Double> uniforms) {

    public SharedDraw {
        uniforms = List.copyOf(uniforms);
    }

    /** The value under a draw. */
    public double value(double uniform) {
        double value = distribution.apply(centre, uniform);
        Optional<Range> range = parameter.range();
        return range.isEmpty() ? value : range.get().clamp(value);
    }

    /** Those of an arm's model, in its order. */
    public static List<SharedDraw> of(Plan plan, String arm) {
        String model = plan.setup(plan.place(arm)).model().model().name();
        return of(plan, arm, model, plan.parameters(arm));
    }

    /** Those of the model of an arm's harms, in its order; none where the arm's product names no such model. */
    public static List<SharedDraw> ofHarms(Plan plan, String arm, Library library) {
        Optional<Product.Risk> risk = plan.setup(plan.place(arm)).product().risk();
        if (risk.isEmpty()) {
            return List.of();
        }
        Model model = ModelReader.read(library, risk.get().model());
        return of(
                plan,
                arm,
                model.name(),
                ArmParameters.stated(plan.study(), model, risk.get().parameters()));
    }

    private static List<SharedDraw> of(Plan plan, String arm, String file, List<Parameter> stated) {
        ArmSetup setup = plan.setup(plan.place(arm));
        DrawPlan draws = setup.draws();
        boolean oneLot = setup.product().patientsPerLot().isEmpty();
        int[] lots = oneLot ? draws.slotsOf(DrawPlan.Stage.LOT) : new int[0];
        Map<String, Parameter> named = new TreeMap<>();
        stated.forEach(each -> named.put(file + "." + each.name(), each));
        int[] slots = IntStream.concat(Arrays.stream(draws.slotsOf(DrawPlan.Stage.TASK)), Arrays.stream(lots))
                .filter(slot -> draws.valued(slot)
                        && named.containsKey(variable(draws, slot).name()))
                .toArray();
        double[][] uniforms = uniforms(plan, draws, slots);
        List<SharedDraw> shared = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            DrawPlan.Slot slot = draws.slot(slots[i]);
            Variable variable = variable(draws, slots[i]);
            shared.add(draw(Objects.requireNonNull(named.get(variable.name())), slot, variable.centre(), uniforms[i]));
        }
        return shared;
    }

    /** Of a posterior, in the order of its values: the uniform of a draw is the place of its value among all. */
    private static SharedDraw draw(Parameter parameter, DrawPlan.Slot slot, double centre, double[] uniforms) {
        if (!(slot.distribution() instanceof Distribution.Drawn drawn)) {
            return new SharedDraw(
                    parameter,
                    slot.level(),
                    slot.distribution(),
                    centre,
                    Arrays.stream(uniforms).boxed().toList());
        }
        Distribution.Drawn sorted = drawn.sorted();
        List<Double> places = Arrays.stream(uniforms)
                .mapToObj(u -> place(sorted.values(), drawn.quantile(u)))
                .toList();
        return new SharedDraw(parameter, slot.level(), sorted, centre, places);
    }

    private static double place(List<Double> sorted, double value) {
        return (Collections.binarySearch(sorted, value) + 0.5) / sorted.size();
    }

    private static Variable variable(DrawPlan draws, int slot) {
        return draws.variable(draws.slot(slot).variable());
    }

    private static double[][] uniforms(Plan plan, DrawPlan draws, int[] slots) {
        double[][] uniforms = new double[slots.length][plan.trials()];
        Draws chance = new Draws(draws, plan.seed());
        for (int trial = 0; trial < plan.trials(); trial++) {
            chance.trial(trial);
            for (int i = 0; i < slots.length; i++) {
                uniforms[i][trial] = chance.drawn(slots[i]);
            }
        }
        return uniforms;
    }
}
