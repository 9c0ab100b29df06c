package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problem;
import org.blastema.statistics.Intervals;
import org.blastema.trial.Analysis;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Summary;
import org.blastema.trial.Threads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidatorTest {
    @TempDir
    private Path folder = Path.of("");

    private SmallArea area = new SmallArea(folder);

    @BeforeEach
    void write() {
        area = SmallArea.in(folder);
    }

    @Test
    void theSameForAnyNumberOfThreads() {
        assertThat(area.validate(1)).isEqualTo(area.validate(5));
    }

    /** A median printed no deviation of a mean, a share has none; what was printed does not move what is simulated. */
    @Test
    void spreadOfThePeopleOfEachArmThatPrintedOne() {
        List<PeopleSpread> small = spreads(12, 6);
        List<PeopleSpread> large = spreads(24, 6);
        assertThat(small).extracting(PeopleSpread::arm).containsExactly("nothing", "pill");
        assertThat(small).extracting(PeopleSpread::published).containsExactly(12.0, 6.0);
        assertThat(large.get(0).simulated()).isEqualTo(small.get(0).simulated());
        assertThat(large.get(0).ratio()).isCloseTo(2 * small.get(0).ratio(), within(1e-12));
        assertThat(large.get(1)).isEqualTo(small.get(1));
        assertThat(PeopleSpread.meanRatio(large))
                .isCloseTo(Math.sqrt(2) * PeopleSpread.meanRatio(small), within(1e-12));
    }

    private List<PeopleSpread> spreads(int ofNothing, int ofThePill) {
        area.outcomes("""
                one-2001,nothing,12,score,change,mean,60,14,1,-2,%d,,,,made-up,read,
                one-2001,pill,12,score,change,mean,61,14,1,-60,%d,,,,made-up,read,
                two-2002,pill,20,score,value,median,60,14,3,52,9,44,61,iqr,made-up,read,
                two-2002,nothing,20,score,share,,,,1,0.3,0.1,,,,made-up,read,
                """.formatted(ofNothing, ofThePill));
        return area.validate(2).spreads("area");
    }

    /** The study is run in one scenario and without twins; its trials must be those of the whole run. */
    @Test
    void simulatedTrialsAreThoseOfTheRunOfTheStudy() throws InterruptedException {
        Validation validation = area.validate(2);
        Plan plan = StudyReader.read(area.library(), "one-2001", Options.none());
        assertThat(plan.scenarios()).hasSizeGreaterThan(1);
        KeptInMemory store = new KeptInMemory();
        new Threads(2)
                .run(
                        plan,
                        new TreeSet<>(IntStream.range(0, plan.tasks()).boxed().toList()),
                        store,
                        Progress.silent());
        Summary whole = Analysis.summarise(plan, store);
        EndpointSummary pill = whole.arms().get(1).endpoints().stream()
                .filter(each -> each.name().equals("score") && each.month() == 1)
                .findFirst()
                .orElseThrow();
        ScoredArm scored = validation.arms().get(1);
        assertThat(scored.mean()).isCloseTo(pill.meanChange(), within(1e-10));
        assertThat(scored.low()).isCloseTo(pill.prediction95().orElseThrow().low(), within(1e-10));
        assertThat(scored.high()).isCloseTo(pill.prediction95().orElseThrow().high(), within(1e-10));
        ContrastSummary contrast = whole.contrasts().stream()
                .filter(each -> each.arm().equals("pill") && each.endpoint().equals("score") && each.month() == 1)
                .findFirst()
                .orElseThrow();
        NullTrial without = validation.nulls().getFirst();
        assertThat(without.known()).isFalse();
        assertThat(without.difference()).isCloseTo(contrast.difference(), within(1e-12));
        assertThat(without.prediction95()).isEqualTo(contrast.prediction95().orElseThrow());
        assertThat(without.power()).isEqualTo(contrast.power().orElseThrow());
        assertThat(without.power95()).isEqualTo(Intervals.proportion(Math.round(40 * without.power()), 40, 0.95));
    }

    /**
     * Under draw 0 the pill's effect is gone at once, under draw 1 it stays. With an even posterior half of the trials find it; where the trial
     * was seen and draw 1 made it nine times as likely, one in ten counts as found without it.
     */
    @Test
    void aNullTrialIsForecastByThePosteriorWithoutIt() {
        assertThat(area.validate(2).nulls().getFirst().power()).isGreaterThan(0.6);
        area.put("evidence/calibrated.csv", "calibration,area\nhand,area\n")
                .put("evidence/posteriors/hand.csv", "k\n10\n0\n");
        NullTrial unseen = area.validate(2).nulls().getFirst();
        assertThat(unseen.known()).isTrue();
        assertThat(unseen.power()).isBetween(0.4, 0.58);
        area.put("evidence/posteriors/hand.csv", "k,log-likelihood:one-2001\n10,0\n0,2.1972\n");
        Validation without = area.validate(2);
        assertThat(without.nulls()).singleElement().satisfies(trial -> {
            assertThat(trial.power()).isBetween(0.05, 0.2);
            assertThat(trial.difference()).isGreaterThan(unseen.difference());
        });
        assertThat(without.inputs().get("area")).containsKey("evidence/posteriors/hand.csv");
    }

    @Test
    void aValueAChangeAndAShareAreHeldAgainstTheirOwnKind() {
        List<ScoredArm> arms = area.validate(2).arms();
        assertThat(arms)
                .extracting(ScoredArm::trial, ScoredArm::arm, ScoredArm::kind, ScoredArm::block)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "one-2001", "nothing", Outcome.Kind.CHANGE, Scored.Block.CALIBRATION),
                        org.assertj.core.groups.Tuple.tuple(
                                "one-2001", "pill", Outcome.Kind.CHANGE, Scored.Block.CALIBRATION),
                        org.assertj.core.groups.Tuple.tuple(
                                "two-2002", "pill", Outcome.Kind.VALUE, Scored.Block.HELD_BACK),
                        org.assertj.core.groups.Tuple.tuple(
                                "two-2002", "nothing", Outcome.Kind.SHARE, Scored.Block.CALIBRATION));
        assertThat(arms.get(0).inside()).isTrue();
        assertThat(arms.get(1).inside()).isFalse();
        assertThat(arms.get(1).betterBy()).isPositive();
        assertThat(arms.get(2).mean()).isBetween(40.0, 70.0);
        assertThat(arms.get(3).mean()).isBetween(0.0, 1.0);
        assertThat(arms)
                .allSatisfy(arm -> assertThat(arm.low()).isLessThan(arm.mean()).isLessThan(arm.high()));
    }

    /** Published less simulated, by hand from the arms; of a trial in no list nothing is known. */
    @Test
    void theErrorIsToldByBlinding() {
        area.put("evidence/trials.csv", """
                area,trial,design,blinding,registration,sponsor,knowledge,status,source,note
                area,one-2001,randomised,open,,,read,published,made-up,
                area,two-2002,randomised,double,,,recalled,published,made-up,
                """);
        Validation validation = area.validate(2);
        List<ScoredArm> arms = validation.arms();
        assertThat(validation.byBlinding())
                .extracting(BlindingError::group)
                .containsExactly(BlindingError.Group.OPEN, BlindingError.Group.NOT_READ);
        BlindingError open = validation.byBlinding().getFirst();
        assertThat(open.trials()).isEqualTo(1);
        assertThat(open.coverage().arms()).isEqualTo(2);
        assertThat(open.few()).isTrue();
        assertThat(open.coverage().betterBy())
                .isCloseTo((arms.get(0).betterBy() + arms.get(1).betterBy()) / 2, within(1e-12));
        assertThat(open.size())
                .isCloseTo(
                        (Math.abs(arms.get(0).betterBy()) + Math.abs(arms.get(1).betterBy())) / 2, within(1e-12));
        area.put("evidence/trials.csv", """
                area,trial,design,blinding,registration,sponsor,knowledge,status,source,note
                area,one-2001,cohort,,,,,published,made-up,
                area,two-2002,randomised,double,,,read,published,made-up,
                """);
        Validation other = area.validate(2);
        assertThat(other.byBlinding())
                .extracting(BlindingError::group)
                .containsExactly(BlindingError.Group.DOUBLE, BlindingError.Group.NO_CONTROL);
        assertThat(other.inputs()).isEqualTo(validation.inputs());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            area,three-2003,nothing,score,1,calibration,why | three-2003,nothing,9,score,change,,,,1,-2,,,,,made-up,read,     | unknown study 'three-2003'
            area,one-2001,cells,score,1,calibration,why     | one-2001,cells,9,score,change,,,,1,-2,,,,,made-up,read,         | unknown arm of the study 'cells'
            area,one-2001,pill,walking,1,calibration,why    | one-2001,pill,9,walking,change,,,,1,-2,,,,,made-up,read,        | unknown endpoint of the study 'walking'
            area,one-2001,pill,score,2,calibration,why      | one-2001,pill,9,score,change,,,,2,-2,,,,,made-up,read,          | the study has no visit at month 2.0
            area,one-2001,pill,score,1,calibration,why      | one-2001,pill,9,score,change,,,,1,-2,,,,,made-up,recalled,      | the outcome is recalled
            area,one-2001,pill,score,1,calibration,why      | one-2001,pill,9,score,difference,,,,1,-2,,,,,made-up,read,      | the outcome is a difference
            area,one-2001,pill,level,1,calibration,why      | one-2001,pill,9,level,share,,,,1,0.5,,,,,made-up,read,          | a share of responders, but the study does not say who responds
            """)
    void whatCannotBeComparedIsRefused(String scored, String outcome, String told) {
        area.outcomes(outcome + "\n").scored(scored + "\n").nulls("");
        assertThat(area.problems().list()).extracting(Problem::what).contains(told);
        assertThatThrownBy(() -> area.validate(1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aProblemStandsInTheRowThatNamesWhatIsNotThere() {
        area.scored("area,one-2001,nothing,score,1,calibration,why\narea,one-2001,pill,score,1,calibration,why\n");
        area.nulls("");
        area.put("studies/one-2001.yaml", SmallArea.study("one-2001", 12).replace("name: pill,", "name: pills,"));
        Problem problem = area.problems().list().stream()
                .filter(each -> each.what().contains("'pill'"))
                .findFirst()
                .orElseThrow();
        assertThat(problem.position().toString()).endsWith("scored.csv:3:1");
        assertThat(problem.nearest()).contains("pills");
    }

    @Test
    void tooFewTrialsGiveNoInterval() {
        area.put("studies/two-2002.yaml", SmallArea.study("two-2002", 20).replace("trials: 40", "trials: 39"));
        assertThat(area.problems().list())
                .extracting(Problem::what)
                .containsExactly("the study two-2002 has 39 trials");
    }

    @Test
    void aNullResultNeedsItsComparisonInTheStudy() {
        area.outcomes("""
                        one-2001,twice,9,score,change,,,,1,-2,,,,,made-up,read,
                        one-2001,pill,9,score,change,,,,1,-2,,,,,made-up,read,
                        """).scored("").nulls("area,one-2001,pill,twice,score,1,made-up,read,\n");
        assertThat(area.problems().list())
                .extracting(Problem::what)
                .containsExactly("the study does not compare pill with twice");
        area.put(
                "studies/one-2001.yaml", SmallArea.study("one-2001", 12) + "contrasts: [{arm: pill, versus: twice}]\n");
        assertThat(area.problems().list()).isEmpty();
    }

    @Test
    void everyProblemOfEveryTrialIsTold() {
        area.put("studies/one-2001.yaml", SmallArea.study("one-2001", 12).replace("model: score", "model: scores"));
        area.put("studies/two-2002.yaml", SmallArea.study("two-2002", 20).replace("patients: 20", "patients: -1"));
        assertThat(area.problems().list())
                .extracting(problem -> problem.position().file())
                .anyMatch(file -> file.endsWith("one-2001.yaml"))
                .anyMatch(file -> file.endsWith("two-2002.yaml"));
    }
}
