package org.mentoring.decision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;

/**
 * What a decision is about.
 *
 * @param matter as {@code PARTICIPATION}, {@code LOCK_PAIR}, {@code RECORD_FACT}
 * @param participant whom it is about; the id of the proposal where it is about a whole practice
 * @param practice the practice's id; null where it is about no practice
 * @param position as what; null where it is about no position
 * @param asOf the day that is decided about
 * @param knownAt what became known later is left out
 */
public record Question(
    Code matter,
    ParticipantId participant,
    @Nullable String practice,
    @Nullable Position position,
    LocalDate asOf,
    Instant knownAt) {}
