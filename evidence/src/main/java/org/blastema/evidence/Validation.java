package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.blastema.core.Text;

/**
 * Published trials beside simulated ones.
 *
 * @param arms every scored arm, in the order of the list of scored arms
 * @param leftOut the calibration arms of areas with a posterior, each forecast without its own trial
 * @param spreads how far people differ in the scored arms that printed a standard deviation, in their order
 * @param nulls every published trial without a difference, in the order of their list
 * @param trials what is known of the trials of its areas beside their numbers
 * @param shortfalls why areas forecast no better than the results of the other trials
 * @param inputs by area, everything that its numbers depend on: path of a library file to its SHA-256, and the version of the program
 */
public record Validation(
        List<ScoredArm> arms,
        List<ScoredArm> leftOut,
        List<PeopleSpread> spreads,
        List<NullTrial> nulls,
        List<TrialRecord> trials,
        List<Shortfall> shortfalls,
        SortedMap<String, SortedMap<String, String>> inputs) {

    /** The areas of the arms, in their order. */
    public List<String> areas() {
        return arms.stream().map(ScoredArm::area).distinct().toList();
    }

    /** The blocks that have arms, in their order. */
    public List<Scored.Block> blocks() {
        return arms.stream().map(ScoredArm::block).distinct().toList();
    }

    /** The coverage of a block over all areas. Harms count where there is nothing else: most are too rare to lie outside and would flatter the rest. */
    public Optional<Coverage> coverage(Scored.Block block) {
        return coverage(
                harmsApart(arms.stream().filter(each -> each.block() == block).toList()));
    }

    private static List<ScoredArm> harmsApart(List<ScoredArm> arms) {
        List<ScoredArm> others = arms.stream().filter(arm -> !arm.countsHarm()).toList();
        return others.isEmpty() ? arms : others;
    }

    /** The coverage of a block in one area. */
    public Optional<Coverage> coverage(Scored.Block block, String area) {
        return coverage(arms.stream()
                .filter(each -> each.block() == block && each.area().equals(area))
                .toList());
    }

    /** The coverage of the arms forecast without their own trial, over all areas that have a posterior; harms apart as above. */
    public Optional<Coverage> leaveOneOut() {
        return coverage(harmsApart(leftOut));
    }

    /** The same in one area. */
    public Optional<Coverage> leaveOneOut(String area) {
        return coverage(
                leftOut.stream().filter(each -> each.area().equals(area)).toList());
    }

    /**
     * Why the forecast of an area is no better than the results of the other trials; empty where nobody has written it.
     *
     * @param block empty for the arms forecast without their own trial
     */
    public Optional<Text> shortfall(Optional<Scored.Block> block, String area) {
        return shortfalls.stream()
                .filter(each -> each.area().equals(area) && each.block().equals(block))
                .map(Shortfall::why)
                .findFirst();
    }

    /**
     * How far the simulated trials are off by how the published ones were blinded, area by area and then all together. Harms are no
     * gain that somebody who knows the treatment could see larger than it is.
     */
    public List<BlindingError> byBlinding() {
        return BlindingError.of(arms.stream().filter(arm -> !arm.countsHarm()).toList(), trials);
    }

    /** How far people differ in the arms of an area. */
    public List<PeopleSpread> spreads(String area) {
        return spreads.stream().filter(each -> each.area().equals(area)).toList();
    }

    private static Optional<Coverage> coverage(List<ScoredArm> arms) {
        return arms.isEmpty() ? Optional.empty() : Optional.of(Coverage.of(arms));
    }

    /** How many published trials without a difference the simulation expected to find one. */
    public int nullsPositive() {
        return (int) nulls.stream().filter(NullTrial::positive).count();
    }

    /** How many of the trials without a difference are neither expected to find one nor not to, for too few trials were simulated. */
    public int nullsUndecided() {
        return (int) nulls.stream().filter(NullTrial::undecided).count();
    }
}
