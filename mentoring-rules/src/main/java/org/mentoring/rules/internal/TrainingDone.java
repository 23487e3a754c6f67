package org.mentoring.rules.internal;

/**
 * How much of the required training a person has done.
 *
 * @param person whose training it is
 * @param hours done so far
 * @param required that the programme asks for
 */
public record TrainingDone(String person, int hours, int required) {}
