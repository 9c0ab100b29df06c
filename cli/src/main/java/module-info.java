/** The {@code blastema} command. */
module org.blastema.cli {
    requires static org.jspecify;
    requires org.blastema.report;
    requires org.blastema.bench;
    requires info.picocli;

    opens org.blastema.cli to
            info.picocli;
}
