/** The run folder and its files: Parquet through DuckDB, JSON, CSV. */
module org.blastema.formats {
    requires static org.jspecify;
    requires transitive org.blastema.evidence;
    requires tools.jackson.core;
    requires java.sql;
    requires duckdb.jdbc;

    exports org.blastema.formats;
}
