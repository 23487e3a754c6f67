/**
 * People as a table, one row a person, in and out; and tables of results that a spreadsheet can
 * open without running them. Start with {@link org.mentoring.csv.PeopleCsvReader}.
 */
@NullMarked
package org.mentoring.csv;

import org.jspecify.annotations.NullMarked;
