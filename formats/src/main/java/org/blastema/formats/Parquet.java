package org.blastema.formats;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Parquet files through DuckDB, one thread and a bounded memory, so that the same rows give the same bytes. */
final class Parquet implements AutoCloseable {
    private final Connection connection;

    private Parquet(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param scratch an existing folder for what does not fit into memory
     */
    static Parquet open(Path scratch) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET threads = 1");
                statement.execute("SET memory_limit = '768MB'");
                statement.execute("SET temp_directory = " + literal(scratch.toString()));
            }
            return new Parquet(connection);
        } catch (SQLException e) {
            throw new Failure("DuckDB cannot be started: " + firstLine(e));
        }
    }

    /** Writes a table; the SHA-256 over its rows comes back. */
    String write(Table table, Path file) {
        RowHash hash = new RowHash();
        try (Statement statement = connection.createStatement()) {
            statement.execute(table.definition());
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender(table.name())) {
                table.rows().each(row -> {
                    hash.row(row);
                    append(appender, row);
                });
            }
            statement.execute("COPY " + Table.quoted(table.name()) + " TO " + literal(file.toString())
                    + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880, KV_METADATA {units: "
                    + literal(table.units()) + "})");
            statement.execute("DROP TABLE " + Table.quoted(table.name()));
        } catch (SQLException e) {
            throw new Failure(
                    file + " cannot be written: " + firstLine(e) + "; go on with --resume once that is mended");
        }
        return hash.hex();
    }

    private static void append(DuckDBAppender appender, Object[] row) {
        try {
            appender.beginRow();
            for (Object value : row) {
                switch (value) {
                    case Double number when number.isNaN() -> appender.appendNull();
                    case Double number -> appender.append(number.doubleValue());
                    case Long whole -> appender.append(whole.longValue());
                    case Boolean truth -> appender.append(truth.booleanValue());
                    default -> appender.append(value.toString());
                }
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new Failure("a row cannot be written: " + firstLine(e));
        }
    }

    /** Reads the rows of a file in its order; a missing number is NaN. */
    void read(Path file, List<Column> columns, Consumer<Object[]> consumer) {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT * FROM read_parquet(" + literal(file.toString()) + ")")) {
            Object[] row = new Object[columns.size()];
            while (rows.next()) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = value(rows, i + 1, columns.get(i).type());
                }
                consumer.accept(row);
            }
        } catch (SQLException e) {
            throw new Failure(file + " cannot be read: " + firstLine(e));
        }
    }

    private static Object value(ResultSet rows, int index, Column.Type type) throws SQLException {
        return switch (type) {
            case BIGINT -> rows.getLong(index);
            case DOUBLE -> {
                double number = rows.getDouble(index);
                yield rows.wasNull() ? Double.NaN : number;
            }
            case VARCHAR -> rows.getString(index);
            case BOOLEAN -> rows.getBoolean(index);
        };
    }

    /** The columns of a file, with the units of its metadata. */
    List<Column> columns(Path file) {
        try (Statement statement = connection.createStatement()) {
            List<Column> columns = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + literal(file.toString()) + ")")) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), Column.Type.valueOf(rows.getString(2)), ""));
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new Failure(file + " cannot be read: " + firstLine(e));
        }
    }

    /** The units of a file, as JSON. */
    String units(Path file) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT decode(value) FROM parquet_kv_metadata("
                        + literal(file.toString()) + ") WHERE decode(key) = 'units'")) {
            return rows.next() ? rows.getString(1) : "{}";
        } catch (SQLException e) {
            throw new Failure(file + " cannot be read: " + firstLine(e));
        }
    }

    /** Writes a Parquet file as CSV with a head line. */
    void toCsv(String select, Path file) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO " + literal(file.toString()) + " (FORMAT csv, HEADER)");
        } catch (SQLException e) {
            throw new Failure(file + " cannot be written: " + firstLine(e));
        }
    }

    void view(String name, String select) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW " + Table.quoted(name) + " AS " + select);
        } catch (SQLException e) {
            throw new Failure("the table " + name + " cannot be read: " + firstLine(e));
        }
    }

    /** The rows of a question; only one that asks, so that nothing is changed. */
    Answer answer(String sql) {
        String question = sql.strip().replaceAll(";+$", "");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM (\n" + question + "\n)")) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            List<List<Optional<Object>>> all = new ArrayList<>();
            while (rows.next()) {
                List<Optional<Object>> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(Optional.ofNullable(rows.getObject(i)));
                }
                all.add(row);
            }
            return new Answer(columns, all);
        } catch (SQLException e) {
            throw new InvalidInput(
                    new Position("SQL", 1, 1),
                    firstLine(e),
                    "a question is one SELECT over the tables " + String.join(", ", RunTables.NAMES));
        }
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new Failure("DuckDB cannot be closed: " + firstLine(e));
        }
    }
}
