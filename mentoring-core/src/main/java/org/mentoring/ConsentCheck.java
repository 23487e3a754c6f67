package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Position;
import org.mentoring.programme.Practice;

/**
 * Consents without which a mentee takes no part. What a mentee itself takes part in needs, on its
 * day, every consent that the practice asks for: meetings held, plans of events, events attended,
 * referrals, contacts with the mentee, the mentee's own part of a joint act. What others do needs
 * none of the mentee's consents: reports, missed meetings, contacts with others, their parts, and
 * entries of records go on, so that a withdrawal ends the mentoring and not its documentation. What
 * was done before the day of a withdrawal can still be recorded after it. What follows a completion
 * is about the mentee alone: without consent none of it goes on. A group goes on with those of its
 * mentees who may take part.
 */
final class ConsentCheck {
  private static final Set<Code> MENTEE = Set.of(Code.of("MENTEE"), Code.of("CHILD"));

  private final Workplace workplace;
  private final ConsentDays consents;

  ConsentCheck(Workplace workplace) {
    this.workplace = workplace;
    this.consents = new ConsentDays(workplace);
  }

  List<Finding> findings(Code kind, About about, LocalDate on, Happened happened) {
    List<Finding> findings = new ArrayList<>();
    if (happened instanceof Happened.EventHeld event) {
      for (ParticipantId each : event.attended()) {
        practices(each, on).forEach(practice -> findings.addAll(missing(practice, each, on)));
      }
    } else if (about instanceof About.OfMentorship of) {
      Particulars mentorship =
          workplace.stores().mentorships().find(of.mentorship()).orElseThrow().withPartiesOn(on);
      Optional<Practice> practice = workplace.definition().practice(mentorship.practice());
      if (practice.isPresent()
          && (takesPart(happened) || watches(practice.get(), mentorship, kind, on))) {
        List<List<Finding>> each =
            concerned(mentorship, happened).stream()
                .map(mentee -> missing(practice.get(), mentee, on))
                .toList();
        if (each.stream().noneMatch(List::isEmpty)) {
          each.forEach(findings::addAll);
        }
      }
    } else if (about instanceof About.OfParticipant of
        && happened instanceof Happened.ServiceReferral) {
      practices(of.participant(), on)
          .forEach(practice -> findings.addAll(missing(practice, of.participant(), on)));
    }
    return findings;
  }

  /** A part that one mentee gives rests on that mentee's consents. */
  private SortedSet<ParticipantId> concerned(Particulars mentorship, Happened happened) {
    ParticipantId of = happened instanceof Happened.PartGiven part ? part.of() : null;
    if (of == null) {
      return mentorship.mentees();
    }
    MergedParties merged = new MergedParties(workplace.mentoring(), workplace.now());
    SortedSet<ParticipantId> whose = new TreeSet<>(mentorship.mentees());
    whose.removeIf(mentee -> !merged.same(mentee, of));
    return whose.isEmpty() ? mentorship.mentees() : whose;
  }

  /** Whether a mentee itself takes part in it. */
  static boolean takesPart(Happened happened) {
    if (happened instanceof Happened.Meeting meeting) {
      return meeting.outcome() == Happened.MeetingOutcome.HELD;
    } else if (happened instanceof Happened.CheckIn contact) {
      return contact.with().stream().anyMatch(MENTEE::contains);
    } else if (happened instanceof Happened.PartGiven part) {
      return MENTEE.contains(part.party());
    }
    return happened instanceof Happened.MonthlyPlan || happened instanceof Happened.ServiceReferral;
  }

  /** Practices in which somebody is a mentee: in a mentorship, or on the way to one. */
  private List<Practice> practices(ParticipantId id, LocalDate on) {
    SortedSet<String> practices = new TreeSet<>();
    for (ParticipantId each : workplace.mentoring().registrations(id, workplace.now())) {
      for (Particulars mentorship : workplace.stores().mentorships().of(each)) {
        if (mentorship.withPartiesOn(on).mentees().contains(each)
            && mentorship.stateOn(on).filter(state -> state.open()).isPresent()) {
          practices.add(mentorship.practice());
        }
      }
    }
    return workplace.definition().practices().stream()
        .filter(
            practice ->
                practices.isEmpty()
                    ? !ConsentDays.asked(practice).isEmpty() && seeks(practice, id, on)
                    : practices.contains(practice.id()))
        .toList();
  }

  private boolean seeks(Practice practice, ParticipantId id, LocalDate on) {
    return workplace
        .mentoring()
        .seeker(practice, Position.MENTEE, workplace.mentoring().keeper(id), on, workplace.now())
        .isPresent();
  }

  private List<Finding> missing(Practice practice, ParticipantId mentee, LocalDate on) {
    return consents
        .missing(practice, workplace.mentoring().dossier(mentee, on, workplace.now()))
        .stream()
        .map(
            finding ->
                Workplace.refusal(
                        "command.activity-consent", finding.requirement(), finding.citation())
                    .on(finding.facts())
                    .with(
                        "participant",
                        new Parameter.TermId(mentee.value(), Sensitivity.STAFF_ONLY)))
        .distinct()
        .toList();
  }

  /** What follows a completion watches the mentee's life, and no longer a mentoring. */
  private static boolean watches(
      Practice practice, Particulars mentorship, Code kind, LocalDate on) {
    return practice.completion() != null
        && mentorship.stateOn(on).filter(state -> state == MentorshipState.IN_FOLLOW_UP).isPresent()
        && practice.completion().followUp().stream()
            .anyMatch(cadence -> cadence.due().equals(kind));
  }
}
