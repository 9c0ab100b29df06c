package org.blastema.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.blastema.trial.Visit;

/** The variables of CDISC ADaM: ADSL (subjects), ADQS (measurements, with change from baseline), ADAE (adverse events). */
final class AdamSheets {
    private final RunTables tables;
    private final PatientColumns columns;

    AdamSheets(RunTables tables, PatientColumns columns) {
        this.tables = tables;
        this.columns = columns;
    }

    List<Sheet> all() {
        return List.of(
                new Sheet("adsl.csv", subjects()),
                new Sheet("adqs.csv", measurements()),
                new Sheet("adae.csv", events()));
    }

    private String head() {
        return tables.label() + " AS DATA, " + Parquet.literal(tables.study()) + " AS STUDYID, " + RunTables.ID
                + " AS USUBJID, trial AS TRIAL";
    }

    private String subjects() {
        StringBuilder select = new StringBuilder("SELECT " + head() + ", arm AS ARM, arm AS TRT01P");
        List<String> codes = PatientColumns.codes(columns.covariates());
        for (int i = 0; i < codes.size(); i++) {
            select.append(", ")
                    .append(Table.quoted(columns.covariates().get(i)))
                    .append(" AS ")
                    .append(codes.get(i));
        }
        return select.append(", CASE WHEN failed THEN 'N' ELSE 'Y' END AS SIMFL FROM ")
                .append(tables.from("patients"))
                .toString();
    }

    private String measurements() {
        List<String> codes =
                PatientColumns.codes(List.copyOf(columns.endpoints().keySet()));
        List<String> parts = new ArrayList<>();
        int endpoint = 0;
        for (Map.Entry<String, List<String>> each : columns.endpoints().entrySet()) {
            String base = Table.quoted(each.getKey() + ".baseline");
            String parameter = Parquet.literal(codes.get(endpoint)) + " AS PARAMCD, "
                    + Parquet.literal(each.getKey() + tables.unit(each.getKey() + ".baseline")) + " AS PARAM";
            parts.add(measurement(endpoint, parameter, "Baseline", "0", base, base));
            for (String day : each.getValue()) {
                String value = Table.quoted(each.getKey() + ".d" + day);
                parts.add(measurement(endpoint, parameter, visit(day), day, value, base));
            }
            endpoint++;
        }
        return "SELECT * EXCLUDE (row, parameter) FROM (" + String.join(" UNION ALL ", parts)
                + ") ORDER BY row, parameter, ADY";
    }

    private String measurement(int endpoint, String parameter, String visit, String day, String value, String base) {
        return "SELECT " + head() + ", arm AS TRTP, " + parameter + ", " + Parquet.literal(visit) + " AS AVISIT, "
                + day + "::DOUBLE AS ADY, " + value + " AS AVAL, " + base + " AS BASE, " + value + " - " + base
                + " AS CHG, row, " + endpoint + " AS parameter FROM " + tables.numbered("patients") + " WHERE " + value
                + " IS NOT NULL";
    }

    private static String visit(String day) {
        double months = Visit.at(Double.parseDouble(day)).month();
        return months == Math.rint(months) && months > 0
                ? String.format(Locale.ROOT, "Month %d", (long) months)
                : "Day " + day;
    }

    private String events() {
        return "SELECT " + head() + ", arm AS TRTA, term AS AETERM, day AS ASTDY, "
                + "CASE WHEN serious THEN 'Y' ELSE 'N' END AS AESER FROM " + tables.from("events");
    }
}
