package org.blastema.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.blastema.core.Distribution;
import org.blastema.core.Level;
import org.blastema.core.Purpose;
import org.blastema.core.Range;
import org.blastema.core.Spread;

/**
 * Which uniforms an arm needs and how they become values. A slot is one spread of one variable; slots are kept by the
 * stage at which they are drawn, so that what a whole trial shares is drawn once a task.
 */
final class DrawPlan {
    /** When a slot is drawn: once a task, with each new lot, for each candidate, at each visit. */
    enum Stage {
        TASK,
        LOT,
        PERSON,
        OCCASION
    }

    /** The slot of which a spread takes its size, where it takes none. */
    static final int OWN = -1;

    /**
     * A spread of a variable.
     *
     * @param size the slot that draws the size of the spread, {@link #OWN} where its distribution has one
     */
    record Slot(int variable, Level level, Distribution distribution, int purpose, int size) {
        Slot in(Distribution other) {
            return new Slot(variable, level, other, purpose, size);
        }

        Stage stage() {
            return switch (level) {
                case KNOWLEDGE, TRIAL, CENTRE -> Stage.TASK;
                case LOT -> Stage.LOT;
                case DONOR, PATIENT -> Stage.PERSON;
                case OCCASION -> Stage.OCCASION;
                case CELL -> throw new IllegalStateException("a patient model has no cells to draw for");
            };
        }
    }

    private final List<Variable> variables;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Purpose> purposes = new ArrayList<>();
    private final int[][] order;
    private final int[][] calmOrder;
    private final Map<Stage, List<Copula>> copulas = new EnumMap<>(Stage.class);
    private final double factor;
    private final String scaled;

    /**
     * @param variables what chance moves
     * @param correlations between variables, by their names
     * @param silenced levels whose spreads a switch has turned off
     */
    DrawPlan(List<Variable> variables, Correlations correlations, Set<Level> silenced) {
        this.variables = List.copyOf(variables);
        this.order = new int[variables.size()][];
        this.calmOrder = new int[variables.size()][];
        this.scaled = "";
        this.factor = 1;
        for (int v = 0; v < variables.size(); v++) {
            plan(v, variables.get(v), silenced);
        }
        for (Stage stage : Stage.values()) {
            copulas.put(stage, copulas(stage, correlations));
        }
    }

    private DrawPlan(DrawPlan of, List<Slot> slots, String scaled, double factor) {
        this.variables = of.variables;
        this.order = of.order;
        this.calmOrder = of.calmOrder;
        this.slots.addAll(slots);
        this.purposes.addAll(of.purposes);
        this.copulas.putAll(of.copulas);
        this.scaled = scaled;
        this.factor = factor;
    }

    /** The same by the same chance, with a variable multiplied after it was drawn and before it is held to its range. */
    DrawPlan scaled(String name, double by) {
        return new DrawPlan(this, slots, name, by);
    }

    /** The same by the same chance with what is not known at its middle; a choice has none and stays drawn. */
    DrawPlan middle() {
        List<Slot> known = slots.stream()
                .map(slot -> slot.in(
                        slot.level() == Level.KNOWLEDGE ? slot.distribution().middle() : sized(slot.distribution())))
                .toList();
        return new DrawPlan(this, known, scaled, factor);
    }

    /** How large a spread is may be unknown too. */
    private static Distribution sized(Distribution distribution) {
        return distribution instanceof Distribution.DrawnSize drawn ? drawn.inMiddle() : distribution;
    }

    private void plan(int index, Variable variable, Set<Level> silenced) {
        List<Integer> all = new ArrayList<>();
        List<Integer> calm = new ArrayList<>();
        for (Spread spread : variable.spreads()) {
            if (silenced.contains(spread.level())) {
                continue;
            }
            int size = spread.distribution() instanceof Distribution.DrawnSize drawn
                    ? add(index, Level.KNOWLEDGE, drawn.sizes(), OWN)
                    : OWN;
            int slot = add(index, spread.level(), spread.distribution(), size);
            all.add(slot);
            if (spread.level() != Level.OCCASION) {
                calm.add(slot);
            }
        }
        order[index] = all.stream().mapToInt(Integer::intValue).toArray();
        calmOrder[index] = calm.stream().mapToInt(Integer::intValue).toArray();
    }

