/** Published outcomes, and what the simulation says beside them. */
module org.blastema.evidence {
    requires static org.jspecify;
    requires transitive org.blastema.trial;

    exports org.blastema.evidence;
}
