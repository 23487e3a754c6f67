package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.MentorshipId;
import org.mentoring.mentorship.AtRisk;
import org.mentoring.spi.Page;

/** What is due, overdue, at risk and complete. Thread-safe. */
public final class Oversight {
  private final Workplace workplace;
  private final CompletionQueries completion;

  Oversight(Workplace workplace) {
    this.workplace = workplace;
    this.completion = new CompletionQueries(workplace, (id, asOf, knownAt) -> List.of());
  }

  /** Whether a mentorship is complete on a day, with what is known now. */
  public Decision completion(MentorshipId mentorship, LocalDate asOf) {
    return completion(mentorship, asOf, workplace.now());
  }

  /**
   * Whether a mentorship is complete on a day: {@code ELIGIBLE} if it is, {@code NOT_YET} with
   * everything that is missing, {@code REFUSED} if it ended early and does not count as completed.
   * A mentorship that was closed as completed is judged on the day of its closure.
   *
   * @param knownAt what became known later is left out
   * @throws MentoringException {@code mentorship.unknown} if it was not there
   */
  public Decision completion(MentorshipId mentorship, LocalDate asOf, Instant knownAt) {
    return completion.completion(mentorship, asOf, knownAt);
  }

  /** What puts a mentorship at risk on a day, with what is known now. */
  public List<Finding> risks(MentorshipId mentorship, LocalDate asOf) {
    return risks(mentorship, asOf, workplace.now());
  }

  /**
   * What puts a mentorship at risk on a day: silence, absence, overdue obligations and incidents,
   * long pauses, parties who may no longer take part; and, as findings that only inform, what is
   * worth knowing. Findings hold values that only coordinators may read; render them for an
   * audience.
   *
   * @param knownAt what became known later is left out
   * @throws MentoringException {@code mentorship.unknown} if it was not there
   */
  public List<Finding> risks(MentorshipId mentorship, LocalDate asOf, Instant knownAt) {
    return completion.risks(mentorship, asOf, knownAt);
  }

  /**
   * The mentorships that a person should look at, by id, with what is known now.
   *
   * @param after {@link Page#next()} of the page before; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  public Page<AtRisk> atRisk(LocalDate asOf, @Nullable String after, int most) {
    return completion.atRisk(asOf, after, most);
  }
}
