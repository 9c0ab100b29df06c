package org.blastema.formats;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Csv;
import org.blastema.trial.EconomicPair;
import org.blastema.trial.EconomicSummary;

/** economics.csv of a run: gain and cost of every pair of arms under every draw of what is not known. */
final class EconomicsCsv {
    private EconomicsCsv() {}

    /**
     * @param label what every row says of itself: simulated, and MODIFIED where it is
     */
    static String of(EconomicSummary summary, String label) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("data", "scenario", "effect", "arm", "versus", "draw", "gain", "cost"));
        for (EconomicPair pair : summary.pairs()) {
            for (int draw = 0; draw < pair.gain().size(); draw++) {
                rows.add(List.of(
                        label,
                        pair.scenario(),
                        pair.effect(),
                        pair.arm(),
                        pair.versus(),
                        Integer.toString(draw),
                        number(pair.gain().get(draw)),
                        pair.cost().isEmpty() ? "" : number(pair.cost().get(draw))));
            }
        }
        return Csv.write(rows);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
