package org.blastema.trial;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What one task found: one block of one replicate trial in every arm, or one block of twins.
 *
 * @param task index of the task
 * @param trial index of the replicate trial, -1 for twins
 * @param first index of the first patient (person) of the block
 * @param rows by arm, the run's scenario; empty for twins
 * @param twins by arm; empty for parallel groups
 * @param failures patients whose solution failed, in all scenarios
 * @param sums what the block adds up to, for the analysis; {@link Sums#NONE} for twins
 */
public record TaskResult(
        int task,
        int trial,
        int first,
        List<ArmRows> rows,
        List<TwinRows> twins,
        List<PatientFailure> failures,
        Sums sums) {

    /** Whether the task is a block of twins. */
    public boolean ofTwins() {
        return trial < 0;
    }

    /** Writes the result with its format version and a checksum. */
    public void write(DataOutput out) throws IOException {
        TaskCodec.write(this, out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is cut short, of another version, or does not match its checksum
     */
    public static TaskResult read(DataInput in) throws IOException {
        return TaskCodec.read(in);
    }
}
