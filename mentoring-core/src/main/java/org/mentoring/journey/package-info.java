/** How people go through a programme: positions that they hold, routes, and who comes back. */
@NullMarked
package org.mentoring.journey;

import org.jspecify.annotations.NullMarked;
