package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.ObligationSeries.Placed;
import org.mentoring.decision.Finding;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationPage;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/** What is due, judged by the rules. */
final class ObligationQueries {
  private static final Comparator<Obligation> BY_DAY =
      Comparator.comparing((Obligation each) -> each.window().due())
          .thenComparing(each -> each.window().cadence().due())
          .thenComparing(each -> each.window().number());

  private final Workplace workplace;
  private final Stores stores;

  ObligationQueries(Workplace workplace) {
    this.workplace = workplace;
    this.stores = workplace.stores();
  }

  List<Obligation> of(MentorshipId id, LocalDate asOf, Instant knownAt) {
    Particulars mentorship =
        stores
            .mentorships()
            .find(id)
            .orElseThrow(
                () ->
                    new MentoringException(
                        "mentorship.unknown",
                        Map.of("mentorship", id.value()),
                        "Use the id that the assignment answered with."));
    return sorted(judged(new ObligationSeries(workplace, asOf, knownAt).of(mentorship), asOf));
  }

  List<Obligation> of(ParticipantId id, LocalDate asOf, Instant knownAt) {
    ParticipantId keeper = workplace.mentoring().keeper(id);
    return sorted(judged(new ObligationSeries(workplace, asOf, knownAt).of(keeper), asOf));
  }

  /** Many questions of one day, with what was known at one instant. */
  Reading reading(LocalDate asOf, Instant knownAt) {
    return new Reading(new ObligationSeries(workplace, asOf, knownAt), asOf);
  }

  /**
   * Reads what many mentorships share only once: calendars, who holds what, and what somebody owes
   * who is in several. For one thread and one page; it does not see what is recorded meanwhile.
   */
  final class Reading {
    private final ObligationSeries series;
    private final LocalDate asOf;
    private final Map<ParticipantId, List<Obligation>> ofParticipants = new HashMap<>();

    private Reading(ObligationSeries series, LocalDate asOf) {
      this.series = series;
      this.asOf = asOf;
    }

    List<Obligation> of(Particulars mentorship) {
      return sorted(judged(series.of(mentorship), asOf));
    }

    List<Obligation> of(ParticipantId id) {
      ParticipantId keeper = workplace.mentoring().keeper(id);
      List<Obligation> known = ofParticipants.get(keeper);
      if (known == null) {
        known = sorted(judged(series.of(keeper), asOf));
        ofParticipants.put(keeper, known);
      }
      return known;
    }
  }

  /**
   * Mentorships by id come first, then participants by id; within each the cadences in the order of
   * the definition, and their periods.
   */
  ObligationPage due(
      LocalDate asOf,
      Instant knownAt,
      Set<ObligationState> states,
      @Nullable String after,
      int most) {
    Invariants.range("most", most, 1, 1_000);
    DuePage page = new DuePage(states, DueMark.parsed(after), most);
    ObligationSeries series = new ObligationSeries(workplace, asOf, knownAt);
    addMentorships(page, series, asOf);
    addParticipants(page, series, asOf);
    return page.page();
  }

  private void addMentorships(DuePage page, ObligationSeries series, LocalDate asOf) {
    DueMark mark = page.after();
    if (mark != null && !mark.ofMentorship()) {
      return;
    }
    if (mark != null) {
      stores
          .mentorships()
          .find(MentorshipId.of(mark.id()))
          .ifPresent(first -> add(page, first, series, asOf));
    }
    MentorshipId from = mark == null ? null : MentorshipId.of(mark.id());
    while (!page.full()) {
      Page<Particulars> some = stores.mentorships().list(Mentorships.Which.all(), from, 100);
      for (Particulars each : some.items()) {
        if (page.full()) {
          return;
        }
        add(page, each, series, asOf);
      }
      String next = some.next();
      if (next == null) {
        return;
      }
      from = MentorshipId.of(next);
    }
  }

  private void addParticipants(DuePage page, ObligationSeries series, LocalDate asOf) {
    DueMark mark = page.after();
    String from = mark == null || mark.ofMentorship() ? "" : mark.id();
    for (ParticipantId id : stores.participants().ids()) {
      if (page.full()) {
        return;
      }
      if (id.value().compareTo(from) >= 0 && workplace.mentoring().keeper(id).equals(id)) {
        add(page, false, id.value(), series.of(id), asOf);
      }
    }
  }

  /** One that cannot be judged must not keep anybody from reading what is due of the others. */
  private void add(DuePage page, Particulars mentorship, ObligationSeries series, LocalDate asOf) {
    Optional<Finding> unknown = workplace.notJudged(mentorship);
    if (unknown.isPresent()) {
      page.add(mentorship.id(), unknown.get());
    } else {
      add(page, true, mentorship.id().value(), series.of(mentorship), asOf);
    }
  }

  private void add(
      DuePage page, boolean ofMentorship, String id, List<Placed> placed, LocalDate asOf) {
    List<Obligation> obligations = judged(placed, asOf);
    for (int i = 0; i < obligations.size(); i++) {
      page.add(DueMark.of(ofMentorship, id, placed.get(i)), obligations.get(i));
    }
  }

  private List<Obligation> judged(List<Placed> placed, LocalDate asOf) {
    List<ObligationWindow> windows = placed.stream().map(Placed::window).toList();
    return workplace.rules().obligations().judge(windows, asOf);
  }

  private static List<Obligation> sorted(List<Obligation> obligations) {
    List<Obligation> sorted = new ArrayList<>(obligations);
    sorted.sort(BY_DAY);
    return List.copyOf(sorted);
  }
}
