package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.blastema.kinetics.CompiledModel;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws of the library's model of harms, by hand. */
final class InjectionRiskTest {
    private static final Library LIBRARY = Library.folder(Path.of("../library"));
    private static final CompiledModel COMPILED = CompiledModel.generate(ModelReader.read(LIBRARY, "injection-risk"));
    private static final Model MODEL = COMPILED.model();
    private static final String PAIN = "injection-site pain";
    private static final String RUNS_AWAY = "infection that runs away";
    private static final String FROM_PRODUCT = "infection from the product";
    private static final String TUMOUR = "tumour from left-over cells";

    /** The chance of a harm for the middle person, with some parameters at other values. */
    private static double chance(String term, Map<String, Double> changes) {
        List<String> names = MODEL.parameters().stream().map(p -> p.name()).toList();
        assertThat(names).containsAll(changes.keySet());
        double[] values = new double[names.size() + MODEL.covariates().size()];
        for (int i = 0; i < names.size(); i++) {
            values[i] =
                    changes.getOrDefault(names.get(i), MODEL.parameters().get(i).value());
        }
        values[names.size()] = MODEL.covariates().getFirst().value();
        List<Model.Harm> harms = MODEL.risk().orElseThrow().harms();
        double[] out = new double[Hazard.EACH * harms.size()];
        List<Integer> where = IntStream.range(0, values.length).boxed().toList();
        new ModelledFigures(COMPILED, where).of(values, out);
        int place = harms.stream().map(Model.Harm::term).toList().indexOf(term);
        return out[Hazard.EACH * place];
    }

