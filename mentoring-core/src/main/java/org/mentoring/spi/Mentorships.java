package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;

/** The mentorships. Thread-safe; every call is atomic. */
public interface Mentorships {
  /**
   * Keeps a mentorship's next version.
   *
   * @throws org.mentoring.failure.StaleVersion if the version there is not the one before
   */
  void save(Particulars mentorship);

  /**
   * Adds a mentorship as it is, at the version that it has: for imports.
   *
   * @throws org.mentoring.failure.MentoringException {@code mentorship.exists} if the id is taken
   */
  void restore(Particulars mentorship);

  /** The newest version, if there is one. */
  Optional<Particulars> find(MentorshipId id);

  /** All mentorships of a participant, as mentor or mentee, also those that it left, by id. */
  List<Particulars> of(ParticipantId participant);

  /**
   * Those that fit, by id.
   *
   * @param which what is asked for
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<Particulars> list(Which which, @Nullable MentorshipId after, int most);

  /**
   * Puts a redacted form in the place of the newest version: same id, next version, so that whoever
   * has read what is redacted here is too late to write it back.
   *
   * @throws org.mentoring.failure.StaleVersion if the version there is not the one before
   */
  void redact(Particulars redacted);

  /**
   * Which mentorships are asked for.
   *
   * @param practice the practice's id; null: any
   * @param centre null: any
   * @param states in one of them; empty: in any
   */
  record Which(
      @Nullable String practice,
      @Nullable ParticipantId centre,
      SortedSet<MentorshipState> states) {
    /** Sorts and copies. */
    public Which {
      states = org.mentoring.failure.Invariants.sorted(states);
    }

    /** All of them. */
    public static Which all() {
      return new Which(null, null, new java.util.TreeSet<>());
    }

    /** Whether a mentorship is one of them. */
    public boolean fits(Particulars mentorship) {
      return (practice == null || practice.equals(mentorship.practice()))
          && (centre == null || centre.equals(mentorship.centre()))
          && (states.isEmpty() || states.contains(mentorship.state()));
    }
  }
}
