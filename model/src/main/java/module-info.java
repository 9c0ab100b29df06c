/** The model language and the expression graph. */
module org.blastema.model {
    requires static org.jspecify;
    requires transitive org.blastema.core;

    exports org.blastema.model;
    exports org.blastema.model.graph;
}
