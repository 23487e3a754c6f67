package org.mentoring.choosing;

import java.time.Instant;
import org.mentoring.identity.Actor;

/**
 * A ranking and who recorded it.
 *
 * @param ranking what was recorded
 * @param by who recorded it
 * @param at when
 */
public record RecordedRanking(Ranking ranking, Actor by, Instant at) {}
