/**
 * People from outside: drafts that forms and files fill in, the check of them, and what is ready
 * for core.
 */
@NullMarked
package org.mentoring.validation.people;

import org.jspecify.annotations.NullMarked;
