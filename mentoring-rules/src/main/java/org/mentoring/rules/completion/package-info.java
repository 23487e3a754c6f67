/** What the rules of completion read. Not for use outside this module. */
@NullMarked
package org.mentoring.rules.completion;

import org.jspecify.annotations.NullMarked;
