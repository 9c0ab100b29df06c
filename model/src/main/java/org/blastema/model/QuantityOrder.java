package org.blastema.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.blastema.core.Position;
import org.blastema.core.Problems;

/** Quantities may use one another in any order of the file, but not in a circle, and not in towers that no stack can hold. */
final class QuantityOrder {
    private static final int MOST_STEPS = 200;

    private final List<Model.Quantity> quantities;
    private final List<ModelParts.Part> parts;
    private final Problems problems;
    private final Map<Integer, Optional<Symbol>> changing = new TreeMap<>();

    /** For each quantity the longest way down to a quantity that needs no other, 0 while unknown. */
    private final int[] steps;

    private boolean sound = true;

    QuantityOrder(List<Model.Quantity> quantities, List<ModelParts.Part> parts, Problems problems) {
        this.quantities = quantities;
        this.parts = parts;
        this.problems = problems;
        steps = new int[quantities.size()];
    }

    /** Reports circles and towers; whether there is none. */
    boolean sound() {
        for (int i = 0; i < quantities.size(); i++) {
            visit(i, new ArrayList<>());
        }
        return sound;
    }

    /** The path holds at most {@link #MOST_STEPS} quantities, so that the recursion ends early. */
    private void visit(int index, List<Integer> path) {
        int before = path.indexOf(index);
        path.add(index);
        if (before >= 0) {
            report(index, "quantities use each other: " + chain(path, before), "a quantity must not depend on itself");
        } else if (steps[index] == 0) {
            Set<Integer> used = used(quantities.get(index).equation());
            if (path.size() <= MOST_STEPS) {
                used.forEach(inner -> visit(inner, path));
            }
            steps[index] =
                    1 + used.stream().mapToInt(inner -> steps[inner]).max().orElse(0);
            if (path.size() > MOST_STEPS || steps[index] == MOST_STEPS + 1) {
                report(
                        index,
                        quantities.get(index).name() + " begins a chain of more than " + MOST_STEPS + " quantities",
                        "at most " + MOST_STEPS + " steps from a quantity to the last one that it needs");
            }
        }
        path.removeLast();
    }

    private void report(int index, String what, String rule) {
        sound = false;
        problems.error(parts.get(index).fields().at("equation"), what, rule);
    }

    private String chain(List<Integer> path, int from) {
        return String.join(
                " > ",
                path.subList(from, path.size()).stream()
                        .map(i -> quantities.get(i).name())
                        .toList());
    }

    private static Set<Integer> used(Expression expression) {
        Set<Integer> used = new TreeSet<>();
        SymbolsUsed.in(expression, symbol -> {
            if (symbol instanceof Symbol.OfQuantity quantity) {
                used.add(quantity.index());
            }
        });
        return used;
    }

    /** Reports an expression that needs the time, a state or an input where only what a person brings along may stand. */
    void refuseChanging(Expression expression, Position at, String what) {
        changing(expression)
                .ifPresent(symbol -> problems.error(
                        at,
                        what + " depends on " + words(symbol),
                        "it may depend on parameters, covariates and quantities of them alone"));
    }

    private Optional<Symbol> changing(Expression expression) {
        List<Symbol> found = new ArrayList<>();
        SymbolsUsed.in(expression, symbol -> {
            switch (symbol) {
                case Symbol.OfParameter ignored -> {}
                case Symbol.OfCovariate ignored -> {}
                case Symbol.OfQuantity quantity -> changing(quantity.index()).ifPresent(found::add);
                case Symbol.Time time -> found.add(time);
                case Symbol.OfState state -> found.add(state);
                case Symbol.Since since -> found.add(since);
                case Symbol.OfField field -> found.add(field);
            }
        });
        return found.stream().findFirst();
    }

    private Optional<Symbol> changing(int quantity) {
        Optional<Symbol> known = changing.get(quantity);
        if (known == null) {
            known = changing(quantities.get(quantity).equation());
            changing.put(quantity, known);
        }
        return known;
    }

    private static String words(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Time ignored -> "the time";
            case Symbol.OfState ignored -> "a state";
            case Symbol.Since ignored -> "what was given";
            case Symbol.OfField ignored -> "what was given";
            case Symbol.OfParameter ignored -> "a parameter";
            case Symbol.OfCovariate ignored -> "a covariate";
            case Symbol.OfQuantity ignored -> "a quantity";
        };
    }
}
