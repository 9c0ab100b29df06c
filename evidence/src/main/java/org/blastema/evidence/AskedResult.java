package org.blastema.evidence;

import java.util.List;
import org.blastema.trial.Plan;

/**
 * A result of one person, by the names that a reader knows it by.
 *
 * @param arm whose persons' change is told
 * @param versus the arm that the benefit is held against
 * @param unit UCUM code of the endpoint
 * @param month of the visit
 * @param modified what was changed against the library
 */
public record AskedResult(
        String study,
        String scenario,
        long seed,
        String arm,
        String versus,
        String endpoint,
        String unit,
        double month,
        List<String> modified) {
    static AskedResult of(Plan plan, SensitivityQuestion question) {
        return new AskedResult(
                plan.name(),
                plan.scenario(),
                plan.seed(),
                plan.arms().get(question.arm()).name(),
                plan.arms().get(question.versus()).name(),
                plan.endpoints().get(question.endpoint()).name(),
                plan.endpoints().get(question.endpoint()).unit(),
                plan.visits().get(question.visit()).month(),
                plan.modified());
    }
}
