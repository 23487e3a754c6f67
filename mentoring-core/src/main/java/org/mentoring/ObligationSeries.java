package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.obligation.DuePeriod;
import org.mentoring.obligation.Fulfilment;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.obligation.Occurrence;
import org.mentoring.obligation.Series;
import org.mentoring.obligation.Subject;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Cadence.OwedFor;
import org.mentoring.programme.Practice;
import org.mentoring.spi.Stores;
import org.mentoring.time.Spans;
import org.mentoring.time.Validity;

/**
 * The series of obligations that are kept for a mentorship or a participant, as of a day and with
 * what was known at an instant, laid out in windows.
 *
 * <p>While the consents asked for a mentee do not hold, in a group those of all mentees, what rests
 * on them cannot be done, so nothing becomes due: what runs rests from that day on as in a pause,
 * and goes on with a new consent; what follows a completion ends with that day, unless a new
 * consent was given.
 */
final class ObligationSeries {
  private static final Code GUARDIAN = Code.of("GUARDIAN");
  private static final Code IN_SERVICE_TRAINING = Code.of("IN_SERVICE_TRAINING");

  private final Workplace workplace;
  private final Stores stores;
  private final ConsentDays consents;
  private final OwedCadences owed;
  private final WhoCame whoCame;
  private final MergedParties merged;
  private final WaivedDays waivers;
  private final LocalDate asOf;
  private final Instant knownAt;
  private final Map<PinnedVersion, ObligationSeries> ofVersions = new HashMap<>();
  private @Nullable List<ParticipantId> organisations;

  ObligationSeries(Workplace workplace, LocalDate asOf, Instant knownAt) {
    this.workplace = workplace;
    this.stores = workplace.stores();
    this.consents = new ConsentDays(workplace);
    this.owed = new OwedCadences(workplace.eligibility().woven());
    this.whoCame = new WhoCame(workplace, knownAt);
    this.merged = new MergedParties(workplace.mentoring(), knownAt);
    this.waivers =
        new WaivedDays(
            workplace.on(asOf).definition().waivers(), stores.waivers(), knownAt, merged);
    this.asOf = asOf;
    this.knownAt = knownAt;
  }

  /**
   * A window with its place among those of its subject, which neither time nor further facts
   * change.
   *
   * @param cadence which of the subject's cadences
   * @param party which of the cadence's parties
   */
  record Placed(int cadence, int party, ObligationWindow window) {}

  /** The windows of a mentorship: while it runs, and of what follows its completion. */
  List<Placed> of(Particulars mentorship) {
    Workplace judging = workplace.judging(mentorship);
    return workplace.judges(mentorship)
        ? windows(mentorship)
        : ofVersions
            .computeIfAbsent(
                judging.mentoring().pinned(),
                version -> new ObligationSeries(judging, asOf, knownAt))
            .windows(mentorship);
  }

  /** The windows of one more cadence, as if the practice of a mentorship asked for it. */
  List<ObligationWindow> of(Particulars mentorship, Cadence cadence) {
    Workplace judging = workplace.judging(mentorship);
    if (!workplace.judges(mentorship)) {
      return ofVersions
          .computeIfAbsent(
              judging.mentoring().pinned(), version -> new ObligationSeries(judging, asOf, knownAt))
          .of(mentorship, cadence);
    }
    Optional<MentorshipCourse> begun = MentorshipCourse.of(mentorship, asOf, knownAt);
    Practice practice = workplace.definition().practice(mentorship.practice()).orElse(null);
    return begun.isEmpty() || practice == null
        ? List.of()
        : running(
                0,
                cadence,
                resting(begun.get(), practice),
                mentorship,
                activities(mentorship),
                period -> true)
            .stream()
            .map(Placed::window)
            .toList();
  }

  private List<Placed> running(
      int place,
      Cadence cadence,
      MentorshipCourse course,
      Particulars mentorship,
      CountedActivities activities,
      Predicate<DuePeriod> asked) {
    Series series =
        new Series(cadence, course.countsFrom(cadence), course.pauses(), null, course.closedOn())
            .askingFrom(course.start());
    List<Placed> windows =
        windows(
            place,
            List.of(series),
            Subject.of(mentorship.id()),
            activities,
            waivers.of(mentorship, cadence),
            asked);
    return cadence.with().contains(GUARDIAN) && !hasGuardian(mentorship, course.start())
        ? windows.stream().filter(each -> !GUARDIAN.equals(each.window().with())).toList()
        : windows;
  }

