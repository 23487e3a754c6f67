/** Erasing what is known of people, and what is due to be erased. */
@NullMarked
package org.mentoring.erasure;

import org.jspecify.annotations.NullMarked;
