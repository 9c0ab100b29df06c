package org.blastema.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.blastema.core.Knowledge;
import org.blastema.core.Range;
import org.blastema.evidence.Coverage;
import org.blastema.evidence.NullTrial;
import org.blastema.evidence.Outcome;
import org.blastema.evidence.PeopleSpread;
import org.blastema.evidence.Scored;
import org.blastema.evidence.ScoredArm;
import org.blastema.evidence.Validation;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.junit.jupiter.api.Test;

final class ValidationJsonTest {
    private static final Validation SMALL = new Validation(
            List.of(arm("one-2001", -12, OptionalDouble.of(6.8)), arm("two-2002", -40, OptionalDouble.of(3.2))),
            List.of(arm("one-2001", -12, OptionalDouble.of(6.8))),
            List.of(new PeopleSpread("knee", "one-2001", "saline", "pain-vas", Outcome.Kind.CHANGE, 6, 30, 25, 20)),
            List.of(new NullTrial(
                    "knee",
                    "one-2001",
                    "pill",
                    "saline",
                    "pain-vas",
                    6,
                    true,
                    -5,
                    new Interval(-9, -1),
                    0.4,
                    new Interval(0.25, 0.57),
                    Knowledge.READ,
                    "The dose differs.")),
            List.of(),
            List.of(),
            new TreeMap<>());

    private static ScoredArm arm(String trial, double observed, OptionalDouble reference) {
        return arm(trial, 5.1, observed, reference);
    }

    private static ScoredArm arm(String trial, double crps, double observed, OptionalDouble reference) {
        return new ScoredArm(
                "knee",
                "knee",
                Scored.Block.CALIBRATION,
                trial,
                "saline",
                "saline",
                "pain-vas",
                Outcome.Kind.CHANGE,
                Outcome.Statistic.MEAN,
                6,
                182.625,
                30,
                observed,
                -14,
                -20.1,
                -4,
                observed > -20.1,
                crps,
                reference,
                new Range(0, 100),
                Model.Better.LOW,
                Knowledge.READ);
    }

    @Test
    void keepsTheShapeOfTheContract() {
        JsonObject json = Json.read(Json.pretty(ValidationJson.of(SMALL)));
        JsonObject block = json.object("calibration");
        assertThat(block.keys()).contains("arms", "inside95", "crps", "crps_reference", "areas");
        assertThat(block.number("arms")).isEqualTo(2);
        assertThat(block.number("inside95")).isEqualTo(0.5);
        assertThat(block.number("crps")).isEqualTo(5.1);
        assertThat(block.number("crps_reference")).isEqualTo(5);
        assertThat(block.object("areas").object("knee").number("arms")).isEqualTo(2);
        assertThat(json.number("nulls")).isEqualTo(1);
        assertThat(json.number("nulls_positive")).isEqualTo(1);
        assertThat(json.number("nulls_undecided")).isZero();
        assertThat(json.objects("null_rows").getFirst().text("why")).isEqualTo("The dose differs.");
        JsonObject spread = json.objects("spreads").getFirst();
        assertThat(spread.number("sd")).isEqualTo(25);
        assertThat(spread.number("sd_simulated")).isEqualTo(20);
        assertThat(spread.number("ratio")).isEqualTo(1.25);
        JsonObject blinding = json.objects("blinding").getFirst();
        assertThat(blinding.text("blinding")).isEqualTo("not_read");
        assertThat(blinding.number("arms")).isEqualTo(2);
        assertThat(blinding.number("trials")).isEqualTo(2);
        JsonObject row = json.objects("rows").getFirst();
        assertThat(row.keys())
                .contains("trial", "arm", "endpoint", "day", "observed", "low", "high", "inside", "block");
        assertThat(row.text("block")).isEqualTo("calibration");
        assertThat(row.number("day")).isEqualTo(182.625);
    }

    /** One arm of CRPS 5.1 with a reference of 6.8, one without: the two forecasts are told of the arm that has both. */
    @Test
    void twoForecastsAreToldOfTheSameArms() {
        JsonObject block = ValidationJson.coverage(Coverage.of(List.of(
                arm("one-2001", -12, OptionalDouble.of(6.8)), arm("two-2002", 9.1, -40, OptionalDouble.empty()))));
        assertThat(block.number("crps")).isEqualTo(5.1);
        assertThat(block.number("crps_reference")).isEqualTo(6.8);
        assertThat(block.number("crps_arms")).isEqualTo(1);
        assertThat(block.number("crps_all")).isEqualTo((5.1 + 9.1) / 2);
        assertThat(block.number("arms")).isEqualTo(2);
    }

    @Test
    void whatHasNoMeaningIsAbsent() {
        assertThat(ValidationJson.of(SMALL).keys()).contains("leave_one_out").doesNotContain("held_back");
        Validation bare = new Validation(
                List.of(arm("one-2001", -12, OptionalDouble.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
        JsonObject without = ValidationJson.of(bare);
        assertThat(without.keys()).doesNotContain("held_back", "leave_one_out");
        assertThat(without.object("calibration").has("crps_reference")).isFalse();
        assertThat(without.object("calibration").text("crps_reference")).isEmpty();
        assertThat(Json.pretty(without)).doesNotContain("null ", "null\n", "NaN");
    }
}
