package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Text;

/**
 * What an arm gets: a product or a comparator.
 *
 * @param name name of the file
 * @param title what it is called
 * @param kind a free word for it
 * @param model the model whose inputs it uses
 * @param donors number of donors that patients share by index; absent where each patient is the own donor
 * @param patientsPerLot patients who share a lot; absent where a trial has one lot
 * @param doses in the order of time
 * @param parameters replace those of the model; they keep the name of its chance
 * @param adverseEvents what can go wrong
 * @param risk what can go wrong by a model of harms; absent where the product names none
 * @param costs absent where none are known
 * @param notes shown in the report
 */
public record Product(
        String name,
        Text title,
        String kind,
        String model,
        OptionalInt donors,
        OptionalInt patientsPerLot,
        List<Dosing> doses,
        List<Parameter> parameters,
        List<AdverseEvent> adverseEvents,
        Optional<Risk> risk,
        Optional<Costs> costs,
        List<Text> notes) {

    /** The same, solved with a model that extends its own. */
    Product within(String wider) {
        return new Product(
                name, title, kind, wider, donors, patientsPerLot, doses, parameters, adverseEvents, risk, costs, notes);
    }

    /**
     * One giving.
     *
     * @param input name of the model's input
     * @param day days since treatment
     * @param with value of each field of the input, in the input's order and units
     * @param position where the file says so
     */
    public record Dosing(String input, double day, List<Double> with, Position position) {}

    /**
     * Something that can go wrong. The chance is probability times ratio, at most 1.
     *
     * @param term its name
     * @param label its words
     * @param serious whether it is a serious one
     * @param probability chance for a patient, 0 to 1
     * @param ratio factor on it, a relative risk
     * @param day when it happens, days since treatment
     */
    public record AdverseEvent(
            String term,
            Text label,
            boolean serious,
            Parameter probability,
            Optional<Parameter> ratio,
            Parameter day) {}

    /**
     * What can go wrong by a model of harms, at each giving.
     *
     * @param model a model with harms
     * @param inputs whose doses are givings that it is asked at; every input where there are none
     * @param settings what the product chooses of its settings
     * @param parameters replace those of that model; they keep the name of its chance
     * @param consequences what follows some of the harms
     */
    public record Risk(
            String model,
            List<String> inputs,
            SequencedMap<String, String> settings,
            List<Parameter> parameters,
            List<Consequence> consequences) {
        /** Whether it is asked at a dose. */
        boolean askedAt(Dosing dose) {
            return inputs.isEmpty() || inputs.contains(dose.input());
        }
    }

    /**
     * What follows a harm.
     *
     * @param term the harm
     * @param dose into the patient's model on the day of the harm; its own day counts from there
     * @param price added to the patient's cost
     * @param leaves whether the patient leaves the trial that day
     */
    public record Consequence(String term, Optional<Dosing> dose, Optional<Parameter> price, boolean leaves) {}

    /**
     * What it costs a patient.
     *
     * @param currency for example USD
     * @param year price year
     * @param items added up
     */
    public record Costs(String currency, int year, List<Item> items) {
        /** One item with its words. */
        public record Item(Text label, Parameter price) {}
    }
}
