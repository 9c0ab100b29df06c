package org.blastema.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Text;
import org.blastema.core.Yaml;

/**
 * A public claim, what is published about it and the experiments that judge it.
 *
 * @param id its name, such as C7
 * @param title the claim in one sentence
 * @param subject what it is about, for those who look for their own case
 * @param inShort the answer to it in plain words
 * @param evidence what is published
 * @param putIn what the experiments assume or were set to
 * @param experiments in the order of the file; none where it cannot be tested
 * @param untested why no experiment is about it; absent where there are experiments
 * @param designs readings of the same truth by several designs, side by side
 * @param abovePictures what no reader may take from its pictures against what is published
 * @param ordinaryCare what else was published of treatments of the same complaint
 * @param mustNotClaim what does not follow
 * @param called parameters that are moved, in plain words, by their names: all of the experiments that decide
 */
public record Claim(
        String id,
        Text title,
        Subject subject,
        Text inShort,
        Evidence evidence,
        List<Text> putIn,
        List<Experiment> experiments,
        Optional<Text> untested,
        Optional<Designs> designs,
        Optional<Text> abovePictures,
        Optional<OrdinaryCare> ordinaryCare,
        List<Text> mustNotClaim,
        Map<String, Text> called) {

    /** What a claim is about. */
    public enum Subject {
        JOINTS,
        SKIN,
        MUSCLES,
        BLOOD_AND_IMMUNITY,
        HARM,
        OFFER,
        CELLS
    }

    /** What the published evidence says of a claim. */
    public enum Support {
        SUPPORTED,
        PARTLY_SUPPORTED,
        UNSUPPORTED,
        CONTRADICTED;

        /** Whether it can be that of a part of the claim alone. */
        public boolean inPart() {
            return this == SUPPORTED || this == PARTLY_SUPPORTED;
        }
    }

    /** How sure the published evidence is. */
    public enum Certainty {
        HIGH,
        MODERATE,
        LOW,
        VERY_LOW
    }

    /**
     * What is published.
     *
     * @param verdict of the evidence
     * @param certainty of the evidence
     * @param part which part is supported, or of what alone the claim is
     * @param about sentences
     * @param sources keys of the bibliography
     */
    public record Evidence(
            Support verdict, Certainty certainty, Optional<Text> part, Text about, List<String> sources) {}

    /** What other treatments of the same complaint do, under a title and in what scale; at least one size. */
    public record OrdinaryCare(Text title, Text scale, List<Size> sizes) {}

    /** A published size of another treatment, in a sentence, with keys of the bibliography. */
    public record Size(Text says, List<String> sources) {}

    /** One test of the claim. */
    public sealed interface Experiment permits Comparison, Rate, Variation, Stories, Occurrence, Lookup {
        String name();

        Text label();

        /** Whether the verdict of the claim rests on it; others stand beside. */
        boolean decides();

        /** Whether the answer follows from numbers that were put in by assumption alone, as the claim says. */
        default boolean assumed() {
            return false;
        }
    }

    /**
     * What an experiment looks at in a study with paired groups.
     *
     * @param study name of the study
     * @param arm the arm of which the claim speaks
     * @param versus what it is compared with
     * @param beside known treatments beside them
     * @param endpoint name of the readout
     * @param month months after treatment
     * @param scenario absent for the study's own
     * @param with laid over the study's file
     * @param node where it stands
     */
    public record Question(
            String study,
            String arm,
            String versus,
            List<String> beside,
            String endpoint,
            double month,
            Optional<String> scenario,
            Yaml.Mapping with,
            Yaml.Mapping node) {
        /** The place of a key in the file. */
        Position at(String key) {
            return node.at(key);
        }
    }

    /**
     * One arm against another, by the mean difference.
     *
     * @param name unique in the claim
     * @param label its words
     * @param decides whether the verdict of the claim rests on it
     * @param assumed whether the answer follows from numbers that were put in by assumption alone, as the claim says
     * @param question what is looked at
     * @param says the difference in a sentence, its number at {value}; absent where a unit says it
     * @param mid least difference that matters
     * @param variants the same test under other assumptions
     * @param flip names of parameters that are moved until the verdict changes
     */
    public record Comparison(
            String name,
            Text label,
            boolean decides,
            boolean assumed,
            Question question,
            Optional<Text> says,
            Mid mid,
            List<Variant> variants,
            List<String> flip)
            implements Experiment {}

    /** What differs from person to person. */
    public enum Varies {
        /** The change itself, by its standard deviation, in the unit of the endpoint. */
        OUTCOME,
        /** What the treatment does to single persons, by the variance of the change against that of the other arm. */
        EFFECT
    }

    /**
     * How far persons differ.
     *
     * @param name unique in the claim
     * @param label its words
     * @param decides whether the verdict of the claim rests on it
     * @param assumed whether the answer follows from numbers that were put in by assumption alone, as the claim says
     * @param question what is looked at
     * @param varies what differs
     * @param above the limit that the claim wants it above: in the unit of the endpoint, or a ratio
     */
    public record Variation(
            String name,
            Text label,
            boolean decides,
            boolean assumed,
            Question question,
            Varies varies,
            Parameter above)
            implements Experiment {}

    /**
     * What a told story says about its cause: those who gained most tell theirs, whatever they were given.
     *
     * @param name unique in the claim
     * @param label its words
     * @param decides whether the verdict of the claim rests on it
     * @param question what is looked at
     * @param told share of all people who tell, those who gained most
     * @param above how many times likelier a story must be after the one treatment than after the other
     */
    public record Stories(String name, Text label, boolean decides, Question question, Parameter told, Parameter above)
            implements Experiment {}

    /** Which way the limit of an occurrence lies. */
    public enum Wanted {
        /** At least so many times as often as in the other arm. */
        RATIO_ABOVE,
        /** At most such a part of how often in the other arm. */
        RATIO_BELOW,
        /** At most such a share of people. */
        SHARE_BELOW
    }

    /**
     * How many people of an arm have a harm of the study.
     *
     * @param name unique in the claim
     * @param label its words
     * @param decides whether the verdict of the claim rests on it
     * @param assumed whether the answer follows from numbers that were put in by assumption alone, as the claim says
     * @param question what is looked at
     * @param happens terms that count; empty for every serious one that what was given may have brought
     * @param wanted which way the limit lies
     * @param limit a ratio of shares, or a share
     */
    public record Occurrence(
            String name,
            Text label,
            boolean decides,
            boolean assumed,
            Question question,
            List<String> happens,
            Wanted wanted,
            Parameter limit)
            implements Experiment {}

    /**
     * What is authorised where, looked up and not simulated.
     *
     * @param name unique in the claim
     * @param label its words
     * @param decides whether the verdict of the claim rests on it
     * @param places countries of the claim
     */
    public record Lookup(String name, Text label, boolean decides, List<Place> places) implements Experiment {}

    /**
     * A country of a lookup.
     *
     * @param country name of its file
     * @param products those known there that would bear the claim out if they are authorised
     * @param node where it stands
     */
    public record Place(String country, List<String> products, Yaml.Mapping node) {}

    /** Whose threshold a least difference is. */
    public enum Threshold {
        /** A published smallest difference between groups. */
        GROUP,
        /** What matters to one person, for want of a group's. */
        INDIVIDUAL,
        /** Chosen here, since none is published. */
        CHOSEN
    }

    /** Least difference that matters, in the unit of the endpoint. */
    public record Mid(Parameter limit, Threshold threshold) {}

    /**
     * The same test under another assumption.
     *
     * @param name unique in the experiment
     * @param label its words
     * @param with laid over the experiment's study
     * @param shift added to each difference, drawn from its spread of level knowledge
     */
    public record Variant(String name, Text label, Yaml.Mapping with, Optional<Parameter> shift) {}

    /** Which of the harms a rate counts. */
    public enum Counted {
        SERIOUS,
        SYSTEMIC,
        ANY
    }

    /**
     * The share of people with a harm, against a limit below which the claim wants it.
     *
     * @param name unique in the claim
     * @param label its words
     * @param decides whether the verdict of the claim rests on it
     * @param assumed whether the answer follows from numbers that were put in by assumption alone, as the claim says
     * @param harms what can happen
     * @param counted which of them count
     * @param below the limit, a share
     */
    public record Rate(
            String name,
            Text label,
            boolean decides,
            boolean assumed,
            List<Harm> harms,
            Counted counted,
            Parameter below)
            implements Experiment {
        /** Whether a harm counts. */
        public boolean counts(Harm harm) {
            return switch (counted) {
                case SERIOUS -> harm.serious();
                case SYSTEMIC -> harm.systemic();
                case ANY -> true;
            };
        }
    }

    /**
     * Something that can go wrong.
     *
     * @param term its name
     * @param label its words
     * @param serious whether it is serious
     * @param systemic whether it is more than pain or swelling at the place of the injection
     * @param probability share of people, before the factor
     * @param ratio factor on the probability; absent for 1
     * @param oddsRatio factor on the odds; absent for 1
     */
    public record Harm(
            String term,
            Text label,
            boolean serious,
            boolean systemic,
            Parameter probability,
            Optional<Parameter> ratio,
            Optional<Parameter> oddsRatio) {}

    /**
     * What several designs make of the same truth.
     *
     * @param study name of a study with parallel groups
     * @param endpoint name of the readout
     * @param month months after treatment
     * @param rows the first is the change without a control
     * @param node where it stands
     */
    public record Designs(String study, String endpoint, double month, List<Design> rows, Yaml.Mapping node) {
        /** The place of a key in the file. */
        Position at(String key) {
            return node.at(key);
        }
    }

    /** One design: an arm's change from the baseline, or its difference from another arm. */
    public record Design(Text label, String arm, Optional<String> versus) {}
}
