/** The entry to the library: {@link org.mentoring.Mentoring}. */
@NullMarked
package org.mentoring;

import org.jspecify.annotations.NullMarked;
