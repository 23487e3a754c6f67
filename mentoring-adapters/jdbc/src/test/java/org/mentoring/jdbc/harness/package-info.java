/**
 * What shows that nothing is lost: random commands on all stores at once, races for the last place,
 * processes that are killed, databases that fail at every call. Each is first seen to fail on a bug
 * that was planted for it.
 */
@NullMarked
package org.mentoring.jdbc.harness;

import org.jspecify.annotations.NullMarked;
