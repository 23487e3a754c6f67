/** The mentorship from assignment to the end of its follow-up: states, commands, history. */
@NullMarked
package org.mentoring.mentorship;

import org.jspecify.annotations.NullMarked;
