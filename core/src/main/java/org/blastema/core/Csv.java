package org.blastema.core;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a table of comma-separated values (RFC 4180) as one mapping a row, so that it is bound like any other file, and writes one. The first row
 * names the columns; an empty cell is an absent key. The column of a position is the number of the cell in its row.
 */
public final class Csv {
    private Csv() {}

    /**
     * The rows below the head.
     *
     * @param file the name that positions carry
     * @throws InvalidInput if it is too large, not UTF-8, has no head, a column twice or a row of another length
     */
    public static List<Yaml.Mapping> read(String file, byte[] bytes) {
        List<CsvRecord> records = records(file, Utf8.decode(file, bytes));
        if (records.isEmpty()) {
            throw new InvalidInput(new Position(file, 1, 1), "the table is empty", "its first row names the columns");
        }
        List<Yaml.Scalar> head = head(file, records.getFirst());
        return records.stream().skip(1).map(record -> row(file, head, record)).toList();
    }

    /** Rows as a table, its head first; a cell is put in quotes where it must be. */
    public static String write(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<CsvRecord> records(String file, String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException | IOException e) {
            throw new InvalidInput(
                    new Position(file, 1, 1),
                    String.valueOf(e.getMessage()),
                    "the file must be comma-separated values");
        }
    }

    private static List<Yaml.Scalar> head(String file, CsvRecord record) {
        List<Yaml.Scalar> head = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : record.getFields()) {
            Yaml.Scalar column = cell(file, record, head.size(), name);
            if (!seen.add(name)) {
                throw new InvalidInput(column.position(), "the column '" + name + "' a second time", "columns differ");
            }
            head.add(column);
        }
        return head;
    }

    private static Yaml.Mapping row(String file, List<Yaml.Scalar> head, CsvRecord record) {
        Position at = new Position(file, Math.toIntExact(record.getStartingLineNumber()), 1);
        if (record.getFieldCount() != head.size()) {
            throw new InvalidInput(
                    at,
                    "a row of " + record.getFieldCount() + " cells",
                    "every row has the " + head.size() + " columns of the first");
        }
        List<Yaml.Entry> entries = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            if (!record.getField(i).isEmpty()) {
                entries.add(new Yaml.Entry(head.get(i), cell(file, record, i, record.getField(i))));
            }
        }
        return new Yaml.Mapping(entries, at);
    }

    private static Yaml.Scalar cell(String file, CsvRecord record, int index, String text) {
        return new Yaml.Scalar(
                text, true, new Position(file, Math.toIntExact(record.getStartingLineNumber()), index + 1));
    }
}
