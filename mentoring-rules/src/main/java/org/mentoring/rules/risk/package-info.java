/** What the rules of risk read. Not for use outside this module. */
@NullMarked
package org.mentoring.rules.risk;

import org.jspecify.annotations.NullMarked;
