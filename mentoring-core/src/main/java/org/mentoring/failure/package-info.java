/**
 * Failures: bugs, infrastructure and bad input. Refusals of the domain are decisions, not failures.
 */
@NullMarked
package org.mentoring.failure;

import org.jspecify.annotations.NullMarked;
