/**
 * Engines that choose pairs: exact optima with their proof, and stable matchings. They know numbers
 * only, no people; {@code org.mentoring.matching} builds their problems and tells their answers.
 */
@NullMarked
package org.mentoring.assignment;

import org.jspecify.annotations.NullMarked;