    private int add(int index, Level level, Distribution distribution, int size) {
        Purpose purpose = distribution instanceof Distribution.Drawn drawn
                ? drawn.purpose()
                : new Purpose(level, variables.get(index).name());
        purposes.add(purpose);
        slots.add(new Slot(index, level, distribution, purpose.code(), size));
        return slots.size() - 1;
    }

    private List<Copula> copulas(Stage stage, Correlations correlations) {
        Map<Level, List<Integer>> members = new EnumMap<>(Level.class);
        for (int s = 0; s < slots.size(); s++) {
            Slot slot = slots.get(s);
            if (slot.stage() == stage
                    && !(slot.distribution() instanceof Distribution.Drawn)
                    && correlations.concern(variables.get(slot.variable()).name())) {
                members.computeIfAbsent(slot.level(), level -> new ArrayList<>())
                        .add(s);
            }
        }
        return members.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> copula(group, correlations))
                .toList();
    }

    private Copula copula(List<Integer> group, Correlations correlations) {
        double[][] matrix = new double[group.size()][group.size()];
        for (int i = 0; i < group.size(); i++) {
            for (int j = 0; j < group.size(); j++) {
                String a = variables.get(slots.get(group.get(i)).variable()).name();
                String b = variables.get(slots.get(group.get(j)).variable()).name();
                matrix[i][j] = i == j ? 1 : correlations.between(a, b);
            }
        }
        return new Copula(group.stream().mapToInt(Integer::intValue).toArray(), matrix);
    }

    Variable variable(int index) {
        return variables.get(index);
    }

    int variables() {
        return variables.size();
    }

    /** All purposes of the arm, for the refusal of collisions. */
    List<Purpose> purposes() {
        return List.copyOf(purposes);
    }

    int slots() {
        return slots.size();
    }

    Slot slot(int index) {
        return slots.get(index);
    }

    /** The slots drawn at a stage. */
    int[] slotsOf(Stage stage) {
        return IntStream.range(0, slots.size())
                .filter(s -> slots.get(s).stage() == stage)
                .toArray();
    }

    /** The variables whose value is settled at a stage: no slot of it comes later, occasions left out. */
    int[] settledAt(Stage stage) {
        return IntStream.range(0, variables.size())
                .filter(v -> last(calmOrder[v]) == stage)
                .toArray();
    }

    /** The variables that each occasion moves. */
    int[] occasional() {
        return IntStream.range(0, variables.size())
                .filter(v -> order[v].length > calmOrder[v].length)
                .toArray();
    }

    private Stage last(int[] slotsOfVariable) {
        Stage last = Stage.TASK;
        for (int s : slotsOfVariable) {
            Stage stage = slots.get(s).stage();
            last = stage.compareTo(last) > 0 ? stage : last;
        }
        return last;
    }

    List<Copula> copulas(Stage stage) {
        return copulas.getOrDefault(stage, List.of());
    }

    /** The value of a variable under uniforms [slots]. */
    double value(int variable, double[] uniforms, boolean withOccasion) {
        double value = variables.get(variable).centre();
        for (int s : withOccasion ? order[variable] : calmOrder[variable]) {
            value = moved(slots.get(s), value, uniforms, s);
        }
        if (variables.get(variable).name().equals(scaled)) {
            value *= factor;
        }
        Optional<Range> range = variables.get(variable).range();
        return range.isEmpty() ? value : range.get().clamp(value);
    }

    private static double moved(Slot slot, double value, double[] uniforms, int place) {
        Distribution distribution = slot.distribution() instanceof Distribution.DrawnSize drawn
                ? drawn.in(uniforms[slot.size()])
                : slot.distribution();
        return distribution.apply(value, uniforms[place]);
    }

    /** Whether a slot gives a value of its variable, not the size of another spread. */
    boolean valued(int slot) {
        return slots.stream().noneMatch(each -> each.size() == slot);
    }
}
