package org.blastema.bench;

import java.util.Arrays;
import org.blastema.formats.JsonObject;

/**
 * One measurement.
 *
 * @param value median of the repeats
 * @param low least, {@code high} greatest of the repeats
 * @param heapBytes peak of the heap in use
 */
public record BenchRow(
        String name, int threads, double value, String unit, int repeats, double low, double high, long heapBytes) {
    static BenchRow of(String name, int threads, String unit, double[] times, long heapBytes) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new BenchRow(name, threads, median, unit, times.length, sorted[0], sorted[sorted.length - 1], heapBytes);
    }

    public JsonObject json() {
        return new JsonObject()
                .put("name", name)
                .put("threads", threads)
                .put("value", value)
                .put("unit", unit)
                .put("repeats", repeats)
                .put("low", low)
                .put("high", high)
                .put("heap_bytes", heapBytes);
    }
}
