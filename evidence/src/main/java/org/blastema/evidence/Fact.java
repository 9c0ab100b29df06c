package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.blastema.core.Elementary;
import org.blastema.core.Fields;
import org.blastema.core.Range;
import org.blastema.core.Text;

/** One thing that is known of stem-cell therapies in a country. */
public sealed interface Fact {
    Backing backing();

    /** What makes it this fact: no two of a section have the same. */
    String identity();

    /** What a fact is about, in the order of an answer. */
    enum Section {
        REGULATORS,
        RULES,
        PRODUCTS,
        CLINICS,
        PRICES,
        /** How prices of a kind of service are taken to lie; what is fitted or guessed stands here alone. */
        PRICE_LAWS,
        WARNINGS;

        /** The key of a file. */
        public String key() {
            return Fields.word(this);
        }
    }

    /** Where a product stands. */
    enum Status {
        APPROVED,
        CONDITIONAL,
        /** A published table lists it; how it is authorised was not read. */
        LISTED,
        WITHDRAWN,
        NOT_MARKETED,
        /** Listed somewhere as approved, and not so. */
        NOT_APPROVED
    }

    /** What kind of number an amount is. */
    enum Basis {
        /** Counted by somebody who searched. */
        COUNTED,
        /** Said by those who sell; nobody measured it. */
        CLAIMED,
        /** Asked by centres, in a survey. */
        ASKED,
        /** On the page of somebody who sells. */
        ADVERTISED,
        /** What people tried to raise. */
        RAISED,
        /** The price list of an authorised product. */
        LIST,
        /** What single patients paid. */
        PAID,
        /** What treatment cost where it was given. */
        COST,
        /** What making the cells costs, which is no price. */
        MAKING,
        /** From a published economic model. */
        MODELLED,
        /** A law set to published prices. */
        FITTED,
        /** Taken without a number that was read. */
        GUESSED,
        /** Said in public, by nobody who counted. */
        STATED
    }

    /** A sentence. */
    record Statement(Text what, Backing backing) implements Fact {
        @Override
        public String identity() {
            return what.en();
        }
    }

    /**
     * A product and one use.
     *
     * @param also other names
     * @param cells which cells it is made of
     * @param use what it is for
     * @param status at its date
     * @param later what became of it
     */
    record Licence(
            String name, List<String> also, Text cells, Text use, Status status, Backing backing, Optional<Later> later)
            implements Fact {
        public Licence {
            also = List.copyOf(also);
        }

        @Override
        public String identity() {
            return name + " for " + use.en();
        }

        /** Where it stands as far as is known. */
        public Status latest() {
            return later.map(Later::status).orElse(status);
        }
    }

    /** What became of a product. */
    record Later(Status status, Backing backing) {}

    /**
     * A number, or the ends of its range.
     *
     * @param product the product of this country that it is about
     * @param value a mean or median, as {@code what} says; the median where there is a {@code cv}
     * @param cv of a lognormal law, its SD against its mean
     * @param n how many were asked
     * @param unit a currency in prices; {@code 1} or {@code %} of clinics
     */
    record Amount(
            Text what,
            Basis basis,
            Optional<String> product,
            OptionalDouble value,
            OptionalDouble sd,
            OptionalDouble cv,
            OptionalDouble low,
            OptionalDouble high,
            OptionalInt n,
            String unit,
            Backing backing)
            implements Fact {
        private static final double WIDTH = 1.96;

        /** Between which ends 95 of 100 lie by a lognormal law; absent for other amounts. */
        public Optional<Range> most() {
            if (cv.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            double sigma = Math.sqrt(Elementary.log(1 + cv.getAsDouble() * cv.getAsDouble()));
            double factor = Elementary.exp(WIDTH * sigma);
            return Optional.of(new Range(value.getAsDouble() / factor, value.getAsDouble() * factor));
        }

        @Override
        public String identity() {
            return what.en();
        }
    }
}
