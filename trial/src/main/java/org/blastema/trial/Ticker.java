package org.blastema.trial;

/** Hears of each patient of an arm that is done, from any thread. */
@FunctionalInterface
interface Ticker {
    void tick();
}
