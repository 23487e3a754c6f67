/** What the obligation rules read and write. Not for use outside this module. */
@NullMarked
package org.mentoring.rules.obligation;

import org.jspecify.annotations.NullMarked;
