package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Requirement;
import org.mentoring.time.Spans;
import org.mentoring.time.Validity;

/**
 * On which days the consents that a practice asks for a mentee are there. The rules of eligibility
 * tell what a consent is; they are asked about the consents alone.
 */
final class ConsentDays {
  private final Workplace workplace;

  ConsentDays(Workplace workplace) {
    this.workplace = workplace;
  }

  static List<Requirement> asked(Practice practice) {
    return practice
        .party(Position.MENTEE)
        .map(
            party ->
                party.requirements().stream()
                    .filter(Requirement.ConsentGiven.class::isInstance)
                    .toList())
        .orElse(List.of());
  }

  /** What a mentee lacks on the day of its dossier. */
  List<Finding> missing(Practice practice, Dossier dossier) {
    List<Requirement> asked = asked(practice);
    if (asked.isEmpty()) {
      return List.of();
    }
    PartyTerms terms = practice.party(Position.MENTEE).orElseThrow();
    return AskedAlone.findings(
            workplace,
            practice,
            new PartyTerms(terms.position(), terms.kinds(), asked, List.of(), terms.citation()),
            dossier)
        .stream()
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .toList();
  }

  /**
   * The days from a first one on, on which no mentee of a mentorship has the consents, as far as is
   * known: also those that come when a consent runs out or an age is reached, so that nothing is
   * told as due which time alone would take away again. The last stretch may have no end. A
   * mentorship starts with consents only, so that they are taken to be there up to the first day on
   * which something about them changes.
   */
  List<Validity> without(
      Practice practice, Particulars mentorship, LocalDate from, LocalDate asOf, Instant knownAt) {
    return asked(practice).isEmpty()
        ? List.of()
        : of(mentorship, from, mentee -> without(practice, mentee, from, asOf, knownAt));
  }

  /**
   * The days from a first one on, on which no mentee of a mentorship may meet a mentor of it:
   * without the consents, or kept apart by an exclusion. Whoever does as is asked is neither silent
   * nor absent.
   */
  List<Validity> notMeeting(
      Practice practice, Particulars mentorship, LocalDate from, LocalDate asOf, Instant knownAt) {
    boolean consents = !asked(practice).isEmpty();
    ExclusionDays exclusions =
        new ExclusionDays(workplace.mentoring(), mentorship.mentors(), asOf, knownAt);
    return of(
        mentorship,
        from,
        mentee -> {
          List<Validity> apart = new ArrayList<>(exclusions.of(mentee, from));
          if (consents) {
            apart.addAll(without(practice, mentee, from, asOf, knownAt));
          }
          return Spans.union(apart);
        });
  }

  private static List<Validity> of(
      Particulars mentorship, LocalDate from, Function<ParticipantId, List<Validity>> ofMentee) {
    Validity whole = new Validity(from, null);
    List<Validity> with = new ArrayList<>();
    for (ParticipantId mentee : mentorship.mentees()) {
      List<Validity> lacking = ofMentee.apply(mentee);
      if (lacking.isEmpty()) {
        return List.of();
      }
      with.addAll(Spans.gaps(whole, lacking));
    }
    for (Leaving left : mentorship.leavings()) {
      if (!left.asMentor() && left.on().isAfter(from)) {
        with.addAll(Spans.gaps(new Validity(from, left.on()), ofMentee.apply(left.participant())));
      }
    }
    return Spans.gaps(whole, with);
  }

  private List<Validity> without(
      Practice practice, ParticipantId mentee, LocalDate from, LocalDate asOf, Instant knownAt) {
    Dossier dossier = workplace.mentoring().dossier(mentee, asOf, knownAt);
    List<Validity> lacking = new ArrayList<>();
    LocalDate since = null;
    for (LocalDate day : changes(practice, dossier, from)) {
      boolean missing =
          !missing(
                  practice,
                  new Dossier(dossier.participant(), dossier.kind(), dossier.facts(), day, knownAt))
              .isEmpty();
      if (missing && since == null) {
        since = day;
      } else if (!missing && since != null) {
        lacking.add(new Validity(since, day));
        since = null;
      }
    }
    if (since != null) {
      lacking.add(new Validity(since, null));
    }
    return lacking;
  }

  /** Days on which the answer may change, the first of them for all that changed before. */
  private static SortedSet<LocalDate> changes(Practice practice, Dossier dossier, LocalDate from) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (KnownFact known : dossier.facts()) {
      boolean withdrawal = known.fact() instanceof Fact.ConsentWithdrawal;
      if (withdrawal || known.fact() instanceof Fact.Consent) {
        LocalDate begins = known.validity().from();
        if (withdrawal || begins.isAfter(from)) {
          add(days, begins, from);
        }
        add(days, known.validity().until(), from);
      }
    }
    LocalDate born = dossier.birthDate().orElse(null);
    if (born != null) {
      for (Requirement requirement : asked(practice)) {
        Requirement.ConsentGiven consent = (Requirement.ConsentGiven) requirement;
        birthday(days, born, consent.fromAge(), from);
        birthday(days, born, consent.belowAge(), from);
      }
    }
    return days;
  }

  /** Who was born on 29 February comes to an age on 28 February or on 1 March. */
  private static void birthday(
      SortedSet<LocalDate> days, LocalDate born, @Nullable Integer age, LocalDate from) {
    if (age != null && born.plusYears(age).isAfter(from)) {
      add(days, born.plusYears(age), from);
      add(days, born.plusYears(age).plusDays(1), from);
    }
  }

  private static void add(SortedSet<LocalDate> days, @Nullable LocalDate day, LocalDate from) {
    if (day != null) {
      days.add(day.isBefore(from) ? from : day);
    }
  }
}
