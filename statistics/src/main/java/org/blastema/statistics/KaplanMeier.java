package org.blastema.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The share of people without an event over time, of whom some were last seen before it (Kaplan and Meier 1958). */
public final class KaplanMeier {
    private KaplanMeier() {}

    /**
     * What is known from a time of events on.
     *
     * @param time of the events
     * @param atRisk seen without an event until then; whoever is last seen at that very time is among them
     * @param events at that time
     * @param share without an event after it, 0 to 1
     * @param standardError of the share (Greenwood 1926); NaN once nobody is left
     */
    public record Step(double time, int atRisk, int events, double share, double standardError) {}

    /**
     * One step for each time with an event, ascending.
     *
     * @param times of the event or of being last seen, one a person
     * @param events whether it was the event
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static List<Step> of(double[] times, boolean[] events) {
        if (times.length != events.length) {
            throw new IllegalArgumentException(times.length + " times, " + events.length + " events");
        }
        double[] distinct = IntStream.range(0, times.length)
                .filter(i -> events[i])
                .mapToDouble(i -> times[i])
                .distinct()
                .sorted()
                .toArray();
        List<Step> steps = new ArrayList<>();
        double share = 1;
        double greenwood = 0;
        for (double time : distinct) {
            int atRisk = (int) IntStream.range(0, times.length)
                    .filter(i -> times[i] >= time)
                    .count();
            int now = (int) IntStream.range(0, times.length)
                    .filter(i -> events[i] && times[i] == time)
                    .count();
            share *= 1 - (double) now / atRisk;
            greenwood += now / ((double) atRisk * (atRisk - now));
            steps.add(new Step(time, atRisk, now, share, share * Math.sqrt(greenwood)));
        }
        return List.copyOf(steps);
    }
}
