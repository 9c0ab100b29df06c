package org.blastema.kinetics.library;

/**
 * Cells going round with the blood in the form in which it is published: each organ has cells within its vessels that flow through or
 * are arrested. Solved by itself, in minutes and small steps, to hold the library's model against it, which takes the cells within
 * vessels at their balance. The litres of each part are arbitrary; only the share caught in one pass counts in the end.
 */
final class PublishedCirculation {
    private static final double STEP = 0.0005;
    private static final double VEINS = 2.2;
    private static final double LUNG = 0.5;
    private static final double ARTERIES = 0.73;
    private static final double GUT = 0.4;
    private static final double LIVER = 0.5;
    private static final double REST = 1.2;

    private final double flow;
    private final double gut;
    private final double artery;

    /** Litres a minute, and the shares of them that go to gut with spleen and into the artery of the liver. */
    PublishedCirculation(double flow, double gut, double artery) {
        this.flow = flow;
        this.gut = gut;
        this.artery = artery;
    }

    /** Shares of a dose given into a vein that are caught in lungs, spleen, liver and the rest after so many minutes. */
    double[] caught(double minutes, double lung, double spleen, double liver, double rest) {
        double veins = 1;
        double inLung = 0;
        double arteries = 0;
        double inGut = 0;
        double inLiver = 0;
        double inRest = 0;
        double[] caught = new double[4];
        double fromGut = flow * gut;
        double throughLiver = fromGut + flow * artery;
        double throughRest = flow - throughLiver;
        for (double t = 0; t < minutes; t += STEP) {
            double[] arrest = {
                arrest(flow, lung) * inLung / LUNG,
                arrest(fromGut, spleen) * inGut / GUT,
                arrest(throughLiver, liver) * inLiver / LIVER,
                arrest(throughRest, rest) * inRest / REST
            };
            double backFromLiver = throughLiver * inLiver / LIVER;
            double backFromRest = throughRest * inRest / REST;
            double outOfVeins = flow * veins / VEINS;
            double outOfLung = flow * inLung / LUNG;
            double arterial = arteries / ARTERIES;
            double outOfGut = fromGut * inGut / GUT;
            veins += STEP * (backFromLiver + backFromRest - outOfVeins);
            inLung += STEP * (outOfVeins - outOfLung - arrest[0]);
            arteries += STEP * (outOfLung - flow * arterial);
            inGut += STEP * (fromGut * arterial - outOfGut - arrest[1]);
            inLiver += STEP * (outOfGut + flow * artery * arterial - backFromLiver - arrest[2]);
            inRest += STEP * (throughRest * arterial - backFromRest - arrest[3]);
            for (int organ = 0; organ < 4; organ++) {
                caught[organ] += STEP * arrest[organ];
            }
        }
        return caught;
    }

    /** Arrest times volume, ka vol, from E = ka vol / (Q + ka vol). */
    private static double arrest(double inflow, double extraction) {
        return inflow * extraction / (1 - extraction);
    }
}
