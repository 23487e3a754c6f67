/**
 * The event "Choice of a mentor" (S2-06): who is invited and meets whom, how both sides rank those
 * whom they met, and which pairs come of it.
 */
@NullMarked
package org.mentoring.choosing;

import org.jspecify.annotations.NullMarked;
