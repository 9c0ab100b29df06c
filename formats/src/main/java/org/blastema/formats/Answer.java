package org.blastema.formats;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a question in SQL.
 *
 * @param columns names of its columns
 * @param rows its rows; a value that is missing is empty
 */
public record Answer(List<String> columns, List<List<Optional<Object>>> rows) {}
