/** Virtual trials: the study language, arms, patients, tasks and their analysis. */
@NullMarked
package org.blastema.trial;

import org.jspecify.annotations.NullMarked;
