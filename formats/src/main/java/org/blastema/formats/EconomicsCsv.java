package org.blastema.formats;

import org.blastema.trial.EconomicPair;
import org.blastema.trial.EconomicSummary;

/** economics.csv of a run: gain and cost of every pair of arms under every draw of what is not known. */
final class EconomicsCsv {
    private EconomicsCsv() {}

    /**
     * @param label what every row says of itself: simulated, and MODIFIED where it is
     */
    static String of(EconomicSummary summary, String label) {
        StringBuilder csv = new StringBuilder("data,scenario,effect,arm,versus,draw,gain,cost\n");
        for (EconomicPair pair : summary.pairs()) {
            for (int draw = 0; draw < pair.gain().size(); draw++) {
                csv.append(String.join(
                                ",",
                                label,
                                quoted(pair.scenario()),
                                quoted(pair.effect()),
                                quoted(pair.arm()),
                                quoted(pair.versus())))
                        .append(',')
                        .append(draw)
                        .append(',')
                        .append(number(pair.gain().get(draw)))
                        .append(',')
                        .append(pair.cost().isEmpty() ? "" : number(pair.cost().get(draw)))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    /** As CSV takes it for one cell. */
    private static String quoted(String text) {
        return text.matches("[^\",\n\r]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
