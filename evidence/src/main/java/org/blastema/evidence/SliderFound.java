package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Text;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.trial.Study;

/**
 * What the runs of a slider found.
 *
 * @param slider the question
 * @param readout the endpoint
 * @param gain the gain that makes a responder, in words; absent where the study asks for none
 * @param size patients, trials and seed of each run
 * @param stops in the order of the handle
 */
public record SliderFound(Slider slider, Model.Readout readout, Optional<Text> gain, Size size, List<At> stops) {

    /**
     * How much was simulated.
     *
     * @param patients of an arm in one trial
     * @param trials simulated
     * @param seed of all chance
     */
    public record Size(int patients, int trials, long seed) {}

    /**
     * What one stop shows.
     *
     * @param stop the place of the handle
     * @param label its words
     * @param step why and what to ask, where the words of the stop are those of a step
     * @param arm the arm
     * @param versus what stands beside it
     * @param difference arm less versus, mean over trials; absent where the study does not compare them
     * @param trials where single trials fall, 2.5 to 97.5 %
     * @param power share of trials with p below alpha if the treatment works as the scenario says
     * @param alarm the same if it does nothing; only where a belief is asked for
     */
    public record At(
            Slider.Stop stop,
            Text label,
            Optional<Study.Step> step,
            Shown arm,
            Optional<Shown> versus,
            OptionalDouble difference,
            Optional<Interval> trials,
            OptionalDouble power,
            OptionalDouble alarm) {}

    /**
     * What an arm shows.
     *
     * @param title its words
     * @param change from its baseline, mean over trials
     * @param responders share of its patients
     * @param seriousHarm share of its patients with a serious harm; absent where nothing in the arm can bring one
     */
    public record Shown(Text title, double change, OptionalDouble responders, OptionalDouble seriousHarm) {}
}
