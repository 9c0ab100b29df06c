/** Equations to numbers: code generation, integrators, events and doses. */
@NullMarked
package org.blastema.kinetics;

import org.jspecify.annotations.NullMarked;
