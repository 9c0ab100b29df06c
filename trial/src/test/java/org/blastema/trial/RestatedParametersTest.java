package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.blastema.core.InvalidInput;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A study may state a parameter anew, with all that belongs to it. */
final class RestatedParametersTest {
    private static final String POWER =
            "{value: 30, unit: mm, spread: {level: knowledge, distribution: normal, sd: 2}, range: [0, 90], source: made-up, knowledge: read}";

    private static Plan plan(String parameter) {
        return Runs.plan("small", "parameters.power=" + parameter);
    }

    @Test
    void aParameterInFullTakesThePlaceOfTheModelsAndTheProducts() {
        Plan plan = plan(POWER);
        for (String arm : new String[] {"nothing", "pill"}) {
            Parameter power = plan.parameters(arm).stream()
                    .filter(each -> each.name().equals("power"))
                    .findFirst()
                    .orElseThrow();
            assertThat(power.value()).isEqualTo(30);
            assertThat(power.spreads()).extracting(Spread::level).containsExactly(Level.KNOWLEDGE);
            assertThat(power.sources()).containsExactly("made-up");
        }
        assertThat(plan.modified()).contains("parameters.power restated");
        assertThat(SharedDraw.of(plan, "pill"))
                .extracting(each -> each.parameter().name())
                .contains("power");
        assertThat(SharedDraw.of(Runs.plan("small"), "pill"))
                .extracting(each -> each.parameter().name())
                .doesNotContain("power");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value: 30              | value: .nan             | .nan
            value: 30              | value: 100              | 0 to 90
            value: 30,             |                         | no 'value'
            unit: mm,              |                         | no 'unit'
            unit: mm               | unit: kg                | dimension
            unit: mm               | unit: mmm               | mmm
            level: knowledge       | level: knowlege         | knowledge
            distribution: normal   | distribution: gaussian  | normal
            sd: 2                  | sd: -2                  | -2
            sd: 2                  | cv: 2                   | sd
            range: [0, 90]         | range: [90, 0]          | range
            source: made-up        | source: mad-up          | nearest: made-up
            knowledge: read}       | knowledge: guessed}     | guessed
            knowledge: read        | knowledge: read, colour: red | colour
            """)
    void whatIsWrongInItIsTold(String from, String to, String told) {
        String wrong = POWER.replace(from, to == null ? "" : to);
        InvalidInput error = catchThrowableOfType(InvalidInput.class, () -> plan(wrong));
        assertThat(error).as("nothing was refused in %s", wrong).isNotNull();
        assertThat(error.problems().toString()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters.powr | unknown parameter 'powr'",
                "parameters.efficacy | the scenario sets efficacy",
            })
    void aNameThatCannotBeRestatedIsTold(String path, String told) {
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> Runs.plan("small", path + "=" + POWER.replace("unit: mm", "unit: \"1\"")));
        assertThat(error.problems().toString()).contains(told);
    }
}
