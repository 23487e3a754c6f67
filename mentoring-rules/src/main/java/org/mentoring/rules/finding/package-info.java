/** What the rules write. Not for use outside this module. */
@NullMarked
package org.mentoring.rules.finding;

import org.jspecify.annotations.NullMarked;
