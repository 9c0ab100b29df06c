package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source in one line: authors parted by BibTeX's "and", every other "and" left as it is. */
final class BibliographyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fransen and others | Fransen et al. 2015. Osteoarthritis and Cartilage. Knees and hips.",
                "Snyder and Turner and Crooks | Snyder, Turner, Crooks. 2015. Osteoarthritis and Cartilage. Knees and hips.",
                "Bodey | Bodey. 2015. Osteoarthritis and Cartilage. Knees and hips."
            })
    void authorsArePartedAndNothingElseIs(String authors, String line) {
        String bibtex = "@article{key, author = {" + authors
                + "}, year = {2015}, journal = {Osteoarthritis and Cartilage}, note = {Knees and hips}}";
        Bibliography read = Bibliography.read("sources.bib", bibtex.getBytes(StandardCharsets.UTF_8));
        assertThat(read.entry("key").orElseThrow().text()).isEqualTo(line);
    }
}
