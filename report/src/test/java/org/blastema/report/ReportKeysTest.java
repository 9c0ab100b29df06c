package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which keys are there, and which are not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportKeysTest {
    private final Map<String, Object> plain = SmallRun.of().data();

    @Test
    void nothingIsNull() {
        assertNoNull(plain);
        assertNoNull(SmallRun.of(1, Optional.empty()).data());
    }

    private static void assertNoNull(Object node) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    assertThat(value).as("%s", key).isNotEqualTo(Tree.NULL);
                    assertNoNull(value);
                });
            case List<?> list -> list.forEach(ReportKeysTest::assertNoNull);
            default -> assertThat(node).isNotEqualTo(Tree.NULL);
        }
    }

    @Test
    void anUnchangedRunHasNoMark() {
        assertThat(Tree.objectOf(Tree.at(plain, "summary")))
                .doesNotContainKeys("mark", "modifications")
                .containsEntry("simulated", true);
    }

    @Test
    void oneTrialHasNoPowerAndManyHaveNoP() {
        Map<String, Object> single = SmallRun.of(1, Optional.empty()).data();
        assertThat(Tree.objects(single, "summary", "contrasts"))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c).containsKeys("p", "ci95").doesNotContainKeys("power", "prediction95"));
        assertThat(Tree.objects(plain, "summary", "contrasts"))
                .isNotEmpty()
                .allSatisfy(
                        c -> assertThat(c).containsKeys("power", "prediction95").doesNotContainKey("p"));
    }

    @Test
    void whatAnArmDoesNotHaveIsLeftOut() {
        for (Map<String, Object> arm : Tree.objects(plain, "summary", "arms")) {
            assertThat(arm.containsKey("cost"))
                    .as("%s", arm.get("name"))
                    .isEqualTo(!Tree.at(arm, "name").equals("corticosteroid"));
            assertThat(Tree.objects(arm, "endpoints").stream()
                            .anyMatch(e -> Tree.at(e, "name").equals("cartilage-volume")))
                    .isEqualTo(!Tree.at(arm, "name").equals("arthroplasty"));
        }
        Map<String, Object> alone = SmallRun.of("twins=0").data();
        assertThat(alone).doesNotContainKeys("twins", "followed");
    }

    @Test
    void aChangedRunIsMarkedAndCanBeRepeated() {
        Map<String, Object> data =
                SmallRun.of("eligibility.pain-vas=[60,95]", "kR=0.01").data();
        assertThat(Tree.at(data, "summary", "mark")).isEqualTo("MODIFIED");
        assertThat(Tree.list(data, "summary", "modifications"))
                .asString()
                .contains("eligibility.pain-vas=[60,95]", "kR=0.01");
        assertThat(Tree.at(data, "methods", "command"))
                .isEqualTo("./blastema run knee --patients 30 --trials 6 --seed 1 --scenario pooled"
                        + " --set 'eligibility.pain-vas=[60,95]' --set kR=0.01");
        assertThat(Tree.objects(data, "findings", "answer"))
                .singleElement()
                .asString()
                .contains("no verdict is given");
        assertThat(Tree.objects(data, "findings", "contradictions")).isEmpty();
    }

    @Test
    void aContrastOfDosesIsADataConflict() {
        Map<String, Object> data =
                SmallRun.of("contrasts=[{arm: msc-1e8, versus: msc-1e7}]").data();
        assertThat(Tree.objects(data, "summary", "contrasts"))
                .filteredOn(c -> Tree.at(c, "versus").equals("msc-1e7"))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c).containsEntry("labels", List.of("data conflict")));
        assertThat(Tree.objects(data, "summary", "contrasts"))
                .filteredOn(c -> Tree.at(c, "versus").equals("saline"))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c).doesNotContainKey("labels"));
    }
}
