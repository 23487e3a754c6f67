package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.spi.Page;

/** What is due, overdue, at risk and complete. Thread-safe. */
public final class Oversight {
  private final Workplace workplace;
  private final ObligationQueries obligations;

  Oversight(Workplace workplace) {
    this.workplace = workplace;
    this.obligations = new ObligationQueries(workplace);
  }

  /**
   * How it stands with what is due in a mentorship, with what is known now.
   *
   * @see #obligations(MentorshipId, LocalDate, Instant)
   */
  public List<Obligation> obligations(MentorshipId mentorship, LocalDate asOf) {
    return obligations(mentorship, asOf, workplace.now());
  }

  /**
   * How it stands with what is due in a mentorship: while it runs, and of what follows its
   * completion. Told are all periods that have opened by the day, and of each series the one that
   * opens next; by the day on which they are due.
   *
   * @param asOf the day that is asked about; what was done later does not count
   * @param knownAt what became known later does not count
   * @throws org.mentoring.failure.MentoringException {@code mentorship.unknown} if there is no such
   *     mentorship
   */
  public List<Obligation> obligations(MentorshipId mentorship, LocalDate asOf, Instant knownAt) {
    return obligations.of(mentorship, asOf, knownAt);
  }

  /**
   * How it stands with what is due for a participant, with what is known now.
   *
   * @see #obligationsOf(ParticipantId, LocalDate, Instant)
   */
  public List<Obligation> obligationsOf(ParticipantId participant, LocalDate asOf) {
    return obligationsOf(participant, asOf, workplace.now());
  }

  /**
   * How it stands with what is due for a participant beside single mentorships: what a mentor owes
   * once for all of them, as in-service training (S1-07); what is due for a mentee; what is due of
   * a centre since it holds that position (S2-09, S2-10, S2-12). For a merged duplicate: of the one
   * that is kept.
   *
   * <p>A mentor's or mentee's series counts from the first start of an open mentorship. It rests
   * while all open ones are paused, ends when the last is closed, and begins anew with the next.
   *
   * @param asOf the day that is asked about; what was done later does not count
   * @param knownAt what became known later does not count
   * @throws org.mentoring.failure.MentoringException {@code participant.unknown} if there is no
   *     such participant
   */
  public List<Obligation> obligationsOf(
      ParticipantId participant, LocalDate asOf, Instant knownAt) {
    return obligations.of(participant, asOf, knownAt);
  }

  /**
   * What is due in the whole programme, with what is known now, page by page: mentorships by id,
   * then participants by id, and of each its series in the order of the definition. No obligation
   * is skipped or told twice, whatever is recorded between two pages.
   *
   * @param asOf the day that is asked about
   * @param states in one of these states; empty: in any
   * @param after what the page before gave as next; null: from the beginning
   * @param most at most so many, 1 to 1,000
   * @throws org.mentoring.failure.MentoringException {@code page.unknown} if no page gave that mark
   */
  public Page<Obligation> due(
      LocalDate asOf, Set<ObligationState> states, @Nullable String after, int most) {
    return obligations.due(asOf, workplace.now(), states, after, most);
  }
}
