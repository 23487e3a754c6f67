/** Incidents as the rules read them. */
@NullMarked
package org.mentoring.rules.incident;

import org.jspecify.annotations.NullMarked;
