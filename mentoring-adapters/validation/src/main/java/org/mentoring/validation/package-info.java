/** Drafts of what comes from outside, and their checks. */
@NullMarked
package org.mentoring.validation;

import org.jspecify.annotations.NullMarked;
