package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blastema.core.Text;
import org.blastema.model.ModelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportDataTest {
    private static final List<String> ARMS =
            List.of("saline", "corticosteroid", "msc-1e7", "msc-5e7", "msc-1e8", "arthroplasty");
    private static final List<String> CELLS = List.of("msc-1e7", "msc-5e7", "msc-1e8");

    private final SmallRun run = SmallRun.of();
    private final Map<String, Object> data = run.data();

    @Test
    void everyArmsChangeHasItsComparator() {
        List<Map<String, Object>> arms = Tree.objects(data, "change", "arms");
        assertThat(arms).extracting(arm -> arm.get("arm")).containsExactlyElementsOf(ARMS);
        int steps = Tree.list(data, "change", "edges").size() - 1;
        assertThat(arms).allSatisfy(arm -> {
            List<?> shares = Tree.list(arm, "shares");
            assertThat(shares).hasSize(steps);
            assertThat(shares.stream().mapToDouble(share -> (double) share).sum())
                    .isCloseTo(1, within(1e-9));
        });
        assertThat(Tree.at(data, "study", "reference")).isEqualTo("saline");
    }

    @Test
    void everyScenarioComparesEveryTreatedArmWithTheReference() {
        Map<String, Object> scenarios = Tree.objectOf(Tree.at(data, "summary", "scenarios"));
        assertThat(scenarios).containsOnlyKeys("null", "pooled", "optimistic");
        for (String scenario : scenarios.keySet()) {
            List<Map<String, Object>> contrasts = Tree.objects(scenarios, scenario);
            for (String arm : CELLS) {
                assertThat(contrasts)
                        .anySatisfy(c -> assertThat(c)
                                .containsEntry("arm", arm)
                                .containsEntry("versus", "saline")
                                .containsEntry("endpoint", "pain-vas")
                                .containsEntry("month", 6.0)
                                .containsKeys("difference", "ci95", "prediction95", "power"));
            }
        }
    }

    @Test
    void coursesAreThereForEveryArm() {
        assertThat(Tree.objects(data, "timecourse"))
                .filteredOn(c -> Tree.at(c, "readout").equals("pain-vas"))
                .extracting(c -> c.get("arm"))
                .containsExactlyElementsOf(ARMS);
        assertThat(Tree.objects(data, "study", "arms"))
                .filteredOn(arm -> Tree.at(arm, "cells").equals(true))
                .extracting(arm -> arm.get("name"))
                .containsExactlyElementsOf(CELLS);
    }

    @Test
    void everyParameterHasSourceAndKnowledge() {
        List<Map<String, Object>> groups = Tree.objects(data, "parameters");
        assertThat(groups)
                .extracting(group -> group.get("owner"))
                .contains("models/knee", "models/knee-arthroplasty", "populations/knee-oa", "arms/msc-5e7");
        List<Object> known =
                Tree.objects(data, "sources").stream().map(s -> s.get("key")).toList();
        assertThat(groups.stream().flatMap(group -> Tree.objects(group, "rows").stream()))
                .hasSizeGreaterThan(40)
                .allSatisfy(row -> {
                    assertThat(row.get("knowledge"))
                            .as("%s", row)
                            .isIn("read", "abstract", "recalled", "computed", "assumed", "fitted");
                    assertThat(Tree.list(row, "sources")).as("%s", row).isNotEmpty();
                    assertThat(known).containsAll(Tree.list(row, "sources"));
                });
    }

    @Test
    void saysWhatMustNotBeClaimedWhatWasPutInAndWhatCameOut() {
        Set<Text> stated = new LinkedHashSet<>(run.plan().study().mustNotClaim());
        stated.addAll(run.subject().model().mustNotClaim());
        for (String model : List.of("injection-risk", "knee-arthroplasty", "knee-life")) {
            stated.addAll(ModelReader.read(run.library(), model).mustNotClaim());
        }
        int lines = stated.size();
        assertThat(lines).isPositive();
        assertBilingual(Tree.objects(data, "study", "mustNotClaim"), lines);
        List<Map<String, Object>> missing = Tree.objects(data, "study", "notModelled");
        Set<Text> left = new LinkedHashSet<>();
        run.subject().model().notModelled().forEach(each -> left.add(each.name()));
        ModelReader.read(run.library(), "injection-risk").notModelled().forEach(each -> left.add(each.name()));
        int omissions = left.size();
        assertThat(omissions).isPositive();
        assertBilingual(
                missing.stream()
                        .map(each -> Tree.objectOf(Tree.at(each, "name")))
                        .toList(),
                omissions);
        assertBilingual(
                missing.stream()
                        .map(each -> Tree.objectOf(Tree.at(each, "why")))
                        .toList(),
                omissions);
        assertBilingual(Tree.objects(data, "study", "putIn"), 3);
        assertBilingual(Tree.objects(data, "findings", "cameOut"), 10);
        assertBilingual(Tree.objects(data, "findings", "answer"), 2);
        assertThat(Tree.list(data, "findings", "months")).isEqualTo(List.of(6.0, 12.0));
        assertThat(Tree.objects(data, "study", "dataConflicts")).hasSize(1);
    }

    private static void assertBilingual(List<Map<String, Object>> texts, int count) {
        assertThat(texts).hasSize(count).allSatisfy(text -> {
            assertThat(text.get("en")).asString().isNotBlank();
            assertThat(text.get("ar")).asString().containsPattern("\\p{IsArabic}");
        });
    }

    @Test
    void tellsHowToRepeatIt() {
        assertThat(Tree.at(data, "methods", "command"))
                .isEqualTo("./blastema run knee --patients 30 --trials 6 --seed 1 --scenario pooled");
        assertThat(Tree.at(data, "methods", "hash")).isEqualTo(run.plan().hash());
        assertThat(Tree.at(data, "methods", "failed")).isEqualTo(0.0);
        assertThat(Tree.at(data, "methods", "total")).isEqualTo(30.0 * 6 * 6 * 3 + 200 * 6);
    }

    @Test
    void theFollowedPatientIsInventedAndShownInBothArms() {
        assertThat(Tree.at(data, "followed", "person")).isEqualTo("SIM-TWIN-0");
        assertThat(Tree.list(data, "followed", "arms")).isEqualTo(List.of("saline", "msc-5e7"));
        int days = run.plan().timecourse().length;
        assertThat(Tree.objects(data, "followed", "series")).hasSize(7).allSatisfy(series -> {
            assertThat(Tree.list(series, "values")).hasSize(2);
            assertThat(Tree.list(series, "values"))
                    .allSatisfy(values -> assertThat((List<?>) values).hasSize(days));
        });
    }

    @Test
    void twinsAreCountedAgainstTheReference() {
        assertThat(Tree.at(data, "twins", "persons")).isEqualTo(200.0);
        assertThat(Tree.objects(data, "twins", "arms"))
                .extracting(arm -> arm.get("arm"))
                .containsExactlyElementsOf(CELLS);
        SmallRun nothing = SmallRun.of(2, Optional.of("null"));
        assertThat(Tree.objects(nothing.data(), "twins", "arms"))
                .extracting(arm -> arm.get("share"))
                .containsOnly(0.0);
    }
}
