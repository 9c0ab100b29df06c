package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Forecast;
import org.blastema.evidence.Outcome;
import org.blastema.formats.SealedForecast;

/** A sealed forecast in words. */
public final class ForecastWords {
    private static final int FIRST_NUMBER = 3;

    private final SealedForecast sealed;
    private final Forecast forecast;
    private final Language language;

    private ForecastWords(SealedForecast sealed, Language language) {
        this.sealed = sealed;
        this.forecast = sealed.forecast();
        this.language = language;
    }

    /** The forecast on the terminal: the mean changes and differences of every arm, endpoint and visit. */
    public static List<String> of(SealedForecast sealed, Language language) {
        return new ForecastWords(sealed, language).lines();
    }

    /** The forecast as a page in English and Arabic, the same bytes for the same seal. */
    public static String page(SealedForecast sealed) {
        StringBuilder page = new StringBuilder("# " + sealed.forecast().study() + "\n\nMade by `./blastema predict "
                + sealed.forecast().study() + "`, not by hand. All numbers stand in `"
                + sealed.forecast().study() + ".json`.\n");
        new ForecastWords(sealed, Language.EN).page(page);
        page.append("\n<div dir=\"rtl\" lang=\"ar\">\n");
        new ForecastWords(sealed, Language.AR).page(page);
        return page.append("\n</div>\n").toString();
    }

    private void page(StringBuilder page) {
        sentences().forEach(sentence -> page.append('\n').append(sentence).append('\n'));
        List<List<String>> table = table();
        page.append('\n');
        for (int i = 0; i < table.size(); i++) {
            page.append("| ").append(String.join(" | ", table.get(i))).append(" |\n");
            if (i == 0) {
                page.append("|---|---|---|---:|---:|---:|---:|\n");
            }
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(sentences());
        lines.add("");
        lines.addAll(Aligned.of(table(), FIRST_NUMBER));
        return lines;
    }

    private List<String> sentences() {
        List<Text> told = new ArrayList<>();
        told.add(Finding.of(
                "Forecast of %s (%s), sealed on %s; SHA-256 %s",
                "توقّع %s (%s)، خُتم في %s؛ SHA-256 %s",
                forecast.study(),
                forecast.registration(),
                sealed.date(),
                sealed.sha256()));
        if (!forecast.modified().isEmpty()) {
            told.add(Finding.of("MODIFIED: %s", "معدَّل: %s", String.join(", ", forecast.modified())));
        }
        told.add(Finding.of(
                "%d simulated trials of this size (%s), scenario %s, seed %d, program %s. A simulation, not medical advice.",
                "%d تجربة محاكاة بهذا الحجم (%s)، السيناريو %s، البذرة %d، البرنامج %s. محاكاة، وليست نصيحة طبية.",
                forecast.trials(),
                arms(),
                Terms.scenario(forecast.design().scenario()),
                forecast.seed(),
                forecast.inputs().getOrDefault("program", "")));
        forecast.primary().forEach(row -> told.add(conclusion(row)));
        told.add(new Text(
                "The date stands outside of the hash and proves nothing by itself; publishing the hash does.",
                "التاريخ خارج البصمة ولا يثبت شيئاً بنفسه؛ إنما يثبته نشر البصمة."));
        return told.stream().map(each -> each.in(language)).toList();
    }

    private String arms() {
        return String.join(
                ", ",
                forecast.design().arms().stream()
                        .map(arm -> arm.name() + " " + arm.patients())
                        .toList());
    }

    private Text conclusion(Forecast.Row row) {
        return Finding.of(
                "%s against %s, %s at month %s: %.0f of 100 such trials find a difference (two-sided level %s); the forecast is %s.",
                "%s مقابل %s، %s في الشهر %s: تجد فرقاً %.0f من كل 100 تجربة كهذه (مستوى ثنائي الطرف %s)؛ والتوقّع %s.",
                row.arm(),
                row.versus(),
                row.endpoint(),
                ValidationTable.month(row.visit().month()),
                100 * row.found().orElse(0),
                Double.toString(forecast.design().alpha()),
                expected(row.expected()));
    }

    /** What is concluded. */
    static Text expected(boolean difference) {
        return difference ? new Text("a difference", "فرق") : new Text("no difference", "لا فرق");
    }

    private List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                say("arm", "المجموعة"),
                say("endpoint", "المقياس"),
                say("number", "العدد"),
                say("month", "الشهر"),
                say("mean", "المتوسط"),
                say("50 % of trials", "50٪ من التجارب"),
                say("95 % of trials", "95٪ من التجارب")));
        forecast.rows().stream().filter(ForecastWords::told).forEach(row -> rows.add(cells(row)));
        return rows;
    }

    /** Values and medians stand in the JSON alone. */
    private static boolean told(Forecast.Row row) {
        return row.statistic() == Outcome.Statistic.MEAN && row.kind() != Outcome.Kind.VALUE;
    }

    private List<String> cells(Forecast.Row row) {
        return List.of(
                row.versus().isEmpty() ? row.arm() : row.arm() + " - " + row.versus(),
                row.endpoint(),
                ValidationTable.kind(row.kind(), row.statistic()).in(language),
                ValidationTable.month(row.visit().month()),
                ValidationTable.number(row.mean()),
                range(row.half().low(), row.half().high()),
                range(row.most().low(), row.most().high()));
    }

    private String range(double low, double high) {
        return String.format(
                Locale.ROOT, say("%s to %s", "%s إلى %s"), ValidationTable.number(low), ValidationTable.number(high));
    }

    private String say(String en, String ar) {
        return new Text(en, ar).in(language);
    }
}
