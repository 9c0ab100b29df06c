package org.blastema.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.blastema.core.Decimal;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Calibrated;

/** A calibration on the terminal. */
public final class CalibrationTable {
    private CalibrationTable() {}

    /** The table and the sentences below it. */
    public static List<String> of(Calibrated calibrated, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(calibrated.calibration().title().in(language));
        lines.add("");
        lines.addAll(Aligned.of(rows(calibrated, language), 1));
        lines.add("");
        CalibrationWords.of(calibrated).forEach(sentence -> lines.add(sentence.in(language)));
        if (calibrated.mechanisms().size() > 1) {
            for (Calibrated.Mechanism each : calibrated.mechanisms()) {
                lines.add("  " + MechanismWords.title(calibrated, each).in(language) + ": " + weight(each));
            }
            lines.add(MechanismWords.weights().in(language));
        }
        return lines;
    }

    static String weight(Calibrated.Mechanism each) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f)",
                each.weight(),
                each.weights().low(),
                each.weights().high());
    }

    static List<List<String>> rows(Calibrated calibrated, Language language) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                new Text("parameter", "المعامل").in(language),
                new Text("unit", "الوحدة").in(language),
                new Text("before, 95 %", "قبل، 95٪").in(language),
                new Text("after, mean", "بعد، المتوسط").in(language),
                new Text("after, 95 %", "بعد، 95٪").in(language),
                new Text("width left", "ما بقي من العرض").in(language),
                "R-hat",
                new Text("effective", "فعّالة").in(language))));
        for (Calibrated.FreeResult each : calibrated.parameters()) {
            rows.add(List.of(
                    each.free().column(),
                    each.free().prior().unit().code(),
                    number(each.prior().low()) + " .. " + number(each.prior().high()),
                    number(each.mean()),
                    number(each.after().low()) + " .. " + number(each.after().high()),
                    String.format(Locale.ROOT, "%.2f", each.width()),
                    String.format(Locale.ROOT, "%.3f", each.rHat()),
                    String.format(Locale.ROOT, "%.0f", each.effective())));
        }
        return rows;
    }

    static String number(double value) {
        return Decimal.plain(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }
}
