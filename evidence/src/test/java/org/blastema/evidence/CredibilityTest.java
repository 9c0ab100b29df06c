package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.core.InvalidInput;
import org.blastema.core.Knowledge;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.YamlReader;
import org.blastema.evidence.CredibilityFrame.Assessed;
import org.blastema.evidence.CredibilityFrame.Grade;
import org.blastema.model.Library;
import org.blastema.trial.Options;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small study of the tests: pill 20 mm, lognormal between patients; of the pill exp(-0.01 t) is left. */
final class CredibilityTest {
    private static final double DAYS = 30.4375;

    private static Library library() {
        return Library.folder(Path.of("../trial/src/test/resources/library"));
    }

    private static Credibility found(int threads, String... sets) {
        Options options = new Options(
                OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), List.of(sets));
        return CredibilityEngine.of(StudyReader.read(library(), "small", options), library(), threads);
    }

    private static Credibility.Influence of(Credibility found, String name) {
        return found.numbers().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String restated(String knowledge) {
        return "parameters.power={value: 30, unit: mm, spread: {level: knowledge, distribution: normal, sd: 12}, source: made-up, knowledge: "
                + knowledge + "}";
    }

    /** Everybody is enrolled, so that who stands in the trial does not hang on the number. */
    private static final String EVERYBODY = "eligibility.score=[-1000,1000]";

    @Test
    void aTenthMoreOfThePillIsATenthMoreOfTheHeadline() {
        Credibility found = found(1, EVERYBODY);
        Credibility.Influence power = of(found, "score.power");
        assertThat(power.move()).isEqualTo(Credibility.Move.TENTH);
        assertThat(power.effect().orElseThrow()).isCloseTo(0.1 * found.headline(), within(1e-9));
        assertThat(found.drives(power)).isTrue();
    }

    /** The quantiles of a standard normal at 16 % and 84 % lie 2 * 0.99446 apart. */
    @Test
    void whatIsNotKnownGoesThroughItsSpread() {
        Credibility found = found(2, EVERYBODY, restated("assumed"));
        Credibility.Influence power = of(found, "score.power");
        double size = 2 * 0.9944579 * 12;
        assertThat(power.move()).isEqualTo(Credibility.Move.SPREAD);
        assertThat(power.effect().orElseThrow()).isCloseTo(-size * Math.exp(-0.01 * DAYS), within(0.01));
    }

    @Test
    void whatNobodyMeasuredComesFirst() {
        assertThat(found(1, restated("assumed")).numbers().getFirst().name()).isEqualTo("score.power");
        Credibility read = found(1, restated("read"));
        List<Boolean> order =
                read.numbers().stream().map(Credibility.Influence::unmeasured).toList();
        assertThat(order.lastIndexOf(true)).isLessThan(order.indexOf(false) < 0 ? order.size() : order.indexOf(false));
        assertThat(of(read, "score.power").unmeasured()).isFalse();
        assertThat(read.known()).containsKey(Knowledge.READ);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        assertThat(found(1).numbers()).isEqualTo(found(3).numbers());
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, LOW, LOW",
        "LOW, MEDIUM, LOW",
        "HIGH, LOW, MEDIUM",
        "MEDIUM, MEDIUM, MEDIUM",
        "MEDIUM, HIGH, HIGH",
        "HIGH, HIGH, HIGH"
    })
    void theRiskIsThatOfBoth(Grade influence, Grade consequence, Grade risk) {
        Text text = new Text("", "");
        assertThat(new Assessed("s", influence, consequence, text, List.of(), List.of()).risk())
                .isEqualTo(risk);
        assertThat(new Assessed("s", consequence, influence, text, List.of(), List.of()).risk())
                .isEqualTo(risk);
    }

    @Test
    void everyMistakeOfTheFrameIsTold() {
        String text = """
                evidence: credibility
                title: {en: a, ar: b}
                factors:
                  - {factor: model-from, title: {en: a, ar: b}, tests: [ATest]}
                promises:
                  - {promise: {en: a, ar: b}}
                studies:
                  - {study: smal, influence: low, consequence: huge, reason: {en: a, ar: b}}
                """;
        assertThatThrownBy(() -> {
                    Problems problems = new Problems();
                    CredibilityFrame.read(
                            library(),
                            YamlReader.read("credibility.yaml", text.getBytes(StandardCharsets.UTF_8)),
                            problems);
                    problems.throwIfFailed();
                })
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.problems().stream().map(Object::toString))
                                .anySatisfy(each -> assertThat(each).contains("model-from", "model-form"))
                                .anySatisfy(each -> assertThat(each).contains("no 'gaps'"))
                                .anySatisfy(each -> assertThat(each).contains("no 'tests'"))
                                .anySatisfy(each -> assertThat(each).contains("'smal'", "small"))
                                .anySatisfy(each -> assertThat(each).contains("huge")));
    }
}
