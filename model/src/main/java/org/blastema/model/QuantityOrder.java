package org.blastema.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.blastema.core.Problems;

/** Quantities may use one another in any order of the file, but not in a circle. */
final class QuantityOrder {
    private final List<Model.Quantity> quantities;
    private final List<ModelParts.Part> parts;
    private final Problems problems;
    private final Set<Integer> settled = new TreeSet<>();

    QuantityOrder(List<Model.Quantity> quantities, List<ModelParts.Part> parts, Problems problems) {
        this.quantities = quantities;
        this.parts = parts;
        this.problems = problems;
    }

    void refuseCycles() {
        for (int i = 0; i < quantities.size(); i++) {
            visit(i, new ArrayList<>());
        }
    }

    private void visit(int index, List<Integer> path) {
        if (settled.contains(index)) {
            return;
        }
        int before = path.indexOf(index);
        path.add(index);
        if (before >= 0) {
            List<String> circle = path.subList(before, path.size()).stream()
                    .map(i -> quantities.get(i).name())
                    .toList();
            problems.error(
                    parts.get(index).fields().at("equation"),
                    "quantities use each other: " + String.join(" > ", circle),
                    "a quantity must not depend on itself");
        } else {
            Set<Integer> used = new TreeSet<>();
            uses(quantities.get(index).equation(), used);
            used.forEach(i -> visit(i, path));
        }
        path.removeLast();
        settled.add(index);
    }

    private static void uses(Expression expression, Set<Integer> used) {
        switch (expression) {
            case Expression.Constant ignored -> {}
            case Expression.Reference reference -> {
                if (reference.symbol() instanceof Symbol.OfQuantity quantity) {
                    used.add(quantity.index());
                }
            }
            case Expression.Negated negated -> uses(negated.of(), used);
            case Expression.Scaled scaled -> uses(scaled.of(), used);
            case Expression.Binary binary -> {
                uses(binary.left(), used);
                uses(binary.right(), used);
            }
            case Expression.Call call -> call.arguments().forEach(argument -> uses(argument, used));
            case Expression.If choice -> {
                uses(choice.condition(), used);
                uses(choice.then(), used);
                uses(choice.otherwise(), used);
            }
            case Expression.Over over -> uses(over.body(), used);
        }
    }

    private static void uses(Expression.Condition condition, Set<Integer> used) {
        switch (condition) {
            case Expression.Condition.Compare compare -> {
                uses(compare.left(), used);
                uses(compare.right(), used);
            }
            case Expression.Condition.And and -> {
                uses(and.left(), used);
                uses(and.right(), used);
            }
            case Expression.Condition.Or or -> {
                uses(or.left(), used);
                uses(or.right(), used);
            }
            case Expression.Condition.Not not -> uses(not.of(), used);
        }
    }
}
