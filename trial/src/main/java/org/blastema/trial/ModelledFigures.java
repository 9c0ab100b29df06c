package org.blastema.trial;

import java.util.List;
import org.blastema.kinetics.CompiledModel;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Equations;
import org.blastema.kinetics.Method;
import org.blastema.kinetics.NumericalFailure;
import org.blastema.kinetics.Solver;
import org.blastema.kinetics.Tolerances;
import org.blastema.model.Model;
import org.blastema.model.graph.History;

/** Harms of a model. Its states are solved where the course's condition holds alone. Belongs to one thread. */
final class ModelledFigures implements Hazard.Figures {
    /** Relative tolerance of the solver. */
    private static final double TOLERANCE = 1e-6;

    /** What stands before the harms: whether the course is solved, and until when. */
    private static final int HEAD = 2;

    private static final List<Dose> NOTHING_GIVEN = List.of();

    private final List<Model.Harm> harms;
    private final int[] where;
    private final Equations equations;
    private final Solver solver;
    private final History nothing;
    private final double[] values;
    private final double[] states;
    private final double[] until = new double[1];
    private final double[] figures;

    /**
     * @param where the arm's variable of each parameter, then of each covariate of the model
     */
    ModelledFigures(CompiledModel compiled, List<Integer> where) {
        Model model = compiled.model();
        this.harms = model.risk().orElseThrow().harms();
        this.where = where.stream().mapToInt(Integer::intValue).toArray();
        this.equations = compiled.equations();
        this.solver = new Solver(compiled, Tolerances.of(model, TOLERANCE), Method.AUTO);
        this.nothing = new History(model.inputs().size());
        this.values = new double[this.where.length];
        this.states = new double[model.states().size()];
        this.figures = new double[HEAD + Hazard.EACH * harms.size()];
    }

    @Override
    public void of(double[] variables, double[] out) {
        for (int i = 0; i < where.length; i++) {
            values[i] = variables[where[i]];
        }
        equations.start(values, states);
        equations.harms(0, states, values, nothing, figures);
        if (figures[0] != 0) {
            until[0] = figures[1];
            solver.solve(values, NOTHING_GIVEN, until).harms(0, values, figures);
        }
        System.arraycopy(figures, HEAD, out, 0, figures.length - HEAD);
        for (int i = 0; i < harms.size(); i++) {
            share(harms.get(i), "chance", out[Hazard.EACH * i]);
            days(harms.get(i), "day", out[Hazard.EACH * i + 1]);
            duration(harms.get(i), Hazard.EACH * i + 2, out);
            share(harms.get(i), "share that is noticed", out[Hazard.EACH * i + 3]);
            share(harms.get(i), "number that says whether it is asked", out[Hazard.EACH * i + 4]);
        }
    }

    /** A chance outside of 0 to 1 is a mistake of the model, and is not cut to fit. */
    private static void share(Model.Harm harm, String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new NumericalFailure(0, harm.term(), 0, "a " + what + " of " + value);
        }
    }

    private static void duration(Model.Harm harm, int place, double[] out) {
        if (harm.duration().isEmpty()) {
            out[place] = Double.NaN;
        } else {
            days(harm, "duration", out[place]);
        }
    }

    private static void days(Model.Harm harm, String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new NumericalFailure(0, harm.term(), 0, "a " + what + " of " + value + " days");
        }
    }
}
