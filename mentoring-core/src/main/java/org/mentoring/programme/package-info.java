/** Programme definitions: everything that a programme asks, as data with citations. */
@NullMarked
package org.mentoring.programme;

import org.jspecify.annotations.NullMarked;
