package org.mentoring.matching;

import org.mentoring.identity.ParticipantId;

/**
 * A mentor without a free place whom further mentees would rather have.
 *
 * @param mentor who
 * @param places how many mentees the mentor takes
 * @param sought how many mentees with another mentor or none could go to this one and would gain:
 *     "sought by so many more than the mentor can take"
 * @param morePairs how many pairs more there would be with one more place here: 0 or 1
 * @param morePoints how many points more there would then be in all; may be negative where there is
 *     a pair more
 */
public record SoughtMentor(
    ParticipantId mentor, int places, int sought, int morePairs, long morePoints) {}
