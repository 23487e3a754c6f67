/** The canonical form of values, and digests over it. */
@NullMarked
package org.mentoring.digest;

import org.jspecify.annotations.NullMarked;
