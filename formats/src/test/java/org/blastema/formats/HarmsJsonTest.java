package org.blastema.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.model.Library;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Harms in a run folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HarmsJsonTest {
    private Optional<FinishedRun> run = Optional.empty();

    @BeforeAll
    void simulate(@TempDir Path folder) throws InterruptedException {
        Options options =
                new Options(OptionalInt.of(200), OptionalInt.of(4), OptionalLong.empty(), Optional.empty(), List.of());
        Plan plan = StudyReader.read(Library.folder(Path.of("../trial/src/test/resources/library")), "risky", options);
        run = Optional.of(SmallRun.whole(plan, folder.resolve("risky"), 2));
    }

    private JsonObject arm(int index) {
        return Json.read(run.orElseThrow().text("summary.json")).objects("arms").get(index);
    }

    private JsonObject harm(int arm, String term) {
        return arm(arm).objects("adverse_events").stream()
                .filter(each -> each.text("term").equals(term))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHarmSaysWhatIsKnownOfIt() {
        JsonObject ache = harm(1, "ache");
        assertThat(ache.text("related")).isEqualTo("probable");
        assertThat(ache.number("day")).isEqualTo(1);
        assertThat(ache.number("duration")).isEqualTo(3);
        assertThat(ache.number("at_risk")).isEqualTo(1);
        assertThat(ache.number("lots")).isEqualTo(4 * 20);
        assertThat(ache.number("noticed")).isPositive().isLessThan(ache.number("rate"));
        assertThat(ache.text("versus")).isEqualTo("nothing");
        assertThat(ache.number("needed_to_harm")).isCloseTo(1 / ache.number("rate"), within(1e-9));
        assertThat(ache.has("prediction95")).isTrue();
        assertThat(ache.has("none_seen_up_to")).isFalse();
    }

    @Test
    void whatNobodySaysIsAbsent() {
        JsonObject headache = harm(0, "headache");
        assertThat(List.of("related", "noticed", "duration", "lots", "versus", "needed_to_harm").stream()
                        .filter(headache::has))
                .isEmpty();
        assertThat(harm(2, "illness").has("duration")).isFalse();
        assertThat(arm(1).object("serious_harm").number("of")).isEqualTo(800);
        assertThat(arm(0).object("serious_harm").number("rate")).isZero();
    }

    @Test
    void theTableOfEventsHasDurationAndWhetherItWasNoticed() {
        String rows = String.valueOf(run.orElseThrow()
                .query("SELECT min(duration), max(duration), count(DISTINCT noticed) FROM events WHERE term = 'ache'")
                .rows());
        assertThat(rows).contains("3.0").contains("2");
    }
}
