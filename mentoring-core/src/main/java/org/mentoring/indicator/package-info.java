/**
 * Figures against targets and on the work of centres, for staff; {@code publication} has the public
 * ones.
 */
@NullMarked
package org.mentoring.indicator;

import org.jspecify.annotations.NullMarked;
