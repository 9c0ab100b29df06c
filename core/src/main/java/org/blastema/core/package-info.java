/** What every module stands on: units, chance, elementary functions, diagnostics, YAML nodes with positions. */
@NullMarked
package org.blastema.core;

import org.jspecify.annotations.NullMarked;
