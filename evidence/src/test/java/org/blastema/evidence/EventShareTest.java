package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.blastema.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published share of people with an event, held against simulated days to it. The wait is exponential, so the share is known. */
final class EventShareTest {
    /** Share with the event by day 10 at a rate of 0.05 a day. */
    private static final double BY_DAY_TEN = 1 - Math.exp(-0.5);

    private static final String MODEL = "models/waiting.yaml";

    @TempDir
    private Path folder = Path.of("");

    private SmallArea area() {
        return SmallArea.in(folder)
                .put(
                        "studies/waits-2004.yaml",
                        SmallArea.study("waits-2004", 500)
                                .replaceFirst(
                                        "(?s)model: score\npopulation: people", "model: waiting\npopulation: waiters")
                                .replaceFirst("(?s)endpoints:.*", """
                                        endpoints:
                                          - {readout: wait}
                                        arms:
                                          - {name: waiting, product: waiting}
                                        reference: waiting
                                        """))
                .outcomes("waits-2004,waiting,500,wait,share,,,,0.328542,0.4,,,,,made-up,read,\n")
                .scored("area,waits-2004,waiting,wait,0.328542,calibration,because\n")
                .nulls("");
    }

    @Test
    void isTheShareWhoseEventCameBeforeTheVisit() {
        ScoredArm arm = area().validate(2).arms().getFirst();
        assertThat(arm.mean()).isCloseTo(BY_DAY_TEN, within(0.01));
        assertThat(arm.high() - arm.low()).isBetween(0.05, 0.13);
        assertThat(arm.better()).isEqualTo(Model.Better.HIGH);
        assertThat(arm.betterBy()).isCloseTo(100 * (0.4 - arm.mean()), within(1e-9));
    }

    @Test
    void isBadWhereADayWithoutTheEventIsGood() throws IOException {
        String model =
                Files.readString(Path.of("../trial/src/test/resources/library").resolve(MODEL));
        ScoredArm arm = area().put(MODEL, model.replace("better: low", "better: high"))
                .validate(2)
                .arms()
                .getFirst();
        assertThat(arm.mean()).isCloseTo(BY_DAY_TEN, within(0.01));
        assertThat(arm.better()).isEqualTo(Model.Better.LOW);
        assertThat(arm.betterBy()).isCloseTo(-100 * (0.4 - arm.mean()), within(1e-9));
    }
}
