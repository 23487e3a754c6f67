package org.mentoring.mentorship;

import java.time.LocalDate;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * A party agreed to the mentorship.
 *
 * @param party the party's capacity, as {@code GUARDIAN}
 * @param participant for whom: the mentor or mentee whom the party is or stands for
 * @param on the day
 * @param by who recorded it
 */
public record Agreement(Code party, ParticipantId participant, LocalDate on, Actor by) {}
