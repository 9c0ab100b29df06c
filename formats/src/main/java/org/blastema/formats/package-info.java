/** The run folder and its files: Parquet through DuckDB, JSON, CSV. */
@NullMarked
package org.blastema.formats;

import org.jspecify.annotations.NullMarked;
