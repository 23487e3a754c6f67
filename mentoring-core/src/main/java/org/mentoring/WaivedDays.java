package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.spi.Waivers;
import org.mentoring.waiver.Waiver;

/** On which days what a cadence asks for was waived, with what was known at an instant. */
final class WaivedDays {
  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code MENTEE = Code.of("MENTEE");
  private static final SortedSet<ParticipantId> NOBODY = new TreeSet<>();

  private final @Nullable WaiverTerms terms;
  private final Waivers waivers;
  private final Instant knownAt;
  private final MergedParties merged;

  WaivedDays(@Nullable WaiverTerms terms, Waivers waivers, Instant knownAt, MergedParties merged) {
    this.terms = terms;
    this.waivers = waivers;
    this.knownAt = knownAt;
    this.merged = merged;
  }

  /**
   * What a mentorship owes is waived for the mentorship, or for all of its mentors or mentees where
   * these owe it.
   */
  Predicate<LocalDate> of(Particulars mentorship, Cadence cadence) {
    List<Waiver> ofMentorship = naming(cadence, waivers.of(mentorship.id()));
    List<List<Waiver>> ofParties =
        (cadence.by().equals(MENTOR)
                ? mentorship.mentors()
                : cadence.by().equals(MENTEE) ? mentorship.mentees() : NOBODY)
            .stream().map(party -> naming(cadence, of(party))).toList();
    return day ->
        hold(ofMentorship, day)
            || (!ofParties.isEmpty() && ofParties.stream().allMatch(each -> hold(each, day)));
  }

  Predicate<LocalDate> of(ParticipantId participant, Cadence cadence) {
    List<Waiver> ofParticipant = naming(cadence, of(participant));
    return day -> hold(ofParticipant, day);
  }

  /** What was waived for a duplicate is waived for the participant that it was merged into. */
  private List<Waiver> of(ParticipantId participant) {
    return merged.all(participant).stream().flatMap(each -> waivers.of(each).stream()).toList();
  }

  /** What nobody may waive stays due, whatever lies in the store. */
  private List<Waiver> naming(Cadence cadence, List<Waiver> all) {
    WaiverTerms bounds = terms;
    if (bounds == null) {
      return List.of();
    }
    return all.stream()
        .filter(waiver -> bounds.admits(waiver.authority(), waiver.requirement()))
        .filter(waiver -> waiver.requirement().equals(cadence.due().value()))
        .toList();
  }

  private boolean hold(List<Waiver> some, LocalDate day) {
    return some.stream().anyMatch(waiver -> waiver.holds(day, knownAt));
  }
}
