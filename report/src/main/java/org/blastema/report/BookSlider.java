package org.blastema.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.blastema.core.Text;
import org.blastema.evidence.Slider;
import org.blastema.evidence.SliderFound;
import org.blastema.model.Model;

/** A slider in the book of claims. Every stop is written out, so that paper and a reader without scripts show all of them. */
final class BookSlider {
    /** Of a hundred treatments of this kind, how many somebody holds for working before he reads: where the handle starts. */
    private static final int BEFORE = 10;

    private static final Text NONE = new Text("", "");

    private final SliderFound found;
    private final Html html;
    private final double most;

    /**
     * A slider whose bars have the scale of all that show the same.
     *
     * @param all the sliders of the page, this one among them
     */
    BookSlider(SliderFound found, List<SliderFound> all, Html html) {
        this.found = found;
        this.html = html;
        most = all.stream()
                .filter(each -> each.slider().shows() == found.slider().shows())
                .flatMap(each -> each.stops().stream())
                .flatMapToDouble(at -> DoubleStream.of(
                        size(at.arm()), at.versus().map(this::size).orElse(0.0)))
                .max()
                .orElse(1);
    }

    String section() {
        Slider slider = found.slider();
        return Html.el(
                "section class=\"slider\" id=\"" + slider.name() + "\"",
                Html.el("h3", html.text(slider.title())),
                Html.el("p", html.text(slider.question())),
                handle("at", 0, found.stops().size() - 1, 0, moved()),
                slider.shows() == Slider.Shows.BELIEF ? prior() : "",
                slider.shows() == Slider.Shows.SERIOUS_HARM
                        ? Html.el("p class=\"assumed\"", html.text(BookTerms.ASSUMED_HARMS))
                        : "",
                Html.el(
                        "div class=\"stops\"",
                        found.stops().stream().map(this::stop).toArray(String[]::new)),
                found.gain()
                        .filter(_ -> slider.shows() == Slider.Shows.CHANGE)
                        .map(gain ->
                                Html.el("p class=\"facts\"", html.say("Much better: %s.", "أفضل بكثير: %s.", gain)))
                        .orElse(""),
                Html.el("p class=\"lesson\"", html.text(slider.lesson())),
                Html.el(
                        "details class=\"facts\"",
                        Html.el("summary", html.say("How this was computed", "كيف حُسب هذا")),
                        slider.shows() == Slider.Shows.BELIEF ? formula() : "",
                        Html.el("p", html.text(size()))));
    }

    private Text moved() {
        return found.slider().shows() == Slider.Shows.BELIEF
                ? new Text("Move the handle: which study says so", "حرّك المقبض: أي دراسة تقول ذلك")
                : new Text("Move the handle", "حرّك المقبض");
    }

    private String handle(String kind, int low, int high, int at, Text words) {
        return "<label class=\"handle\"><span>" + html.text(words) + "</span><input type=\"range\" class=\"" + kind
                + "\" min=\"" + low + "\" max=\"" + high + "\" value=\"" + at + "\"><output data-says=\""
                + html.say("{at} of {all}", "{at} من {all}")
                + "\"></output></label>\n";
    }

    private Text size() {
        return Finding.of(
                "Our simulated study “%s”, scenario “%s”, %s with %s in each group, seed %d.",
                "دراستنا المحاكاة «%s»، السيناريو «%s»، %s في كل مجموعة منها %s، ورقم المصادفة (seed) %d.",
                found.slider().study(),
                Terms.scenario(found.slider().scenario()),
                Counted.trials(found.size().trials()),
                Counted.people(found.size().patients()),
                found.size().seed());
    }

    private String stop(SliderFound.At at) {
        String body = switch (found.slider().shows()) {
            case CHANGE -> change(at);
            case SERIOUS_HARM -> harm(at);
            case BELIEF -> belief(at);
        };
        return Html.el("div class=\"stop\"" + odds(at), Html.el("h4", html.text(at.label())), body, step(at));
    }

    private String odds(SliderFound.At at) {
        return at.alarm().isPresent() && at.power().isPresent()
                ? String.format(
                        Locale.ROOT,
                        " data-power=\"%.4f\" data-alarm=\"%.4f\"",
                        at.power().getAsDouble(),
                        at.alarm().getAsDouble())
                : "";
    }

    private String step(SliderFound.At at) {
        return at.step()
                .map(step -> step.why().map(why -> Html.el("p", html.text(why))).orElse("")
                        + step.ask()
                                .map(ask -> Html.el(
                                        "p class=\"ask\"",
                                        Html.el("b", html.say("Ask:", "اسأل:")),
                                        " ",
                                        html.text(ask)))
                                .orElse(""))
                .orElse("");
    }

    private String change(SliderFound.At at) {
        return bar("arm", NONE, size(at.arm()), gain(at.arm()))
                + at.versus()
                        .map(other -> bar("versus", versus(at, other), size(other), gain(other)))
                        .orElse("");
    }

    /** What stands beside; that a study of this design does not have it is said. */
    private static Text versus(SliderFound.At at, SliderFound.Shown other) {
        Text title = at.stop().beside().orElse(other.title());
        return at.stop().unseen()
                ? Finding.of("What this way of asking does not see: %s", "ما لا تراه هذه الطريقة: %s", title)
                : title;
    }

