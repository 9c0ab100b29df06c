package org.blastema.kinetics.library;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.CompiledModel;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Method;
import org.blastema.kinetics.Solver;
import org.blastema.kinetics.Tolerances;
import org.blastema.kinetics.Trajectory;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;

/** A model of the library at its nominal values, with named parameters changed, solved to a tight tolerance. */
final class LibraryModel {
    private final Model model;
    private final CompiledModel compiled;
    private final Solver solver;

    LibraryModel(String name) {
        this(name, 1e-9);
    }

    LibraryModel(String name, double relative) {
        model = ModelReader.read(Library.packaged(), name);
        compiled = CompiledModel.generate(model);
        double[] absolute = model.states().stream()
                .mapToDouble(state -> relative * 1e-2 * state.scale())
                .toArray();
        solver = new Solver(compiled, new Tolerances(relative, absolute), Method.AUTO);
    }

    Model model() {
        return model;
    }

    CompiledModel compiled() {
        return compiled;
    }

    /** Parameters in model order, then covariates. */
    double[] values(Map<String, Double> changed) {
        double[] values =
                new double[model.parameters().size() + model.covariates().size()];
        int at = 0;
        for (var parameter : model.parameters()) {
            values[at++] = changed.getOrDefault(parameter.name(), parameter.value());
        }
        for (var covariate : model.covariates()) {
            values[at++] = changed.getOrDefault(covariate.name(), covariate.value());
        }
        return values;
    }

    /** The dose of the only input, its fields by name, the others at their default. */
    Dose dose(double time, Map<String, Double> fields) {
        return dose(model.inputs().getFirst().name(), time, fields);
    }

    /** The dose of an input, its fields by name, the others at their default. */
    Dose dose(String name, double time, Map<String, Double> fields) {
        int index = model.input(name);
        var input = model.inputs().get(index);
        double[] amounts = input.fields().stream()
                .mapToDouble(field -> fields.getOrDefault(field.name(), field.defaultValue()))
                .toArray();
        return new Dose(time, index, amounts);
    }

    Trajectory solve(Map<String, Double> changed, List<Dose> doses, double... times) {
        return solver.solve(values(changed), doses, times);
    }

    /** A readout of one solution at its times. */
    double[] readouts(String name, Map<String, Double> changed, List<Dose> doses, double... times) {
        Trajectory course = solve(changed, doses, times);
        double[] all = new double[model.readouts().size()];
        double[] found = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            course.readouts(k, values(changed), all);
            found[k] = all[readout(name)];
        }
        return found;
    }

    /** A quantity of one solution at its times. */
    double[] quantities(String name, Map<String, Double> changed, List<Dose> doses, double... times) {
        Trajectory course = solve(changed, doses, times);
        int at = position(model.quantities().stream().map(each -> each.name()).toList(), name);
        double[] all = new double[model.quantities().size()];
        double[] found = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            course.quantities(k, values(changed), all);
            found[k] = all[at];
        }
        return found;
    }

    int state(String name) {
        return position(model.states().stream().map(state -> state.name()).toList(), name);
    }

    int readout(String name) {
        return position(model.readouts().stream().map(readout -> readout.name()).toList(), name);
    }

    private static int position(List<String> names, String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(name + " is not one of " + names);
        }
        return at;
    }

    /** Every state of a trajectory at one of its points. */
    double[] states(Trajectory trajectory, int point) {
        double[] y = new double[model.states().size()];
        Arrays.setAll(y, state -> trajectory.state(point, state));
        return y;
    }
}
