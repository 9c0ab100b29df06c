package org.blastema.model;

/** What a name in an expression stands for; indices follow the order of the model's lists. */
public sealed interface Symbol {
    record Time() implements Symbol {}

    record OfParameter(int index) implements Symbol {}

    record OfCovariate(int index) implements Symbol {}

    record OfState(int index) implements Symbol {}

    record OfQuantity(int index) implements Symbol {}

    /** Time since the input, inside {@code sum_over} and {@code max_over}. */
    record Since(int input) implements Symbol {}

    /** A field of the input that is given, or that is looped over. */
    record OfField(int input, int field) implements Symbol {}
}
