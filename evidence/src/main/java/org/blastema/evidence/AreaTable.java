package org.blastema.evidence;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.blastema.core.Csv;
import org.blastema.core.Fields;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/** A table of evidence that holds every area; its column {@code area} tells whose a row is. */
final class AreaTable {
    private final List<Yaml.Mapping> rows;
    private final Problems problems;
    private final String each;

    /**
     * @param path inside the library; a table that is not there has no rows
     * @param each what a row is, for messages
     */
    AreaTable(Library library, String path, String each, Problems problems) {
        rows = library.bytes(path)
                .map(bytes -> Csv.read(library.label(path), bytes))
                .orElse(List.of());
        this.problems = problems;
        this.each = each;
    }

    /** The areas named; a row without one is a problem. */
    SortedSet<String> areas() {
        SortedSet<String> areas = new TreeSet<>();
        for (Yaml.Mapping row : rows) {
            areas.add(fields(row).requiredText("area"));
        }
        areas.remove("");
        return areas;
    }

    /** The rows of an area. */
    List<Fields> rows(String area) {
        return rows.stream()
                .map(this::fields)
                .filter(row -> row.text("area").filter(area::equals).isPresent())
                .toList();
    }

    private Fields fields(Yaml.Mapping row) {
        return new Fields(row, problems, each);
    }
}
