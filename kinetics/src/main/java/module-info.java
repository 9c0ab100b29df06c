/** Equations to numbers: code generation and integrators. */
module org.blastema.kinetics {
    requires static org.jspecify;
    requires transitive org.blastema.model;

    exports org.blastema.kinetics;
}
