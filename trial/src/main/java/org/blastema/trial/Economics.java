package org.blastema.trial;

import java.util.List;
import org.blastema.core.Parameter;

/**
 * What a study asks of costs beside effects. Nothing of it has a default: a cost per unit of effect means nothing while whose costs,
 * how long, at which discount, in which money and of which year are not said.
 *
 * @param effects readouts in years of full health, gathered up to the horizon; the first is the main one, the others are valuations
 *     beside it
 * @param cost readout of the costs gathered up to the horizon, those of the products left out
 * @param horizon a visit of the study
 * @param perspective whose costs these are
 * @param effectDiscount parameter of the model that holds the yearly discount of effects
 * @param costDiscount parameter of the model that holds the yearly discount of costs
 * @param currency currency code, that of the cost and of the products' prices
 * @param year price year
 * @param thresholds what a year of full health is taken to be worth, ascending, at least one
 * @param priceInModel arms without a price of their own since the model's costs hold it
 * @param outOfPocket arms whose product the person treated pays; empty where the study does not say who pays
 * @param priceArms arms whose results are given at other prices too
 * @param prices these prices, ascending
 */
public record Economics(
        List<String> effects,
        String cost,
        Visit horizon,
        Perspective perspective,
        String effectDiscount,
        String costDiscount,
        String currency,
        int year,
        List<Parameter> thresholds,
        List<String> priceInModel,
        List<String> outOfPocket,
        List<String> priceArms,
        List<Parameter> prices) {

    /** Whose costs are counted. */
    public enum Perspective {
        /** Whoever pays for the care. */
        PAYER,
        /** The person treated. */
        PATIENT,
        /** Everybody, work not done included. */
        SOCIETY
    }
}
