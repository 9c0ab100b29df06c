package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.statistics.Interval;
import org.blastema.trial.EndpointSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComparisonsTest {
    private final SmallRun run = SmallRun.of();

    @ParameterizedTest
    @CsvSource({"-8, -1, true", "1, 8, true", "-8, 1, false", "-1, 8, false", "0, 8, false"})
    void noDifferenceIsContradictedWhenTheIntervalLeavesOutZero(double low, double high, boolean said) {
        SmallRun changed = run.contrasts(c -> Contrasts.power(Contrasts.interval(c, low, high), 0.5));
        List<Text> found = changed.findings().contradictions();
        assertThat(found).as("pain and cartilage against the same trial").hasSize(said ? 2 : 0);
        assertThat(found).allSatisfy(text -> {
            assertThat(text.en()).contains("480 patients", "no difference was found", "The model contradicts");
            assertThat(text.ar()).contains("480", "لم يُعثر على فرق", "النموذج يخالف");
        });
        assertThat(changed.terminal(Language.EN).stream().anyMatch(line -> line.contains("contradicts")))
                .isEqualTo(said);
    }

    /** As the validation judges it: where most such trials find nothing, one that found nothing contradicts nothing. */
    @Test
    void aTrialThatWouldMostlySeeNothingContradictsNothing() {
        SmallRun changed = run.contrasts(c -> Contrasts.power(Contrasts.interval(c, -8, -1), 0.49));
        assertThat(changed.findings().contradictions()).hasSize(2).allSatisfy(text -> {
            assertThat(text.en())
                    .contains("find it in 49 % of cases", "does not support it")
                    .doesNotContain("contradicts");
            assertThat(text.ar()).contains("49٪", "لا تؤيّده").doesNotContain("يخالف");
        });
    }

    /** The largest trial at its own size: every published change stands beside ours, and what a trial would have found. */
    @Test
    void aSimulatedTrialStandsBesideThePublishedOne() {
        SmallRun trial = SmallRun.of("mautner-2023", List.of("trials=30", "patients=60", "twins=0"));
        List<Text> stated = new Comparisons(trial.subject()).stated();
        assertThat(stated).hasSize(7);
        assertThat(stated.getFirst().en())
                .matches("Corticosteroid arm, month 1: published change -25.2; here -2\\d\\.\\d mm\\.");
        assertThat(new Comparisons(trial.subject()).contradictions())
                .allSatisfy(text ->
                        assertThat(text.en()).containsIgnoringCase("a single trial of 60 an arm would find it in "));
    }

    /** On the scale of 0 to 100 mm a difference below 1 mm is none, however many trials make it certain. */
    @Test
    void aDifferenceOfNothingContradictsNothing() {
        SmallRun changed = run.contrasts(c -> Contrasts.interval(c, 0.4, 1.2));
        assertThat(changed.findings().contradictions()).isEmpty();
    }

    @Test
    void oneArmThatAgreesIsEnoughForNoContradiction() {
        SmallRun changed = run.contrasts(c -> Contrasts.interval(c, -8, c.arm().equals("msc-1e7") ? 1 : -2));
        assertThat(changed.findings().contradictions()).isEmpty();
    }

    @Test
    void withoutAnIntervalNothingIsContradicted() {
        SmallRun changed = run.contrasts(c -> Contrasts.with(c, -30, Optional.empty()));
        assertThat(changed.findings().contradictions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-9, -6, false", "-4, -1, true", "-20, -13, true", "-20, -12, false"})
    void aPublishedIntervalIsContradictedWhenNothingOverlaps(double low, double high, boolean said) {
        Published row = row("pain-vas", Optional.of(-7.4), "compared");
        assertThat(found(row, new Interval(low, high))).hasSize(said ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "-9, -6, compared, false",
        "-4, -1, compared, true",
        "-20, -13, compared, true",
        "-20, -12, compared, false",
        "-4, -1, put-in, false"
    })
    void aPublishedChangeIsContradictedWhenNothingOverlaps(double low, double high, String role, boolean said) {
        SmallRun changed = run.endpoints(e -> interval(e, new Interval(low, high)));
        Published row = row("pain-vas", Optional.of(-7.4), role);
        List<Text> found = comparisons(change(row, row.low()), changed).contradictions();
        assertThat(found).hasSize(said ? 1 : 0);
        assertThat(found)
                .allSatisfy(text -> assertThat(text.en())
                        .startsWith("Pooled, month 6: published change -7.4 (-12.0 to -5.0); here ")
                        .contains(" mm on average. The model contradicts what was published."));
        assertThat(comparisons(change(row, Optional.empty()), changed).contradictions())
                .as("-20 to -13 lies below no published end")
                .hasSize(said && low == -4 ? 1 : 0);
    }

    /** The row as a change from baseline, which may lack its lower end. */
    private static Published change(Published row, Optional<Double> low) {
        return new Published(
                row.label(),
                row.arms(),
                Optional.empty(),
                row.endpoint(),
                row.month(),
                row.value(),
                low,
                row.high(),
                row.finding(),
                row.role(),
                row.sources());
    }

    private static EndpointSummary interval(EndpointSummary e, Interval ci95) {
        return new EndpointSummary(
                e.name(),
                e.kind(),
                e.unit(),
                e.day(),
                e.month(),
                e.n(),
                e.baselineMean(),
                e.mean(),
                e.sd(),
                e.meanChange(),
                Optional.of(ci95),
                e.prediction95(),
                e.responders(),
                e.respondersCi95(),
                e.median());
    }

    @Test
    void whatWasPutInIsNotHeldAgainstTheRun() {
        Published row = row("pain-vas", Optional.of(-7.4), "put-in");
        assertThat(found(row, new Interval(-4, -1))).isEmpty();
        assertThat(comparisons(row, new Interval(-4, -1)).stated().getFirst().en())
                .isEqualTo(
                        "Pooled: published: -7.4 (-12.0 to -5.0); here -2.5 mm (mean of 10 million expanded stem cells, 50 million expanded stem cells).");
    }

    @Test
    void aRowIsComparedWithItsOwnEndpoint() {
        Published row = row("cartilage-volume", Optional.of(-7.4), "compared");
        double own = run.summary().contrasts().stream()
                .filter(c -> c.endpoint().equals("cartilage-volume") && c.month() == 6)
                .filter(c -> row.arms().contains(c.arm()) && c.versus().equals("saline"))
                .mapToDouble(c -> c.difference())
                .average()
                .orElseThrow();
        assertThat(comparisons(row, run).stated().getFirst().en())
                .contains(String.format(java.util.Locale.ROOT, "here %.1f %% (mean", own));
    }

    private List<Text> found(Published row, Interval ci) {
        return comparisons(row, ci).contradictions();
    }

    private Comparisons comparisons(Published row, Interval ci) {
        return comparisons(row, run.contrasts(c -> Contrasts.interval(c, ci.low(), ci.high())));
    }

    private static Comparisons comparisons(Published row, SmallRun run) {
        Subject subject = run.subject();
        return new Comparisons(
                new Subject(subject.plan(), subject.summary(), subject.library(), subject.model(), List.of(row)));
    }

    private static Published row(String endpoint, Optional<Double> value, String role) {
        return new Published(
                new Text("Pooled", "مجمّع"),
                List.of("msc-1e7", "msc-5e7"),
                Optional.of("saline"),
                endpoint,
                6,
                value,
                Optional.of(-12.0),
                Optional.of(-5.0),
                Optional.empty(),
                role,
                List.of());
    }
}
