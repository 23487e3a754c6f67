package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.Standing;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Target;
import org.mentoring.time.Validity;

/**
 * Counts what was reached of each target.
 *
 * <ul>
 *   <li>{@code MENTORSHIPS}: begun in the interval; one that takes over from another of the
 *       interval is the same pair with another mentor, and not counted again.
 *   <li>{@code MUNICIPALITIES}: where a mentorship ran on some day of the interval.
 *   <li>{@code EVENTS}: activities of the kinds that the target counts, or else of every kind whose
 *       shape is an event. What nobody came to is not counted.
 *   <li>{@code EVENTS_PER_MUNICIPALITY}: the same, in the municipality that has the fewest of those
 *       that take part.
 *   <li>{@code SATISFIED_PERCENT} and the like: of those who answered a survey in the interval, how
 *       many in a hundred gave the answer {@code satisfied}.
 *   <li>Anything else is a kind of activity, or an item of the record that a kind names, spelt as a
 *       code: {@code story-videos} is counted for {@code STORY_VIDEOS}. Entries count by their
 *       number.
 * </ul>
 */
final class TargetFigures {
  private static final Code MENTORSHIPS = Code.of("MENTORSHIPS");
  private static final Code MUNICIPALITIES = Code.of("MUNICIPALITIES");
  private static final Code EVENTS = Code.of("EVENTS");
  private static final Code EVENTS_PER_MUNICIPALITY = Code.of("EVENTS_PER_MUNICIPALITY");

  private final ProgrammeDefinition definition;
  private final ProgrammeRecord record;

  TargetFigures(ProgrammeDefinition definition, ProgrammeRecord record) {
    this.definition = definition;
    this.record = record;
  }

  List<TargetProgress> all() {
    return definition.targets().stream().map(this::progress).toList();
  }

  private TargetProgress progress(Target target) {
    List<FigureProgress> figures = new ArrayList<>();
    target
        .figures()
        .forEach((indicator, expected) -> figures.add(figure(target, indicator, expected)));
    return new TargetProgress(
        target.when(), target.tolerancePercent(), target.citation(), record.asOf(), figures);
  }

  private FigureProgress figure(Target target, Code indicator, long expected) {
    Tally tally = new Tally();
    long reached = tally.total;
    boolean counted = true;
    if (indicator.equals(MENTORSHIPS)) {
      begunIn(target.when()).forEach(each -> count(tally, each));
      reached = tally.total;
    } else if (indicator.equals(MUNICIPALITIES)) {
      takingPart(target.when()).forEach(place -> tally.add(1, place, null));
      reached = tally.byMunicipality.size();
    } else if (isPercent(indicator)) {
      reached =
          Surveys.percent(
              definition,
              record.activities().stream()
                  .filter(activity -> target.when().contains(activity.on()))
                  .toList(),
              answer(indicator));
    } else {
      Optional<ToLongFunction<Activity>> counting = counting(target, indicator);
      counted = counting.isPresent();
      counting.ifPresent(amount -> count(tally, target.when(), amount));
      reached = tally.total;
      if (indicator.equals(EVENTS_PER_MUNICIPALITY)) {
        takingPart(target.when()).forEach(place -> tally.byMunicipality.putIfAbsent(place, 0L));
        reached = tally.byMunicipality.values().stream().mapToLong(Long::longValue).min().orElse(0);
      }
    }
    long tolerated = expected * target.tolerancePercent();
    return new FigureProgress(
        indicator,
        aboutPeople(indicator),
        expected,
        expected - tolerated / 100,
        reached,
        counted ? standing(target, expected, reached) : Standing.NOT_COUNTED,
        tally.byMunicipality,
        tally.withoutMunicipality,
        tally.byCentre,
        tally.withoutCentre);
  }

  /** Where a survey has such an answer, and no kind of activity is called so. */
  private boolean isPercent(Code indicator) {
    return indicator.value().endsWith(FigureProgress.PERCENT)
        && definition.activity(indicator).isEmpty()
        && Surveys.asks(definition, answer(indicator));
  }

  private static String answer(Code indicator) {
    String code = indicator.value();
    return code.substring(0, code.length() - FigureProgress.PERCENT.length());
  }

  private Standing standing(Target target, long expected, long reached) {
    long tolerated = expected * target.tolerancePercent() / 100;
    if (reached < expected - tolerated) {
      return target.when().endedBy(record.asOf().plusDays(1)) ? Standing.MISSED : Standing.RUNNING;
    }
    boolean about = target.tolerancePercent() > 0;
    return about && reached > expected + tolerated ? Standing.ABOVE : Standing.REACHED;
  }

  private List<Particulars> begunIn(Validity when) {
    List<Particulars> begun = new ArrayList<>();
    for (Particulars each : record.mentorships()) {
      LocalDate started = each.startedOn();
      if (started != null && when.contains(started) && !started.isAfter(record.asOf())) {
        begun.add(each);
      }
    }
    Set<MentorshipId> ids = begun.stream().map(Particulars::id).collect(Collectors.toSet());
    begun.removeIf(each -> each.continues() != null && ids.contains(each.continues()));
    return begun;
  }

