package org.blastema.evidence;

import java.util.List;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Problems;
import org.blastema.model.Library;

/** Reads the comparisons in which trials found no difference, {@code evidence/nulls.csv}. */
public final class Nulls {
    /** The list inside the library. */
    public static final String PATH = "evidence/nulls.csv";

    private Nulls() {}

    /** The comparisons of an area in the order of the list, with every problem of their rows. */
    public static List<NullResult> read(Library library, String area, Problems problems) {
        List<Fields> rows = table(library, problems).rows(area);
        if (rows.isEmpty()) {
            return List.of();
        }
        OutcomeFinder published = new OutcomeFinder(Outcomes.read(library, area, problems));
        return rows.stream().map(row -> row(library, row, published)).toList();
    }

    /** The comparisons of every area. */
    public static List<NullResult> all(Library library, Problems problems) {
        return table(library, problems).areas().stream()
                .flatMap(area -> read(library, area, problems).stream())
                .toList();
    }

    static AreaTable table(Library library, Problems problems) {
        return new AreaTable(library, PATH, "the null result", problems);
    }

    private static NullResult row(Library library, Fields row, OutcomeFinder published) {
        published.arm(row, "arm").one(row);
        published.arm(row, "versus").one(row);
        List<String> sources = List.of(row.requiredText("source").split("\\s+"));
        library.checkSources(sources, row.at("source"), row.problems());
        NullResult result = new NullResult(
                row.requiredText("trial"),
                row.requiredText("arm"),
                row.requiredText("versus"),
                row.requiredText("endpoint"),
                row.requiredNumber("month"),
                sources,
                knowledge(row),
                row.text("note").orElse(""),
                row.text("why").orElse(""),
                row.position());
        if (result.arm().equals(result.versus())) {
            row.problems().error(row.at("versus"), "the arm is compared with itself", "two arms are needed");
        }
        row.done();
        return result;
    }

    private static Knowledge knowledge(Fields row) {
        Knowledge knowledge = row.requiredChoice("knowledge", Knowledge.class, Knowledge.ASSUMED);
        if (knowledge == Knowledge.RECALLED) {
            row.problems()
                    .error(row.at("knowledge"), "the null result is recalled", "a recalled finding decides nothing");
        }
        return knowledge;
    }
}
