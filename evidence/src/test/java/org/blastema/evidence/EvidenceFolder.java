package org.blastema.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.blastema.model.Library;

/** A library of two trials of an area called knee, with the lists that a test writes. */
final class EvidenceFolder {
    private static final String OUTCOMES = """
            trial,arm,n,endpoint,kind,statistic,baseline,baseline-sd,month,value,sd,low,high,interval,source,knowledge,note
            t-2020,saline,12,pain-vas,change,,60,14,3,-12.5,20,,,,one,read,
            t-2020,saline,12,pain-vas,change,,60,14,6,-13.5,20,,,,one,read,
            t-2020,cells,12,pain-vas,change,,60,14,6,-20,20,,,,one,recalled,
            t-2020,cells,12,pain-vas,finding,,,,12,,,,,,one,abstract,No difference.
            t-2020,saline,12,pain-vas,finding,,,,12,,,,,,one,abstract,No difference.
            m-2020,cells-minus-saline,,pain-vas,difference,,,,6,-7,,,,,one,read,
            """;

    private final Path folder;

    EvidenceFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("evidence/outcomes"));
        write("outcomes/knee.csv", OUTCOMES);
        write("sources.bib", "@misc{one, author={A}, title={T}, year={2020}}\n");
    }

    EvidenceFolder write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("evidence").resolve(name), text);
        return this;
    }

    EvidenceFolder scored(String rows) throws IOException {
        return write("scored.csv", "area,trial,arm,endpoint,month,block,why\n" + rows);
    }

    EvidenceFolder unscored(String rows) throws IOException {
        return write("unscored.csv", "area,trial,arm,why\n" + rows);
    }

    EvidenceFolder nulls(String rows) throws IOException {
        return write("nulls.csv", "area,trial,arm,versus,endpoint,month,source,knowledge,note\n" + rows);
    }

    Library library() {
        return Library.folder(folder);
    }
}
