package org.blastema.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blastema.core.Parameter;
import org.blastema.core.Text;
import org.blastema.statistics.Interval;
import org.blastema.statistics.NetBenefit;
import org.blastema.trial.EconomicPair;
import org.blastema.trial.EconomicSummary;
import org.blastema.trial.Economics;

/** What costs beside effects come to in sentences, of the middle one of the treated arms; a changed run says none. */
final class EconomicFindings {
    private static final Text NOTHING = new Text("", "");

    private final Subject run;
    private final Optional<EconomicSummary> found;

    EconomicFindings(Subject run) {
        this.run = run;
        this.found = run.summary()
                .economics()
                .filter(each -> run.summary().modified().isEmpty());
    }

    /** The sentences of the page. */
    List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        found.ifPresent(economics -> spoken(economics, run.summary().scenario(), main(economics))
                .ifPresent(pair -> {
                    sentences.add(gain(economics, pair));
                    sentences.add(Finding.of("Result: %s", "النتيجة: %s", ratios(economics)));
                    prices(economics, pair).ifPresent(sentences::add);
                    highest(economics).ifPresent(sentences::add);
                    certainty(economics, pair).ifPresent(sentences::add);
                    views(economics, pair).ifPresent(sentences::add);
                    without(economics).ifPresent(sentences::add);
                    sentences.add(bothSides());
                    unpriced(economics).ifPresent(sentences::add);
                }));
        none().ifPresent(sentences::add);
        return sentences;
    }

    /** Why a study says nothing of costs beside effects; absent where it asks for them, and in a changed run. */
    Optional<Text> none() {
        if (run.study().economics().isPresent() || !run.summary().modified().isEmpty()) {
            return Optional.empty();
        }
        return run.study()
                .noEconomics()
                .map(why -> Finding.of(
                        "No cost of a year in full health is given: %s", "لا تُعطى كلفة لسنة بصحة كاملة: %s", why))
                .or(() -> run.study()
                        .continuation()
                        .filter(next -> next.effect().isPresent())
                        .map(next -> Finding.of(
                                "Costs beside gains stand in the study that follows the same people: ./blastema run %s.",
                                "الكلفة وما يُكسب مقابلها في الدراسة التي تتابع الأشخاص أنفسهم: ./blastema run %s.",
                                next.study().name())))
                .or(() -> Optional.of(new Text(
                        "No utility stands beside this study, so no cost of a year in full health is given.",
                        "لا تقييم لجودة الحياة في هذه الدراسة، فلا تُعطى كلفة لسنة بصحة كاملة.")));
    }

    /** Each other way whose whole cost the model counts, such as operating at once, beside the reference. */
    List<Text> otherWays() {
        return found.map(economics -> economics.pairs(run.summary().scenario(), main(economics)).stream()
                        .filter(pair -> economics.asked().priceInModel().contains(pair.arm()))
                        .filter(pair -> pair.versus().equals(run.study().reference()))
                        .flatMap(pair -> pair.own().map(worth -> otherWay(economics, pair, worth)).stream())
                        .toList())
                .orElse(List.of());
    }

    private Text otherWay(EconomicSummary economics, EconomicPair pair, NetBenefit worth) {
        Interval gain95 = pair.gains().effect95();
        return Finding.of(
                "Beside it, “%s” against “%s” over %s: %s years in full health more (95 %% of the draws: %s to %s), %s %s %s: %s.",
                "وإلى جانب ذلك «%s» بالمقارنة مع «%s» على مدى %s: \u200e%s سنة بصحة كاملة زيادةً (95٪ من السحبات: من \u200e%s إلى \u200e%s)، وكلفة بمقدار %s %s %s: %s.",
                run.title(pair.arm()),
                run.title(pair.versus()),
                Span.of(economics.asked().horizon()),
                years(pair.gains().effect()),
                years(gain95.low()),
                years(gain95.high()),
                about(Math.abs(worth.cost())),
                economics.asked().currency(),
                worth.cost() < 0 ? new Text("less", "أقلّ") : new Text("more", "أكثر"),
                ratio(economics, pair, worth));
    }

    /** The one line of the terminal. */
    Optional<Text> line() {
        return found.flatMap(economics -> spoken(economics, run.summary().scenario(), main(economics))
                .filter(pair -> pair.own().isPresent())
                .map(pair -> Finding.of(
                        "Costs and gains over %s, “%s” bought at %s %s: %s%s",
                        "الكلفة والكسب على مدى %s، «%s» بسعر %s %s: %s%s",
                        Span.of(economics.asked().horizon()),
                        run.title(pair.arm()),
                        exact(pair.price().orElseThrow()),
                        economics.asked().currency(),
                        ratios(economics),
                        certainty(economics, pair)
                                .map(each -> Finding.of(" %s", " %s", each))
                                .orElse(NOTHING))));
    }

    private static String main(EconomicSummary economics) {
        return economics.asked().effects().getFirst();
    }

    /** The pair that sentences speak of: the middle treated arm whose price is known against the reference, else the last one. */
    private Optional<EconomicPair> spoken(EconomicSummary economics, String scenario, String effect) {
        List<EconomicPair> all = economics.pairs(scenario, effect).stream()
                .filter(pair -> pair.versus().equals(run.study().reference()))
                .toList();
        List<EconomicPair> known =
                all.stream().filter(pair -> pair.own().isPresent()).toList();
        List<EconomicPair> priced = known.isEmpty() ? all : known;
        List<EconomicPair> treated =
                priced.stream().filter(pair -> run.treated(pair.arm())).toList();
        if (treated.isEmpty()) {
            return priced.isEmpty() ? Optional.empty() : Optional.of(priced.getLast());
        }
        return Optional.of(treated.get(treated.size() / 2));
    }

    private Text gain(EconomicSummary economics, EconomicPair pair) {
        Interval gain95 = pair.gains().effect95();
        return Finding.of(
                "In the scenario “%s” and over %s, “%s” against “%s” gains %s years in full health (95 %% of the draws: %s to %s)%s.",
                "في السيناريو «%s» وعلى مدى %s، يبلغ كسب «%s» بالمقارنة مع «%s» \u200e%s سنة بصحة كاملة (95٪ من السحبات: من \u200e%s إلى \u200e%s)%s.",
                Terms.scenario(pair.scenario()),
                Span.of(economics.asked().horizon()),
                run.title(pair.arm()),
                run.title(pair.versus()),
                years(pair.gains().effect()),
                years(gain95.low()),
                years(gain95.high()),
                pair.own().map(worth -> cost(economics, pair, worth)).orElse(NOTHING));
    }

    private static Text cost(EconomicSummary economics, EconomicPair pair, NetBenefit worth) {
        Economics asked = economics.asked();
        return Finding.of(
                " and costs %s %s %s, bought at %s; these are costs of %s, in prices of %s",
                "، والكلفة %3$s بمقدار %1$s %2$s، إذا كان السعر %4$s؛ وهي كلفة %5$s بأسعار %6$s",
                about(Math.abs(worth.cost())),
                asked.currency(),
                worth.cost() < 0 ? new Text("less", "أقلّ") : new Text("more", "أكثر"),
                exact(pair.price().orElseThrow()),
                perspective(asked.perspective()),
                years(economics));
    }

    /** The year that was asked for; where prices are of others too, these, since nothing is adjusted. */
    private static Text years(EconomicSummary economics) {
        String asked = Integer.toString(economics.asked().year());
        List<Integer> others = economics.priceYears().stream()
                .filter(year -> year != economics.asked().year())
                .toList();
        return others.isEmpty()
                ? new Text(asked, asked)
                : Finding.of(
                        "%s (some of %s, not adjusted)",
                        "%s (وبعضها بأسعار %s دون تعديل)",
                        asked,
                        String.join(", ", others.stream().map(String::valueOf).toList()));
    }

    private static Text perspective(Economics.Perspective perspective) {
        return switch (perspective) {
            case PAYER -> new Text("whoever pays for the care", "من يدفع ثمن الرعاية");
            case PATIENT -> new Text("the person treated", "المعالَج نفسه");
            case SOCIETY -> new Text("society as a whole", "المجتمع كله");
        };
    }

    /** What a year of full health costs by each valuation, or why no number can say it. */
    private Text ratios(EconomicSummary economics) {
        List<Text> parts = new ArrayList<>();
        for (String effect : economics.asked().effects()) {
            spoken(economics, run.summary().scenario(), effect)
                    .flatMap(pair -> pair.own().map(worth -> ratio(economics, pair, worth)))
                    .ifPresent(each -> parts.add(
                            economics.asked().effects().size() == 1
                                    ? each
                                    : Finding.of("%s (%s)", "%s (%s)", each, label(effect))));
        }
        return parts.isEmpty()
                ? new Text("No price is known, so there is no cost of a year.", "لا سعر معروفاً، فلا كلفة لسنة.")
                : Finding.of("%s.", "%s.", Finding.joined(parts));
    }

    private static Text ratio(EconomicSummary economics, EconomicPair pair, NetBenefit worth) {
        String currency = economics.asked().currency();
        Text doubt = pair.gainUncertain()
                ? new Text(
                        ", if there is a gain at all: its interval includes 0",
                        "، هذا إن كان هناك كسب أصلاً، فمجاله يشمل الصفر")
                : NOTHING;
        return switch (EconomicPair.Verdict.of(worth)) {
            case DEARER_AND_BETTER ->
                Finding.of(
                        "%s %s for each year in full health%s",
                        "%s %s لكل سنة بصحة كاملة%s", about(worth.cost() / worth.effect()), currency, doubt);
            case DOMINATED ->
                Finding.of(
                        "more costly and not better, so there is no price of a year",
                        "أغلى وليست أفضل، فلا ثمن لسنة تُكسب");
            case DOMINANT -> Finding.of("not dearer and not worse%s", "ليست أغلى ولا أسوأ%s", doubt);
            case CHEAPER_AND_WORSE ->
                Finding.of(
                        "%s %s saved for each year in full health that is lost",
                        "توفير %s %s لكل سنة بصحة كاملة تُفقد", about(worth.cost() / worth.effect()), currency);
            case SAME -> new Text("no difference", "لا فرق");
        };
    }

    private Optional<Text> prices(EconomicSummary economics, EconomicPair pair) {
        List<Text> parts = new ArrayList<>();
        pair.unpriced()
                .ifPresent(free -> pair.prices().stream()
                        .filter(price ->
                                pair.price().isEmpty() || price != pair.price().getAsDouble())
                        .forEach(price -> parts.add(Finding.of(
                                "at %s: %s",
                                "بسعر %s: %s", exact(price), ratio(economics, pair, free.dearer(price))))));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "At other prices, by “%s”: %s.",
                        "بأسعار أخرى، بحسب «%s»: %s.", label(main(economics)), Finding.joined(parts)));
    }

    /** The highest price that is worth paying, at each threshold and by each valuation. */
    private Optional<Text> highest(EconomicSummary economics) {
        List<Text> parts = new ArrayList<>();
        for (Parameter threshold : economics.asked().thresholds()) {
            List<Text> each = new ArrayList<>();
            for (String effect : economics.asked().effects()) {
                spoken(economics, run.summary().scenario(), effect)
                        .flatMap(EconomicPair::unpriced)
                        .map(free -> free.monetary(threshold.value()))
                        .ifPresent(price -> each.add(price > 0 ? same(about(price)) : new Text("no price", "لا سعر")));
            }
            if (!each.isEmpty()) {
                parts.add(Finding.of(
                        "%s where a year is worth %s",
                        "%s حيث تساوي السنة %s",
                        each.stream()
                                .reduce((a, b) -> Finding.of("%s or %s", "%s أو %s", a, b))
                                .orElseThrow(),
                        exact(threshold.value())));
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "The highest price worth paying (%s, one number for each valuation): %s.",
                        "أعلى سعر يستحق الدفع (%s، رقم لكل تقييم): %s.",
                        economics.asked().currency(),
                        Finding.joined(parts)));
    }

    private Optional<Text> certainty(EconomicSummary economics, EconomicPair pair) {
        List<Parameter> thresholds = economics.asked().thresholds();
        double threshold = thresholds.get(thresholds.size() / 2).value();
        return pair.own()
                .map(worth -> Finding.of(
                        "Where a year is worth %s %s it is worth its price in %.0f of 100 draws of this scenario; to know for certain what differs between them would be worth %s %s a person. What the scenario takes for granted is not in these numbers.",
                        "حيث تساوي السنة %s %s تستحق سعرها في %.0f من كل 100 سحبة من هذا السيناريو، ومعرفة ما تختلف فيه السحبات يقيناً تساوي %s %s للشخص. أما ما يسلّم به السيناريو نفسه فليس في هذه الأرقام.",
                        exact(threshold),
                        economics.asked().currency(),
                        100 * worth.probability(threshold),
                        about(worth.perfectInformation(threshold)),
                        economics.asked().currency()));
    }

    /** The same seen by the person treated and by who pays for the rest, where the study says who pays. */
    private static Optional<Text> views(EconomicSummary economics, EconomicPair pair) {
        return pair.patient()
                .flatMap(patient -> pair.payer()
                        .map(payer -> Finding.of(
                                "By who pays: to the person treated, who pays %s %s more out of pocket, %s; to who pays for the rest of the care, %s.",
                                "بحسب من يدفع: للمعالَج، وهو يدفع من جيبه %s %s أكثر: %s؛ ولمن يدفع بقية الرعاية: %s.",
                                exact(pair.pocket().orElseThrow()),
                                economics.asked().currency(),
                                ratio(economics, pair, patient),
                                ratio(economics, pair, payer))));
    }

    /** What is left if the product does nothing. */
    private Optional<Text> without(EconomicSummary economics) {
        if (run.summary().scenario().equals("null")) {
            return Optional.empty();
        }
        return spoken(economics, "null", main(economics))
                .flatMap(pair -> pair.own()
                        .map(worth -> Finding.of(
                                "If it did nothing (scenario “%s”): %s.",
                                "لو لم تفعل شيئاً (السيناريو «%s»): %s.",
                                Terms.scenario("null"),
                                ratio(economics, pair, worth))));
    }

    private static Text bothSides() {
        return new Text(
                "What would have come without it too, with the arm it is compared with, is not counted as its gain; the price of that arm is counted on the other side.",
                "ما كان سيأتي من دونها أيضاً، مع المجموعة التي تُقارن بها، لا يُحسب كسباً لها، وسعر تلك المجموعة محسوب في الجانب الآخر.");
    }

    private Optional<Text> unpriced(EconomicSummary economics) {
        List<Text> names = economics.pairs(run.summary().scenario(), main(economics)).stream()
                .filter(pair -> pair.price().isEmpty())
                .map(pair -> run.title(pair.arm()))
                .distinct()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "No price with a source, so only a gain and a highest price: %s.",
                        "لا سعر له مصدر، فلا يُعطى إلا الكسب وأعلى سعر: %s.", Finding.joined(names)));
    }

    private Text label(String effect) {
        return run.model().readouts().get(run.model().readout(effect)).label();
    }

    private static Text same(String text) {
        return new Text(text, text);
    }

    private static String years(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A number that was given. */
    private static String exact(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A number that was found, to three digits, as no more is known. */
    private static String about(double value) {
        return String.format(Locale.ROOT, "%,.0f", new BigDecimal(value).round(new MathContext(3)));
    }
}
