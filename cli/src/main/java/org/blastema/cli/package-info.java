/** The {@code blastema} command. */
@NullMarked
package org.blastema.cli;

import org.jspecify.annotations.NullMarked;
