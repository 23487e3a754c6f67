/** What the matching rules read and write. Not for use outside this module. */
@NullMarked
package org.mentoring.rules.matching;

import org.jspecify.annotations.NullMarked;
