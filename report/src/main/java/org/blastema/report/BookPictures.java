package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;
import org.blastema.statistics.Interval;

/** The hundred people of a claim, those who were treated never without those who were not. */
final class BookPictures {
    /** From here on a ratio is told as so many times, below it in percent. */
    static final double TIMES = 1.5;

    private static final int HUNDRED = 100;
    private static final Text NONE = new Text("", "");
    private static final Text AVERAGES = new Text(
            " The numbers above are averages over all sets, so they may not be divided by one another.",
            " والرقمان أعلاه متوسطان لكل المجموعات، فلا تقسم أحدهما على الآخر.");

    private final ClaimResult result;
    private final Html html;

    BookPictures(ClaimResult result, Html html) {
        this.result = result;
        this.html = html;
    }

    String pictures() {
        StringBuilder all = new StringBuilder();
        result.comparisons().stream()
                .filter(each -> each.experiment().decides()
                        && each.gain().isPresent()
                        && each.found().responders().isPresent()
                        && each.found().versusResponders().isPresent())
                .findFirst()
                .ifPresent(each -> all.append(compared(each)));
        result.found(ClaimResult.Told.class).forEach(each -> all.append(told(each)));
        result.found(ClaimResult.Occurred.class).stream()
                .filter(each -> each.experiment().decides() && each.share() != each.versusShare())
                .findFirst()
                .ifPresent(each -> all.append(occurred(each)));
        if (!all.isEmpty()) {
            result.claim()
                    .abovePictures()
                    .ifPresent(words -> all.insert(0, Html.el("p class=\"lesson\"", html.text(words))));
        }
        return all.toString();
    }

    private String compared(ClaimResult.Compared each) {
        Claim.Question asked = each.experiment().question();
        double versus = each.found().versusResponders().orElseThrow();
        double treated = each.found().responders().orElseThrow();
        boolean close = Math.abs(treated - versus) < 1.0 / HUNDRED;
        List<String> figures = new ArrayList<>();
        figures.add(better(ClaimTerms.title(each.titles(), asked.versus()), versus, versus, close));
        figures.add(better(ClaimTerms.title(each.titles(), asked.arm()), treated, close ? versus : treated, close));
        return Html.el(
                "div class=\"hundred\"",
                Html.el(
                        "h4",
                        html.say(
                                "Of 100 invented people: %s. A blue dot is a person with %s",
                                "من كل 100 شخص متخيَّل: %s. والنقطة الزرقاء شخص لديه %s",
                                each.experiment().label(),
                                each.gain().orElseThrow())),
                Html.el("div class=\"row\"", figures.toArray(String[]::new)),
                result.verdict().isPresent() ? Html.el("p", html.text(meaning(each)), others(each)) : "");
    }

    /** Whether other treatments pass the same test: in words, since their pictures would read as a ranking. */
    private String others(ClaimResult.Compared each) {
        if (each.beside().isEmpty()) {
            return "";
        }
        return " "
                + html.say(
                        "Would another treatment pass the same test at the same time? %s.",
                        "وهل يجتاز علاج آخر الاختبار نفسه في الموعد نفسه؟ %s.",
                        Finding.joined(each.beside().stream()
                                .map(beside -> Finding.of(
                                        "%s: %s",
                                        "%s: %s",
                                        ClaimTerms.title(each.titles(), beside.arm()),
                                        passed(beside.verdict())))
                                .toList()));
    }

