package org.blastema.statistics;

import org.blastema.core.Elementary;
import org.blastema.core.Gaussian;

/** How much of a two-sided level is spent by a share of the information (Lan and DeMets 1983). */
public enum Spending {
    /** Little at first: 4 (1 - Phi(z / sqrt(t))), z the quantile of 1 - alpha / 4, so that each side spends its half alike. */
    OBRIEN_FLEMING {
        @Override
        double of(double alpha, double share) {
            return 4 * Gaussian.cdf(Gaussian.quantile(alpha / 4) / Math.sqrt(share));
        }
    },
    /** More evenly: alpha ln(1 + (e - 1) t). */
    POCOCK {
        @Override
        double of(double alpha, double share) {
            return alpha * Elementary.log(1 + (Math.E - 1) * share);
        }
    };

    abstract double of(double alpha, double share);

    /**
     * The level spent so far; all of it at the end.
     *
     * @param alpha in the open interval (0, 1)
     * @param share of the information, 0 to 1
     */
    public double spent(double alpha, double share) {
        return share >= 1 ? alpha : share <= 0 ? 0 : of(alpha, share);
    }
}
