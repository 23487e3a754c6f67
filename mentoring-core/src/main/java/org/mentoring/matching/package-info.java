/** Who should mentor whom, and why: from criteria to explained pairs. */
@NullMarked
package org.mentoring.matching;

import org.jspecify.annotations.NullMarked;
