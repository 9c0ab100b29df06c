/** Moments and histograms that merge, exact intervals, the analysis of covariance. */
@NullMarked
package org.blastema.statistics;

import org.jspecify.annotations.NullMarked;
