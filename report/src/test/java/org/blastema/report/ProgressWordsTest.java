package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.blastema.core.Language;
import org.junit.jupiter.api.Test;

final class ProgressWordsTest {
    @Test
    void aCalibrationCountsTrials() {
        assertThat(ProgressWords.TRIALS.line("pulse again", 3, 12, 60, Language.EN))
                .isEqualTo("pulse again  25 %, 3 of 12 trials, 180 s left");
        assertThat(ProgressWords.TRIALS.line("pulse again", 3, 12, 60, Language.AR))
                .isEqualTo("pulse مرة ثانية 25٪، التجارب: 3 من 12، بقي \u200e180\u200f ث");
    }

    @Test
    void otherCommandsCountPatients() {
        assertThat(ProgressWords.PATIENTS.line("simulate", 500, 2000, 5, Language.EN))
                .isEqualTo("simulate  25 %, 500 of 2000 patients, 100/s, 15 s left");
        assertThat(ProgressWords.PATIENTS.line("simulate", 0, 2000, 0, Language.AR))
                .isEqualTo("المحاكاة 0٪، المرضى: 0 من 2000");
    }

    @Test
    void stagesHaveWordsInBothLanguages() {
        assertThat(ProgressWords.stage("leave out", Language.EN)).isEqualTo("leave out");
        assertThat(ProgressWords.stage("simulate again", Language.AR)).isEqualTo("المحاكاة مرة ثانية");
    }
}
