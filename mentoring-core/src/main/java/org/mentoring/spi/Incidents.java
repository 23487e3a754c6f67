package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;

/** The incidents. Thread-safe; every call is atomic. */
public interface Incidents {
  /**
   * Keeps an incident's next version.
   *
   * @throws org.mentoring.failure.StaleVersion if the version there is not the one before
   */
  void save(Incident incident);

  /**
   * Adds a incident as it is, at the version that it has: for imports.
   *
   * @throws org.mentoring.failure.MentoringException {@code incident.exists} if the id is taken
   */
  void restore(Incident incident);

  /** The newest version, if there is one. */
  Optional<Incident> find(IncidentId id);

  /** All of a mentorship, by id. */
  List<Incident> of(MentorshipId mentorship);

  /** All that concern a participant, whichever mentorship they name, if any, by id. */
  List<Incident> concerning(ParticipantId participant);

  /** All that are open, by id. */
  List<Incident> open();

  /**
   * All, by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<Incident> list(@Nullable IncidentId after, int most);

  /**
   * Puts a redacted form in the place of the newest version: same id, next version, so that whoever
   * has read what is redacted here is too late to write it back.
   *
   * @throws org.mentoring.failure.StaleVersion if the version there is not the one before
   */
  void redact(Incident redacted);
}
