/** The constraints of drafts and what ties a draft to the record that it becomes. */
@NullMarked
package org.mentoring.validation.constraint;

import org.jspecify.annotations.NullMarked;
