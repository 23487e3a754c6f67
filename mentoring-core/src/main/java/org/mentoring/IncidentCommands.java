package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.incident.IncidentStanding;
import org.mentoring.incident.IncidentView;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.spi.Page;

/**
 * Incidents and the documented algorithms for them (S2-15): crises of children and of their
 * participation, of mentors and of how they get on with the family. Whoever asks for advice of a
 * commission, a psychologist or a department finds them as owners of the algorithm's steps.
 *
 * <p>What a report demands of the mentorship: a pause is carried out with the report, in the name
 * of the incident and not of who reported it, if the mentorship is active or sums up; where the
 * report names no mentorship, so is that of each one of those whom it concerns. Another mentor and
 * an ending are decided by people, who may have to ask a commission or a guardian first: they stay
 * a demand, found by rule until {@link MentorshipCommands} carried it out. So does a pause that was
 * not possible. An incident is closed only when the demand is carried out, or with the reason why
 * not.
 *
 * <p>Who may neither read everything nor handle an incident is refused with {@code
 * command.incident-unknown} alone, whatever else stands in the way: reasons tell the algorithm.
 *
 * <p>What happened is read by few: see {@link IncidentView}. For that to hold, an actor who is a
 * participant has the participant's id. Thread-safe.
 */
public final class IncidentCommands {
  private final Workplace workplace;
  private final IncidentViews views;
  private final IncidentReporting reporting;
  private final IncidentHandling handling;
  private final IncidentClosing closing;

  IncidentCommands(Workplace workplace) {
    this.workplace = workplace;
    IncidentReading reading = new IncidentReading(workplace);
    this.views = new IncidentViews(workplace, reading);
    this.reporting = new IncidentReporting(workplace, reading);
    this.handling = new IncidentHandling(workplace, reading);
    this.closing = new IncidentClosing(workplace, reading);
  }

  /**
   * Reports an incident. Everybody may. Its deadline counts from today, the day of the report.
   * Refused for a kind that no algorithm is for, an unknown mentorship or participant, and a day to
   * come.
   */
  public Outcome<IncidentId> report(Actor by, NewIncident incident) {
    Arguments.given("by", by, "incident", incident);
    return workplace.command(
        IncidentReporting.REPORT,
        by,
        of(incident.mentorship()),
        () -> reporting.report(by, incident));
  }

  /** Whom an incident concerns is not for everybody to compare with. */
  private static List<MentorshipId> of(@Nullable MentorshipId mentorship) {
    return mentorship == null ? List.of() : List.of(mentorship);
  }

  /**
   * Makes somebody responsible, in place of whoever was before. Given by a capacity that the
   * algorithm names (as responsible, owner of a step, reader, or who is told) or that owns a step
   * of the mentorship; to the capacity that the algorithm names as responsible. Refused if either
   * acts for another centre than the mentorship's, is concerned or takes part in the mentorship.
   */
  public Outcome<IncidentId> entrust(Actor by, IncidentId id, Actor responsible, LocalDate on) {
    Arguments.given("by", by, "id", id, "responsible", responsible, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return workplace.command(
        IncidentHandling.ENTRUST, by, List.of(id), () -> handling.entrust(by, id, responsible, on));
  }

  /**
   * Takes a step of the algorithm. Refused out of order, twice, in another capacity than the step
   * names, and for somebody whom the incident concerns, unless the step is that party's own.
   */
  public Outcome<IncidentId> takeStep(Actor by, IncidentId id, String step, LocalDate on) {
    Arguments.given("by", by, "id", id, "step", step, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return workplace.command(
        IncidentHandling.TAKE_STEP, by, List.of(id), () -> handling.takeStep(by, id, step, on));
  }

  /**
   * Tells the next of those whom the algorithm names. Refused while no deadline has passed since
   * the last time, and when all have been told.
   */
  public Outcome<IncidentId> escalate(Actor by, IncidentId id, LocalDate on) {
    Arguments.given("by", by, "id", id, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return workplace.command(
        IncidentHandling.ESCALATE, by, List.of(id), () -> handling.escalate(by, id, null, on));
  }

  /**
   * As {@link #escalate(Actor, IncidentId, LocalDate)}, for a reason, whether or not a deadline has
   * passed.
   */
  public Outcome<IncidentId> escalate(Actor by, IncidentId id, Note reason, LocalDate on) {
    Arguments.given("by", by, "id", id, "reason", reason, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return workplace.command(
        IncidentHandling.ESCALATE, by, List.of(id), () -> handling.escalate(by, id, reason, on));
  }

  /** Closes an incident for which everything was done. */
  public Outcome<IncidentId> close(Actor by, IncidentId id, Note outcome, LocalDate on) {
    Arguments.given("by", by, "id", id, "outcome", outcome, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return close(by, id, Resolution.of(outcome), on);
  }

  /**
   * Closes an incident. The responsible person does it, or somebody in a capacity that was told of
   * it. Refused while a step is neither taken nor left out with a reason, and while what is
   * demanded of the mentorship is neither carried out nor left out with a reason.
   */
  public Outcome<IncidentId> close(Actor by, IncidentId id, Resolution resolution, LocalDate on) {
    Arguments.given("by", by, "id", id, "resolution", resolution, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return workplace.command(
        IncidentClosing.CLOSE, by, List.of(id), () -> closing.close(by, id, resolution, on));
  }

  /**
   * An incident, as far as the reader may read it.
   *
   * @throws org.mentoring.failure.MentoringException {@code incident.unknown} if there is none of
   *     which the reader may know
   */
  public IncidentView view(Actor reader, IncidentId id) {
    Arguments.given("reader", reader, "id", id);
    return views.view(reader, views.known(reader, id));
  }

  /** All that are open and of which the reader may know, by id. */
  public List<IncidentView> open(Actor reader) {
    Arguments.given("reader", reader);
    return views.views(reader, workplace.stores().incidents().open());
  }

  /**
   * All of a mentorship of which the reader may know, by id.
   *
   * @throws org.mentoring.failure.MentoringException {@code mentorship.unknown}
   */
  public List<IncidentView> of(Actor reader, MentorshipId mentorship) {
    Arguments.given("reader", reader, "mentorship", mentorship);
    return views.of(reader, mentorship);
  }

  /**
   * What has to be seen to, by what happened up to the end of a day: deadlines that passed, nobody
   * responsible, who is to be told, what is demanded of the mentorship and not carried out. Whoever
   * may not read everything is told that something has to be seen to, up to today, and not what.
   *
   * @throws org.mentoring.failure.MentoringException {@code incident.unknown} if there is none of
   *     which the reader may know
   */
  public List<Finding> findings(Actor reader, IncidentId id, LocalDate asOf) {
    Arguments.given("reader", reader, "id", id, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return views.findings(reader, views.known(reader, id), asOf);
  }

  /**
   * Those of the open incidents of which the reader may know that have missed a deadline on a day,
   * by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  public Page<IncidentStanding> overdue(
      Actor reader, LocalDate asOf, @Nullable String after, int most) {
    Arguments.given("reader", reader, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return views.overdue(reader, asOf, after, most);
  }
}
