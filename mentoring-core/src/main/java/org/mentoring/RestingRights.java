package org.mentoring;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.programme.MentorshipTerms;

/**
 * Who may pause, resume, escalate, end and follow up a mentorship. Those who run it: the owners of
 * its steps and whoever the definition lets decide about its ladder, a rematch or an incident,
 * unless they act for another centre. Its parties may pause it, resume what they themselves paused,
 * and end it in their own name; one of several on its side takes itself out of it, and no others.
 */
final class RestingRights {
  private static final Code GUARDIAN = Code.of("GUARDIAN");
  private static final Code CHILD = Code.of("CHILD");

  private final Workplace workplace;
  private final IncidentReading reading;

  RestingRights(Workplace workplace) {
    this.workplace = workplace;
    this.reading = new IncidentReading(workplace);
  }

  List<Finding> pause(Actor by, Particulars mentorship) {
    return protects(by, mentorship) ? List.of() : act(by, mentorship);
  }

  /** A pause only keeps harm away: a guardian on record may ask for it while none ended it. */
  private boolean protects(Actor by, Particulars mentorship) {
    return by.capacity().equals(GUARDIAN)
        && new ActorStanding(workplace, by).guardianship().protectsAllOf(mentorship);
  }

  private List<Finding> act(Actor by, Particulars mentorship) {
    return runs(by, mentorship) || isParty(by, mentorship) ? List.of() : refused(by, mentorship);
  }

  List<Finding> resume(Actor by, Particulars mentorship) {
    List<Pause> pauses = mentorship.pauses();
    boolean own = !pauses.isEmpty() && pauses.get(pauses.size() - 1).by().equals(by);
    return runs(by, mentorship) || (own && isParty(by, mentorship))
        ? List.of()
        : refused(by, mentorship);
  }

  /**
   * Who may end it, or keep it from beginning, besides whoever the definition names. Staff of
   * another centre are refused as for any command.
   */
  List<Finding> end(Actor by, Particulars mentorship) {
    return new ActorStanding(workplace, by).isOfOtherCentre(mentorship)
        ? List.of()
        : act(by, mentorship);
  }

  /**
   * Whether somebody may put on record what happened in a mentorship where the definition names
   * nobody who does: whoever runs it, its centre's staff, and its parties.
   */
  boolean records(Actor by, Particulars mentorship) {
    return OwnRecords.isParty(by.capacity())
        ? isItsParty(by, mentorship)
        : (!running(mentorship).isEmpty() && runs(by, mentorship))
            || (Offices.isStaffOfCentres(by.capacity()) && !reading.ofOtherCentre(by, mentorship));
  }

  /** Whether somebody who acts as a party is one of this mentorship, and the one it says to be. */
  boolean isItsParty(Actor by, Particulars mentorship) {
    ActorStanding standing = new ActorStanding(workplace, by);
    if (OwnRecords.isGuardian(by.capacity())) {
      return standing.guardianship().speaksForOneOf(mentorship);
    } else if (by.capacity().equals(ActorStanding.MENTOR)) {
      return mentorship.mentors().stream().anyMatch(standing::is);
    } else if (by.capacity().equals(ActorStanding.MENTEE) || by.capacity().equals(CHILD)) {
      return mentorship.mentees().stream().anyMatch(standing::is);
    }
    return reading.isIn(by, mentorship);
  }

  /** Who may take a rung of the ladder, or lead the follow-up: no party, for it judges of one. */
  List<Finding> escalate(Actor by, Particulars mentorship) {
    return new ActorStanding(workplace, by).isOfOtherCentre(mentorship) || runs(by, mentorship)
        ? List.of()
        : refused(by, mentorship);
  }

  /** Who may have it judged by another version: who runs it, and the offices over it. */
  List<Finding> move(Actor by, Particulars mentorship) {
    return Offices.isOverRecords(by.capacity()) ? List.of() : escalate(by, mentorship);
  }

  /** Who may record that one of several leaves; that a party leaves only itself is asked apart. */
  List<Finding> leave(Actor by, Particulars mentorship, ParticipantId who) {
    if (reading.isIn(by, mentorship)) {
      return List.of();
    }
    if (!by.capacity().equals(GUARDIAN)) {
      return end(by, mentorship);
    }
    boolean adult =
        mentorship.mentors().contains(who)
            && !new ActorStanding(workplace, by).guardianship().speaksFor(who, mentorship);
    return !adult && isItsParty(by, mentorship) ? List.of() : refused(by, mentorship);
  }

  /** Families speak to the centre; the guardian is the one who decides for the child. */
  private boolean isParty(Actor by, Particulars mentorship) {
    return IncidentReading.isParty(by.capacity())
        && (by.capacity().equals(GUARDIAN) || !OwnRecords.isGuardian(by.capacity()))
        && isItsParty(by, mentorship)
        && decidesForItsSide(by, mentorship);
  }

  /** One of several leaves, and so takes along nobody whose pair it is as well. */
  private boolean decidesForItsSide(Actor by, Particulars mentorship) {
    if (by.capacity().equals(GUARDIAN)) {
      return new ActorStanding(workplace, by).guardianship().speaksForAllOf(mentorship);
    }
    // Whoever acts as oneself is what it is on record, whatever it says to be.
    return new ActorStanding(workplace, by)
            .party(mentorship)
            .filter(ActorStanding.MENTOR::equals)
            .isPresent()
        ? mentorship.mentors().size() <= 1
        : mentorship.mentees().size() <= 1;
  }

  /** A head of a centre who is the mentor of this child is here the mentor. */
  private boolean runs(Actor by, Particulars mentorship) {
    SortedSet<Code> running = running(mentorship);
    return !IncidentReading.isParty(by.capacity())
        && new ActorStanding(workplace, by).refusalInOffice(mentorship).isEmpty()
        && (running.isEmpty() || running.contains(by.capacity()))
        && !reading.ofOtherCentre(by, mentorship);
  }

  private SortedSet<Code> running(Particulars mentorship) {
    SortedSet<Code> running = new TreeSet<>();
    MentorshipTerms terms = workplace.mentoring().practice(mentorship.practice()).mentorship();
    if (terms == null) {
      return running;
    }
    terms.path().forEach(step -> running.add(step.owner()));
    for (MentorshipTerms.Rung rung : terms.ladder()) {
      if (rung.approvedBy() != null) {
        running.add(rung.approvedBy());
      }
    }
    MentorshipTerms.RematchTerms rematch = terms.rematch();
    if (rematch != null && rematch.decidedBy() != null) {
      running.add(rematch.decidedBy());
    }
    workplace.definition().incidents().forEach(each -> running.add(each.responsible()));
    running.removeIf(IncidentReading::isParty);
    return running;
  }

  private List<Finding> refused(Actor by, Particulars mentorship) {
    Optional<Finding> inOffice = new ActorStanding(workplace, by).refusalInOffice(mentorship);
    if (inOffice.isPresent()) {
      return List.of(inOffice.get());
    }
    Optional<Finding> otherCentre = MentorshipChange.otherCentre(workplace, by, mentorship);
    if (otherCentre.isPresent() && running(mentorship).contains(by.capacity())) {
      return List.of(otherCentre.get());
    }
    return List.of(
        Workplace.refusal("mentorship.not-running", "mentorship")
            .with("allowed", Parameter.codes(List.copyOf(running(mentorship))))
            .with("capacity", Parameter.code(by.capacity())));
  }
}
