package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Library;

/**
 * One arm with a published number that is not scored, {@code evidence/unscored.csv}.
 *
 * @param trial name of the trial
 * @param arm name of its arm
 * @param why why it is left out
 * @param position where it stands in the list
 */
public record Unscored(String trial, String arm, String why, Position position) {
    /** The list inside the library. */
    public static final String PATH = "evidence/unscored.csv";

    /** The arms of an area that are left out, in the order of the list, with every problem of their rows. */
    public static List<Unscored> read(Library library, String area, Problems problems) {
        List<Fields> rows = table(library, problems).rows(area);
        if (rows.isEmpty()) {
            return List.of();
        }
        OutcomeFinder numbers = new OutcomeFinder(Outcomes.withNumbers(library, area, problems));
        List<Unscored> all = new ArrayList<>();
        for (Fields row : rows) {
            numbers.arm(row, "arm");
            all.add(new Unscored(
                    row.requiredText("trial"), row.requiredText("arm"), row.requiredText("why"), row.position()));
            row.done();
        }
        return all;
    }

    static AreaTable table(Library library, Problems problems) {
        return new AreaTable(library, PATH, "the arm left out", problems);
    }
}