    private static Text passed(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> new Text("yes", "نعم");
            case PARTLY -> new Text("perhaps", "ربما");
            case FAILS, UNTESTABLE, DECIDED_BY_ASSUMPTION ->
                new Text("it does not reach this limit in our calculation", "لا يبلغ هذا الحدّ في حسابنا");
        };
    }

    /** Shares that differ by less than a dot have the same dots, and words that tell them apart. */
    private String better(Text arm, double share, double drawn, boolean close) {
        return Dots.of(
                html,
                hundred(drawn),
                false,
                Finding.of(
                        close ? "%s: %.1f of 100" : "%s: %.0f of 100",
                        close ? "%s: %.1f من كل 100" : "%s: %.0f من كل 100",
                        arm,
                        HUNDRED * share));
    }

    private static int hundred(double share) {
        return (int) Math.round(HUNDRED * share);
    }

    /** How many must be treated, said only where the test was passed: beside another verdict the number would read as a benefit. */
    private static Text meaning(ClaimResult.Compared each) {
        return switch (each.verdict()) {
            case HOLDS, PARTLY -> needed(each);
            case FAILS ->
                Finding.of(
                        "The test asks for a difference of at least %s on average, and that did not come out. A small average difference lifts over the limit some who were just below it; nobody was cured by that.",
                        "يشترط الاختبار فرقاً لا يقلّ عن %s في المتوسط، ولم يخرج ذلك. وزاد عدد النقاط لأن فرقاً متوسطاً صغيراً جعل من كانوا قرب الحدّ يتجاوزونه؛ ولم يُشفَ بذلك أحد.",
                        Amounts.limit(each.experiment().mid().limit().value(), each.unit()));
            case UNTESTABLE ->
                new Text(
                        "Most of the difference between the two pictures was never measured, so they say nothing about real people.",
                        "معظم الفرق بين الصورتين لم يُقس قط، فهما لا تقولان شيئاً عن أناس حقيقيين.");
            case DECIDED_BY_ASSUMPTION ->
                new Text(
                        "The difference between the two pictures is only what we put in ourselves. It is no finding.",
                        "الفرق بين الصورتين هو ما أدخلناه نحن فقط، وليس نتيجة.");
        };
    }

    private static Text needed(ClaimResult.Compared each) {
        boolean nothing =
                each.found().interval().low() <= 0 && each.found().interval().high() >= 0;
        Text doubt = nothing
                ? new Text(
                        " It may also be nobody: what is not known leaves room for no difference at all.",
                        " وقد لا ينتفع أحد: فما هو مجهول يترك مجالاً لألا يكون هناك أي فرق.")
                : NONE;
        return each.found().numberNeededToTreat().isPresent()
                ? Finding.of(
                        "So about %s must be treated for one of them to be better because of it.%s",
                        "أي يجب أن يُعالَج نحو %s ليتحسّن واحد منهم بسبب العلاج.%s",
                        Counted.people(
                                Math.round(each.found().numberNeededToTreat().getAsDouble())),
                        doubt)
                : new Text("So nobody more is better because of it.", "أي لا يتحسّن بسبب العلاج أحد زيادة.");
    }

    private String told(ClaimResult.Told each) {
        Claim.Question asked = each.experiment().question();
        int anyway = (int) Math.round(each.anyway());
        return Html.el(
                "div class=\"hundred\"",
                Html.el(
                        "h4",
                        html.say(
                                "Of 100 invented people who tell a story of success after the treatment",
                                "من كل 100 شخص متخيَّل يروون قصّة نجاح بعد العلاج")),
                Html.el(
                        "div class=\"row\"",
                        Dots.of(
                                html,
                                anyway,
                                false,
                                Finding.of(
                                        "Blue: in our calculation %d of them would have told the same story had they been given this instead: %s",
                                        "الأزرق: في حسابنا كان %d منهم سيروون القصّة نفسها لو أُعطوا بدلاً من ذلك: %s",
                                        anyway,
                                        ClaimTerms.title(each.titles(), asked.versus())))));
    }

    private String occurred(ClaimResult.Occurred each) {
        Claim.Question asked = each.experiment().question();
        return Html.el(
                "div class=\"hundred\"",
                Html.el(
                        "h4",
                        html.say(
                                "%s. An orange dot is a harmed person, of 100 invented people",
                                "%s. النقطة البرتقالية شخص أصابه ضرر، من كل 100 شخص متخيَّل",
                                each.experiment().label())),
                Html.el(
                        "div class=\"row\"",
                        harmed(ClaimTerms.title(each.titles(), asked.versus()), each.versusShare()),
                        harmed(ClaimTerms.title(each.titles(), asked.arm()), each.share())),
                Html.el("p", html.text(unsure(each))));
    }

    private String harmed(Text arm, double share) {
        return Dots.of(html, hundred(share), true, Finding.of("%s: %s", "%s: %s", arm, BookTerms.supposed(share)));
    }

    /** How far apart the assumptions let it lie. */
    static Text unsure(ClaimResult.Occurred each) {
        if (each.experiment().wanted() == Claim.Wanted.SHARE_BELOW) {
            return between(
                    BookTerms.supposed(each.interval().low()),
                    BookTerms.supposed(each.interval().high()));
        }
        return ratio(each.effort().draws(), each.value(), each.interval());
    }

    static Text between(Text low, Text high) {
        return low.equals(high)
                ? new Text("It is so whatever we try.", "ويبقى كذلك مهما جرّبنا.")
                : Finding.of(
                        "In our calculation it lies between %s and %s, by what is not known.",
                        "وهو في حسابنا بين %s و%s، بسبب ما هو مجهول.", low, high);
    }

    /** A ratio in words: times above one and a half, else percent. It is the middle of single draws, not the ratio of the means above. */
    static Text ratio(int draws, double value, Interval over) {
        Text how = Finding.of("We tried %s of the assumptions", "جرّبنا %s من الافتراضات", sets(draws));
        if (value >= TIMES) {
            return Finding.of(
                    "%s: in the middle the second is about %s times the first; it could be %s to %s times.%s",
                    "%s: ففي الوسط الثاني نحو %s قدر الأول؛ وقد يكون بين %s و%s.%s",
                    how,
                    times(value),
                    times(over.low()),
                    times(over.high()),
                    AVERAGES);
        }
        return Finding.of(
                "%s: in the middle the second is about %s %% of the first, %s; it could be %s to %s %%.%s",
                "%s: ففي الوسط الثاني نحو %s٪ من الأول، %s؛ وقد يكون بين %s٪ و%s٪.%s",
                how,
                Amounts.rounded(100 * value),
                less(value),
                Amounts.rounded(100 * over.low()),
                Amounts.rounded(100 * over.high()),
                AVERAGES);
    }

    private static Text less(double value) {
        if (value >= 1) {
            return new Text("not less", "أي ليس أقل");
        }
        return value > 0.85
                ? new Text("so hardly anything changed in this calculation", "أي لم يتغيّر شيء يُذكر في هذا الحساب")
                : new Text("less", "أي أقل");
    }

    private static Text sets(int draws) {
        return new Text(draws + " sets", Counted.arabic(draws, "مجموعة واحدة", "مجموعتين", "مجموعات", "مجموعة"));
    }

    /** A number of times, to two digits; English has the bare number. */
    static Text times(double value) {
        String number = Amounts.rounded(value);
        double rounded = Double.parseDouble(number);
        return new Text(number, rounded == 2 ? "مرتين" : number + " " + Counted.noun(rounded, "مرة", "مرات", "مرة"));
    }
}
