package org.blastema.formats;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.blastema.core.Refusal;
import org.blastema.evidence.Calibrated;
import org.blastema.evidence.CalibratedTables;
import org.blastema.model.Library;
import org.blastema.model.Posterior;

/** Keeps a calibration beside the library that it is of. */
public final class CalibrationFiles {
    private CalibrationFiles() {}

    /**
     * Writes the posterior, where it came from, its refits and the page; the same bytes for the same calibration.
     *
     * @param folder like the repository: {@code library/evidence} and {@code docs} are made where they are missing
     * @param library whose other calibrations stay in the table of origins
     * @param page in words
     * @return the files written
     * @throws Refusal if the folder cannot be written
     */
    public static List<Path> write(Path folder, Library library, Calibrated calibrated, String page) {
        String name = calibrated.calibration().name();
        Path own = folder.resolve("library");
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve("docs/calibration-" + name + ".md"), page);
        files.put(own.resolve(Posterior.path(name)), CalibratedTables.posterior(calibrated));
        files.put(own.resolve(CalibratedTables.refitsPath(name)), CalibratedTables.refits(calibrated));
        files.put(own.resolve(CalibratedTables.ORIGINS), CalibratedTables.origins(library, calibrated));
        return KeptPages.write(files);
    }
}
