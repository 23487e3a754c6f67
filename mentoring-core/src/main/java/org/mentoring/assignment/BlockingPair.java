package org.mentoring.assignment;

/**
 * Two who would both rather have each other than what they got.
 *
 * @param mentee the mentee's number
 * @param mentor the mentor's number
 */
public record BlockingPair(int mentee, int mentor) {}
