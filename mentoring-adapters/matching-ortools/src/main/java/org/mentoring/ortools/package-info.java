/** Matching under bounds that no flow expresses, by the solver SCIP in OR-Tools. */
@NullMarked
package org.mentoring.ortools;

import org.jspecify.annotations.NullMarked;
