package org.mentoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journey.IndividualRoute;
import org.mentoring.journey.RetentionReport;
import org.mentoring.journey.RoleMap;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.RecordTerms;
import org.mentoring.time.Spans;
import org.mentoring.time.Validity;

/** Positions, routes and who stays, read from what is on record anyhow. For one question. */
final class Journeys {
  private static final Code OUTCOMES = Code.of("OUTCOMES");

  private static final List<Position> SERVING =
      List.of(Position.MENTOR, Position.TUTOR, Position.COORDINATOR);

  private static final Comparator<Activity> BY_DAY =
      Comparator.comparing(Activity::on)
          .thenComparing(Activity::recordedAt)
          .thenComparing(Activity::id);

  private final Workplace workplace;
  private final ProgrammeRecord record;
  private final LocalDate asOf;

  Journeys(Workplace workplace, ProgrammeRecord record) {
    this.workplace = workplace;
    this.record = record;
    this.asOf = record.asOf();
  }

  /** A position and where it is held. */
  private record Seat(Position position, @Nullable String practice) implements Comparable<Seat> {
    @Override
    public int compareTo(Seat other) {
      return Comparator.comparing(Seat::position)
          .thenComparing(seat -> Objects.requireNonNullElse(seat.practice(), ""))
          .compare(this, other);
    }
  }

  RoleMap roleMap() {
    List<RoleMap.Holding> holdings = new ArrayList<>();
    for (ParticipantId participant : participants()) {
      SortedMap<Seat, RoleMap.Holding> found = new TreeMap<>();
      seats(participant)
          .forEach(
              (seat, days) ->
                  Spans.union(days).stream()
                      .filter(span -> span.contains(asOf))
                      .forEach(
                          span ->
                              found.put(
                                  seat,
                                  new RoleMap.Holding(
                                      participant,
                                      seat.position(),
                                      seat.practice(),
                                      span.from(),
                                      open(participant, seat)))));
      holdings.addAll(found.values());
    }
    return new RoleMap(asOf, holdings);
  }

  private List<ParticipantId> participants() {
    return workplace.stores().participants().ids().stream()
        .filter(id -> workplace.mentoring().keeper(id).equals(id))
        .toList();
  }

  /** The days on which somebody held each position. */
  private Map<Seat, List<Validity>> seats(ParticipantId participant) {
    Map<Seat, List<Validity>> seats = new HashMap<>();
    for (KnownFact known : workplace.mentoring().dossier(participant, asOf).facts()) {
      if (known.fact() instanceof Fact.PositionHeld held
          && !known.validity().from().isAfter(asOf)) {
        seats
            .computeIfAbsent(new Seat(held.position(), held.practice()), none -> new ArrayList<>())
            .add(known.validity());
      }
    }
    for (Particulars mentorship : record.mentorships()) {
      side(mentorship.withPartiesOn(asOf), participant)
          .ifPresent(
              position ->
                  days(mentorship)
                      .ifPresent(
                          days ->
                              seats
                                  .computeIfAbsent(
                                      new Seat(position, mentorship.practice()),
                                      none -> new ArrayList<>())
                                  .add(days)));
    }
    return seats;
  }

  private static Optional<Position> side(Particulars mentorship, ParticipantId participant) {
    if (mentorship.mentors().contains(participant)) {
      return Optional.of(Position.MENTOR);
    }
    return mentorship.mentees().contains(participant)
        ? Optional.of(Position.MENTEE)
        : Optional.empty();
  }

  /** From its start to its end; nobody holds a position by what never began. */
  private Optional<Validity> days(Particulars mentorship) {
    LocalDate started = mentorship.startedOn();
    if (started == null || started.isAfter(asOf)) {
      return Optional.empty();
    }
    Closure closure = mentorship.closure();
    if (closure == null || closure.on().isAfter(asOf)) {
      return Optional.of(Validity.from(started));
    }
    return closure.on().isAfter(started)
        ? Optional.of(Validity.between(started, closure.on()))
        : Optional.empty();
  }

  private SortedSet<MentorshipId> open(ParticipantId participant, Seat seat) {
    SortedSet<MentorshipId> open = new TreeSet<>();
    for (Particulars mentorship : record.mentorships()) {
      if (mentorship.practice().equals(seat.practice())
          && mentorship.stateOn(asOf).filter(MentorshipState::open).isPresent()
          && side(mentorship.withPartiesOn(asOf), participant)
              .filter(seat.position()::equals)
              .isPresent()) {
        open.add(mentorship.id());
      }
    }
    return open;
  }

  IndividualRoute route(ParticipantId participant) {
    List<IndividualRoute.Held> positions = new ArrayList<>();
    seats(participant)
        .forEach(
            (seat, days) ->
                Spans.union(days)
                    .forEach(
                        span ->
                            positions.add(
                                new IndividualRoute.Held(seat.position(), seat.practice(), span))));
    positions.sort(
        Comparator.comparing((IndividualRoute.Held held) -> held.when().from())
            .thenComparing(IndividualRoute.Held::position)
            .thenComparing(held -> Objects.requireNonNullElse(held.practice(), "")));
    List<Activity> about =
        record.activities().stream()
            .filter(each -> each.about().equals(About.participant(participant)))
            .sorted(BY_DAY)
            .toList();
    return new IndividualRoute(
        participant,
        asOf,
        positions,
        steps(about),
        record.activities().stream()
            .filter(
                each ->
                    each.happened() instanceof Happened.EventHeld event
                        && event.attended().contains(participant))
            .sorted(BY_DAY)
            .toList());
  }

