package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Position;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.WaiverTerms;

/**
 * What nobody may waive holds as long as a mentor meets a child, and not only until the assignment.
 * On a day on which a mentor does not meet such a requirement, the pair does nothing together:
 * meetings held, plans, and events that the mentor and a mentee of one mentorship attend. Contacts
 * of the staff, reports and the parts of a summing-up go on, so that the child is looked after and
 * the history is told. Nor do they meet while an open incident stops them, nor a mentor whom it
 * names another child.
 */
final class UnwaivableCheck {
  private final Workplace workplace;
  private final IncidentStops stops;

  UnwaivableCheck(Workplace workplace) {
    this.workplace = workplace;
    this.stops = new IncidentStops(workplace);
  }

  List<Finding> findings(About about, LocalDate on, Happened happened) {
    Set<Finding> findings = new LinkedHashSet<>();
    if (about instanceof About.OfMentorship of) {
      Particulars mentorship =
          workplace.stores().mentorships().find(of.mentorship()).orElseThrow().withPartiesOn(on);
      Predicate<ParticipantId> takesPart = takesPart(happened);
      mentorship.mentors().stream()
          .filter(takesPart)
          .forEach(mentor -> findings.addAll(unmet(mentorship, mentor, on)));
      // What a pair that rests may not do, its state tells.
      if (mentorship.stateOn(on).filter(state -> state == MentorshipState.PAUSED).isEmpty()
          && mentorship.mentors().stream().anyMatch(takesPart)) {
        if (stops.stopped(mentorship, on)) {
          findings.add(Workplace.refusal("command.activity-paused-pair", "incident"));
        }
        stops.stoppedMentors(mentorship, on).stream()
            .filter(takesPart)
            .forEach(mentor -> findings.add(inIncident(mentor)));
      }
    }
    if (happened instanceof Happened.EventHeld event) {
      SortedSet<ParticipantId> attended = kept(event.attended());
      for (Particulars mentorship : mentorships(attended, on)) {
        mentorship.mentors().stream()
            .filter(mentor -> attended.contains(kept(mentor)))
            .forEach(mentor -> findings.addAll(unmet(mentorship, mentor, on)));
        if (restsByIncident(mentorship, on)) {
          findings.add(Workplace.refusal("command.activity-paused-pair", "incident"));
        }
      }
      findings.addAll(withChildren(attended, on));
    }
    return new ArrayList<>(findings);
  }

  /** Which mentors of a mentorship took part in what is about it. */
  private Predicate<ParticipantId> takesPart(Happened happened) {
    if (happened instanceof Happened.EventHeld event) {
      SortedSet<ParticipantId> attended = kept(event.attended());
      return mentor -> attended.isEmpty() || attended.contains(kept(mentor));
    }
    boolean together =
        happened instanceof Happened.MonthlyPlan
            || (happened instanceof Happened.Meeting meeting
                && meeting.outcome() == Happened.MeetingOutcome.HELD);
    return mentor -> together;
  }

  /** A mentor whom an incident names, and whose pair it stops, is with no other child meanwhile. */
  private List<Finding> withChildren(SortedSet<ParticipantId> attended, LocalDate on) {
    List<Particulars> open = open(attended, on);
    if (open.stream().noneMatch(each -> each.mentees().stream().anyMatch(came(attended)))) {
      return List.of();
    }
    return open.stream()
        .flatMap(each -> stops.stoppedMentors(each, on).stream())
        .filter(came(attended))
        .map(UnwaivableCheck::inIncident)
        .distinct()
        .toList();
  }

  private static Finding inIncident(ParticipantId mentor) {
    return Workplace.refusal("command.activity-mentor-in-incident", "incident")
        .with("participant", new Parameter.TermId(mentor.value(), Sensitivity.STAFF_ONLY));
  }

  /** Mentorships that were open on the day and of which both sides came. */
  private List<Particulars> mentorships(SortedSet<ParticipantId> attended, LocalDate on) {
    return open(attended, on).stream()
        .filter(mentorship -> mentorship.mentors().stream().anyMatch(came(attended)))
        .filter(mentorship -> mentorship.mentees().stream().anyMatch(came(attended)))
        .toList();
  }

  /** Mentorships that were open on the day and of which somebody came. */
  private List<Particulars> open(SortedSet<ParticipantId> attended, LocalDate on) {
    Set<Particulars> found = new LinkedHashSet<>();
    for (ParticipantId each : attended) {
      for (ParticipantId known : workplace.mentoring().registrations(each, workplace.now())) {
        workplace.stores().mentorships().of(known).stream()
            .filter(mentorship -> mentorship.stateOn(on).filter(MentorshipState::open).isPresent())
            .map(mentorship -> mentorship.withPartiesOn(on))
            .forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  private Predicate<ParticipantId> came(SortedSet<ParticipantId> attended) {
    return party -> attended.contains(kept(party));
  }

  private List<Finding> unmet(Particulars mentorship, ParticipantId mentor, LocalDate on) {
    WaiverTerms terms = workplace.definition().waivers();
    Optional<Practice> practice = workplace.definition().practice(mentorship.practice());
    if (terms == null || practice.isEmpty()) {
      return List.of();
    }
    Set<String> marked = new TreeSet<>();
    practice.get().party(Position.MENTOR).stream()
        .flatMap(party -> party.requirements().stream())
        .filter(requirement -> !terms.mayBeWaived(requirement))
        .map(Requirement::id)
        .forEach(marked::add);
    if (marked.isEmpty()) {
      return List.of();
    }
    return workplace
        .mentoring()
        .decide(mentor, practice.get().id(), Position.MENTOR, on)
        .findings()
        .stream()
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .filter(finding -> marked.contains(finding.requirement()))
        // Which requirement, and not what is known of the mentor: a certificate is not for all.
        .map(
            finding ->
                Workplace.refusal(
                        "command.activity-party-barred", finding.requirement(), finding.citation())
                    .with(
                        "participant",
                        new Parameter.TermId(mentor.value(), Sensitivity.STAFF_ONLY)))
        .toList();
  }

  /**
   * Whether an incident stops the pair on the day, or has it resting until somebody resumes it.
   * What came before the incident on its first day was done; the pause counts from the next.
   */
  private boolean restsByIncident(Particulars mentorship, LocalDate on) {
    if (stops.stopped(mentorship, on)) {
      return true;
    }
    return mentorship.pauses().stream()
        .filter(pause -> pause.contains(on) && on.isAfter(pause.from()))
        .anyMatch(IncidentReporting::made);
  }

  private SortedSet<ParticipantId> kept(SortedSet<ParticipantId> participants) {
    SortedSet<ParticipantId> kept = new TreeSet<>();
    participants.forEach(each -> kept.add(kept(each)));
    return kept;
  }

  private ParticipantId kept(ParticipantId participant) {
    return workplace.mentoring().keeper(participant);
  }
}
