package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;

/** The hundred people of a claim, those who were treated never without those who were not. */
final class BookPictures {
    private static final int HUNDRED = 100;

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
                        && each.found().responders().isPresent()
                        && each.found().versusResponders().isPresent())
                .findFirst()
                .ifPresent(each -> all.append(compared(each)));
        result.found(ClaimResult.Told.class).forEach(each -> all.append(told(each)));
        result.found(ClaimResult.Occurred.class).stream()
                .filter(each -> each.experiment().decides() && each.share() != each.versusShare())
                .findFirst()
                .ifPresent(each -> all.append(occurred(each)));
        return all.toString();
    }

    private String compared(ClaimResult.Compared each) {
        Claim.Question asked = each.experiment().question();
        List<String> figures = new ArrayList<>();
        figures.add(better(
                ClaimTerms.title(each.titles(), asked.versus()), each.found().versusResponders()));
        figures.add(better(
                ClaimTerms.title(each.titles(), asked.arm()), each.found().responders()));
        each.beside().forEach(beside -> {
            if (beside.found().responders().isPresent()) {
                figures.add(better(
                        ClaimTerms.title(each.titles(), beside.arm()),
                        beside.found().responders()));
            }
        });
        return Html.el(
                "div class=\"hundred\"",
                Html.el(
                        "h4",
                        html.say(
                                "Of 100 invented people: %s%s",
                                "من كل 100 شخص متخيَّل: %s%s",
                                each.experiment().label(),
                                each.gain()
                                        .map(gain -> Finding.of(
                                                ". A blue dot is a person with %s",
                                                ". والنقطة الزرقاء شخص لديه %s", gain))
                                        .orElse(new Text("", "")))),
                Html.el("div class=\"row\"", figures.toArray(String[]::new)),
                Html.el("p", html.text(needed(each))));
    }

    private String better(Text arm, OptionalDouble share) {
        int count = hundred(share.orElse(0));
        return Dots.of(html, count, false, Finding.of("%s: %d of 100", "%s: %d من كل 100", arm, count));
    }

    private static int hundred(double share) {
        return (int) Math.round(HUNDRED * share);
    }

    private static Text needed(ClaimResult.Compared each) {
        boolean nothing =
                each.found().interval().low() <= 0 && each.found().interval().high() >= 0;
        Text doubt = nothing
                ? new Text(
                        " It may also be nobody: what is not known leaves room for no difference at all.",
                        " وقد لا ينتفع أحد: فما هو مجهول يترك مجالاً لألا يكون هناك أي فرق.")
                : new Text("", "");
        return each.found().numberNeededToTreat().isPresent()
                ? Finding.of(
                        "So about %.0f people must be treated for one of them to be better because of it.%s",
                        "أي يجب أن يُعالَج نحو %.0f أشخاص ليتحسّن واحد منهم بسبب العلاج.%s",
                        each.found().numberNeededToTreat().getAsDouble(),
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
                                        "%d would have had the same story after this instead: %s",
                                        "%d منهم كانت ستكون لديهم القصّة نفسها بعد هذا بدلاً منه: %s",
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
                        harmed(ClaimTerms.title(each.titles(), asked.arm()), each.share())));
    }

    private String harmed(Text arm, double share) {
        return Dots.of(
                html,
                hundred(share),
                true,
                Finding.of("%s: %s of 10 000 people", "%s: %s من كل 10000 شخص", arm, Amounts.number(10_000 * share)));
    }
}
