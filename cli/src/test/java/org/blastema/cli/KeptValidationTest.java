package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The validation in the library and in docs is that of this library and this version. */
@Tag("slow")
final class KeptValidationTest {
    @Test
    void isWhatTheProgramMakesToday(@TempDir Path folder) {
        Said.of("validate", "--write", folder.toString()).ended(0);
        for (String file : new String[] {
            "docs/validation.md", "library/evidence/validation.csv", "library/evidence/validation-inputs.csv"
        }) {
            assertThat(folder.resolve(file))
                    .as(file + " is made by: ./blastema validate --write .")
                    .hasSameBinaryContentAs(Path.of("..").resolve(file));
        }
    }
}
