package org.mentoring.matching;

import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ParticipantId;

/**
 * A mentor without a free place whom further mentees would rather have.
 *
 * @param mentor who
 * @param places how many mentees the mentor takes
 * @param sought how many mentees with another mentor or none could go to this one and would gain
 *     points: "sought by so many more than the mentor can take"
 * @param gain what one more place would bring; null where the policy is not {@code OPTIMAL}, where
 *     more than pairs and points counts, and where all places are locked
 */
public record SoughtMentor(ParticipantId mentor, int places, int sought, @Nullable Gain gain) {
  /**
   * What one more place with a mentor would bring, exactly, once all are matched anew.
   *
   * @param pairs pairs more: 0 or 1
   * @param points points more in all; negative at most where there is a pair more
   */
  public record Gain(int pairs, long points) {}
}
