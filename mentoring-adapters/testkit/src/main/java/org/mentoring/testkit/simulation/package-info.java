/**
 * Simulated years of a programme, for studies: the library itself runs over stores in memory, and
 * only people are invented.
 */
@NullMarked
package org.mentoring.testkit.simulation;

import org.jspecify.annotations.NullMarked;
