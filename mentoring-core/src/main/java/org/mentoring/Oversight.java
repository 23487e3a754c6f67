package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.AtRisk;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationPage;
import org.mentoring.obligation.ObligationState;
import org.mentoring.spi.Page;

/** What is due, overdue, at risk and complete. Thread-safe. */
public final class Oversight {
  private final Workplace workplace;
  private final ObligationQueries obligations;
  private final CompletionQueries completion;

  Oversight(Workplace workplace) {
    this.workplace = workplace;
    this.obligations = new ObligationQueries(workplace);
    this.completion = new CompletionQueries(workplace, obligations);
  }

  /** Whether a mentorship is complete on a day, with what is known now. */
  public Decision completion(MentorshipId mentorship, LocalDate asOf) {
    return asked(now -> completion(mentorship, asOf, now));
  }

  /**
   * Whether a mentorship is complete on a day: {@code ELIGIBLE} if it is, {@code NOT_YET} with
   * everything that is missing, also steps not taken, consents that are not there and an exclusion
   * that keeps the pair apart, {@code REFUSED} if it ended early and does not count as completed.
   * Where it says {@code ELIGIBLE} of a mentorship that runs, {@link
   * MentorshipCommands#beginClosing} and {@link MentorshipCommands#complete} are accepted from
   * whoever owns their steps. A mentorship that was closed as completed is judged on the day of its
   * closure.
   *
   * @param knownAt what became known later is left out
   * @throws MentoringException {@code mentorship.unknown} if it was not there
   */
  public Decision completion(MentorshipId mentorship, LocalDate asOf, Instant knownAt) {
    Arguments.given("mentorship", mentorship, "asOf", asOf, "knownAt", knownAt);
    Arguments.day(workplace.today(), "asOf", asOf);
    return completion(mentorship, asOf, knownAt, CompletionQueries.Scope.latest());
  }

  /** As decisions were made before they asked all that they ask now, or as they are now. */
  Decision completion(
      MentorshipId mentorship, LocalDate asOf, Instant knownAt, CompletionQueries.Scope scope) {
    return completion.completion(mentorship, asOf, knownAt, scope);
  }

  /** What puts a mentorship at risk on a day, with what is known now. */
  public List<Finding> risks(MentorshipId mentorship, LocalDate asOf) {
    return asked(now -> risks(mentorship, asOf, now));
  }

  /**
   * What puts a mentorship at risk on a day: silence, absence, overdue obligations, open incidents
   * (without their kind) with deadlines and demands not met, long pauses, a centre that may not run
   * it any more, parties who may no longer take part or be together (in follow-up: mentees without
   * the consents); and, as findings that only inform, what is worth knowing. Findings hold values
   * that only coordinators may read; render them for an audience.
   *
   * @param knownAt what became known later is left out
   * @throws MentoringException {@code mentorship.unknown} if it was not there
   */
  public List<Finding> risks(MentorshipId mentorship, LocalDate asOf, Instant knownAt) {
    Arguments.given("mentorship", mentorship, "asOf", asOf, "knownAt", knownAt);
    Arguments.day(workplace.today(), "asOf", asOf);
    return completion.risks(mentorship, asOf, knownAt);
  }

  /**
   * The mentorships that a person should look at, by id, with what is known now; also those that
   * cannot be judged here, for they are pinned to a version which is not known ({@code
   * mentorship.version-unknown}).
   *
   * @param after {@link Page#next()} of the page before; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  public Page<AtRisk> atRisk(LocalDate asOf, @Nullable String after, int most) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return asked(now -> completion.atRisk(asOf, now, after, most));
  }

  /**
   * Who of those who hold a position may burn out, with what is known now: by id, with every sign
   * that the definition watches and finds. A finding says why and what helps, and is for staff and
   * for the person itself.
   */
  public SortedMap<ParticipantId, List<Finding>> burnOut(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return asked(now -> new BurnOutWatch(workplace, obligations, asOf, now).found());
  }

  /**
   * How it stands with what is due in a mentorship, with what is known now.
   *
   * @see #obligations(MentorshipId, LocalDate, Instant)
   */
  public List<Obligation> obligations(MentorshipId mentorship, LocalDate asOf) {
    return asked(now -> obligations(mentorship, asOf, now));
  }

  /**
   * How it stands with what is due in a mentorship: while it runs, and of what follows its
   * completion. Told are all periods that have opened by the day, and of each series the one that
   * opens next; by the day on which they are due.
   *
   * <p>Without the consents that the practice asks for a mentee (in a group: of all of them)
   * nothing becomes due: what runs rests as in a pause from the day on which a consent was
   * withdrawn or a further one would be needed, until a new one is given; what follows a completion
   * ends with that day.
   *
   * @param asOf the day that is asked about; what was done later does not count
   * @param knownAt what became known later does not count
   * @throws org.mentoring.failure.MentoringException {@code mentorship.unknown} if there is no such
   *     mentorship
   */
  public List<Obligation> obligations(MentorshipId mentorship, LocalDate asOf, Instant knownAt) {
    Arguments.given("mentorship", mentorship, "asOf", asOf, "knownAt", knownAt);
    Arguments.day(workplace.today(), "asOf", asOf);
    return obligations.of(mentorship, asOf, knownAt);
  }

  /**
   * How it stands with what is due for a participant, with what is known now.
   *
   * @see #obligationsOf(ParticipantId, LocalDate, Instant)
   */
  public List<Obligation> obligationsOf(ParticipantId participant, LocalDate asOf) {
    return asked(now -> obligationsOf(participant, asOf, now));
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
    Arguments.given("participant", participant, "asOf", asOf, "knownAt", knownAt);
    Arguments.day(workplace.today(), "asOf", asOf);
    return obligations.of(participant, asOf, knownAt);
  }

  /**
   * What is due in the whole programme, with what is known now, page by page: mentorships by id,
   * then participants by id, and of each its series in the order of the definition. No obligation
   * is skipped or told twice, whatever is recorded between two pages. A mentorship that is pinned
   * to a version which is not known here is told as such, in whatever states is asked for, and the
   * page goes on.
   *
   * @param asOf the day that is asked about
   * @param states in one of these states; empty: in any
   * @param after what the page before gave as next; null: from the beginning
   * @param most at most so many obligations and mentorships that are not judged, 1 to 1,000
   * @throws org.mentoring.failure.MentoringException {@code page.unknown} if no page gave that mark
   */
  public ObligationPage due(
      LocalDate asOf, Set<ObligationState> states, @Nullable String after, int most) {
    Arguments.given("asOf", asOf, "states", states);
    Arguments.day(workplace.today(), "asOf", asOf);
    return asked(now -> obligations.due(asOf, now, states, after, most));
  }

  private <T> T asked(Function<Instant, T> question) {
    return workplace.mentoring().asked(workplace::now, question);
  }
}
