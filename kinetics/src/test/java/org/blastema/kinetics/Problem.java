package org.blastema.kinetics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.blastema.core.Problems;
import org.blastema.core.YamlReader;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;

/**
 * A reference problem with an exact answer, written in the model language.
 *
 * @param end last time
 * @param exact states at a time
 */
record Problem(String name, Model model, double end, Exact exact) {
    @FunctionalInterface
    interface Exact {
        double[] at(double t);
    }

    static Problem of(String name, String parts, double end, Exact exact) {
        return new Problem(name, model(parts), end, exact);
    }

    static Model model(String parts) {
        String yaml = "model: problem\ntitle: {en: Problem, ar: مسألة}\ntime: \"1\"\n" + parts;
        Problems problems = new Problems();
        Model model = ModelReader.read(
                Library.packaged(), YamlReader.read("problem.yaml", yaml.getBytes(StandardCharsets.UTF_8)), problems);
        problems.throwIfFailed();
        return model;
    }

    /** Problems that every integrator must solve. */
    static List<Problem> battery() {
        return List.of(
                of("decay", "states: {y: {unit: '1', start: 1, equation: -y}}", 2, t -> new double[] {Math.exp(-t)}),
                of(
                        "oscillator",
                        "states: {x: {unit: '1', start: 1, equation: v}, v: {unit: '1', start: 0, equation: -x}}",
                        6,
                        t -> new double[] {Math.cos(t), -Math.sin(t)}),
                of("logistic", "states: {y: {unit: '1', start: 0.1, equation: y * (1 - y)}}", 5, t ->
                        new double[] {0.1 * Math.exp(t) / (1 + 0.1 * (Math.exp(t) - 1))}),
                of("forced", "states: {y: {unit: '1', start: 0, equation: -2 * y + cos(t)}}", 5, t ->
                        new double[] {(2 * Math.cos(t) + Math.sin(t) - 2 * Math.exp(-2 * t)) / 5}),
                of(
                        "chain",
                        "states: {a: {unit: '1', start: 1, equation: -3 * a}, b: {unit: '1', start: 0, equation: 3 * a - b}}",
                        4,
                        t -> new double[] {Math.exp(-3 * t), 1.5 * (Math.exp(-t) - Math.exp(-3 * t))}),
                of("stiff decay", "states: {y: {unit: '1', start: 0, equation: -1000 * (y - sin(t)) + cos(t)}}", 3, t ->
                        new double[] {Math.sin(t)}));
    }
}
