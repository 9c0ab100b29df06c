package org.blastema.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.blastema.core.Language;
import org.blastema.formats.Json;
import org.blastema.model.Library;
import org.blastema.trial.Analysis;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Summary;
import org.blastema.trial.Threads;
import org.blastema.trial.WholeRun;

/** A study at a size for tests: really simulated, kept in memory. */
record SmallRun(Plan plan, Summary summary, KeptInMemory store, Library library) {
    static SmallRun of(String... sets) {
        return of(6, Optional.empty(), sets);
    }

    static SmallRun of(int trials, Optional<String> scenario, String... sets) {
        Options options = new Options(
                OptionalInt.of(30), OptionalInt.of(trials), OptionalLong.of(1), scenario, Arrays.asList(sets));
        return of(Library.packaged(), "knee", options);
    }

    /** A study that names no change that matters, no question and few of the other things that may be left out. */
    static SmallRun bare() {
        return ofTests("small");
    }

    /** A study of the test library with changes, and what continues it. */
    static SmallRun ofTests(String study, String... sets) {
        Options options = new Options(
                OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), List.of(sets));
        return of(Library.folder(Path.of("../trial/src/test/resources/library")), study, options);
    }

    /** A study of the library with few people, which is no change of it. */
    static SmallRun few(String study) {
        Options options =
                new Options(OptionalInt.of(6), OptionalInt.of(4), OptionalLong.empty(), Optional.empty(), List.of());
        return of(Library.packaged(), study, options);
    }

    /** A study of the library with changes. */
    static SmallRun of(String study, List<String> sets) {
        Options options =
                new Options(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), sets);
        return of(Library.packaged(), study, options);
    }

    private static SmallRun of(Library library, String study, Options options) {
        Plan plan = StudyReader.read(library, study, options);
        KeptInMemory store = new KeptInMemory();
        try {
            WholeRun.run(new Threads(2), plan, store, Progress.silent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new SmallRun(plan, Analysis.summarise(plan, store), store, library);
    }

    Subject subject() {
        return Subject.of(plan, summary, library);
    }

    Findings findings() {
        return new Findings(subject());
    }

    List<String> terminal(Language language) {
        return TerminalSummary.of(subject(), language);
    }

    String json() {
        return Json.compact(ReportData.of(plan, summary, store, library));
    }

    Map<String, Object> data() {
        return Tree.object(json());
    }

    /** The same run as if these contrasts had come out. */
    SmallRun contrasts(UnaryOperator<ContrastSummary> change) {
        return with(summary.arms(), summary.contrasts().stream().map(change).toList());
    }

    /** The same run as if these endpoints had come out. */
    SmallRun endpoints(UnaryOperator<EndpointSummary> change) {
        return with(
                summary.arms().stream()
                        .map(arm -> new ArmSummary(
                                arm.name(),
                                arm.n(),
                                arm.failures(),
                                arm.endpoints().stream().map(change).toList(),
                                arm.adverseEvents(),
                                arm.anyHarm(),
                                arm.seriousHarm(),
                                arm.cost()))
                        .toList(),
                summary.contrasts());
    }

    /** The same run as if nobody had counted the harms of an arm. */
    SmallRun harmless(String name) {
        return with(
                summary.arms().stream()
                        .map(arm -> arm.name().equals(name) ? harmless(arm) : arm)
                        .toList(),
                summary.contrasts());
    }

    private static ArmSummary harmless(ArmSummary arm) {
        return new ArmSummary(
                arm.name(),
                arm.n(),
                arm.failures(),
                arm.endpoints(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                arm.cost());
    }

    /** The same run as if these changes had been made. */
    SmallRun modified(List<String> modified) {
        return with(modified, summary.arms(), summary.contrasts());
    }

    private SmallRun with(List<ArmSummary> arms, List<ContrastSummary> contrasts) {
        return with(summary.modified(), arms, contrasts);
    }

    private SmallRun with(List<String> modified, List<ArmSummary> arms, List<ContrastSummary> contrasts) {
        Summary changed = new Summary(
                summary.study(),
                summary.seed(),
                summary.scenario(),
                summary.patients(),
                summary.trials(),
                modified,
                arms,
                contrasts,
                summary.pairedDifferences(),
                summary.scenarios(),
                summary.contextShares(),
                summary.practices(),
                summary.economics(),
                summary.longTerm(),
                summary.individualEffects(),
                summary.curves(),
                summary.failures(),
                summary.failed(),
                summary.simulated());
        return new SmallRun(plan, changed, store, library);
    }

    EndpointSummary endpoint(String arm, String endpoint, double month) {
        return summary.arms().stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.endpoints().stream())
                .filter(each -> each.name().equals(endpoint) && each.month() == month)
                .findFirst()
                .orElseThrow();
    }
}
