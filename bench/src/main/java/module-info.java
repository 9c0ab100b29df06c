/** Whole-run benchmarks with their own timer. */
module org.blastema.bench {
    requires static org.jspecify;
    requires transitive org.blastema.report;
    requires java.management;

    exports org.blastema.bench;
}