    private static Map<String, Double> with(Object... pairs) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"132, 132, 0.5", "132, 53700, 0.0017024", "53700, 53700, 0.5", "1000, 132, 0.9947583", "0, 132, 0"})
    void oneCellIsEnoughForATumour(double cells, double tpd50, double chance) {
        Map<String, Double> mouse = with("cells", cells, "tpd50", tpd50, "residual", 1, "vehicle", 1, "immunity", 1);
        assertThat(chance(TUMOUR, mouse)).isCloseTo(chance, within(1e-6));
        mouse.put("vehicle", 0.1);
        mouse.put("immunity", 0.5);
        assertThat(chance(TUMOUR, mouse))
                .as("site and host multiply the cells")
                .isCloseTo(1 - Math.pow(1 - chance, 0.05), within(1e-6));
    }

    /** 0.245 after cells is 0.1408 after a syringe without them at an odds ratio of 1.98. */
    @Test
    void theOddsRatioOfTheSiteIsThatOfTheCells() {
        double odds = 0.245 / 0.755 / 1.98;
        assertThat(chance(PAIN, with("frailty_size", 0))).isCloseTo(0.245, within(1e-9));
        assertThat(chance(PAIN, with("frailty_size", 0, "cells", 0))).isCloseTo(odds / (1 + odds), within(2e-4));
    }

    /** The relative risk of 1.58 of the trials in knees, at the share of the arms with cells. */
    @Test
    void aSyringeWithoutCellsInAKneeHasTheOddsRatioOfTheKnee() {
        double control = chance(PAIN, with("frailty_size", 0, "cells", 0, "site_or", 0.57));
        assertThat(0.245 / control).isCloseTo(1.58, within(0.005));
    }

    @Test
    void whatAnotherListTellsOrNobodyCountedIsNotAsked() {
        assertThat(chance(PAIN, with("local_here", 0))).isZero();
        assertThat(chance("effusion", with("local_here", 0))).isZero();
        assertThat(chance("embolism after taking the cells", with("from_marrow", 0)))
                .as("fat")
                .isZero();
        assertThat(chance("embolism after taking the cells", with())).isCloseTo(0.00178, within(1e-9));
    }

    /** The operation two years later is no second injection. */
    @Test
    void theNeedleIsAskedAtTheInjectionAlone() {
        Plan plan = StudyReader.read(LIBRARY, "knee-lifetime", Options.none());
        assertThat(givings(plan, "msc-5e7-then-arthroplasty")).containsExactly(0.0);
        assertThat(givings(StudyReader.read(LIBRARY, "dorio-2021", Options.none()), "platelet-rich-plasma"))
                .hasSize(2);
    }

    private static List<Double> givings(Plan plan, String arm) {
        return plan.setup(plan.place(arm)).hazards().getFirst().givings();
    }

    /** The mean over people stays the published share, whatever they share. */
    @Test
    void frailtyLeavesTheMeanWhereItWas() {
        int n = 2000;
        double mean = IntStream.range(0, n)
                .mapToDouble(i -> chance(PAIN, with("frailty", normal((i + 0.5) / n))))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.245, within(0.01));
    }

    private static double normal(double share) {
        return org.blastema.core.Gaussian.quantile(share);
    }

    @Test
    void feverFollowsItsLogit() {
        double odds = 0.03 / 0.97;
        assertThat(chance("fever", with("cells", 0))).isCloseTo(0.03, within(1e-9));
        assertThat(chance("fever", with())).isCloseTo(3.65 * odds / (1 + 3.65 * odds), within(1e-4));
        assertThat(chance("fever", with("fever_by_dose", 0.5, "cells", 2e8)))
                .as("one doubling above 100 million")
                .isCloseTo(3.65 * odds * Math.exp(0.5) / (1 + 3.65 * odds * Math.exp(0.5)), within(1e-4));
    }

    @Test
    void clotsComeOfWhatIsGivenIntoAVein() {
        String clot = "vein clot or lung embolism";
        assertThat(chance(clot, with("cells", 1.5e8))).as("a joint").isZero();
        Map<String, Double> vein = with("cells", 1.5e8, "in_vein", 1);
        assertThat(chance(clot, vein)).as("2 million a kilogram").isCloseTo(1e-4, within(1e-12));
        vein.put("tissue_factor", 4.0);
        vein.put("doublings", 20.0);
        vein.put("cells", 3e8);
        assertThat(chance(clot, vein)).isCloseTo(16e-4, within(1e-12));
        vein.put("clot_base", 0.9);
        assertThat(chance(clot, vein)).isEqualTo(1);
        vein.put("cells", 0.0);
        assertThat(chance(clot, vein)).isZero();
    }

    private static Map<String, Double> dirty(double bacteria, double growth, double neutrophils) {
        return with(
                "grade_gmp",
                0,
                "grade_clinic",
                1,
                "q_clinic",
                0.5,
                "kind_of_draw",
                0,
                "draw_of_lot",
                0.1,
                "volume",
                1,
                "cfu",
                bacteria * 1e6,
                "growth",
                growth,
                "neutrophils",
                neutrophils,
                "delay",
                1e7,
                "watched",
                3000);
    }

    /** Untreated, health is lost above the thresholds of Reynolds 2006; neutropenia scales both sources of defence. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 4, 1.882",
        "0.3, 4, 1.0357",
        "0.6, 4, 0.361",
        "1.0, 4, 0.1083",
        "0.3, 2, 0.407",
        "0.6, 2, 0.056",
        "0.3, 1, 0.061"
    })
    void germsRunAwayAboveTheThresholdOfTheCore(double growth, double neutrophils, double threshold) {
        assertThat(chance(RUNS_AWAY, dirty(0.9 * threshold - 5e-5, growth, neutrophils)))
                .isZero();
        assertThat(chance(RUNS_AWAY, dirty(1.1 * threshold + 5e-5, growth, neutrophils)))
                .isEqualTo(1);
    }

    /** At a quarter of the neutrophils any dose of a fast germ wins, at a tenth nearly any of a slow one, then with little damage. */
    @Test
    void withoutDefenceAnyDoseIsTooMuch() {
        assertThat(chance(RUNS_AWAY, dirty(1e-5, 0.6, 1))).isEqualTo(1);
        assertThat(chance(RUNS_AWAY, dirty(1e-5, 0.6, 4))).isZero();
        assertThat(chance(RUNS_AWAY, dirty(1e-3, 0.3, 0.4))).isEqualTo(1);
        assertThat(chance(RUNS_AWAY, dirty(1e-3, 0.3, 4))).isZero();
    }

    @Test
    void treatmentInTimeStopsWhatWouldRunAway() {
        Map<String, Double> untreated = dirty(0.5, 0.6, 4);
        assertThat(chance(RUNS_AWAY, untreated)).isEqualTo(1);
        untreated.put("delay", 1.0);
        assertThat(chance(RUNS_AWAY, untreated)).isZero();
        assertThat(chance(FROM_PRODUCT, untreated))
                .as("he was ill all the same")
                .isEqualTo(1);
        assertThat(chance(FROM_PRODUCT, dirty(0.001, 0.3, 4)))
                .as("nobody notices so few")
                .isZero();
    }

    @Test
    void aCleanSyringeInfectsNobody() {
        Map<String, Double> clean = dirty(5, 0.6, 4);
        clean.put("draw_of_lot", 0.6);
        assertThat(chance(FROM_PRODUCT, clean)).isZero();
        clean.put("kind_of_draw", 0.95);
        assertThat(chance(FROM_PRODUCT, clean))
                .as("this dose has a draw of its own, 0.5")
                .isZero();
        clean.put("draw_of_dose", 0.4);
        assertThat(chance(FROM_PRODUCT, clean)).isEqualTo(1);
        clean.put("caught", 0.9);
        assertThat(chance(FROM_PRODUCT, clean)).as("the test held the lot back").isZero();
    }

    private static double rate(Summary summary, String arm, String... terms) {
        return summary.arms().stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.adverseEvents().stream())
                .filter(each -> List.of(terms).contains(each.term()))
                .mapToDouble(AdverseEventSummary::rate)
                .sum();
    }

    /** Each safeguard moves what it is about; what came of which is the same in every centre. */
    @Test
    void theQualityOfACentreMovesItsHarms() {
        Plan plan = Runs.real("centres", "patients=500", "trials=10");
        Summary summary = Analysis.summarise(plan, Runs.run(plan, 2));
        double bare = rate(summary, "clinic", FROM_PRODUCT);
        assertThat(bare).isGreaterThan(0.005);
        assertThat(rate(summary, "gmp", FROM_PRODUCT)).isLessThan(0.2 * bare);
        assertThat(rate(summary, "clinic-release-test", FROM_PRODUCT)).isLessThan(0.4 * bare);
        assertThat(rate(summary, "clinic-physician", FROM_PRODUCT)).isBetween(0.8 * bare, 1.2 * bare);
        assertThat(rate(summary, "clinic-protocol", FROM_PRODUCT)).isLessThan(0.8 * bare);
        assertThat(rate(summary, "saline", FROM_PRODUCT)).isZero();
        assertThat(rate(summary, "clinic-follow-up", RUNS_AWAY))
                .isLessThanOrEqualTo(rate(summary, "clinic", RUNS_AWAY));
        assertThat(rate(summary, "clinic", RUNS_AWAY)).isPositive().isLessThanOrEqualTo(bare);
        assertThat(rate(summary, "hospital", "antibodies")).isZero();
        assertThat(rate(summary, "gmp", "infection after taking the cells")).isZero();
        assertThat(rate(summary, "gmp", PAIN)).isGreaterThan(1.2 * rate(summary, "saline", PAIN));
    }
}
