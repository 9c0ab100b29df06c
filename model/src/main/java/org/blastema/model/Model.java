package org.blastema.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.core.Unit;

/**
 * A model whose names are resolved and whose units are checked. Indices in expressions follow the order of these lists. Names of an
 * included model carry its prefix; an included model without a prefix is extended, its names are the model's own.
 *
 * @param extended names of the models that this one extends, and of those that they extend
 * @param sources keys of the bibliography, those of included models too
 * @param time unit of time
 * @param begins when the states have their start values, absent for time 0
 * @param correlations between draws of parameters
 * @param risk what can go wrong after a giving; absent for a model that says nothing of it
 * @param scenarios name to parameter to value
 * @param scenarioWords what the name of a scenario stands for in this model, where the name alone could mislead
 * @param design which parameter the design of a study moves in each role; empty where the model says that nothing in it moves so
 */
public record Model(
        String name,
        List<String> extended,
        Text title,
        String about,
        List<String> sources,
        Unit time,
        Optional<Begin> begins,
        List<Parameter> parameters,
        List<Correlation> correlations,
        List<Covariate> covariates,
        List<Table> tables,
        List<State> states,
        List<Quantity> quantities,
        List<Input> inputs,
        List<Event> events,
        List<Readout> readouts,
        Optional<Risk> risk,
        Map<String, Map<String, Double>> scenarios,
        Map<String, Text> scenarioWords,
        String defaultScenario,
        Map<String, Switch> switches,
        Map<String, Setting> settings,
        Map<Role, Optional<String>> design,
        List<Text> mustNotClaim,
        List<Omission> notModelled) {

    /**
     * Something that a reader may look for and that the model does not hold.
     *
     * @param name what it is
     * @param why for example that no source was found
     */
    public record Omission(Text name, Text why) {
        /** The list under {@code not-modelled} of a model or a study; an item that lacks a key is a problem and left out. */
        public static List<Omission> list(Fields file) {
            List<Omission> all = new ArrayList<>();
            for (Fields each : file.list("not-modelled", "what is not modelled")) {
                List.of("name", "why").stream().filter(key -> !each.has(key)).forEach(each::missing);
                Optional<Text> name = each.bilingual("name");
                Optional<Text> why = each.bilingual("why");
                each.done();
                if (name.isPresent() && why.isPresent()) {
                    all.add(new Omission(name.get(), why.get()));
                }
            }
            return List.copyOf(all);
        }
    }

    /**
     * The time at which the states have their start values. What happens until time 0 is the history of a person before enrolment:
     * the equations run, no input is given and no event happens.
     *
     * @param time of parameters and covariates alone; taken as 0 where it is above 0
     * @param words the time as written
     */
    public record Begin(Expression time, String words) {}

    /**
     * Two parameters whose draws go together at every level at which both are spread.
     *
     * @param value correlation of their normal scores, -1 to 1, exclusive
     */
    public record Correlation(String a, String b, double value) {}

    /** A property of a patient that a population fills in. */
    public record Covariate(
            String name,
            double value,
            Unit unit,
            Optional<Range> range,
            List<String> sources,
            Optional<Knowledge> knowledge,
            String about) {}

    /**
     * A function of one number given by points.
     *
     * @param file where they stand, inside the library
     * @param argument unit of the argument
     * @param unit unit of the values
     * @param at arguments, ascending, at least two
     * @param values at these; above 0 where the logarithm is a line between them
     * @param between how the function goes between two points; outside them it keeps the value of the last
     */
    public record Table(
            String name,
            String file,
            Unit argument,
            Unit unit,
            List<Double> at,
            List<Double> values,
            Between between,
            List<String> sources,
            Optional<Knowledge> knowledge,
            String about) {
        /** What is a straight line between two points: the value, or its logarithm. */
        public enum Between {
            LINEAR,
            LOG_LINEAR
        }
    }

    /**
     * @param start where the model begins, before any input; of parameters and covariates alone
     * @param scale size at which the absolute tolerance of the solver is set, in the state's unit
     * @param equation its rate of change
     * @param startWords the start as written
     * @param words the equation as written
     */
    public record State(
            String name,
            Unit unit,
            Expression start,
            double scale,
            Expression equation,
            String startWords,
            String words,
            String about) {}

    /** An intermediate value. Quantities may use one another in any order of the list; no chain of them leads back. */
    public record Quantity(String name, Unit unit, Expression equation, String words, String about) {}

    /** Something given at a moment; {@code adds} maps states to what is added. */
    public record Input(String name, List<Field> fields, List<Add> adds, String about) {}

    public record Field(String name, Unit unit, double defaultValue, Optional<Range> range) {}

    public record Add(int state, Expression amount, String words) {}

    /**
     * Sets states at a time, or each time a condition becomes true.
     *
     * @param at of parameters and covariates alone; present if {@code when} is not
     * @param words the time or the condition as written
     */
    public record Event(
            String name,
            Optional<Expression> at,
            Optional<Expression.Condition> when,
            List<Add> sets,
            String words,
            String about) {}

    /** What kind of number a readout is. */
    public enum Kind {
        CONTINUOUS,
        PROPORTION,
        TIME_TO_EVENT,
        COUNT
    }

    /** Which end of a readout is good. */
    public enum Better {
        LOW,
        HIGH,
        /** Of itself neither: it is counted, and sentences call it higher or lower. Where a sign is needed, more counts as gained. */
        NEITHER
    }

    /**
     * Something that is measured.
     *
     * @param unitWords what people call its unit, where the code does not say it
     * @param range of the scale
     * @param mcid the change that matters to one person
     */
    public record Readout(
            String name,
            Text label,
            Kind kind,
            Unit unit,
            Optional<Text> unitWords,
            Range range,
            Better better,
            Optional<Parameter> mcid,
            Expression equation,
            String words,
            String about,
            Position position) {}

    /** An expression and how it stands in the file. */
    public record Written(Expression expression, String words) {}

    /** What can go wrong after something is given to a person. */
    public record Risk(List<Harm> harms, Optional<Course> course) {
        public Risk {
            harms = List.copyOf(harms);
        }
    }

    /**
     * The states of a model of harms are solved for those persons alone for whom a condition holds at the giving; for all others a harm
     * sees the states at their start.
     *
     * @param until the time at which harms see the states, in the model's unit; of parameters and covariates alone
     */
    public record Course(Expression.Condition when, String words, Written until) {}

    /** How surely a harm comes from what was given. */
    public enum Related {
        DEFINITE,
        PROBABLE,
        POSSIBLE,
        UNRELATED
    }

    /**
     * Something that can go wrong after a giving.
     *
     * @param term its name in results
     * @param serious whether it is a serious one
     * @param once whether the first giving alone can bring it
     * @param chance for one person and one giving, 0 to 1
     * @param day days from the giving on, at least 0
     * @param duration days, at least 0; absent where nobody knows how long it lasts
     * @param noticed chance that a trial or a registry hears of it, 0 to 1
     * @param asked 0 where it cannot come, as a clot where nothing is given into a vein, so that none seen says nothing
     */
    public record Harm(
            String term,
            Text label,
            boolean serious,
            Related related,
            boolean once,
            Written chance,
            Written day,
            Optional<Written> duration,
            Written noticed,
            Written asked,
            String about) {}

    /** Values that parameters take when something is switched off. */
    public record Switch(Map<String, Double> off, String about) {}

    /**
     * A choice between sets of values that the evidence leaves open.
     *
     * @param usual the choice where a study names none
     * @param choices name to parameter to value
     */
    public record Setting(String usual, Map<String, Map<String, Double>> choices, String about) {}

    /** What the design of a study moves in a model. */
    public enum Role {
        /** What patients hope of what they know they got: 1 all, 0 what a blinded patient hopes, -1 disappointment. */
        BELIEF,
        /** The same of those who judge the outcome. */
        RATER_BELIEF,
        /** 1 for who takes something else beside, since he knows that he got no treatment, else 0. */
        CO_TREATMENT,
        /** 1 in the treated arms of a trial whose allocation could be foreseen, so that better prospects came to them, else 0. */
        ALLOCATION
    }

    public int parameter(String wanted) {
        return position(parameters.stream().map(Parameter::name).toList(), wanted);
    }

    public int state(String wanted) {
        return position(states.stream().map(State::name).toList(), wanted);
    }

    public int readout(String wanted) {
        return position(readouts.stream().map(Readout::name).toList(), wanted);
    }

    public int input(String wanted) {
        return position(inputs.stream().map(Input::name).toList(), wanted);
    }

    /** Index of a name, or -1. */
    private static int position(List<String> names, String wanted) {
        return names.indexOf(wanted);
    }

    /** The same model with these parameters fixed, their spread taken away. */
    public Model fixed(Map<String, Double> values) {
        return parameters(p -> values.containsKey(p.name()) ? p.fixed(values.get(p.name())) : p);
    }

    /** The same model with these parameters in place of its own of the same name. */
    public Model replaced(Map<String, Parameter> others) {
        return parameters(p -> others.getOrDefault(p.name(), p));
    }

    /** The same model with each parameter changed; names must stay. */
    public Model parameters(UnaryOperator<Parameter> change) {
        return new Model(
                name,
                extended,
                title,
                about,
                sources,
                time,
                begins,
                parameters.stream().map(change).toList(),
                correlations,
                covariates,
                tables,
                states,
                quantities,
                inputs,
                events,
                readouts,
                risk,
                scenarios,
                scenarioWords,
                defaultScenario,
                switches,
                settings,
                design,
                mustNotClaim,
                notModelled);
    }

    /** The values of a scenario; empty for a model without scenarios. */
    public Map<String, Double> scenario(String wanted) {
        return scenarios.getOrDefault(wanted, new LinkedHashMap<>());
    }
}
