/** Figures against targets, and reports on the work of centres. */
@NullMarked
package org.mentoring.indicator;

import org.jspecify.annotations.NullMarked;
