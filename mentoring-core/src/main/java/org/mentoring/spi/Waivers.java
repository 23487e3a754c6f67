package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.waiver.Waiver;

/** The waivers. Thread-safe; every call is atomic. */
public interface Waivers {
  /** Keeps a waiver, or its revoked form in its place. */
  void save(Waiver waiver);

  /** The waiver with this id, if there is one. */
  Optional<Waiver> find(WaiverId id);

  /** All for a participant, revoked or not, by id. */
  List<Waiver> of(ParticipantId participant);

  /** All for a mentorship, revoked or not, by id. */
  List<Waiver> of(MentorshipId mentorship);

  /**
   * All, by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<Waiver> list(@Nullable WaiverId after, int most);
}
