/** Whole-run benchmarks with their own timer. */
@NullMarked
package org.blastema.bench;

import org.jspecify.annotations.NullMarked;
