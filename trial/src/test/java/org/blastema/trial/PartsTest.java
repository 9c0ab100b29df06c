package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.blastema.core.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An endpoint that is the sum of others. */
final class PartsTest {
    @Test
    void areEndpointsOfTheStudy() {
        Parts parts = Runs.plan("purchase").study().parts().orElseThrow();
        assertThat(parts.whole()).isEqualTo("paid");
        assertThat(parts.of()).containsExactly("ware", "rest");
        assertThat(Runs.plan("worth").study().parts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {whole: health, of: [health-undiscounted]}               | at least two parts
            {whole: health, of: []}                                  | at least two parts
            {whole: health, of: [health, health-undiscounted]}       | stands twice
            {whole: health, of: [helth, health-undiscounted]}        | helth
            {whole: helth, of: [health, health-undiscounted]}        | helth
            {whole: health, of: [money, health-undiscounted]}        | the part money is in {USD}
            {of: [health, health-undiscounted]}                      | no 'whole'
            {whole: health}                                          | no 'of'
            {whole: health, of: [money, share], colour: red}         | colour
            """)
    void whatIsWrongIsRefused(String parts, String seen) {
        InvalidInput error = catchThrowableOfType(InvalidInput.class, () -> Runs.plan("worth", "parts=" + parts));
        assertThat(error).as("nothing was refused").isNotNull();
        assertThat(error.problems())
                .anySatisfy(each -> assertThat(each.toString()).contains(seen));
    }
}
