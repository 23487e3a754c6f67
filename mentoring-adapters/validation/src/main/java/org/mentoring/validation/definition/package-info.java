/**
 * Drafts of programme definitions: what a form or a file holds before it is known to be right.
 * Every component may be null; Jakarta constraints say what a valid draft holds.
 */
@NullMarked
package org.mentoring.validation.definition;

import org.jspecify.annotations.NullMarked;
