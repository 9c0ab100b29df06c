package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.blastema.kinetics.Dose;

/** What goes wrong with the person in hand. Belongs to one thread. */
final class PersonHarms {
    private final ArmSetup setup;
    private final Draws draws;
    private final double horizon;
    private final List<Hazard.Figures> figures;
    private final List<double[]> out = new ArrayList<>();
    private int[] terms = new int[8];
    private double[] days = new double[8];
    private double[] durations = new double[8];
    private boolean[] noticed = new boolean[8];
    private int size;
    /** [term], whether it could have come. */
    private final boolean[] possible;

    /**
     * @param horizon days; what comes later is not seen
     */
    PersonHarms(ArmSetup setup, Draws draws, double horizon) {
        this.setup = setup;
        this.draws = draws;
        this.horizon = horizon;
        this.figures =
                setup.hazards().stream().map(each -> each.figures().get()).toList();
        this.possible =
                new boolean[setup.hazards().stream().mapToInt(Hazard::terms).sum()];
        setup.hazards().forEach(each -> out.add(new double[Hazard.EACH * each.terms()]));
    }

    /**
     * Draws the harms of the person.
     *
     * @param values of the arm's variables
     * @throws org.blastema.kinetics.NumericalFailure where a model of harms gives no figures
     */
    void draw(double[] values) {
        size = 0;
        int first = 0;
        for (int h = 0; h < figures.size(); h++) {
            Hazard hazard = setup.hazards().get(h);
            figures.get(h).of(values, out.get(h));
            for (int term = 0; term < hazard.terms(); term++) {
                draw(hazard, term, first + term, out.get(h));
            }
            first += hazard.terms();
        }
    }

    private void draw(Hazard hazard, int term, int number, double[] figures) {
        double chance = figures[Hazard.EACH * term];
        double share = figures[Hazard.EACH * term + 3];
        possible[number] = figures[Hazard.EACH * term + 4] > 0;
        if (!possible[number]) {
            return;
        }
        for (int giving = 0; giving < hazard.givings(term); giving++) {
            double day = hazard.givings().get(giving) + figures[Hazard.EACH * term + 1];
            if (draws.ofGiving(hazard.purposes().get(term), giving) < chance && day <= horizon) {
                boolean heard = share >= 1 || draws.ofGiving(hazard.heard().get(term), giving) < share;
                add(number, day, figures[Hazard.EACH * term + 2], heard);
            }
        }
    }

    private void add(int term, double day, double duration, boolean heard) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, 2 * size);
            days = Arrays.copyOf(days, 2 * size);
            durations = Arrays.copyOf(durations, 2 * size);
            noticed = Arrays.copyOf(noticed, 2 * size);
        }
        terms[size] = term;
        days[size] = day;
        durations[size] = duration;
        noticed[size++] = heard;
    }

    /** Whether a term could have come. */
    boolean possible(int term) {
        return possible[term];
    }

    /** How many there are, ordered by term, then giving. */
    int size() {
        return size;
    }

    int term(int index) {
        return terms[index];
    }

    /** Days since treatment. */
    double day(int index) {
        return days[index];
    }

    /** Days; NaN where nobody says. */
    double duration(int index) {
        return durations[index];
    }

    /** Whether a trial or a registry hears of it. */
    boolean noticed(int index) {
        return noticed[index];
    }

    /** The doses of the arm and those that harms bring, in the order of time. */
    List<Dose> doses() {
        List<Dose> all = new ArrayList<>(setup.doses());
        for (int i = 0; i < size; i++) {
            double time = days[i] * setup.modelTime();
            setup.following()
                    .get(terms[i])
                    .dose()
                    .ifPresent(dose -> all.add(new Dose(dose.time() + time, dose.input(), dose.fields())));
        }
        all.sort(Comparator.comparingDouble(Dose::time));
        return all;
    }

    /** What the harms cost beside the price of the product. */
    double price(double[] values) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            int price = setup.following().get(terms[i]).price();
            sum += price < 0 ? 0 : values[price];
        }
        return sum;
    }

    /** The day on which a harm makes the person leave the trial; infinite where none does. */
    double leaves() {
        double first = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (setup.following().get(terms[i]).leaves()) {
                first = Math.min(first, days[i]);
            }
        }
        return first;
    }
}
