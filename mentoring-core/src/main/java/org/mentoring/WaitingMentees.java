package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.ActivityTerms;

/** Who waits for a new mentor, on a day and with what was known at an instant. */
final class WaitingMentees {
  private final Workplace workplace;
  private final LocalDate asOf;
  private final Instant knownAt;

  WaitingMentees(Workplace workplace, LocalDate asOf, Instant knownAt) {
    this.workplace = workplace;
    this.asOf = asOf;
    this.knownAt = knownAt;
  }

  /**
   * Since when somebody waits: since a mentorship was handed over that nobody goes on with, or
   * since a wish that is not answered.
   *
   * @param answer the kind of activity that answers the wish, if it answers any
   */
  Optional<LocalDate> since(ParticipantId mentee, Code answer) {
    if (workplace.erased().contains(mentee)) {
      return Optional.empty();
    }
    return Stream.concat(handedOver(mentee), wished(mentee, answer)).min(Comparator.naturalOrder());
  }

  private Stream<LocalDate> handedOver(ParticipantId mentee) {
    SortedSet<ParticipantId> registrations = workplace.mentoring().registrations(mentee, knownAt);
    List<Particulars> all =
        registrations.stream()
            .flatMap(each -> workplace.stores().mentorships().of(each).stream())
            .distinct()
            .toList();
    List<LocalDate> days = new ArrayList<>();
    for (Particulars each : all) {
      Closure closure = each.closure();
      if (closure != null
          && closure.kind() == Closure.Kind.HANDED_OVER
          && each.mentees().stream().anyMatch(registrations::contains)
          && isOver(each)
          && all.stream().noneMatch(other -> goesOn(other, each))) {
        days.add(closure.on());
      }
    }
    return days.stream();
  }

  private boolean isOver(Particulars mentorship) {
    return mentorship.changes().stream()
        .anyMatch(
            change ->
                !change.to().open()
                    && !change.on().isAfter(asOf)
                    && !change.recordedAt().isAfter(knownAt));
  }

  private boolean goesOn(Particulars other, Particulars before) {
    Closure closure = other.closure();
    return before.id().equals(other.continues())
        && (closure == null || closure.kind() != Closure.Kind.WITHDRAWN)
        && other.changes().stream()
            .limit(1)
            .anyMatch(
                change -> !change.on().isAfter(asOf) && !change.recordedAt().isAfter(knownAt));
  }

  /** Each answer answers the first wish of its item that no other has answered. */
  private Stream<LocalDate> wished(ParticipantId mentee, Code answer) {
    Optional<Code> wish = workplace.definition().activity(answer).map(ActivityTerms::answers);
    if (wish.isEmpty()) {
      return Stream.empty();
    }
    Map<String, Deque<LocalDate>> open = new HashMap<>();
    workplace.mentoring().activities().of(About.participant(mentee), knownAt).stream()
        .filter(each -> !each.on().isAfter(asOf))
        .sorted(Comparator.comparing(Activity::on).thenComparing(Activity::recordedAt))
        .forEach(each -> count(each, wish.get(), open));
    return open.values().stream().flatMap(Deque::stream);
  }

  private void count(Activity activity, Code wish, Map<String, Deque<LocalDate>> open) {
    Deque<LocalDate> days =
        open.computeIfAbsent(
            String.valueOf(OrderedRecords.item(activity.happened())), none -> new ArrayDeque<>());
    if (activity.kind().equals(wish)) {
      days.add(activity.on());
    } else if (workplace
        .definition()
        .activity(activity.kind())
        .filter(terms -> wish.equals(terms.answers()))
        .isPresent()) {
      days.poll();
    }
  }
}
