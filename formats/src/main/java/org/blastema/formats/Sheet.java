package org.blastema.formats;

/**
 * A file of an export.
 *
 * @param file its name
 * @param select the query whose rows it holds
 */
record Sheet(String file, String select) {}
