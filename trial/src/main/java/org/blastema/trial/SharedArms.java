package org.blastema.trial;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Blocks of arms that were simulated, for the plans that have the same arm again: one whose parameters move in the other arm alone, or
 * that is compared with another. An arm is known by what decides its numbers, {@link Plan#hash(int)}, so that what is found here is what
 * would be simulated, bit for bit. What was not asked for longest is forgotten first. For plans of one library; shared by threads.
 */
public final class SharedArms {
    /** Numbers that are kept at most, of 8 bytes each. */
    private static final long MOST = 8_000_000;

    private final long most;
    private final LinkedHashMap<String, Map<Place, ArmBlock>> arms = new LinkedHashMap<>(16, 0.75f, true);
    private long numbers;

    /** Nothing is known yet. */
    public SharedArms() {
        this(MOST);
    }

    SharedArms(long most) {
        this.most = most;
    }

    /** Keeps nothing. */
    static SharedArms none() {
        return new SharedArms(0);
    }

    /** Where a block stands among those of its arm. */
    private record Place(int trial, int first) {}

    /** The block of an arm that fills its places itself. */
    Optional<ArmBlock> led(String arm, int trial, int first) {
        return find(arm, new Place(trial, first)).filter(block -> block.leads);
    }

    /**
     * The block of an arm with the persons of another.
     *
     * @param leader the other's
     */
    Optional<ArmBlock> followed(String arm, ArmBlock leader) {
        return find(arm, new Place(leader.trial, leader.first))
                .filter(block -> Arrays.deepEquals(block.taken, leader.taken));
    }

    private synchronized Optional<ArmBlock> find(String arm, Place place) {
        return Optional.ofNullable(arms.get(arm)).map(blocks -> blocks.get(place));
    }

    /** Keeps a block that is full. */
    synchronized void keep(String arm, ArmBlock block) {
        ArmBlock before =
                arms.computeIfAbsent(arm, same -> new HashMap<>()).put(new Place(block.trial, block.first), block);
        numbers += block.numbers() - (before == null ? 0 : before.numbers());
        while (numbers > most) {
            numbers -= arms.pollFirstEntry().getValue().values().stream()
                    .mapToLong(ArmBlock::numbers)
                    .sum();
        }
    }
}
