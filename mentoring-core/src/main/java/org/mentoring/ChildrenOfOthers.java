package org.mentoring;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;

/**
 * Whether what is decided of several people decides of children whom others look after. Whoever is
 * known to be of age decides for itself, and whoever is not known here is nobody's.
 */
final class ChildrenOfOthers {
  private final Workplace workplace;
  private final Actor by;
  private final Guardianship guardianship;
  private final LookingAfter after;

  ChildrenOfOthers(Workplace workplace, Actor by) {
    ActorStanding standing = new ActorStanding(workplace, by);
    this.workplace = workplace;
    this.by = by;
    this.guardianship = standing.guardianship();
    this.after = new LookingAfter(workplace, by, standing);
  }

  /** A refusal for each of those who might be a pair, a child in the mentor's seat among them. */
  List<Finding> refusals(Collection<ParticipantId> mentors, Collection<ParticipantId> mentees) {
    return Stream.concat(
            mentees.stream().filter(each -> !guardianship.isOfAge(each)),
            mentors.stream().filter(guardianship::isMinor))
        .filter(this::isKnown)
        .filter(each -> !after.isNear(each))
        .map(
            each ->
                Workplace.refusal("mentorship.looked-after-elsewhere", "centre")
                    .with("participant", Parties.named(each))
                    .with("organisation", Parameter.term(by.organisation())))
        .toList();
  }

  /**
   * Whether all mentees are children of others: what several centres do together is done by the
   * staff of any of them.
   */
  boolean areAll(Collection<ParticipantId> mentees) {
    List<ParticipantId> known = mentees.stream().filter(this::isKnown).toList();
    return !known.isEmpty()
        && known.stream().noneMatch(each -> guardianship.isOfAge(each) || after.isNear(each));
  }

  private boolean isKnown(ParticipantId id) {
    return workplace.stores().participants().find(id).isPresent();
  }
}
