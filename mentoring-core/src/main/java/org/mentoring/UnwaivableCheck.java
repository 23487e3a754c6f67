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
import java.util.stream.Stream;
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
 * names another child. Where mentoring runs in both directions, either may be the adult: what is
 * asked of the mentor's seat is asked of the mentee's too, each by what its own position asks for.
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
      findings.addAll(unmet(mentorship, takesPart, on));
      // What a pair that rests may not do, its state tells.
      if (mentorship.stateOn(on).filter(state -> state == MentorshipState.PAUSED).isEmpty()
          && watched(mentorship).anyMatch(takesPart)) {
        if (stops.stopped(mentorship, on)) {
          findings.add(Workplace.refusal("command.activity-paused-pair", "incident"));
        }
        stops.stoppedParties(mentorship, on).stream()
            .filter(takesPart)
            .forEach(party -> findings.add(inIncident(party)));
      }
    }
    if (happened instanceof Happened.EventHeld event) {
      SortedSet<ParticipantId> attended = kept(event.attended());
      for (Particulars mentorship : mentorships(attended, on)) {
        findings.addAll(unmet(mentorship, came(attended), on));
        if (restsByIncident(mentorship, on)) {
          findings.add(Workplace.refusal("command.activity-paused-pair", "incident"));
        }
      }
      findings.addAll(withChildren(attended, on));
    }
    return new ArrayList<>(findings);
  }

  private Stream<ParticipantId> watched(Particulars mentorship) {
    return stops.mutual(mentorship)
        ? Stream.concat(mentorship.mentors().stream(), mentorship.mentees().stream())
        : mentorship.mentors().stream();
  }

  /** Which parties of a mentorship took part in what is about it. */
  private Predicate<ParticipantId> takesPart(Happened happened) {
    if (happened instanceof Happened.EventHeld event) {
      SortedSet<ParticipantId> attended = kept(event.attended());
      return party -> attended.isEmpty() || attended.contains(kept(party));
    }
    boolean together =
        happened instanceof Happened.MonthlyPlan
            || (happened instanceof Happened.Meeting meeting
                && meeting.outcome() == Happened.MeetingOutcome.HELD);
    return party -> together;
  }

  /** A mentor whom an incident names, and whose pair it stops, is with no other child meanwhile. */
  private List<Finding> withChildren(SortedSet<ParticipantId> attended, LocalDate on) {
    List<Particulars> open = open(attended, on);
    SortedSet<ParticipantId> children = new TreeSet<>();
    for (Particulars each : open) {
      (stops.mutual(each) ? watched(each) : each.mentees().stream())
          .filter(came(attended))
          .forEach(child -> children.add(kept(child)));
    }
    return open.stream()
        .flatMap(each -> stops.stoppedParties(each, on).stream())
        .filter(came(attended))
        .filter(stopped -> children.stream().anyMatch(child -> !child.equals(kept(stopped))))
        .map(UnwaivableCheck::inIncident)
        .distinct()
        .toList();
  }

  private static Finding inIncident(ParticipantId party) {
    return Workplace.refusal("command.activity-mentor-in-incident", "incident")
        .with("participant", new Parameter.TermId(party.value(), Sensitivity.STAFF_ONLY));
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

  private List<Finding> unmet(
      Particulars mentorship, Predicate<ParticipantId> takesPart, LocalDate on) {
    List<Finding> findings = new ArrayList<>();
    mentorship.mentors().stream()
        .filter(takesPart)
        .forEach(mentor -> findings.addAll(unmet(mentorship, mentor, Position.MENTOR, on)));
    if (stops.mutual(mentorship)) {
      mentorship.mentees().stream()
          .filter(takesPart)
          .forEach(mentee -> findings.addAll(unmet(mentorship, mentee, Position.MENTEE, on)));
    }
    return findings;
  }

  private List<Finding> unmet(
      Particulars mentorship, ParticipantId party, Position position, LocalDate on) {
    WaiverTerms terms = workplace.definition().waivers();
    Optional<Practice> practice = workplace.definition().practice(mentorship.practice());
    if (terms == null || practice.isEmpty()) {
      return List.of();
    }
    Set<String> marked = new TreeSet<>();
    practice.get().party(position).stream()
        .flatMap(asked -> asked.requirements().stream())
        .filter(requirement -> !terms.mayBeWaived(requirement))
        // A mentee's consents are asked for elsewhere: a group goes on with those who have them.
        .filter(
            requirement ->
                position == Position.MENTOR || !(requirement instanceof Requirement.ConsentGiven))
        .map(Requirement::id)
        .forEach(marked::add);
    if (marked.isEmpty()) {
      return List.of();
    }
    return workplace
        .mentoring()
        .decide(party, practice.get().id(), position, on)
        .findings()
        .stream()
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .filter(finding -> marked.contains(finding.requirement()))
        // Which requirement, and not what is known of the party: a certificate is not for all.
        .map(
            finding ->
                Workplace.refusal(
                        "command.activity-party-barred", finding.requirement(), finding.citation())
                    .with(
                        "participant", new Parameter.TermId(party.value(), Sensitivity.STAFF_ONLY)))
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
