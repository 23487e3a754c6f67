/** Human judgement within bounds: requirements that an authority waived. */
@NullMarked
package org.mentoring.waiver;

import org.jspecify.annotations.NullMarked;
