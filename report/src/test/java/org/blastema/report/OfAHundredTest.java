package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.blastema.formats.JsonObject;
import org.junit.jupiter.api.Test;

final class OfAHundredTest {
    @Test
    void dotsSumToAHundredByLargestRemainder() {
        assertThat(OfAHundred.dots(new int[] {1, 1, 1, 0})).containsExactly(34, 33, 33, 0);
        assertThat(OfAHundred.dots(new int[] {0, 0, 200, 0})).containsExactly(0, 0, 100, 0);
        assertThat(OfAHundred.dots(new int[] {7, 86, 100, 7})).containsExactly(4, 43, 50, 3);
        assertThat(OfAHundred.dots(new int[4])).containsExactly(0, 0, 0, 0);
    }

    @Test
    void everyArmStandsBesideTheReference() {
        SmallRun run = SmallRun.of("twins=60");
        List<JsonObject> arms =
                new OfAHundred(run.subject(), run.store()).json().orElseThrow().objects("arms");
        assertThat(arms)
                .extracting(arm -> arm.text("arm"))
                .containsExactly("corticosteroid", "msc-1e7", "msc-5e7", "msc-1e8", "arthroplasty");
        assertThat(arms)
                .allSatisfy(arm -> assertThat(IntStream.of(
                                        (int) arm.number("because"),
                                        (int) arm.number("anyway"),
                                        (int) arm.number("not"),
                                        (int) arm.number("lost"))
                                .sum())
                        .isEqualTo(100));
    }

    @Test
    void nobodyIsBetterBecauseOfCellsThatDoNothing() {
        SmallRun run = SmallRun.of(6, java.util.Optional.of("null"), "twins=60", "noise=0");
        List<JsonObject> arms =
                new OfAHundred(run.subject(), run.store()).json().orElseThrow().objects("arms");
        assertThat(arms.stream().filter(arm -> arm.text("arm").startsWith("msc")))
                .hasSize(3)
                .allSatisfy(arm ->
                        assertThat(arm.number("because") + arm.number("lost")).isLessThanOrEqualTo(2));
    }

    @Test
    void withoutTwinsThereIsNoPicture() {
        SmallRun run = SmallRun.of("twins=0");
        assertThat(new OfAHundred(run.subject(), run.store()).json()).isEmpty();
    }
}
