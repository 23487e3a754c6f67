/** How fast it is. */
@NullMarked
package org.mentoring.benchmarks;

import org.jspecify.annotations.NullMarked;
