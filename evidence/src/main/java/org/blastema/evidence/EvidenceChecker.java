package org.blastema.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blastema.core.Csv;
import org.blastema.core.Problems;
import org.blastema.model.Checker;
import org.blastema.model.Library;
import org.blastema.trial.StudyReader;

/** Checks the tables of evidence beside everything that a study is made of. */
public final class EvidenceChecker {
    private static final String OUTCOMES = "evidence/outcomes/";

    private EvidenceChecker() {}

    /** A checker that knows countries, claims, sliders, phrases, the credibility, published outcomes, the trials, the scored arms, those left out, the null results and the shortfalls. */
    public static Checker checker() {
        return Phrases.with(CalibrationReader.with(
                        SliderReader.with(CountryChecks.with(ClaimReader.with(StudyReader.checker())))))
                .with("evidence", CredibilityFrame::read)
                .withTables(OUTCOMES, EvidenceChecker::outcomes)
                .withTables(
                        Scored.PATH,
                        (library, path, problems) -> Scored.table(library, problems)
                                .areas()
                                .forEach(area -> Scored.read(library, area, problems)))
                .withTables(
                        Unscored.PATH,
                        (library, path, problems) -> Unscored.table(library, problems)
                                .areas()
                                .forEach(area -> Unscored.read(library, area, problems)))
                .withTables(
                        Nulls.PATH,
                        (library, path, problems) -> Nulls.table(library, problems)
                                .areas()
                                .forEach(area -> Nulls.read(library, area, problems)))
                .withTables(
                        Shortfall.PATH,
                        (library, path, problems) -> Shortfall.table(library, problems)
                                .areas()
                                .forEach(area -> Shortfall.read(library, area, problems)))
                .withTables("evidence/posteriors/", CalibratedTables::check)
                .withTables("evidence/refits/", (library, path, problems) -> {
                    String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".csv".length());
                    CalibratedTables.refits(library, name, problems);
                })
                .withTables(
                        CalibratedTables.ORIGINS,
                        (library, path, problems) ->
                                library.bytes(path).ifPresent(bytes -> Csv.read(library.label(path), bytes)))
                .withTables(
                        TrialRecord.PATH,
                        (library, path, problems) -> TrialRecord.table(library, problems)
                                .areas()
                                .forEach(area -> trials(library, area, problems)))
                .withTables("evidence/validation", (library, path, problems) -> ValidatedTable.read(library, problems));
    }

    private static void outcomes(Library library, String path, Problems problems) {
        String area = path.substring(OUTCOMES.length(), path.length() - ".csv".length());
        Set<List<String>> scored = new HashSet<>();
        Scored.read(library, area, problems)
                .forEach(row ->
                        scored.add(List.of(row.outcome().trial(), row.outcome().arm())));
        Set<List<String>> listed = new HashSet<>(scored);
        for (Unscored row : Unscored.read(library, area, problems)) {
            if (!listed.add(List.of(row.trial(), row.arm()))) {
                problems.error(
                        row.position(),
                        "the arm '" + row.arm() + "' of '" + row.trial() + "' is listed before",
                        "an arm is scored, or left out once");
            }
        }
        if (!HarmTerms.check(library, Outcomes.read(library, area, new Problems()), problems)) {
            return; // whether its arm is listed cannot be told
        }
        for (Outcome outcome : Outcomes.withNumbers(library, area, problems)) {
            if (listed.add(List.of(outcome.trial(), outcome.arm()))) {
                problems.error(
                        outcome.position(),
                        "the arm '" + outcome.arm() + "' of '" + outcome.trial() + "' is in no list",
                        "an arm with a number is scored or left out with a reason: " + Scored.PATH + ", "
                                + Unscored.PATH);
            }
        }
    }

    /**
     * Every trial with an outcome is listed as one that has some, and none that was taken back is scored, so that it neither validates nor
     * calibrates.
     */
    private static void trials(Library library, String area, Problems problems) {
        SortedMap<String, TrialRecord> listed = new TreeMap<>();
        TrialRecord.read(library, area, problems).forEach(each -> listed.put(each.trial(), each));
        for (Outcome outcome : Outcomes.read(library, area, problems)) {
            TrialRecord known = listed.get(outcome.trial());
            if (known == null) {
                problems.unknown(outcome.position(), "trial", outcome.trial(), List.copyOf(listed.keySet()));
            } else if (known.status() == TrialRecord.Status.REGISTERED) {
                problems.error(
                        outcome.position(),
                        "the trial '" + outcome.trial() + "' has an outcome and is listed as registered only",
                        "once something of it is known it is published: " + TrialRecord.PATH);
            }
        }
        for (Scored arm : Scored.read(library, area, problems)) {
            TrialRecord known = listed.get(arm.outcome().trial());
            if (known != null && known.retracted()) {
                problems.error(
                        known.position(),
                        "the trial '" + known.trial() + "' is retracted and scored",
                        "a trial that was taken back neither validates nor calibrates; leave it out in "
                                + Unscored.PATH);
            }
        }
    }
}
