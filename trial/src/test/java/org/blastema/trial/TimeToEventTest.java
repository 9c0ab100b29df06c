package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.blastema.core.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exponential wait of rate 0.05 a day, twice that with the pill, seen at two visits. */
class TimeToEventTest {
    private static final Plan PLAN = Runs.plan("waiting");
    private static final Summary SUMMARY = Analysis.summarise(PLAN, Runs.run(PLAN, 2));

    @ParameterizedTest
    @CsvSource({"waiting, 0.05, 10", "waiting, 0.05, 30", "hurry, 0.1, 10", "hurry, 0.1, 30"})
    void shareAndMeanAreThoseOfTheExponential(String arm, double rate, double day) {
        EndpointSummary wait = Runs.endpoint(SUMMARY, arm, "wait", day);
        double share = 1 - Math.exp(-rate * day);
        assertThat(wait.kind()).isEqualTo("time-to-event");
        assertThat(wait.responders().orElseThrow()).isCloseTo(share, within(0.02));
        assertThat(wait.mean()).isCloseTo(share / rate, within(0.04 * day));
        assertThat(wait.baselineMean()).isZero();
    }

    @Test
    void medianIsToldOnceHalfHaveHadTheEvent() {
        assertThat(Runs.endpoint(SUMMARY, "waiting", "wait", 30).median().orElseThrow())
                .isCloseTo(Math.log(2) / 0.05, within(0.8));
        assertThat(Runs.endpoint(SUMMARY, "hurry", "wait", 10).median().orElseThrow())
                .isCloseTo(Math.log(2) / 0.1, within(0.4));
        assertThat(Runs.endpoint(SUMMARY, "waiting", "wait", 10).median()).isEmpty();
    }

    /** What never comes is counted in the last bin of the range, which is no day of it. */
    @Test
    void medianBeyondTheRangeIsNotTold() {
        Plan rare = Runs.plan(
                "waiting",
                "parameters.rate=1e-4",
                "horizon=365 d",
                "visits=[200 d]",
                "timecourse=[0 d, 365 d]",
                "endpoints.wait.primary-visit=200 d");
        Summary summary = Analysis.summarise(rare, Runs.run(rare, 2));
        assertThat(Runs.endpoint(summary, "waiting", "wait", 200).median()).isEmpty();
    }

    @Test
    void differenceIsThatOfTheDaysLost() {
        ContrastSummary contrast = SUMMARY.contrasts().stream()
                .filter(each -> each.endpoint().equals("wait") && each.day() == 30)
                .findFirst()
                .orElseThrow();
        double expected = (1 - Math.exp(-3)) / 0.1 - (1 - Math.exp(-1.5)) / 0.05;
        assertThat(contrast.difference()).isCloseTo(expected, within(0.5));
        assertThat(contrast.power().orElseThrow()).isEqualTo(1);
    }

    /** On day 20 it is known that the event was on day 10; a look on day 15 must see it. */
    @Test
    void whatIsKnownLateIsSeenFromItsDayOn() {
        EndpointSummary early = Runs.endpoint(SUMMARY, "waiting", "hindsight", 10);
        EndpointSummary late = Runs.endpoint(SUMMARY, "waiting", "hindsight", 30);
        assertThat(late.responders().orElseThrow()).isEqualTo(1);
        assertThat(late.mean()).isCloseTo(10, within(1e-3));
        assertThat(early.mean()).isCloseTo(10, within(1e-3));
        Curve curve = SUMMARY.curves().stream()
                .filter(each -> each.readout().equals("hindsight"))
                .findFirst()
                .orElseThrow();
        assertThat(curve.mean()).containsExactly(new double[] {0, 10, 10}, within(1e-3));
    }

    @Test
    void daysOfOnePersonNeverFallFromVisitToVisit() {
        ArmRows rows = Runs.run(PLAN, 1).load(0).rows().getFirst();
        double[] first = column(rows, 0);
        double[] second = column(rows, 1);
        for (int i = 0; i < first.length; i++) {
            assertThat(second[i]).isBetween(first[i], 30.0);
            assertThat(first[i]).isLessThanOrEqualTo(10);
            assertThat(first[i] < 10).isEqualTo(first[i] == second[i]);
        }
    }

    @Test
    void aTimeToAnEventHasNoResponders() {
        assertThatThrownBy(() -> Runs.plan(
                        "waiting", "endpoints.wait.responder={gain: 1, unit: d, source: made-up, knowledge: assumed}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("wait is a time to an event");
    }

    private static double[] column(ArmRows rows, int visit) {
        return IntStream.range(0, rows.patients())
                .mapToDouble(i -> rows.values()[4 * i + visit])
                .toArray();
    }
}
