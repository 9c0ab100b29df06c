package org.blastema.evidence;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Library;

/**
 * A trial that a public registry holds and of which the library knows no result.
 *
 * @param registration its number there
 * @param area whose list of trials has it; absent where none has
 */
record RegisteredTrial(String registration, Optional<String> area) {

    /**
     * Finds a trial in the lists of trials.
     *
     * @param named registration that somebody names, for a trial without one in a list
     * @throws InvalidInput with problems of the lists, or if there is no registration or another one, or if results are known
     */
    static RegisteredTrial of(Library whole, String trial, Optional<String> named) {
        Library library = whole.unread();
        Problems problems = new Problems();
        Position at = new Position(trial, 1, 1);
        if (!library.names("studies").contains(trial)) {
            throw library.unknown("studies", trial, at);
        }
        SortedMap<String, TrialRecord> lists = lists(library, trial, problems);
        Optional<String> listed = lists.values().stream().findFirst().flatMap(TrialRecord::registration);
        if (listed.isPresent() && named.isPresent() && !listed.equals(named)) {
            problems.error(
                    at,
                    "the registration " + named.get() + " is not that of the list, " + listed.get(),
                    "a trial has one; leave --registration out");
        }
        Optional<String> registration = listed.or(() -> named);
        if (registration.isEmpty()) {
            problems.error(
                    at,
                    "no registration of the trial '" + trial + "' is known",
                    "a forecast tells which registered trial it is of: " + TrialRecord.PATH + ", or --registration");
        }
        known(library, trial, at, problems);
        problems.throwIfFailed();
        return new RegisteredTrial(
                registration.orElseThrow(), lists.keySet().stream().findFirst());
    }

    /** What the list of each area says of the trial, where one has it. */
    private static SortedMap<String, TrialRecord> lists(Library library, String trial, Problems problems) {
        SortedMap<String, TrialRecord> lists = new TreeMap<>();
        for (String area : TrialRecord.table(library, problems).areas()) {
            TrialRecord.read(library, area, problems).stream()
                    .filter(each -> each.trial().equals(trial))
                    .forEach(each -> lists.put(area, each));
        }
        return lists;
    }

    private static void known(Library library, String trial, Position at, Problems problems) {
        boolean known = Outcomes.all(library, problems).stream()
                .anyMatch(outcome -> outcome.trial().equals(trial));
        if (known) {
            problems.error(
                    at,
                    "results of the trial '" + trial + "' are in the library",
                    "what is known is no prediction; './blastema validate' holds published trials against simulated ones");
        }
    }
}
