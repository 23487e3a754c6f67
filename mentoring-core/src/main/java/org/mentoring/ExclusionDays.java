package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.time.Spans;
import org.mentoring.time.Validity;

/** On which days an exclusion keeps a mentee from all mentors of a mentorship. */
final class ExclusionDays {
  private final Mentoring mentoring;
  private final SortedSet<ParticipantId> mentors;
  private final LocalDate asOf;
  private final Instant knownAt;
  private final MergedParties merged;

  ExclusionDays(
      Mentoring mentoring, SortedSet<ParticipantId> mentors, LocalDate asOf, Instant knownAt) {
    this.mentoring = mentoring;
    this.mentors = new TreeSet<>(mentors);
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.merged = new MergedParties(mentoring, knownAt);
  }

  /** Those from a first day on, by their first day; whoever of the two asked for it. */
  List<Validity> of(ParticipantId mentee, LocalDate from) {
    Validity whole = new Validity(from, null);
    List<Validity> together = new ArrayList<>();
    for (ParticipantId mentor : mentors) {
      List<Validity> apart = new ArrayList<>(between(mentee, mentor));
      apart.addAll(between(mentor, mentee));
      together.addAll(Spans.gaps(whole, apart));
    }
    return Spans.gaps(whole, together);
  }

  private List<Validity> between(ParticipantId who, ParticipantId other) {
    return mentoring.participant(who).isEmpty()
        ? List.of()
        : mentoring.dossier(who, asOf, knownAt).facts().stream()
            .filter(
                known ->
                    known.fact() instanceof Fact.Exclusion exclusion
                        && merged.same(exclusion.other(), other))
            .map(KnownFact::validity)
            .toList();
  }
}
