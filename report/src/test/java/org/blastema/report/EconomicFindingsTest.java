package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.junit.jupiter.api.Test;

/** Costs beside effects, and the following years, in sentences. */
final class EconomicFindingsTest {
    private static SmallRun run(String... sets) {
        return unchanged(SmallRun.ofTests("worth", sets));
    }

    /** As if its changes stood in the study, since a changed run says nothing. */
    private static SmallRun unchanged(SmallRun run) {
        return run.modified(List.of());
    }

    private static List<String> english(SmallRun run) {
        return new EconomicFindings(run.subject())
                .sentences().stream().map(Text::en).toList();
    }

    @Test
    void saysGainCostRatioAndHighestPrice() {
        List<String> said = english(run("patients=1", "parameters.gain=0.1"));
        assertThat(said.getFirst())
                .contains("over 4 years, “Care” against “Nothing that costs” gains 0.")
                .contains(
                        "costs 3,510 USD more, bought at 3,200; these are costs of whoever pays for the care, in prices of 2020");
        assertThat(said.get(1)).matches("Result: [0-9,]+ USD for each year in full health\\.");
        assertThat(said.get(2)).contains("at 0: ", "at 30,000: ");
        assertThat(said.get(3)).contains("where a year is worth 20,000", "where a year is worth 50,000");
        assertThat(said.get(4)).contains("of 100 draws of this scenario");
        assertThat(said.getLast()).contains("No price with a source").contains("Care without a price");
    }

    @Test
    void whoPaysIsSaidOnceForEach() {
        String pays = "economics.out-of-pocket={arms: [care], source: made-up, knowledge: assumed}";
        assertThat(english(run("patients=1", "parameters.gain=0.1", pays)))
                .filteredOn(each -> each.startsWith("By who pays: "))
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .contains("who pays 3,200 USD more out of pocket, ")
                        .containsPattern("[0-9,]+ USD for each year in full health; to who pays for the rest"));
        assertThat(english(run("patients=1"))).noneMatch(each -> each.startsWith("By who pays"));
    }

    /** The way whose whole cost the model counts, such as an operation at once, belongs to the answer. */
    @Test
    void anotherWayWhoseCostTheModelCountsIsInTheAnswer() {
        SmallRun other = run("patients=1", "parameters.gain=0.1", "economics.price-in-model=[care-unpriced]");
        String wanted = "Beside it, “Care without a price” against “Nothing that costs” over 4 years: 0.";
        assertThat(other.findings().answer()).extracting(Text::en).anyMatch(each -> each.startsWith(wanted));
        assertThat(other.terminal(Language.EN))
                .anyMatch(line -> line.startsWith(wanted) && line.endsWith(" USD for each year in full health."));
        assertThat(new EconomicFindings(run("patients=1").subject()).otherWays())
                .isEmpty();
    }

    @Test
    void noRatioWhereItCostsMoreAndGainsLess() {
        List<String> said = english(run("patients=1", "parameters.gain=-0.2"));
        assertThat(said.get(1)).isEqualTo("Result: more costly and not better, so there is no price of a year.");
        assertThat(said.get(3)).contains("no price where a year is worth 20,000");
        assertThat(said.get(1) + said.get(2)).doesNotContain("-", "for each year");
    }

    @Test
    void aRatioOnAnUncertainGainSaysSo() {
        List<String> said = english(run("patients=1", "parameters.gain=0.03"));
        assertThat(said.get(1)).contains("if there is a gain at all: its interval includes 0");
        assertThat(english(run("patients=1", "parameters.gain=0.4")).get(1)).doesNotContain("if there is a gain");
    }

    @Test
    void bothLanguagesAndTheTerminal() {
        SmallRun plain = run("patients=1");
        assertThat(new EconomicFindings(plain.subject()).sentences())
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.ar()).containsPattern("\\p{IsArabic}").doesNotContain("%"));
        assertThat(plain.terminal(Language.EN))
                .anyMatch(line -> line.startsWith("Costs and gains over 4 years, “Care” bought at 3,200 USD: "));
    }

    @Test
    void aChangedRunGivesNumbersAndNoSentence() {
        SmallRun changed = SmallRun.ofTests("worth", "patients=1");
        assertThat(new EconomicFindings(changed.subject()).sentences()).isEmpty();
        assertThat(new EconomicFindings(changed.subject()).line()).isEmpty();
        Map<String, Object> data = changed.data();
        assertThat(Tree.objects(data, "economics", "draws"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(Tree.list(each, "gain")).hasSize(40));
        assertThat(Tree.at(data, "spans", "48", "en")).isEqualTo("4 years");
    }

    @Test
    void theFollowingYearsAreSaid() {
        SmallRun now = SmallRun.ofTests("now");
        LaterFindings later = LaterFindings.of(now.subject()).orElseThrow();
        assertThat(later.sentences())
                .singleElement()
                .satisfies(each -> assertThat(each.en())
                        .startsWith("Years of full health with “Care”, and in parentheses with “Nothing that costs”: ")
                        .contains("years after 4 years", "years after 10 years")
                        .doesNotContain("after 12 months"));
        assertThat(Tree.at(now.data(), "spans", "120", "ar")).isEqualTo("10 سنوات");
        assertThat(LaterFindings.of(SmallRun.bare().subject())).isEmpty();
    }
}
