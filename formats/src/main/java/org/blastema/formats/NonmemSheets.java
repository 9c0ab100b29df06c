package org.blastema.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A data set in the manner of NONMEM: dose records (EVID 1, one a field of a dose that is not 0) and measurements (EVID 0), the keys
 * of its numbers in a second file. A missing number is a point.
 */
final class NonmemSheets {
    private final RunTables tables;
    private final PatientColumns columns;

    NonmemSheets(RunTables tables, PatientColumns columns) {
        this.tables = tables;
        this.columns = columns;
    }

    List<Sheet> all() {
        return List.of(new Sheet("nonmem.csv", records()), new Sheet("nonmem-keys.csv", keys()));
    }

    private String records() {
        List<String> parts = new ArrayList<>();
        int endpoint = 1;
        for (Map.Entry<String, List<String>> each : columns.endpoints().entrySet()) {
            parts.add(record("0", ".", 0, endpoint, 0, Table.quoted(each.getKey() + ".baseline"), ""));
            for (String day : each.getValue()) {
                parts.add(record(day, ".", 0, endpoint, 0, Table.quoted(each.getKey() + ".d" + day), ""));
            }
            endpoint++;
        }
        List<String> amounts = amounts();
        for (RunTables.Given dose : tables.doses()) {
            parts.add(record(
                    Double.toString(dose.day()),
                    Double.toString(dose.amount()),
                    1,
                    0,
                    1 + amounts.indexOf(dose.amountName()),
                    "NULL",
                    " WHERE arm = " + Parquet.literal(dose.arm())));
        }
        return "SELECT * EXCLUDE (row, number) FROM (" + String.join(" UNION ALL ", parts)
                + ") ORDER BY row, TIME, EVID, DVID, CMT";
    }

    private String record(
            String time, String amount, int event, int endpoint, int compartment, String value, String where) {
        StringBuilder covariates = new StringBuilder();
        List<String> codes = PatientColumns.codes(columns.covariates());
        for (int i = 0; i < codes.size(); i++) {
            covariates
                    .append(", ")
                    .append(Table.quoted(columns.covariates().get(i)))
                    .append(" AS ")
                    .append(codes.get(i));
        }
        return "SELECT " + RunTables.ID + " AS SIMID, row + 1 AS ID, " + time + "::DOUBLE AS TIME, "
                + Parquet.literal(amount) + " AS AMT, " + event + " AS EVID, " + compartment + " AS CMT, " + endpoint
                + " AS DVID, coalesce(" + value + "::VARCHAR, '.') AS DV, CASE WHEN " + value
                + " IS NULL THEN 1 ELSE 0 END AS MDV, trial AS TRIAL, "
                + "list_position(" + list(tables.arms()) + ", arm) AS ARM" + covariates
                + ", row, 0 AS number FROM " + tables.numbered("patients") + where;
    }

    private List<String> amounts() {
        return tables.doses().stream()
                .map(RunTables.Given::amountName)
                .distinct()
                .sorted()
                .toList();
    }

    private static String list(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(Parquet::literal).toList()) + "]";
    }

    private String keys() {
        List<String> rows = new ArrayList<>();
        key(rows, "ARM", tables.arms());
        key(
                rows,
                "DVID",
                columns.endpoints().keySet().stream()
                        .map(each -> each + tables.unit(each + ".baseline"))
                        .toList());
        key(rows, "CMT", amounts());
        return "SELECT " + tables.label() + " AS DATA, * FROM (VALUES " + String.join(", ", rows)
                + ") AS keys(COLUMN_NAME, VALUE, MEANING)";
    }

    private static void key(List<String> rows, String column, List<String> meanings) {
        for (int i = 0; i < meanings.size(); i++) {
            rows.add("(" + Parquet.literal(column) + ", " + (i + 1) + ", " + Parquet.literal(meanings.get(i)) + ")");
        }
    }
}
