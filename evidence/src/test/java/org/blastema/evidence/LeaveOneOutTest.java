package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.blastema.core.Problems;
import org.blastema.model.Posterior;
import org.blastema.trial.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeaveOneOutTest {
    @TempDir
    private Path folder = Path.of("");

    private static final Posterior TWO_DRAWS =
            new Posterior("hand", new LinkedHashMap<>(java.util.Map.of("context", List.of(1.0, 2.0))), false);

    /** Under draw 1 trial one-2001 is three times as likely as under draw 0, so without it draw 0 weighs three times as much. */
    private LeaveOneOut leaveOneOut(SequencedMap<String, Posterior> refits) {
        SequencedMap<String, List<Double>> log = new LinkedHashMap<>();
        log.put("one-2001", List.of(0.0, Math.log(3)));
        AreaTrials trials = AreaTrials.read(SmallArea.in(folder).library(), "area", new Problems());
        return new LeaveOneOut(TWO_DRAWS, log, refits, trials);
    }

    private static Plan plan(LeaveOneOut out, String trial) {
        return out.trials().plans().stream()
                .filter(each -> each.name().equals(trial))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aResultIsTakenAsOftenAsItWeighs() {
        double[] results = {10, 20, 30, 40};
        int[] all = {0, 1, 2, 3};
        assertThat(LeaveOneOut.taken(results, new double[] {3, 1, 0, 0}, all)).containsExactly(10, 10, 10, 20);
        assertThat(LeaveOneOut.taken(results, new double[] {1, 1, 1, 1}, all)).containsExactly(10, 20, 30, 40);
        assertThat(LeaveOneOut.taken(results, new double[] {1, 1, 5, 1}, new int[] {1, 3}))
                .containsExactly(20, 40);
    }

    @Test
    void aDrawUnderWhichTheTrialIsLikelyCountsLess() {
        LeaveOneOut out = leaveOneOut(new LinkedHashMap<>());
        Plan plan = plan(out, "one-2001");
        int[] draws = IntStream.range(0, plan.trials())
                .map(i -> TWO_DRAWS.draw(plan.seed(), i))
                .toArray();
        double[] results = IntStream.range(0, draws.length).mapToDouble(i -> i).toArray();
        double[] weights =
                IntStream.of(draws).mapToDouble(draw -> draw == 0 ? 3 : 1).toArray();
        int[] all = IntStream.range(0, draws.length).toArray();
        assertThat(draws).contains(0, 1);
        assertThat(out.forecast(plan, results))
                .isEqualTo(LeaveOneOut.taken(results, weights, all))
                .isNotEqualTo(results);
    }

    @Test
    void withARefitOrWithoutALikelihoodEveryResultCountsAlikeAndNoneIsMadeUp() {
        SequencedMap<String, Posterior> refits = new LinkedHashMap<>();
        refits.put("one-2001", TWO_DRAWS);
        LeaveOneOut out = leaveOneOut(refits);
        double[] results =
                IntStream.range(0, 40).mapToDouble(i -> i == 7 ? Double.NaN : i).toArray();
        double[] finite =
                IntStream.range(0, 40).filter(i -> i != 7).mapToDouble(i -> i).toArray();
        assertThat(out.forecast(plan(out, "one-2001"), results)).isEqualTo(finite);
        assertThat(leaveOneOut(new LinkedHashMap<>()).forecast(plan(out, "two-2002"), results))
                .isEqualTo(finite);
    }
}
