/** The shortest embedding. */
@NullMarked
package org.mentoring.quickstart;

import org.jspecify.annotations.NullMarked;
