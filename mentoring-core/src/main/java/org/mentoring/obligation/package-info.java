/** What is due, by when, and whether it was done. */
@NullMarked
package org.mentoring.obligation;

import org.jspecify.annotations.NullMarked;
