package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Cadence.OwedFor;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.DayCalendar;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/** Which cadences of a definition, and of the packs over it, are kept for whom. */
final class OwedCadences {
  private final WovenDefinitions woven;
  private final PeriodsAsked periods;
  private final ProgrammeDefinition definition;

  OwedCadences(WovenDefinitions woven) {
    this.woven = woven;
    this.periods = new PeriodsAsked(woven);
    this.definition = woven.laid();
  }

  /**
   * Whether a period of a cadence asks for something, by its first day and the day it is due.
   *
   * @param practice whose cadence it may be
   */
  boolean asks(Practice practice, Cadence cadence, LocalDate opens, LocalDate due) {
    return !woven.cadences(practice.id()).contains(cadence)
        || periods.asks(practice.id(), cadence, opens, due);
  }

  /** The same of what centres owe, in whichever practice it stands. */
  boolean asks(Cadence cadence, LocalDate opens, LocalDate due) {
    return definition.practices().stream()
        .filter(practice -> woven.cadences(practice.id()).contains(cadence))
        .map(practice -> periods.asks(practice.id(), cadence, opens, due))
        .reduce((one, other) -> one || other)
        .orElse(true);
  }

  /** Whether anything is kept for mentors or mentees beside their mentorships. */
  boolean toPersons() {
    return definition.practices().stream()
        .anyMatch(
            practice ->
                !of(practice, OwedFor.MENTOR).isEmpty() || !of(practice, OwedFor.MENTEE).isEmpty());
  }

  /** What is due of centres. */
  List<Cadence> ofCentres() {
    return definition.practices().stream()
        .flatMap(practice -> woven.cadences(practice.id()).stream())
        .filter(cadence -> cadence.owedFor() == OwedFor.CENTRE)
        .collect(
            () -> new ArrayList<>(termsOfCentres(OwedFor.CENTRE)),
            ArrayList::add,
            ArrayList::addAll);
  }

  /** What is kept for somebody or something in a practice. */
  List<Cadence> of(Practice practice, OwedFor owedFor) {
    List<Cadence> cadences = new ArrayList<>();
    for (Cadence cadence : woven.cadences(practice.id())) {
      if (owedFor == Objects.requireNonNullElse(cadence.owedFor(), OwedFor.MENTORSHIP)) {
        cadences.add(cadence);
      }
    }
    cadences.addAll(termsOfCentres(owedFor));
    return cadences;
  }

  /** What is due of whoever holds a position. */
  List<Cadence> ofHolders() {
    return termsOfCentres(OwedFor.HOLDER);
  }

  /** What is due for whoever waits for a new mentor. */
  List<Cadence> ofWaiting() {
    return termsOfCentres(OwedFor.WAITING);
  }

  private List<Cadence> termsOfCentres(OwedFor owedFor) {
    CentreTerms terms = definition.centre();
    return terms == null
        ? List.of()
        : terms.cadences().stream()
            .filter(
                cadence -> owedFor == Objects.requireNonNullElse(cadence.owedFor(), OwedFor.CENTRE))
            .toList();
  }

  /** The days on which a cadence asks for nothing. */
  @Nullable DayCalendar holidays(Cadence cadence) {
    String id = cadence.skips();
    return id == null
        ? null
        : definition.calendars().stream()
            .filter(calendar -> calendar.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new MentoringException(
                        "calendar.unknown",
                        Map.of("calendar", id, "due", cadence.due().value()),
                        "Declare the calendar in the definition."));
  }
}
