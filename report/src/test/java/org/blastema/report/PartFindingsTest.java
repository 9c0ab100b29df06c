package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.junit.jupiter.api.Test;

/** What a whole is made of, and what is said where no costs stand beside effects. */
final class PartFindingsTest {
    private final SmallRun run = SmallRun.ofTests("purchase");

    private List<String> english() {
        return new PartFindings(run.subject())
                .sentences().stream().map(Text::en).toList();
    }

    @Test
    void eachArmSaysItsWholeAndItsParts() {
        assertThat(english())
                .containsExactly(
                        "A ware: 200 USD; of it making 50 (25 %), the rest 150 (75 %).",
                        "A ware below its cost: 200 USD; of it making 260 (130 %), the rest -60 (-30 %).",
                        "A ware of which only the price is known: 300 USD; no parts of it were read.");
        assertThat(new PartFindings(run.subject()).sentences())
                .allSatisfy(each -> assertThat(each.ar()).containsPattern("\\p{IsArabic}"));
    }

    @Test
    void theyStandInTheAnswerOnThePageAndOnTheTerminal() {
        assertThat(run.terminal(Language.EN)).contains(english().getFirst());
        assertThat(Tree.objects(run.data(), "findings", "answer"))
                .extracting(each -> Tree.at(each, "en"))
                .containsAll(english().stream().map(Object.class::cast).toList());
        assertThat(new PartFindings(SmallRun.bare().subject()).sentences()).isEmpty();
    }

    @Test
    void aStudyWithoutCostsBesideEffectsSaysWhy() {
        String why = "No cost of a year in full health is given: A ware is no treatment.";
        assertThat(run.terminal(Language.EN)).contains(why + " A simulation, not medical advice.");
        assertThat(run.terminal(Language.AR)).anyMatch(line -> line.contains("السلعة ليست علاجاً."));
        assertThat(Tree.objects(run.data(), "economics", "sentences"))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("en", why));
    }

    @Test
    void whereNobodySaysWhyThatIsSaid() {
        assertThat(String.join("\n", SmallRun.bare().terminal(Language.EN)))
                .contains("No utility stands beside this study, so no cost of a year in full health is given.");
        assertThat(String.join("\n", SmallRun.ofTests("now").terminal(Language.EN)))
                .contains("Costs beside gains stand in the study that follows the same people: ./blastema run worth.");
        assertThat(new EconomicFindings(
                                SmallRun.ofTests("worth").modified(List.of()).subject())
                        .none())
                .isEmpty();
        assertThat(new EconomicFindings(SmallRun.ofTests("small", "patients=3").subject()).none())
                .isEmpty();
    }
}