  /** Where a mentorship ran on some day of the interval. */
  private SortedSet<String> takingPart(Validity when) {
    SortedSet<String> places = new TreeSet<>();
    for (Particulars each : record.mentorships()) {
      LocalDate started = each.startedOn();
      Closure closure = each.closure();
      LocalDate end = when.until();
      boolean ran =
          started != null
              && !started.isAfter(record.asOf())
              && (end == null || started.isBefore(end))
              && (closure == null || !closure.on().isBefore(when.from()));
      if (ran) {
        record.municipalityOf(each).ifPresent(places::add);
      }
    }
    return places;
  }

  /** How much an activity counts for an indicator; empty if nothing on record could. */
  private Optional<ToLongFunction<Activity>> counting(Target target, Code indicator) {
    if (indicator.equals(EVENTS) || indicator.equals(EVENTS_PER_MUNICIPALITY)) {
      Set<Code> kinds =
          definition.activities().stream()
              .filter(terms -> terms.shape() == ActivityTerms.Shape.EVENT)
              .map(ActivityTerms::kind)
              .filter(kind -> target.counts().isEmpty() || target.counts().contains(kind))
              .collect(Collectors.toSet());
      return kinds.isEmpty()
          ? Optional.empty()
          : Optional.of(
              activity -> kinds.contains(activity.kind()) && somebodyCame(activity) ? 1 : 0);
    }
    if (definition.activity(indicator).isPresent()) {
      return Optional.of(
          activity -> activity.kind().equals(indicator) ? number(activity.happened()) : 0);
    }
    Map<Code, Set<String>> items = items(indicator);
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            activity ->
                names(activity, items.getOrDefault(activity.kind(), Set.of()))
                    ? number(activity.happened())
                    : 0);
  }

  private static boolean names(Activity activity, Set<String> items) {
    String item = OrderedRecords.item(activity.happened());
    return item != null && items.contains(item) && somebodyCame(activity);
  }

  /** An event of a mentorship without a list is one of its parties. */
  private static boolean somebodyCame(Activity activity) {
    return !(activity.happened() instanceof Happened.EventHeld event)
        || !event.attended().isEmpty()
        || activity.about() instanceof About.OfMentorship;
  }

  /** Whether few of it would tell of somebody: what is counted is of mentorships or persons. */
  private boolean aboutPeople(Code indicator) {
    if (indicator.equals(MUNICIPALITIES)
        || indicator.equals(EVENTS)
        || indicator.equals(EVENTS_PER_MUNICIPALITY)) {
      return false;
    }
    Set<Code> kinds = new HashSet<>(items(indicator).keySet());
    kinds.add(indicator);
    List<ActivityTerms> counted =
        definition.activities().stream().filter(terms -> kinds.contains(terms.kind())).toList();
    return counted.isEmpty()
        || !counted.stream()
            .allMatch(
                terms ->
                    terms.shape() == ActivityTerms.Shape.EVENT
                        || terms.about() == ActivityTerms.About.PROGRAMME);
  }

  /** Items that are spelt as the indicator, by the kind of activity whose record has them. */
  private Map<Code, Set<String>> items(Code indicator) {
    Map<Code, Set<String>> items = new TreeMap<>();
    for (ActivityTerms terms : definition.activities()) {
      definition.records().stream()
          .filter(each -> each.id().equals(terms.record()))
          .flatMap(each -> each.items().stream())
          .filter(
              item ->
                  item.id().toUpperCase(Locale.ROOT).replace('-', '_').equals(indicator.value()))
          .forEach(
              item -> items.computeIfAbsent(terms.kind(), key -> new HashSet<>()).add(item.id()));
    }
    return items;
  }

  private static long number(Happened happened) {
    return happened instanceof Happened.Entry entry ? entry.number() : 1;
  }

  private void count(Tally tally, Particulars mentorship) {
    tally.add(1, record.municipalityOf(mentorship).orElse(null), mentorship.centre());
  }

  private void count(Tally tally, Validity when, ToLongFunction<Activity> amount) {
    for (Activity activity : record.activities()) {
      long counts = when.contains(activity.on()) ? amount.applyAsLong(activity) : 0;
      if (counts > 0) {
        tally.add(
            counts,
            record.municipalityOf(activity).orElse(null),
            record.centreOf(activity).orElse(null));
      }
    }
  }

  private static final class Tally {
    final SortedMap<String, Long> byMunicipality = new TreeMap<>();
    final SortedMap<ParticipantId, Long> byCentre = new TreeMap<>();
    long total;
    long withoutMunicipality;
    long withoutCentre;

    void add(long amount, @Nullable String municipality, @Nullable ParticipantId centre) {
      total += amount;
      if (municipality == null) {
        withoutMunicipality += amount;
      } else {
        byMunicipality.merge(municipality, amount, Long::sum);
      }
      if (centre == null) {
        withoutCentre += amount;
      } else {
        byCentre.merge(centre, amount, Long::sum);
      }
    }
  }
}
