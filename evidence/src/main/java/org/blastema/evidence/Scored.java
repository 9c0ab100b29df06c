package org.blastema.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Library;

/**
 * One arm of one trial that simulations are held against, at its primary endpoint and the last visit with a number, or for one harm. The list,
 * {@code evidence/scored.csv}, was written before any simulation was compared with it.
 *
 * @param outcome what was published; never recalled, never a difference between arms
 * @param block whether the model may be calibrated on it
 * @param why why this endpoint and visit
 * @param position where it stands in the list
 */
public record Scored(Outcome outcome, Block block, String why, Position position) {
    /** The list inside the library. */
    public static final String PATH = "evidence/scored.csv";

    /** What an arm may be used for. */
    public enum Block {
        CALIBRATION,
        HELD_BACK
    }

    /** The scored arms of an area in the order of the list, with every problem of their rows. */
    public static List<Scored> read(Library library, String area, Problems problems) {
        List<Fields> rows = table(library, problems).rows(area);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Outcome> outcomes = Outcomes.withNumbers(library, area, problems);
        List<Fields> sound = blamed(rows, outcomes, library, problems);
        OutcomeFinder numbers = new OutcomeFinder(outcomes);
        Set<List<String>> seen = new HashSet<>();
        List<Scored> all = new ArrayList<>();
        for (Fields row : sound) {
            row(row, numbers).ifPresent(all::add);
            if (!seen.add(once(row))) {
                problems.error(
                        row.position(),
                        "the arm stands in the list a second time",
                        "an arm is scored once, and once for each harm");
            }
        }
        return all;
    }

    /** The rows without those whose harm the outcomes lack because one is misspelt there: then that word is the problem. */
    private static List<Fields> blamed(List<Fields> rows, List<Outcome> outcomes, Library library, Problems problems) {
        List<Fields> found =
                rows.stream().filter(row -> !lacksHarm(row, outcomes)).toList();
        return found.size() == rows.size() || HarmTerms.check(library, outcomes, problems) ? rows : found;
    }

    private static boolean lacksHarm(Fields row, List<Outcome> outcomes) {
        String endpoint = row.text("endpoint").orElse("");
        return Outcome.countsHarm(endpoint)
                && outcomes.stream()
                        .noneMatch(each -> row.text("trial")
                                        .filter(each.trial()::equals)
                                        .isPresent()
                                && row.text("arm").filter(each.arm()::equals).isPresent()
                                && each.endpoint().equals(endpoint));
    }

    /** Of readouts one was chosen before any simulation; harms are all told, so that none is chosen. */
    private static List<String> once(Fields row) {
        String endpoint = row.requiredText("endpoint");
        String harm = Outcome.countsHarm(endpoint) ? endpoint : "";
        return List.of(row.requiredText("trial"), row.requiredText("arm"), harm);
    }

    static AreaTable table(Library library, Problems problems) {
        return new AreaTable(library, PATH, "the scored arm", problems);
    }

    private static Optional<Scored> row(Fields row, OutcomeFinder numbers) {
        Optional<Outcome> outcome = numbers.arm(row, "arm").one(row);
        Block block = row.requiredChoice("block", Block.class, Block.CALIBRATION);
        String why = row.requiredText("why");
        row.done();
        outcome.ifPresent(found -> check(found, row));
        return outcome.map(found -> new Scored(found, block, why, row.position()));
    }

    private static void check(Outcome outcome, Fields row) {
        if (outcome.knowledge() == Knowledge.RECALLED) {
            row.problems().error(row.position(), "the outcome is recalled", "a recalled number decides nothing");
        }
        if (outcome.kind() == Outcome.Kind.DIFFERENCE) {
            row.problems().error(row.position(), "the outcome is a difference", "an arm is scored by its own number");
        }
    }
}
