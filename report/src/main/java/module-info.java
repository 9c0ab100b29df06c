/** The page of a run and its summary on the terminal, in English and Arabic. */
module org.blastema.report {
    requires static org.jspecify;
    requires transitive org.blastema.formats;

    exports org.blastema.report;
}
