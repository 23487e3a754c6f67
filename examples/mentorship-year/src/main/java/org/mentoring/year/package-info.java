/** A year of a mentorship, from the first application to the last follow-up. */
@NullMarked
package org.mentoring.year;

import org.jspecify.annotations.NullMarked;
