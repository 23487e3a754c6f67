package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.FactId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.RetentionTerms;
import org.mentoring.programme.RetentionTerms.Ground;
import org.mentoring.programme.RetentionTerms.Rule;

/** What gives a ground to keep data of one person, and until when. For one thread. */
final class RetentionGrounds {
  private final RetentionTerms terms;
  private final Dossier dossier;
  private final @Nullable KnownFact withdrawal;
  private final List<Ended> ended = new ArrayList<>();

  /** When the last mentorship of each position was over. */
  private final Map<Position, LocalDate> mentored = new EnumMap<>(Position.class);

  /** Something keeps the data without an end. */
  private boolean stands;

  /**
   * A ground that was over.
   *
   * @param rule which says how long it keeps the data
   * @param position of the person; null for a withdrawal, which is of all
   * @param over the day on which it was over
   * @param keptUntil the first day on which it keeps nothing
   * @param fact that says so; null for a mentorship
   */
  record Ended(
      Rule rule,
      @Nullable Position position,
      LocalDate over,
      LocalDate keptUntil,
      @Nullable FactId fact) {}

  RetentionGrounds(RetentionTerms terms, Dossier dossier) {
    this.terms = terms;
    this.dossier = dossier;
    boolean counts =
        terms.rules().stream().anyMatch(rule -> rule.ground() == Ground.CONSENT_WITHDRAWN);
    this.withdrawal = counts ? withdrawal() : null;
  }

  /** A mentorship that runs no more. */
  void mentorship(Position position, Particulars mentorship) {
    List<StateChange> changes = mentorship.changes();
    LocalDate day = changes.get(changes.size() - 1).on();
    mentored.merge(position, day, (one, other) -> one.isAfter(other) ? one : other);
    over(Ground.MENTORSHIP_OVER, position, day, null);
  }

  /**
   * All grounds that have ended on a day or before it.
   *
   * @return empty if there is or was none, and if one holds yet
   */
  Optional<List<Ended>> ended(LocalDate day) {
    for (KnownFact known : dossier.facts()) {
      fact(known);
    }
    KnownFact taken = withdrawal;
    if (taken != null) {
      withdrawn(taken);
    }
    boolean all = ended.stream().noneMatch(each -> each.keptUntil().isAfter(day));
    return stands || !all || ended.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(ended));
  }

  private void fact(KnownFact known) {
    if (known.fact() instanceof Fact.Application application) {
      application(application.position(), known);
    } else if (known.fact() instanceof Fact.Referral) {
      application(Position.MENTEE, known);
    } else if (known.fact() instanceof Fact.PositionHeld held) {
      LocalDate until = known.validity().until();
      if (until == null || until.isAfter(dossier.asOf())) {
        keeps();
      } else {
        over(Ground.POSITION_LEFT, held.position(), until, known.id());
      }
    }
  }

  /** What led to a mentorship is over with that; an application after it stands for itself. */
  private void application(Position position, KnownFact known) {
    LocalDate last = mentored.get(position);
    if (last != null && !known.validity().from().isAfter(last)) {
      return;
    }
    LocalDate until = known.validity().until();
    LocalDate over = until == null || until.isAfter(dossier.asOf()) ? null : until;
    for (KnownFact other : dossier.facts()) {
      LocalDate day = other.validity().from();
      if (refuses(other.fact())
          && !day.isBefore(known.validity().from())
          && (over == null || day.isBefore(over))) {
        over = day;
      }
    }
    if (over == null) {
      keeps();
    } else {
      over(Ground.APPLICATION_OVER, position, over, known.id());
    }
  }

  private static boolean refuses(Fact fact) {
    return (fact instanceof Fact.AuthorityDecision decision
            && decision.outcome() == Fact.Outcome.NEGATIVE)
        || (fact instanceof Fact.Interview interview
            && interview.outcome() == Fact.Outcome.NEGATIVE)
        || (fact instanceof Fact.SelectionAssessment assessment
            && assessment.outcome() == Fact.Outcome.NEGATIVE)
        || (fact instanceof Fact.ClearanceCertificate certificate
            && certificate.outcome() == Fact.Outcome.NEGATIVE);
  }

  /** What rested on a consent stops with it: who waits for a mentor, waits no more. */
  private void keeps() {
    stands |= withdrawal == null;
  }

  private void over(Ground ground, Position position, LocalDate day, @Nullable FactId fact) {
    Rule rule = terms.rule(ground, position).orElse(null);
    if (rule == null) {
      stands |= withdrawal == null;
    } else if (withdrawal == null || rule.despiteWithdrawal()) {
      ended.add(new Ended(rule, position, day, kept(rule, day), fact));
    }
  }

  private static LocalDate kept(Rule rule, LocalDate over) {
    return rule.kept() == null ? over : over.plus(rule.kept());
  }

  private void withdrawn(KnownFact taken) {
    LocalDate day = taken.validity().from();
    terms.rules().stream()
        .filter(rule -> rule.ground() == Ground.CONSENT_WITHDRAWN)
        .forEach(rule -> ended.add(new Ended(rule, null, day, kept(rule, day), taken.id())));
  }

  /**
   * The last withdrawal of a consent that the data rests on, if no such consent was given on its
   * day or later that holds yet; null if there is none.
   */
  private @Nullable KnownFact withdrawal() {
    KnownFact last = null;
    for (KnownFact known : dossier.facts()) {
      if (known.fact() instanceof Fact.ConsentWithdrawal taken
          && known.validity().contains(dossier.asOf())
          && restsOn(taken.consent())
          && (last == null || last.validity().from().isBefore(known.validity().from()))) {
        last = known;
      }
    }
    if (last == null) {
      return null;
    }
    LocalDate day = last.validity().from();
    boolean again =
        dossier.facts().stream()
            .filter(known -> restsOn(known.id()) && !isWithdrawn(known.id()))
            .anyMatch(
                known ->
                    known.validity().contains(dossier.asOf())
                        && !known.validity().from().isBefore(day));
    return again ? null : last;
  }

  private boolean restsOn(FactId consent) {
    return dossier.facts().stream()
        .filter(known -> known.id().equals(consent))
        .anyMatch(
            known ->
                known.fact() instanceof Fact.Consent given
                    && terms.consents().contains(given.purpose()));
  }

  private boolean isWithdrawn(FactId consent) {
    return dossier
        .current(Fact.ConsentWithdrawal.class)
        .anyMatch(taken -> taken.consent().equals(consent));
  }
}
