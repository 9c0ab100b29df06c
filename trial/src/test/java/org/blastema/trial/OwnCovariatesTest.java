package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.blastema.core.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Covariates that a study puts in place of those of its population. */
final class OwnCovariatesTest {
    private static final String BASE =
            "covariates.base={value: 70, unit: mm, spread: {level: patient, distribution: normal, sd: 2}, source: made-up, knowledge: assumed}";

    private static double[] column(Plan plan, int covariate) {
        ArmRows rows = Runs.run(plan, 1).load(0).rows().getFirst();
        double[] column = new double[rows.patients()];
        Arrays.setAll(column, i -> rows.covariates()[2 * i + covariate]);
        return column;
    }

    @Test
    void theStudysValueStandsInPlaceOfThePopulations() {
        Plan plan = Runs.plan("small", BASE, "eligibility.score=[0, 200]");
        assertThat(Arrays.stream(column(plan, 0)).allMatch(base -> Math.abs(base - 70) < 10))
                .isTrue();
        assertThat(Arrays.stream(column(plan, 0)).average().orElseThrow()).isBetween(69.0, 71.0);
        assertThat(Arrays.stream(column(plan, 1))
                        .map(w -> Math.abs(w - 80))
                        .max()
                        .orElseThrow())
                .isGreaterThan(10);
    }

    /** The chance of a covariate is that of its name, so that the others keep their draws. */
    @Test
    void otherCovariatesKeepTheirDraws() {
        Plan before = Runs.plan("small", "eligibility.score=[-1e9, 1e9]");
        Plan after = Runs.plan("small", BASE, "eligibility.score=[-1e9, 1e9]");
        assertThat(column(after, 1)).isEqualTo(column(before, 1));
        assertThat(column(after, 0)).isNotEqualTo(column(before, 0));
    }

    @Test
    void theResolvedStudyHoldsIt() {
        Plan plan = Runs.plan("small", BASE);
        assertThat(plan.yaml()).contains("covariates:").contains("value: 70");
        assertThat(plan.hash()).isNotEqualTo(Runs.plan("small").hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bass={value: 70, unit: mm, source: made-up, knowledge: assumed} | unknown covariate of the population 'bass' | base",
                "base={value: 70, unit: kg, source: made-up, knowledge: assumed} | kg | mm",
                "base={value: 70, unit: mm, source: made, knowledge: assumed} | unknown source 'made' | made-up",
                "base={value: 70, unit: mm, knowledge: guessed, source: made-up} | guessed |",
                "base={unit: mm, source: made-up, knowledge: assumed} | covariate base has no 'value' |",
                "base={value: 70, unit: mm, source: made-up, knowledge: assumed, colour: red} | colour |",
                "base={value: 70, unit: mm, range: [0, 10], source: made-up, knowledge: assumed} | value 70 |",
                "base=3 | 'base' is '3' |",
            })
    void whatIsWrongIsRefused(String set, String seen, String nearest) {
        InvalidInput error = catchThrowableOfType(InvalidInput.class, () -> Runs.plan("small", "covariates." + set));
        assertThat(error).isNotNull();
        assertThat(error.problems()).anySatisfy(problem -> {
            assertThat(problem.what()).contains(seen);
            if (nearest != null) {
                assertThat(problem.nearest()).contains(nearest);
            }
        });
    }
}
