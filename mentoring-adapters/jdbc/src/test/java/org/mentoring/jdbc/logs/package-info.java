/** What programs write to their logs. */
@NullMarked
package org.mentoring.jdbc.logs;

import org.jspecify.annotations.NullMarked;
