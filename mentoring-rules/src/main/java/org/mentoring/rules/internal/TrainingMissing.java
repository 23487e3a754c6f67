package org.mentoring.rules.internal;

/**
 * What a person still has to train.
 *
 * @param person whose training it is
 * @param hours still to do
 */
public record TrainingMissing(String person, int hours) {}
