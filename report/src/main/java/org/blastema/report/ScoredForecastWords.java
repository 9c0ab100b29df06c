package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.ScoredArm;
import org.blastema.evidence.ScoredForecast;
import org.blastema.formats.SealedForecast;

/** A sealed forecast beside what was published afterwards, on the terminal. */
public final class ScoredForecastWords {
    private static final int FIRST_NUMBER = 3;

    private final Language language;
    private final Lines lines;

    private ScoredForecastWords(Language language) {
        this.language = language;
        this.lines = new Lines(language);
    }

    public static List<String> of(SealedForecast sealed, ScoredForecast scored, Language language) {
        ScoredForecastWords words = new ScoredForecastWords(language);
        words.lines.say(
                0,
                "Forecast of %s (%s), sealed on %s, unchanged since: SHA-256 %s",
                "توقّع %s (%s)، خُتم في %s ولم يتغيّر منذئذ: SHA-256 %s",
                sealed.forecast().study(),
                sealed.forecast().registration(),
                sealed.date(),
                sealed.sha256());
        words.arms(scored);
        scored.conclusions().forEach(words::conclusion);
        scored.leftOut().forEach(words::leftOut);
        return words.lines.written();
    }

    private void arms(ScoredForecast scored) {
        if (scored.arms().isEmpty()) {
            return;
        }
        lines.add("");
        List<List<String>> rows = new ArrayList<>(List.of(head()));
        scored.arms().forEach(arm -> rows.add(cells(arm)));
        Aligned.of(rows, FIRST_NUMBER).forEach(lines::add);
        lines.add("");
        scored.coverage()
                .ifPresent(
                        coverage -> ValidationWords.coverage(coverage).forEach(each -> lines.add(each.in(language))));
    }

    private List<String> head() {
        return List.of(
                say("arm", "المجموعة"),
                say("endpoint", "المقياس"),
                say("number", "العدد"),
                say("month", "الشهر"),
                say("published", "المنشور"),
                say("from", "من"),
                say("to", "إلى"),
                "CRPS",
                say("reference", "المرجع"),
                say("interval", "المجال"));
    }

    private List<String> cells(ScoredArm arm) {
        return List.of(
                arm.arm(),
                arm.endpoint(),
                ValidationTable.kind(arm).in(language),
                ValidationTable.month(arm.month()),
                ValidationTable.number(arm.observed()),
                ValidationTable.number(arm.low()),
                ValidationTable.number(arm.high()),
                ValidationTable.number(arm.crps()),
                number(arm.reference()),
                ValidationTable.inside(arm.inside()).in(language));
    }

    private String number(OptionalDouble value) {
        return value.isPresent() ? ValidationTable.number(value.getAsDouble()) : say("none", "لا يوجد");
    }

    private void conclusion(ScoredForecast.Conclusion each) {
        lines.add("");
        lines.say(
                0,
                "%s against %s, %s at month %s: forecast %s (%.0f of 100 simulated trials find a difference), published: %s. %s",
                "%s مقابل %s، %s في الشهر %s: التوقّع %s (تجد فرقاً %.0f من كل 100 تجربة محاكاة)، والمنشور: %s. %s",
                each.row().arm(),
                each.row().versus(),
                each.row().endpoint(),
                ValidationTable.month(each.row().visit().month()),
                ForecastWords.expected(each.row().expected()),
                100 * each.row().found().orElse(0),
                each.found()
                        .map(ForecastWords::expected)
                        .orElse(new Text("no interval, so no conclusion", "بلا مجال ثقة، فلا خلاصة")),
                came(each.asForecast()));
        each.inside()
                .ifPresent(inside -> lines.say(
                        1,
                        "published difference %s, 95 %% of trials %s to %s: %s; CRPS %s",
                        "الفرق المنشور %s، و95٪ من التجارب من %s إلى %s: %s؛ CRPS %s",
                        ValidationTable.number(each.difference().orElseThrow()),
                        ValidationTable.number(each.row().most().low()),
                        ValidationTable.number(each.row().most().high()),
                        ValidationTable.inside(inside),
                        number(each.crps())));
    }

    private static Text came(Optional<Boolean> asForecast) {
        return asForecast
                .map(each -> each
                        ? new Text("It came out as forecast.", "جاءت كما تُوقّع.")
                        : new Text("It did NOT come out as forecast.", "لم تأتِ كما تُوقّع."))
                .orElse(new Text("Nothing is judged.", "لا يُحكم على شيء."));
    }

    private void leftOut(ScoredForecast.LeftOut each) {
        lines.say(
                0,
                "not scored: %s, %s, %s: %s",
                "لم يُقيَّم: %s، %s، %s: %s",
                each.outcome().arm(),
                each.outcome().endpoint(),
                ValidationTable.kind(each.outcome().kind(), each.outcome().statistic()),
                switch (each.reason()) {
                    case RECALLED -> new Text("recalled, which decides nothing", "مستذكَر، فلا يحسم شيئاً");
                    case NOT_FORECAST ->
                        new Text(
                                "there is no forecast of it; `predict` lists the arms, endpoints and months forecast",
                                "لا توقّع له؛ ويسرد predict المجموعات والمقاييس والأشهر المتوقّعة");
                    case OFF_SCALE ->
                        new Text(
                                "the scale has no such number, so it is a slip or another scale",
                                "لا يتّسع المقياس لهذا العدد، فهو سهو أو مقياس آخر");
                    case NO_NUMBER -> new Text("a finding in words alone", "نتيجة بالكلمات وحدها");
                });
    }

    private String say(String en, String ar) {
        return new Text(en, ar).in(language);
    }
}
