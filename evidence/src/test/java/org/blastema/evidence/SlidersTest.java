package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.blastema.core.InvalidInput;
import org.blastema.model.Library;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handles between runs of the study {@code line}, in which a pill adds 10 mm to a gain that nothing else moves. */
final class SlidersTest {
    private static final String FILE = """
            slider: pills
            title: {en: How many pills, ar: كم حبة}
            question: {en: A pill or none., ar: حبة أو لا.}
            lesson: {en: Compare., ar: قارن.}
            shows: change
            study: line
            scenario: pooled
            trials: 30
            endpoint: gain
            month: 3
            runs:
              - stops:
                  - {label: {en: none, ar: لا شيء}, arm: nothing}
                  - {label: {en: one, ar: واحدة}, arm: pill, versus: nothing}
              - with: {parameters: {other: 10}}
                stops:
                  - {label: {en: a strong one, ar: قوية}, arm: pill, versus: nothing, unseen: true}
                  - {arm: half, versus: nothing, beside: {en: who got none, ar: من لم يتلقّ شيئاً}}
            """;

    @TempDir
    private Path folder;

    private StudyReader studies(String file) throws IOException {
        Files.createDirectories(folder.resolve("sliders"));
        Files.writeString(folder.resolve("sliders/pills.yaml"), file);
        return new StudyReader(
                Library.folder(Path.of("src/test/resources/claims-library")).with(folder));
    }

    private SliderFound found(String file, int draws, int threads) throws IOException {
        StudyReader studies = studies(file);
        return new SliderRun(studies, new Effort(draws, 2, threads))
                .run(SliderReader.all(studies).getFirst());
    }

    @Test
    void everyStopIsSimulatedAndHasItsComparatorBeside() throws IOException {
        SliderFound found = found(FILE, 200, 2);
        assertThat(found.size()).isEqualTo(new SliderFound.Size(30, 30, 1));
        assertThat(found.stops()).hasSize(4);
        assertThat(found.stops().get(0).versus()).isEmpty();
        assertThat(found.stops().get(1).difference().orElseThrow()).isCloseTo(10, within(3.0));
        assertThat(found.stops().get(2).difference().orElseThrow()).isCloseTo(20, within(3.0));
        assertThat(found.stops().subList(1, 4))
                .allSatisfy(at -> assertThat(at.versus()).isPresent());
        assertThat(found.stops().get(2).stop().unseen()).isTrue();
        assertThat(found.stops().get(3).label().en()).isEqualTo("half a pill");
        assertThat(found.stops().get(3).step()).isPresent();
        assertThat(found.stops().get(1).step()).isEmpty();
    }

    @Test
    void fewerDrawsGiveFewerTrialsAndThreadsChangeNothing() throws IOException {
        SliderFound few = found(FILE, 20, 1);
        assertThat(few.size().trials()).isEqualTo(20);
        assertThat(found(FILE, 20, 3).stops()).isEqualTo(few.stops());
    }

    @Test
    void aBeliefHasBothShares() throws IOException {
        SliderFound found = found(FILE.replace("shows: change", "shows: belief"), 200, 2);
        SliderFound.At strong = found.stops().get(2);
        assertThat(strong.power().orElseThrow()).isGreaterThan(0.9);
        assertThat(strong.alarm().orElseThrow()).isLessThan(0.3);
        assertThat(found(FILE, 20, 2).stops().get(2).alarm()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arm: pill, versus: nothing} | arm: pill}                   | without 'versus'
            arm: pill, versus: nothing} | arm: pil, versus: nothing}   | unknown arm 'pil'
            arm: pill, versus: nothing} | arm: pill, versus: nohting}  | unknown arm 'nohting'
            label: {en: one, ar: واحدة}, |                              | a stop without 'label'
            endpoint: gain              | endpoint: gian               | unknown endpoint 'gian'
            month: 3                    | month: 4                     | no visit at month 4
            study: line                 | study: lien                  | 'lien'
            scenario: pooled            | scenario: poold              | 'poold'
            shows: change               | shows: chance                | unknown shows 'chance'
            lesson:                     | leson:                       | unknown key of the slider 'leson'
            """)
    void aMistakeIsTold(String from, String to, String seen) throws IOException {
        String file = FILE.replace(from, to == null ? "" : to);
        assertThat(file).isNotEqualTo(FILE);
        StudyReader studies = studies(file);
        assertThatThrownBy(() -> SliderReader.all(studies))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .anySatisfy(problem ->
                                        assertThat(problem.toString()).contains(seen)));
    }

    @Test
    void aHandleNeedsTwoStops() throws IOException {
        StudyReader studies = studies(FILE.substring(0, FILE.indexOf("      - {label: {en: one")));
        assertThatThrownBy(() -> SliderReader.all(studies)).hasMessageContaining("1 stops");
    }
}
