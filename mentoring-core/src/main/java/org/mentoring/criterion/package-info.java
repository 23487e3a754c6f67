/** Matching criteria: a closed vocabulary of terms, so that a criterion is data. */
@NullMarked
package org.mentoring.criterion;

import org.jspecify.annotations.NullMarked;
