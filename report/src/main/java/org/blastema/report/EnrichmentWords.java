package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.blastema.core.Decimal;
import org.blastema.core.Language;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.evidence.DesignFound;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.trial.Plan;

/** What it brings and costs to take fewer of those whom a study takes, in lines for the terminal. */
final class EnrichmentWords {
    private static final int FIRST_NUMBER = 1;

    private final Plan plan;
    private final List<DesignFound> all;
    private final Model model;
    private final Language language;
    private final Lines lines;

    private EnrichmentWords(Plan plan, List<DesignFound> all, Library library, Language language) {
        this.plan = plan;
        this.all = all;
        this.model = ModelReader.read(library, plan.study().model());
        this.language = language;
        this.lines = new Lines(language);
    }

    static List<String> of(
            Plan plan, DesignFound found, List<DesignFound> enriched, Library library, Language language) {
        EnrichmentWords words = new EnrichmentWords(
                plan, Stream.concat(Stream.of(found), enriched.stream()).toList(), library, language);
        words.head(enriched);
        for (int s = 0; s < found.scenarios().size(); s++) {
            for (int a = 0; a < found.scenarios().get(s).arms().size(); a++) {
                words.arm(s, a);
            }
        }
        return words.lines.written();
    }

    private void head(List<DesignFound> enriched) {
        lines.add("");
        lines.say(
                0,
                "Enrichment: the same trial of fewer of those whom the study takes. The first row is the study as it is.",
                "الانتقاء: التجربة نفسها على عدد أقل ممن تقبلهم الدراسة. والسطر الأول هو الدراسة كما هي.");
        enriched.forEach(each -> lines.add("MODIFIED: " + String.join(", ", each.modified())));
    }

    private void arm(int scenario, int arm) {
        DesignFound first = all.getFirst();
        DesignFound.Arm plain = first.scenarios().get(scenario).arms().get(arm);
        if (plain.nothing()) {
            return;
        }
        lines.say(
                0,
                "Scenario %s, %s",
                "السيناريو %s، %s",
                Terms.scenario(first.scenarios().get(scenario).name()),
                plan.study().titles().getOrDefault(plain.name(), new Text(plain.name(), plain.name())));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                say("taken at screening", "من يُقبل عند الفحص"),
                say(
                        "found of 100 trials, %d per arm",
                        "يُكتشف من 100 تجربة، %d في كل مجموعة", first.effort().most()),
                say(
                        "patients per arm for power %s",
                        "مرضى كل مجموعة للقوة %s", Decimal.plain(first.test().power())),
                say("screened for each enrolled", "المفحوصون لكل مسجَّل"),
                say("enrolled of 100 screened", "المسجَّلون من 100 مفحوص"),
                say("screened per arm for that power", "مفحوصو كل مجموعة لتلك القوة"),
                ""));
        all.forEach(each ->
                rows.add(cells(each, each.scenarios().get(scenario).arms().get(arm))));
        Aligned.of(rows, FIRST_NUMBER).forEach(line -> lines.add("  " + line));
    }

    private List<String> cells(DesignFound found, DesignFound.Arm arm) {
        DesignFound.Share power = arm.points().getLast().power();
        OptionalInt needed = arm.needed().size();
        return List.of(
                taken(found.eligibility()),
                say(
                        "%s (%s to %s)",
                        "%s (%s إلى %s)",
                        DesignWords.hundred(power.value()),
                        DesignWords.hundred(power.ci95().low()),
                        DesignWords.hundred(power.ci95().high())),
                atLeast(needed, needed.orElse(found.effort().most())),
                Decimal.plain(Math.round(100 * found.screened()) / 100.0),
                DesignWords.hundred(1 / found.screened()),
                atLeast(needed, Math.round(needed.orElse(found.effort().most()) * found.screened())),
                arm.needed().doubtful(found.test().power()).map(this::uncertain).orElse(""));
    }

    private String uncertain(DesignFound.Share power) {
        return say(
                "UNCERTAIN, power there %s to %s of 100",
                "غير مؤكد، القوة هناك %s إلى %s من 100",
                DesignWords.hundred(power.ci95().low()),
                DesignWords.hundred(power.ci95().high()));
    }

    /** A number that the largest size stands for where more than that is needed. */
    private String atLeast(OptionalInt needed, long number) {
        return needed.isPresent() ? Long.toString(number) : say("more than %d", "أكثر من %d", number);
    }

    private String taken(SequencedMap<String, Range> eligibility) {
        List<Text> each = eligibility.entrySet().stream()
                .map(entry -> Finding.of(
                        "%s: %s to %s",
                        "%s: %s إلى %s",
                        model.readouts().get(model.readout(entry.getKey())).label(),
                        Decimal.plain(entry.getValue().low()),
                        Decimal.plain(entry.getValue().high())))
                .toList();
        return each.isEmpty()
                ? say("everybody", "الجميع")
                : Finding.joined(each).in(language);
    }

    private String say(String en, String ar, Object... values) {
        return Finding.of(en, ar, values).in(language);
    }
}
