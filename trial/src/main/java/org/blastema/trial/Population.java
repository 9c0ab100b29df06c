package org.blastema.trial;

import java.util.List;
import org.blastema.core.Parameter;
import org.blastema.core.Text;

/**
 * Who is screened for a trial.
 *
 * @param name name of the file
 * @param title what it is called
 * @param model the model whose covariates it fills
 * @param sources keys of the bibliography
 * @param covariates in the order of the file; those that the model lacks are reported only
 * @param correlations between covariates
 */
public record Population(
        String name,
        Text title,
        String model,
        List<String> sources,
        List<Parameter> covariates,
        List<Correlation> correlations) {
    /**
     * Normal scores of two covariates hang together.
     *
     * @param a name of one
     * @param b name of the other
     * @param value their correlation, -1 to 1, exclusive
     */
    public record Correlation(String a, String b, double value) {}
}
