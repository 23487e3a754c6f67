package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/**
 * Whether a centre, or one of its staff, is needed by mentorships that run under the centre; staff
 * of no centre by those that run under none.
 */
final class RunUnder {
  private static final int PAGE = 1_000;
  private static final Set<Position> STAFF =
      EnumSet.of(Position.COORDINATOR, Position.SPECIALIST, Position.TUTOR, Position.ORGANISER);

  private final Workplace workplace;
  private final LocalDate on;

  RunUnder(Workplace workplace, LocalDate on) {
    this.workplace = workplace;
    this.on = on;
  }

  /** What stands in the way of erasing whoever is registered under these. */
  List<Finding> refusals(ParticipantId id, SortedSet<ParticipantId> registrations) {
    List<Finding> findings = new ArrayList<>();
    for (ParticipantId each : registrations) {
      first(each)
          .ifPresent(
              found ->
                  findings.add(
                      Workplace.refusal("erasure.centre-runs", "mentorship")
                          .with("mentorship", staffOnly(found.value()))));
    }
    Dossier dossier;
    try {
      dossier = workplace.mentoring().dossier(id, on, workplace.now());
    } catch (UnreadableRecords e) {
      // What cannot be read tells of no position, and must not keep anybody from being erased.
      return findings;
    }
    if (dossier
        .current(Fact.PositionHeld.class)
        .anyMatch(held -> STAFF.contains(held.position()))) {
      SortedSet<ParticipantId> centres = new TreeSet<>();
      Attachments.attached(dossier, Attachments.CENTRE)
          .forEach(
              each -> centres.addAll(workplace.mentoring().registrations(each, workplace.now())));
      if (centres.isEmpty()) {
        first(null)
            .ifPresent(
                found ->
                    findings.add(
                        Workplace.refusal("erasure.operator-staff", "position")
                            .with("mentorship", staffOnly(found.value()))));
      }
      for (ParticipantId centre : centres) {
        first(centre)
            .ifPresent(
                found ->
                    findings.add(
                        Workplace.refusal("erasure.position-held", "position")
                            .with("centre", staffOnly(centre.value()))
                            .with("mentorship", staffOnly(found.value()))));
      }
    }
    return findings;
  }

  /**
   * One of perhaps many: the first that was not over, by id.
   *
   * @param centre null: of those that the operator runs without one
   */
  private Optional<MentorshipId> first(@Nullable ParticipantId centre) {
    Mentorships.Which which = new Mentorships.Which(null, centre, new TreeSet<>());
    @Nullable MentorshipId after = null;
    while (true) {
      Page<Particulars> page = workplace.stores().mentorships().list(which, after, PAGE);
      Optional<MentorshipId> found =
          page.items().stream()
              .filter(each -> Objects.equals(each.centre(), centre) && runs(each))
              .map(Particulars::id)
              .findFirst();
      String next = page.next();
      if (found.isPresent() || next == null) {
        return found;
      }
      after = MentorshipId.of(next);
    }
  }

  private boolean runs(Particulars mentorship) {
    Closure closure = mentorship.closure();
    return closure == null
        || closure.on().isAfter(on)
        || mentorship.state() == MentorshipState.IN_FOLLOW_UP
        || mentorship.stateOn(on).filter(MentorshipState.IN_FOLLOW_UP::equals).isPresent();
  }

  private static Parameter staffOnly(String id) {
    return new Parameter.TermId(id, Sensitivity.STAFF_ONLY);
  }
}
