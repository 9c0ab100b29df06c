package org.blastema.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of the table of patients are.
 *
 * @param covariates names of the covariates
 * @param endpoints name of each endpoint to its days of measurement, as they stand in the column names
 */
record PatientColumns(List<String> covariates, Map<String, List<String>> endpoints) {
    private static final List<String> FIRST = List.of("trial", "arm", "patient", "failed");
    private static final String BASELINE = ".baseline";
    private static final int CODE = 8;

    static PatientColumns of(List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        Map<String, List<String>> endpoints = new LinkedHashMap<>();
        for (String name : names) {
            if (name.endsWith(BASELINE)) {
                String endpoint = name.substring(0, name.length() - BASELINE.length());
                String start = endpoint + ".d";
                endpoints.put(
                        endpoint,
                        names.stream()
                                .filter(each -> each.startsWith(start))
                                .map(each -> each.substring(start.length()))
                                .toList());
            }
        }
        List<String> covariates = names.stream()
                .filter(name -> !FIRST.contains(name))
                .filter(name -> endpoints.keySet().stream().noneMatch(each -> name.startsWith(each + ".")))
                .toList();
        return new PatientColumns(covariates, endpoints);
    }

    /** A code of at most eight capital letters and figures for each name, no two the same. */
    static List<String> codes(List<String> names) {
        Set<String> codes = new LinkedHashSet<>();
        for (String name : names) {
            String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            String code = plain.substring(0, Math.min(CODE, plain.length()));
            for (int i = 2; !codes.add(code); i++) {
                String number = Integer.toString(i);
                code = plain.substring(0, Math.min(CODE - number.length(), plain.length())) + number;
            }
        }
        return new ArrayList<>(codes);
    }
}