  /** Each with the first answer that no earlier one of the same item has. */
  private List<IndividualRoute.Step> steps(List<Activity> about) {
    Map<Code, Code> answers = new HashMap<>();
    for (ActivityTerms terms : workplace.definition().activities()) {
      if (terms.answers() != null) {
        answers.put(terms.kind(), terms.answers());
      }
    }
    Map<String, Deque<Activity>> given = new HashMap<>();
    for (Activity each : about) {
      Code asked = answers.get(each.kind());
      if (asked != null) {
        given.computeIfAbsent(key(asked, each), none -> new ArrayDeque<>()).add(each);
      }
    }
    List<IndividualRoute.Step> steps = new ArrayList<>();
    for (Activity each : about) {
      if (answers.containsValue(each.kind())) {
        Deque<Activity> left = given.get(key(each.kind(), each));
        steps.add(new IndividualRoute.Step(each, left == null ? null : left.poll()));
      }
    }
    return steps;
  }

  private static String key(Code asked, Activity activity) {
    return asked + " " + OrderedRecords.item(activity.happened());
  }

  RetentionReport retention() {
    SortedMap<ParticipantId, LocalDate> alumni = alumni();
    int afterAYear = 0;
    int cameBack = 0;
    for (Map.Entry<ParticipantId, LocalDate> each : alumni.entrySet()) {
      LocalDate year = each.getValue().plusYears(1);
      if (!year.isAfter(asOf)) {
        afterAYear++;
        cameBack += cameBack(each.getKey(), each.getValue(), year) ? 1 : 0;
      }
    }
    int handedOver = 0;
    List<RetentionReport.Waiting> waiting = new ArrayList<>();
    for (Particulars each : record.mentorships()) {
      Closure closure = each.closure();
      if (closure != null
          && closure.kind() == Closure.Kind.HANDED_OVER
          && !closure.on().isAfter(asOf)) {
        for (ParticipantId mentee : each.mentees()) {
          handedOver++;
          if (!continued(each.id(), mentee)) {
            waiting.add(new RetentionReport.Waiting(mentee, each.id(), closure.on()));
          }
        }
      }
    }
    waiting.sort(
        Comparator.comparing(RetentionReport.Waiting::since)
            .thenComparing(RetentionReport.Waiting::mentee));
    return new RetentionReport(
        asOf,
        alumni.size(),
        afterAYear,
        cameBack,
        handedOver,
        handedOver - waiting.size(),
        waiting,
        daysOfService(),
        outcomes());
  }

  /** Each with the day of the first completion. */
  private SortedMap<ParticipantId, LocalDate> alumni() {
    SortedMap<ParticipantId, LocalDate> alumni = new TreeMap<>();
    for (Particulars each : record.mentorships()) {
      Closure closure = each.closure();
      if (closure != null
          && (closure.kind() == Closure.Kind.COMPLETED || closure.asCompleted())
          && !closure.on().isAfter(asOf)) {
        for (ParticipantId mentee : each.mentees()) {
          alumni.merge(mentee, closure.on(), (one, other) -> one.isBefore(other) ? one : other);
        }
      }
    }
    return alumni;
  }

  private boolean cameBack(ParticipantId alumnus, LocalDate from, LocalDate until) {
    return seats(alumnus).entrySet().stream()
        .filter(
            seat ->
                seat.getKey().position() != Position.MENTEE
                    && seat.getKey().position() != Position.ALUMNUS)
        .flatMap(seat -> seat.getValue().stream())
        .anyMatch(days -> !days.from().isBefore(from) && days.from().isBefore(until));
  }

  private boolean continued(MentorshipId before, ParticipantId mentee) {
    return record.mentorships().stream()
        .filter(each -> before.equals(each.continues()))
        .filter(each -> each.stateOn(asOf).isPresent())
        .filter(each -> each.closure() == null || each.closure().kind() != Closure.Kind.WITHDRAWN)
        .anyMatch(each -> each.withAllParties().mentees().contains(mentee));
  }

  private SortedMap<Position, Long> daysOfService() {
    SortedMap<Position, List<Long>> days = new TreeMap<>();
    for (RoleMap.Holding each : roleMap().holdings()) {
      if (SERVING.contains(each.position())) {
        days.computeIfAbsent(each.position(), none -> new ArrayList<>())
            .add(ChronoUnit.DAYS.between(each.since(), asOf));
      }
    }
    SortedMap<Position, Long> middle = new TreeMap<>();
    days.forEach(
        (position, all) ->
            middle.put(position, all.stream().sorted().toList().get((all.size() - 1) / 2)));
    return middle;
  }

  private SortedMap<String, Integer> outcomes() {
    SortedMap<String, SortedSet<ParticipantId>> people = new TreeMap<>();
    for (RecordTerms terms : workplace.definition().records()) {
      if (terms.kind().equals(OUTCOMES)) {
        terms.items().forEach(item -> people.put(item.id(), new TreeSet<>()));
      }
    }
    for (Activity each : record.activities()) {
      String item = OrderedRecords.item(each.happened());
      if (each.about() instanceof About.OfParticipant of
          && item != null
          && people.containsKey(item)
          && isOutcome(each.kind())) {
        people.get(item).add(of.participant());
      }
    }
    SortedMap<String, Integer> outcomes = new TreeMap<>();
    people.forEach((item, who) -> outcomes.put(item, who.size()));
    return outcomes;
  }

  private boolean isOutcome(Code kind) {
    return workplace.definition().activity(kind).map(ActivityTerms::record).stream()
        .flatMap(
            id -> workplace.definition().records().stream().filter(each -> each.id().equals(id)))
        .anyMatch(each -> each.kind().equals(OUTCOMES));
  }
}