  /** As agreements are asked: with the guardian of an adult nobody has to be in contact. */
  private boolean hasGuardian(Particulars mentorship, LocalDate start) {
    Workplace then = workplace.on(start);
    return then.definition()
        .practice(mentorship.practice())
        .map(
            practice ->
                AgreementsAsked.hasGuardian(then, practice, mentorship.withPartiesOn(start), start))
        .orElse(true);
  }

  private Predicate<DuePeriod> asked(Practice practice, Cadence cadence) {
    return period -> owed.asks(practice, cadence, period.opens(), period.due());
  }

  private List<Placed> windows(Particulars mentorship) {
    Optional<MentorshipCourse> begun = MentorshipCourse.of(mentorship, asOf, knownAt);
    Practice practice = workplace.definition().practice(mentorship.practice()).orElse(null);
    if (begun.isEmpty() || practice == null) {
      return List.of();
    }
    MentorshipCourse course = resting(begun.get(), practice);
    List<Placed> windows = new ArrayList<>();
    CountedActivities activities = activities(mentorship);
    Subject subject = Subject.of(mentorship.id());
    int place = 0;
    for (Cadence cadence : owed.of(practice, OwedFor.MENTORSHIP)) {
      windows.addAll(
          running(place++, cadence, course, mentorship, activities, asked(practice, cadence)));
    }
    LocalDate closedOn = course.closedOn();
    if (practice.completion() != null && closedOn != null && course.completed()) {
      for (Cadence cadence : practice.completion().followUp()) {
        Series series = followUp(cadence, course, practice, closedOn);
        Predicate<LocalDate> waived = waivers.of(mentorship, cadence);
        windows.addAll(
            windows(place++, List.of(series), subject, activities, waived, period -> true));
      }
    }
    return windows;
  }

  private MentorshipCourse resting(MentorshipCourse course, Practice practice) {
    List<Validity> without =
        consents.without(practice, course.mentorship(), course.start(), asOf, knownAt);
    return without.isEmpty() ? course : course.restingOn(without);
  }

  /** What follows rests where a new consent came, and is over where none did. */
  private Series followUp(
      Cadence cadence, MentorshipCourse course, Practice practice, LocalDate closedOn) {
    List<Validity> rests = new ArrayList<>();
    LocalDate end = course.endedOn();
    for (Validity days : consents.without(practice, course.mentorship(), closedOn, asOf, knownAt)) {
      if (days.until() != null) {
        rests.add(days);
      } else if (end == null || days.from().isBefore(end)) {
        end = days.from();
      }
    }
    return new Series(cadence, closedOn, rests, null, end);
  }

  /** The windows of what a participant owes or is owed beside single mentorships. */
  List<Placed> of(ParticipantId participant) {
    List<Placed> windows = new ArrayList<>();
    List<MentorshipCourse> courses =
        owed.toPersons()
            ? workplace.mentoring().registrations(participant, knownAt).stream()
                .flatMap(each -> stores.mentorships().of(each).stream())
                .distinct()
                .map(mentorship -> MentorshipCourse.of(mentorship, asOf, knownAt))
                .flatMap(Optional::stream)
                .toList()
            : List.of();
    int place = 0;
    for (Practice practice : workplace.definition().practices()) {
      List<MentorshipCourse> ofPractice =
          courses.stream()
              .filter(course -> course.mentorship().practice().equals(practice.id()))
              .map(course -> resting(course, practice))
              .toList();
      List<MentorshipCourse> asMentor = as(true, participant, ofPractice);
      List<MentorshipCourse> asMentee = as(false, participant, ofPractice);
      place = add(windows, place, participant, practice, OwedFor.MENTOR, asMentor);
      place = add(windows, place, participant, practice, OwedFor.MENTEE, asMentee);
    }
    int ofCentres = place + owed.ofCentres().size();
    List<Validity> asCentre = asCentre(participant);
    if (!asCentre.isEmpty()) {
      CountedActivities activities = ofCentre(participant);
      for (Cadence cadence : owed.ofCentres()) {
        List<Series> stretches =
            asCentre.stream()
                .map(days -> new Series(cadence, days.from(), List.of(), null, days.until()))
                .toList();
        Predicate<LocalDate> waived = waivers.of(participant, cadence);
        windows.addAll(
            windows(
                place++,
                stretches,
                Subject.of(participant),
                activities,
                waived,
                period -> owed.asks(cadence, period.opens(), period.due())));
      }
    }
    addHeldAndWaiting(windows, ofCentres, participant);
    return windows;
  }

