package org.mentoring.runtime;

/**
 * A file of rules as DRL.
 *
 * @param name of the file, as it is told
 * @param text DRL, whose lines are those of the file
 * @param table whether it was made of a table: then a rule is named by its code and its row
 */
record Source(String name, String text, boolean table) {}
