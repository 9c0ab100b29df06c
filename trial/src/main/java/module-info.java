/** Virtual trials: the study language, arms, patients, tasks and their analysis. */
module org.blastema.trial {
    requires static org.jspecify;

    exports org.blastema.trial;
}
