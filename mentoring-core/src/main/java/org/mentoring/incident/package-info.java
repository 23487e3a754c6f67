/** Incidents and the documented algorithms for them. */
@NullMarked
package org.mentoring.incident;

import org.jspecify.annotations.NullMarked;
