/** The expression graph: shared nodes, derivatives, schedules, and the interpreter that is the oracle of generated code. */
@NullMarked
package org.blastema.model.graph;

import org.jspecify.annotations.NullMarked;