  private void addHeldAndWaiting(List<Placed> windows, int firstPlace, ParticipantId participant) {
    int place = firstPlace;
    Map<Cadence, List<Series>> kept = new LinkedHashMap<>();
    for (Cadence cadence : owed.ofHolders()) {
      kept.put(
          cadence,
          holding(participant, Position.valueOf(cadence.by().value())).stream()
              .map(days -> new Series(cadence, days.from(), List.of(), null, days.until()))
              .toList());
    }
    for (Cadence cadence : owed.ofWaiting()) {
      kept.put(
          cadence,
          new WaitingMentees(workplace, asOf, knownAt)
              .since(participant, cadence.due())
              .map(since -> List.of(new Series(cadence, since, List.of(), null, null)))
              .orElse(List.of()));
    }
    for (Map.Entry<Cadence, List<Series>> each : kept.entrySet()) {
      if (!each.getValue().isEmpty()) {
        windows.addAll(
            windows(
                place,
                each.getValue(),
                Subject.of(participant),
                ofPerson(participant, List.of()),
                waivers.of(participant, each.getKey()),
                period -> true));
      }
      place++;
    }
  }

  /** Those in which a participant was on one side, up to the day on which it left. */
  private List<MentorshipCourse> as(
      boolean asMentor, ParticipantId participant, List<MentorshipCourse> courses) {
    SortedSet<ParticipantId> all = merged.all(participant);
    List<MentorshipCourse> found = new ArrayList<>();
    for (MentorshipCourse course : courses) {
      Particulars mentorship = course.mentorship();
      if (all.stream()
          .anyMatch((asMentor ? mentorship.mentors() : mentorship.mentees())::contains)) {
        found.add(course);
      } else {
        mentorship.leavings().stream()
            .filter(left -> left.asMentor() == asMentor && all.contains(left.participant()))
            .filter(left -> !left.on().isBefore(course.start()))
            .findFirst()
            .ifPresent(left -> found.add(course.until(left.on())));
      }
    }
    return found;
  }

  private int add(
      List<Placed> windows,
      int firstPlace,
      ParticipantId participant,
      Practice practice,
      OwedFor owedFor,
      List<MentorshipCourse> courses) {
    List<Cadence> cadences = owed.of(practice, owedFor);
    if (courses.isEmpty()) {
      return firstPlace + cadences.size();
    }
    CountedActivities activities = ofPerson(participant, courses);
    int place = firstPlace;
    for (Cadence cadence : cadences) {
      windows.addAll(
          windows(
              place++,
              stretches(cadence, courses),
              Subject.of(participant),
              activities,
              waivers.of(participant, cadence),
              asked(practice, cadence)));
    }
    return place;
  }

  /**
   * A series for each stretch of days on which at least one of the mentorships was open; paused
   * where all open ones were.
   */
  private static List<Series> stretches(Cadence cadence, List<MentorshipCourse> courses) {
    List<Validity> running =
        courses.stream().flatMap(course -> course.running(cadence).stream()).toList();
    return Spans.union(
            courses.stream().map(course -> course.open(cadence)).flatMap(Optional::stream).toList())
        .stream()
        .map(
            open ->
                new Series(
                    cadence,
                    open.from(),
                    Spans.gaps(open, running),
                    null,
                    open.until(),
                    firstStart(open, courses)))
        .toList();
  }

