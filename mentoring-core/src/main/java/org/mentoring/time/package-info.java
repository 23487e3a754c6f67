/** Time as the domain needs it. */
@NullMarked
package org.mentoring.time;

import org.jspecify.annotations.NullMarked;
