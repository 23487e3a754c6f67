/** How far a running programme meets a standard, for staff. */
@NullMarked
package org.mentoring.conformance;

import org.jspecify.annotations.NullMarked;
