/** Virtual trials: the study language, arms, patients, tasks and their analysis. */
module org.blastema.trial {
    requires static org.jspecify;
    requires transitive org.blastema.core;
    requires transitive org.blastema.statistics;
    requires transitive org.blastema.model;
    requires transitive org.blastema.kinetics;

    exports org.blastema.trial;
}
