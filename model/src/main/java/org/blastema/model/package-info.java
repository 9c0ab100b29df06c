/** The model language: syntax, names, units, the library of files. */
@NullMarked
package org.blastema.model;

import org.jspecify.annotations.NullMarked;
