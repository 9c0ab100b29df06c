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
 * What is known of a published trial beside its numbers, {@code evidence/trials.csv}. What was not read is absent.
 *
 * @param trial name of the trial
 * @param design what kind of study it is
 * @param blinding who did not know who got what
 * @param registration number in a public registry
 * @param sponsor who paid for it
 * @param knowledge how blinding, registration and sponsor are known; absent where none of them is
 * @param status whether it stands
 * @param position where it stands in the list
 */
public record TrialRecord(
        String trial,
        Design design,
        Optional<Blinding> blinding,
        Optional<String> registration,
        Optional<String> sponsor,
        Optional<Knowledge> knowledge,
        Status status,
        Position position) {
    /** The list inside the library. */
    public static final String PATH = "evidence/trials.csv";

    /** Kinds of study. */
    public enum Design {
        RANDOMISED,
        CONTROLLED,
        DOSE_ESCALATION,
        SINGLE_ARM,
        COHORT,
        SERIES,
        REGISTRY,
        CROSS_SECTION,
        POOLED,
        ANIMAL,
        MODEL
    }

    /** Who did not know. */
    public enum Blinding {
        TRIPLE,
        DOUBLE,
        SINGLE,
        ASSESSOR,
        OPEN
    }

    /** Whether a trial stands; of one that is registered no result is known here. */
    public enum Status {
        PUBLISHED,
        REGISTERED,
        RETRACTED
    }

    /** Whether it was taken back: nothing of it is scored or calibrates anything. */
    public boolean retracted() {
        return status == Status.RETRACTED;
    }

    /** The trials of an area in the order of the list, with every problem of their rows. */
    public static List<TrialRecord> read(Library library, String area, Problems problems) {
        List<TrialRecord> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields row : table(library, problems).rows(area)) {
            TrialRecord found = row(library, row);
            if (!names.add(found.trial())) {
                problems.error(found.position(), "the trial '" + found.trial() + "' is listed before", "once");
            }
            all.add(found);
        }
        return all;
    }

    static AreaTable table(Library library, Problems problems) {
        return new AreaTable(library, PATH, "the trial", problems);
    }

    private static TrialRecord row(Library library, Fields row) {
        library.checkSources(List.of(row.requiredText("source")), row.at("source"), row.problems());
        row.text("note");
        TrialRecord found = new TrialRecord(
                row.requiredText("trial"),
                row.requiredChoice("design", Design.class, Design.SERIES),
                row.choice("blinding", Blinding.class),
                row.text("registration"),
                row.text("sponsor"),
                row.choice("knowledge", Knowledge.class),
                row.requiredChoice("status", Status.class, Status.PUBLISHED),
                row.position());
        row.done();
        boolean told = found.blinding().isPresent()
                || found.registration().isPresent()
                || found.sponsor().isPresent();
        if (told && found.knowledge().isEmpty()) {
            row.missing("knowledge");
        }
        return found;
    }
}
