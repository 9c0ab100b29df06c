package org.blastema.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.NullTrial;
import org.blastema.evidence.PeopleSpread;
import org.blastema.evidence.Scored;
import org.blastema.evidence.ScoredArm;
import org.blastema.evidence.Validation;

/** A validation as a page of the documentation, the same bytes for the same validation. */
public final class ValidationPage {
    private static final String HEAD = """
            # Published trials beside simulated ones

            Made by `./blastema validate --write .`, not by hand. The numbers of the arms stand in `library/evidence/validation.csv`; what they
            depend on stands beside it in `validation-inputs.csv`, and a report says so when one of these has changed since.

            Each published trial has a study in the library, at its own size and with its own visits. The study is simulated many times
            over in its usual scenario, each time with its own draw of what is not known and of what differs between trials, and each
            simulated trial prints what the published one printed: a mean or a median, a value or a change, or the share of the people
            of whom the trial heard a harm (`harm:TERM`; `serious-harm` is any serious one that what was given may have brought). The published number is
            inside if it lies between the 2.5 % and the 97.5 % quantile of these. Which arm, endpoint and visit are compared was
            written down in `library/evidence/scored.csv` before any simulation was held against it. Nothing in the model was set to
            make a row of this page come out, unless the reason in that list says that the number was put in.

            Coverage alone rewards intervals so wide that they cannot fail. Therefore each arm has a score, the CRPS, on the scale of
            its endpoint from 0 to 100 (0 is a certain and right forecast), beside that of a reference forecast that knows no model:
            a normal distribution with the mean and standard deviation of the other trials' results of the same endpoint and kind,
            widened by the sampling error of the trial itself (its standard deviation over the root of its n, from the printed
            standard deviation, confidence interval or quartiles; where nothing was printed, from the mean of the others). Where fewer
            than two other trials have that endpoint and kind, the others are the gains from baseline, on a scale of 0 to 100 with
            the better end up, of all endpoints whose names share a word with it (`pain-vas`, `koos-pain`); where these are fewer than
            two as well, all gains of the area. The model must beat this to be worth more than a table of past results.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private ValidationPage() {}

    /** The page. */
    public static String of(Validation validation) {
        ValidationPage page = new ValidationPage();
        for (String area : validation.areas()) {
            page.line("").line("## " + area);
            for (Scored.Block block : validation.blocks()) {
                page.block(
                        validation,
                        block,
                        area,
                        validation.arms().stream()
                                .filter(each ->
                                        each.block() == block && each.area().equals(area))
                                .toList());
            }
            page.leftOut(validation, area);
            page.spreads(validation.spreads(area));
        }
        page.blinding(validation);
        page.nulls(validation);
        return page.page.toString();
    }

    private ValidationPage line(String line) {
        page.append(line).append('\n');
        return this;
    }

    private void block(Validation validation, Scored.Block block, String area, List<ScoredArm> arms) {
        validation.coverage(block, area).ifPresent(coverage -> {
            line("").line("### " + Fields.word(block)).line("");
            ValidationWords.coverage(coverage, validation.shortfall(Optional.of(block), area))
                    .forEach(sentence -> line(sentence.en()));
            line(ValidationWords.block(block).en());
            rows(arms);
            missed(arms);
            products(arms);
        });
    }

    private void leftOut(Validation validation, String area) {
        validation.leaveOneOut(area).ifPresent(coverage -> {
            line("").line("### leave one out").line("");
            ValidationWords.coverage(coverage, validation.shortfall(Optional.empty(), area))
                    .forEach(sentence -> line(sentence.en()));
            line(ValidationWords.LEFT_OUT.en());
            rows(validation.leftOut().stream()
                    .filter(each -> each.area().equals(area))
                    .toList());
        });
    }

    private void rows(List<ScoredArm> arms) {
        line("");
        line(
                "| trial | arm | endpoint | what | month | n | published | simulated mean | 95 % of trials | | CRPS | reference |");
        line("|---|---|---|---|---:|---:|---:|---:|---:|---|---:|---:|");
        for (ScoredArm arm : arms) {
            line("| "
                    + String.join(
                            " | ",
                            arm.trial(),
                            arm.arm(),
                            arm.endpoint(),
                            ValidationTable.kind(arm).en(),
                            ValidationTable.month(arm.month()),
                            Integer.toString(arm.n()),
                            ValidationTable.number(arm, arm.observed()),
                            ValidationTable.number(arm, arm.mean()),
                            ValidationTable.number(arm, arm.low()) + " to " + ValidationTable.number(arm, arm.high()),
                            arm.inside() ? "inside" : "**outside**",
                            ValidationTable.number(arm, arm.crps()),
                            arm.reference().stream()
                                    .mapToObj(each -> ValidationTable.number(arm, each))
                                    .findFirst()
                                    .orElse("none"))
                    + " |");
        }
    }

    private void missed(List<ScoredArm> arms) {
        List<ScoredArm> outside = arms.stream().filter(each -> !each.inside()).toList();
        line("").line("What the model misses:").line("");
        if (outside.isEmpty()) {
            line("- No published arm lies outside.");
        }
        for (ScoredArm arm : outside) {
            line(String.format(
                    Locale.ROOT,
                    "- %s, %s (%s, %s): %.1f of 100 points %s than the mean of the simulated trials.",
                    arm.trial(),
                    arm.arm(),
                    arm.endpoint(),
                    Span.moment(arm.month()).en(),
                    Math.abs(arm.betterBy()),
                    arm.betterBy() > 0 ? "better" : "worse"));
        }
    }

    /** On which side of the simulated mean the published arms of each product lie. */
    private void products(List<ScoredArm> arms) {
        line("").line("| given | arms | published better than simulated by, of 100 points | inside |")
                .line("|---|---:|---:|---:|");
        Map<String, List<ScoredArm>> products =
                arms.stream().collect(Collectors.groupingBy(ScoredArm::given, LinkedHashMap::new, Collectors.toList()));
        products.forEach((product, own) -> line(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %d |",
                product,
                own.size(),
                own.stream().mapToDouble(ScoredArm::betterBy).sum() / own.size(),
                own.stream().filter(ScoredArm::inside).count())));
    }

    private void spreads(List<PeopleSpread> arms) {
        if (arms.isEmpty()) {
            return;
        }
        line("").line("### " + ValidationWords.DIFFER.en())
                .line("")
                .line(ValidationWords.spreads(arms).en());
        line("").line("| trial | arm | endpoint | what | month | n | SD published | SD simulated | ratio |")
                .line("|---|---|---|---|---:|---:|---:|---:|---:|");
        arms.forEach(arm -> line(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %d | %.2f | %.2f | %.2f |",
                arm.trial(),
                arm.arm(),
                arm.endpoint(),
                Fields.word(arm.kind()),
                ValidationTable.month(arm.month()),
                arm.n(),
                arm.published(),
                arm.simulated(),
                arm.ratio())));
    }

    private void blinding(Validation validation) {
        if (validation.byBlinding().isEmpty()) {
            return;
        }
        line("").line("## " + BlindingWords.HEAD.en())
                .line("")
                .line(BlindingWords.ABOUT.en())
                .line("");
        List<List<String>> rows = BlindingWords.rows(validation.byBlinding(), Language.EN);
        for (int i = 0; i < rows.size(); i++) {
            line("| " + String.join(" | ", rows.get(i)) + " |");
            if (i == 0) {
                line("|---|---|---:|---:|---:|---:|---:|---|");
            }
        }
    }

    private void nulls(Validation validation) {
        line("").line("## Comparisons without a difference").line("");
        line(
                "A published comparison that found no difference counts as predicted positive if half of the simulated trials of its size");
        line("find one, unless the 95 % interval of that share holds one half, or if 0 lies outside 95 % of the simulated differences. In an area with a posterior it is forecast by that, all mechanisms")
                .line(
                        "in it, without the trial where it took part; in another the numbers of the model stand as they are.")
                .line("");
        line(ValidationWords.nulls(validation).en()).line("");
        for (NullTrial trial : validation.nulls()) {
            Text why = ValidationWords.why(trial);
            line("- " + trial.trial() + ", " + trial.arm() + " against " + trial.versus() + " (" + trial.endpoint()
                    + ", " + Span.moment(trial.month()).en() + "): " + why.en() + "."
                    + (trial.positive() || trial.undecided() ? " Why: " + reason(trial) : ""));
        }
    }

    private static String reason(NullTrial trial) {
        return trial.why().isEmpty() ? "nobody has looked into it yet." : trial.why();
    }
}
