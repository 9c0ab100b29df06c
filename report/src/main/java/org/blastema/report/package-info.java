/** The page of a run and its summary on the terminal, in English and Arabic. */
@NullMarked
package org.blastema.report;

import org.jspecify.annotations.NullMarked;
