package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.model.Library;

/**
 * Why the model of an area forecasts no better than the results of the other trials, and what was tried: a row of
 * {@code evidence/shortfalls.csv}.
 *
 * @param block empty for the calibration arms that are forecast without their own trial
 */
public record Shortfall(String area, Optional<Scored.Block> block, Text why) {
    /** The list inside the library. */
    public static final String PATH = "evidence/shortfalls.csv";

    private static final String LEFT_OUT = "leave-one-out";

    /** The rows of an area in the order of the list, with every problem of theirs. */
    static List<Shortfall> read(Library library, String area, Problems problems) {
        return table(library, problems).rows(area).stream()
                .map(row -> row(area, row))
                .toList();
    }

    static AreaTable table(Library library, Problems problems) {
        return new AreaTable(library, PATH, "the shortfall", problems);
    }

    private static Shortfall row(String area, Fields row) {
        boolean leftOut = row.text("block").filter(LEFT_OUT::equals).isPresent();
        Optional<Scored.Block> block = leftOut
                ? Optional.empty()
                : Optional.of(row.requiredChoice("block", Scored.Block.class, Scored.Block.CALIBRATION));
        row.text("area");
        Shortfall shortfall = new Shortfall(area, block, new Text(row.requiredText("en"), row.requiredText("ar")));
        row.done();
        return shortfall;
    }
}