    private String bar(String kind, Text title, double size, Text said) {
        return Html.el(
                "div class=\"bar " + kind + "\"",
                title.equals(NONE) ? "" : Html.el("span", html.text(title)),
                String.format(Locale.ROOT, "<i style=\"width:%.0f%%\"></i>", most == 0 ? 0 : 100 * size / most),
                Html.el("b", html.text(said)));
    }

    private double size(SliderFound.Shown shown) {
        return found.slider().shows() == Slider.Shows.SERIOUS_HARM
                ? shown.seriousHarm().orElse(0)
                : Math.max(0, gained(shown));
    }

    private double gained(SliderFound.Shown shown) {
        return found.readout().better() == Model.Better.LOW ? -shown.change() : shown.change();
    }

    private Text gain(SliderFound.Shown shown) {
        double gained = gained(shown);
        Text by = Math.abs(gained) < 0.5
                ? new Text("no change on average", "لم يتغيّر المتوسط")
                : Finding.of(
                        gained > 0 ? "better by %s on average" : "worse by %s on average",
                        gained > 0 ? "أفضل بـ %s في المتوسط" : "أسوأ بـ %s في المتوسط",
                        points(Math.rint(Math.abs(gained))));
        return shown.responders().isPresent()
                ? Finding.of(
                        "%s, much better for %.0f of 100 people",
                        "%s، وأفضل بكثير عند %.0f من كل 100 شخص",
                        by,
                        100 * shown.responders().getAsDouble())
                : by;
    }

    private Text points(double value) {
        if (ofHundred()) {
            return Amounts.limit(value, "mm");
        }
        return Finding.of(
                "%.0f %s",
                "%.0f %s",
                value,
                found.readout()
                        .unitWords()
                        .orElse(Terms.unit(found.readout().unit().code())));
    }

    private boolean ofHundred() {
        return found.readout().range().low() == 0 && found.readout().range().high() == 100;
    }

    private String harm(SliderFound.At at) {
        return bar("harm", NONE, size(at.arm()), harmed(at.arm()))
                + at.versus()
                        .map(other -> bar("versus", versus(at, other), size(other), harmed(other)))
                        .orElse("");
    }

    private static Text harmed(SliderFound.Shown shown) {
        return BookTerms.supposed(shown.seriousHarm().orElse(0));
    }

    private String prior() {
        return handle(
                        "prior",
                        1,
                        99,
                        BEFORE,
                        new Text(
                                "Your own guess before reading it: of 100 such treatments, so many work",
                                "تقديرك أنت قبل قراءتها: كم ينفع من كل 100 علاج من هذا النوع"))
                + Html.el("p class=\"after\" data-says=\""
                        + html.say(
                                "Chance that it works: {prior} of 100 before, {after} of 100 after this study says “it works”.",
                                "احتمال أنه ينفع: {prior} من 100 قبلها، و{after} من 100 بعد أن تقول هذه الدراسة «إنه ينفع».")
                        + "\" data-more=\"" + html.say("more than 99", "أكثر من 99") + "\"");
    }

    private String belief(SliderFound.At at) {
        OptionalDouble after = after(BEFORE / 100.0, at);
        return Html.el(
                        "p",
                        html.say(
                                "Of 100 such studies of a treatment that works, %s say “it works”. Of 100 such studies of one that does nothing, %s say so too.",
                                "من كل 100 دراسة كهذه عن علاج ينفع، %s منها تقول «إنه ينفع». ومن كل 100 دراسة كهذه عن علاج لا يفعل شيئاً، %s منها تقول ذلك أيضاً.",
                                Amounts.number(100 * at.power().orElse(0)),
                                Amounts.number(100 * at.alarm().orElse(0))))
                + (after.isPresent()
                        ? Html.el(
                                "p class=\"paper\"",
                                html.say(
                                        "Who thought before that %d of 100 such treatments work may think, after it says “it works”, that this one does so with a chance of %.0f in 100.",
                                        "من كان يرى أنّ %d من كل 100 علاج كهذا تنفع، صار احتمال نفع هذا العلاج عنده بعد قولها «إنه ينفع» %.0f من 100.",
                                        BEFORE,
                                        100 * after.getAsDouble()))
                        : "");
    }

    /** Bayes' rule for a study that says it works. */
    private static OptionalDouble after(double before, SliderFound.At at) {
        double works = before * at.power().orElse(0);
        double fails = (1 - before) * at.alarm().orElse(0);
        return works + fails > 0 ? OptionalDouble.of(works / (works + fails)) : OptionalDouble.empty();
    }

    private String formula() {
        return Html.el(
                "p",
                html.say(
                        "Computed in this page, by Bayes' rule: after = before × says so if it works ÷ (before × says so if it works + (1 − before) × says so if it does nothing). Everything else was computed when the page was made.",
                        "يُحسب هذا في الصفحة بقاعدة بايز: بعد = قبل × ما تقوله إن كان ينفع ÷ (قبل × ما تقوله إن كان ينفع + (1 − قبل) × ما تقوله إن كان لا يفعل شيئاً). وكل ما عداه حُسب حين صُنعت الصفحة."));
    }
}
