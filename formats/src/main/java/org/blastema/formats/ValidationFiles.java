package org.blastema.formats;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.blastema.evidence.ValidatedTable;
import org.blastema.evidence.Validation;

/** Keeps a validation beside the library that it is of. */
public final class ValidationFiles {
    private ValidationFiles() {}

    /**
     * Writes the tables and the page of a validation; the same bytes for the same validation.
     *
     * @param folder like the repository: {@code library/evidence} and {@code docs} are made where they are missing
     * @param page the page in words
     * @return the files written
     * @throws org.blastema.core.Refusal if the folder cannot be written
     */
    public static List<Path> write(Path folder, Validation validation, String page) {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve("docs/validation.md"), page);
        files.put(folder.resolve("library").resolve(ValidatedTable.PATH), ValidatedTable.arms(validation));
        files.put(folder.resolve("library").resolve(ValidatedTable.INPUTS), ValidatedTable.inputs(validation));
        return KeptPages.write(files);
    }
}
