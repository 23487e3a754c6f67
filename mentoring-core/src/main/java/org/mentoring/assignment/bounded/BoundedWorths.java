package org.mentoring.assignment.bounded;

/**
 * The levels of an {@link Objective} as one number: what one more on a level is worth, in points of
 * score. They are levels only if one more outweighs everything below it.
 *
 * @param mentee what it is worth that a mentee has a mentor at all, besides its pairs; 0 where no
 *     mentee may have several mentors, since the pairs count it then
 * @param pair what a pair is worth besides
 * @param kept what a kept pair is worth besides
 * @param waited what a waiting rank is worth
 */
public record BoundedWorths(long mentee, long pair, long kept, long waited) {}
