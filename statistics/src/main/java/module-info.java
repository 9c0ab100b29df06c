/** Statistics of trials, thin over maintained libraries. */
module org.blastema.statistics {
    requires static org.jspecify;
    requires transitive org.blastema.core;
    requires hipparchus.core;
    requires hipparchus.stat;

    exports org.blastema.statistics;
}
