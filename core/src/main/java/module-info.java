/** What every module stands on. */
module org.blastema.core {
    requires static org.jspecify;
    requires org.snakeyaml.engine;
    requires de.siegmar.fastcsv;
    requires ucum;
    requires hipparchus.core;
    requires hipparchus.stat;

    exports org.blastema.core;
}