  /** When mentoring first began on some of these days. */
  private static @Nullable LocalDate firstStart(Validity days, List<MentorshipCourse> courses) {
    return courses.stream()
        .map(MentorshipCourse::start)
        .filter(days::contains)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<Placed> windows(
      int place,
      List<Series> stretches,
      Subject subject,
      CountedActivities activities,
      Predicate<LocalDate> waived,
      Predicate<DuePeriod> asked) {
    if (stretches.isEmpty()) {
      return List.of();
    }
    Cadence cadence = stretches.get(0).cadence();
    List<Series> resting =
        stretches.stream().map(series -> series.resting(owed.holidays(cadence))).toList();
    List<Placed> windows = new ArrayList<>();
    if (cadence.with().isEmpty()) {
      List<Occurrence> occurrences = occurrences(cadence, null, subject, activities);
      Fulfilment.windows(resting, subject, occurrences, waived, asked, asOf)
          .forEach(window -> windows.add(new Placed(place, 0, window)));
    }
    for (int i = 0; i < cadence.with().size(); i++) {
      Code party = cadence.with().get(i);
      int at = i;
      List<Occurrence> occurrences = occurrences(cadence, party, subject, activities);
      Fulfilment.windows(resting, subject.with(party), occurrences, waived, asked, asOf)
          .forEach(window -> windows.add(new Placed(place, at, window)));
    }
    return windows;
  }

  private List<Occurrence> occurrences(
      Cadence cadence, @Nullable Code with, Subject subject, CountedActivities activities) {
    List<Occurrence> occurrences =
        new ArrayList<>(
            activities.occurrences(cadence, with, activity -> whoCame.counts(cadence, activity)));
    ParticipantId participant = subject.participant();
    if (cadence.due().equals(IN_SERVICE_TRAINING) && participant != null) {
      occurrences.addAll(trainings(participant, cadence.mode()));
    }
    return occurrences;
  }

  private List<Occurrence> trainings(ParticipantId participant, Fact.@Nullable Mode mode) {
    List<Occurrence> trainings = new ArrayList<>();
    for (KnownFact known : workplace.mentoring().dossier(participant, asOf, knownAt).facts()) {
      if (known.fact() instanceof Fact.Training training
          && training.purpose() == Fact.TrainingKind.IN_SERVICE
          && (mode == null || training.mode() == mode)) {
        trainings.add(Occurrence.of(known.validity().from()));
      }
    }
    return trainings;
  }

  private CountedActivities activities(Particulars mentorship) {
    CountedActivities counted = new CountedActivities();
    counted.add(activities().of(About.mentorship(mentorship.id()), knownAt));
    Particulars then = mentorship.withPartiesOn(asOf, knownAt);
    then.mentees().forEach(mentee -> counted.add(activities().attendedBy(mentee, knownAt)));
    for (Leaving left : then.leavings()) {
      counted.add(
          activities().attendedBy(left.participant(), knownAt).stream()
              .filter(activity -> !left.asMentor() && activity.on().isBefore(left.on()))
              .toList());
    }
    return counted;
  }

  /** Null for who is still there. */
  private @Nullable LocalDate leftOn(Particulars mentorship, ParticipantId participant) {
    SortedSet<ParticipantId> all = merged.all(participant);
    boolean there =
        all.stream()
            .anyMatch(
                each -> mentorship.mentors().contains(each) || mentorship.mentees().contains(each));
    return there
        ? null
        : mentorship.leavings().stream()
            .filter(left -> all.contains(left.participant()))
            .map(Leaving::on)
            .findFirst()
            .orElse(null);
  }

  private CountedActivities ofPerson(ParticipantId participant, List<MentorshipCourse> courses) {
    CountedActivities counted = new CountedActivities();
    counted.add(activities().of(About.participant(participant), knownAt));
    counted.add(activities().attendedBy(participant, knownAt));
    for (MentorshipCourse course : courses) {
      LocalDate left = leftOn(course.mentorship(), participant);
      counted.add(
          activities().of(About.mentorship(course.mentorship().id()), knownAt).stream()
              .filter(activity -> left == null || activity.on().isBefore(left))
              .toList());
    }
    return counted;
  }

  /** A centre's own, and those that other centres held jointly with it. */
  private CountedActivities ofCentre(ParticipantId centre) {
    CountedActivities counted = new CountedActivities();
    counted.add(activities().of(About.participant(centre), knownAt));
    for (ParticipantId other : organisations()) {
      if (!other.equals(centre)) {
        counted.add(
            activities().of(About.participant(other), knownAt).stream()
                .filter(activity -> heldWith(activity, centre))
                .toList());
      }
    }
    return counted;
  }

  private ActivityCommands activities() {
    return workplace.mentoring().activities();
  }

  private boolean heldWith(Activity activity, ParticipantId centre) {
    return activity.happened() instanceof Happened.EventHeld event
        && merged.kept(event.jointWith()).contains(centre);
  }

  private List<ParticipantId> organisations() {
    List<ParticipantId> found = organisations;
    if (found == null) {
      found = stores.participants().ids().stream().filter(this::isOrganisation).toList();
      organisations = found;
    }
    return found;
  }

  private boolean isOrganisation(ParticipantId id) {
    return stores
        .participants()
        .find(id)
        .filter(participant -> participant.kind() == ParticipantKind.ORGANISATION)
        .isPresent();
  }

  /** The days on which a participant is a centre. */
  private List<Validity> asCentre(ParticipantId participant) {
    return owed.ofCentres().isEmpty() || !isOrganisation(participant)
        ? List.of()
        : holding(participant, Position.CENTRE);
  }

  /** The days on which a participant holds a position, in whatever practice. */
  private List<Validity> holding(ParticipantId participant, Position position) {
    return Spans.union(
        workplace.mentoring().dossier(participant, asOf, knownAt).facts().stream()
            .filter(
                known ->
                    known.fact() instanceof Fact.PositionHeld held && held.position() == position)
            .map(KnownFact::validity)
            .toList());
  }
}
