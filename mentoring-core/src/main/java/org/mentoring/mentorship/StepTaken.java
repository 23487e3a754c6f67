package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import org.mentoring.identity.Actor;

/**
 * A step of the path, taken.
 *
 * @param step the step's id
 * @param on the day
 * @param by who took it
 * @param decision digest of the decision it rests on; empty where a person's word is enough
 * @param recordedAt when it became known
 */
public record StepTaken(String step, LocalDate on, Actor by, String decision, Instant recordedAt) {}
