package org.mentoring.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Code;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * Turns what staff read into what may be published. Intervals of targets overlap: two figures of
 * one place that differ by a few would tell of those few, so the second of them is withheld. A
 * place that is withheld for its people is named in no figure, and where mentorships run is told
 * only of places of which a figure about people is told. Of deeds no place is named whose figure
 * the total would give away together with those that are: as long as a total leaves only one place
 * open, the next smallest is left out of all figures of deeds too. Not thread-safe.
 */
final class Withholding {
  private static final Code MUNICIPALITIES = Code.of("MUNICIPALITIES");
  private static final Code FEWEST = Code.of("EVENTS_PER_MUNICIPALITY");

  private final ProgrammeDefinition definition;
  private final int smallestGroup;
  private final Map<String, List<Long>> toldBefore = new HashMap<>();
  private final Set<String> placesTold = new HashSet<>();
  private final Set<String> placesWithheld = new HashSet<>();
  private final Set<String> leftOutOfDeeds = new HashSet<>();

  Withholding(ProgrammeDefinition definition) {
    this.definition = definition;
    this.smallestGroup = definition.privacy().smallestGroup();
  }

  List<PublicProgress> published(List<TargetProgress> targets) {
    // Figures about people first: they say which places no other figure may name.
    IdentityHashMap<FigureProgress, PublicFigure> aboutPeople = new IdentityHashMap<>();
    for (TargetProgress target : targets) {
      target.figures().stream()
          .filter(figure -> figure.aboutPeople() && !figure.inPercent())
          .forEach(figure -> aboutPeople.put(figure, aboutPeople(figure)));
    }
    leaveOutOfDeeds(targets);
    List<PublicProgress> published = new ArrayList<>();
    for (TargetProgress target : targets) {
      LocalDate end = target.when().until();
      List<PublicFigure> figures = new ArrayList<>();
      for (FigureProgress figure : target.figures()) {
        PublicFigure people = aboutPeople.get(figure);
        figures.add(
            figure.inPercent() ? untold(figure) : people == null ? aboutDeeds(figure) : people);
      }
      published.add(
          new PublicProgress(
              PublicDay.ofProgramme(target.when().from()),
              end == null ? null : PublicDay.ofProgramme(end),
              figures));
    }
    return List.copyOf(published);
  }

  /** How few answered a survey is not known here, and of few a share tells what each one said. */
  private static PublicFigure untold(FigureProgress figure) {
    return new PublicFigure(
        figure.indicator(), figure.expected(), false, 0, null, new TreeMap<>(), 0);
  }

  /**
   * What is left out beside one place may leave another one open in the next figure, so it goes on
   * until nothing changes.
   */
  private void leaveOutOfDeeds(List<TargetProgress> targets) {
    List<FigureProgress> summed =
        targets.stream()
            .flatMap(target -> target.figures().stream())
            .filter(
                figure -> !figure.aboutPeople() && !figure.inPercent() && isSum(figure.indicator()))
            .toList();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (FigureProgress figure : summed) {
        if (givenAway(figure)) {
          Optional<String> next =
              places(figure).entrySet().stream()
                  .filter(entry -> !leftOut(entry.getKey()))
                  .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                  .map(Map.Entry::getKey);
          next.ifPresent(leftOutOfDeeds::add);
          changed |= next.isPresent();
        }
      }
    }
  }

  /** Whether its total is what its places add up to. */
  private static boolean isSum(Code indicator) {
    return !indicator.equals(MUNICIPALITIES) && !indicator.equals(FEWEST);
  }

  /** Whether total and named places together tell what a place that is left out has. */
  private boolean givenAway(FigureProgress figure) {
    List<Long> open =
        places(figure).entrySet().stream()
            .filter(entry -> leftOut(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    long hidden = open.stream().mapToLong(Long::longValue).sum();
    return open.size() == 1 || (!open.isEmpty() && hidden <= open.size());
  }

  /** Places that have some of it, and that could be named. */
  private SortedMap<String, Long> places(FigureProgress figure) {
    SortedMap<String, Long> places = new TreeMap<>(figure.byMunicipality());
    places
        .entrySet()
        .removeIf(
            entry -> entry.getValue() <= 0 || PublicPlace.in(definition, entry.getKey()).isEmpty());
    return places;
  }

  private boolean leftOut(String place) {
    return placesWithheld.contains(place) || leftOutOfDeeds.contains(place);
  }

  private PublicFigure aboutDeeds(FigureProgress figure) {
    SortedMap<PublicPlace, Long> named = new TreeMap<>();
    int withheld = 0;
    for (Map.Entry<String, Long> entry : places(figure).entrySet()) {
      if (mayName(figure.indicator(), entry.getKey())) {
        PublicPlace.in(definition, entry.getKey())
            .ifPresent(place -> named.put(place, entry.getValue()));
      } else {
        withheld++;
      }
    }
    boolean told = mayTellTotal(figure, named.size(), withheld);
    return new PublicFigure(
        figure.indicator(),
        figure.expected(),
        told,
        told ? figure.reached() : 0,
        told ? figure.standing() : null,
        named,
        withheld);
  }

  private boolean mayTellTotal(FigureProgress figure, int named, int withheld) {
    if (figure.indicator().equals(FEWEST)) {
      // The fewest of all is a place's own figure: a place that may be named must have it.
      return figure.byMunicipality().entrySet().stream().noneMatch(each -> leftOut(each.getKey()))
          || figure.byMunicipality().entrySet().stream()
              .anyMatch(each -> each.getValue() == figure.reached() && !leftOut(each.getKey()));
    } else if (figure.indicator().equals(MUNICIPALITIES)) {
      // Where no other place is left over, all that are not named take part.
      SortedSet<String> known = definition.allowedValues().get(Attribute.MUNICIPALITY);
      return withheld == 0 || known == null || known.size() - named > withheld;
    }
    return !givenAway(figure);
  }

  private boolean mayName(Code indicator, String place) {
    return !leftOut(place) && (!indicator.equals(MUNICIPALITIES) || placesTold.contains(place));
  }

  private PublicFigure aboutPeople(FigureProgress figure) {
    SortedMap<String, Long> counts = new TreeMap<>(figure.byMunicipality());
    if (figure.withoutMunicipality() > 0) {
      counts.put("", figure.withoutMunicipality());
    }
    String indicator = figure.indicator().value();
    Set<String> withheld =
        SmallGroups.withheld(
            counts,
            smallestGroup,
            entry ->
                PublicPlace.in(definition, entry.getKey()).isEmpty()
                    || !mayTell(indicator + "@" + entry.getKey(), entry.getValue()));
    SortedMap<PublicPlace, Long> places = new TreeMap<>();
    long hidden = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      if (withheld.contains(entry.getKey())) {
        hidden += entry.getValue();
        placesWithheld.add(entry.getKey());
      } else {
        placesTold.add(entry.getKey());
        tell(indicator + "@" + entry.getKey(), entry.getValue());
        PublicPlace.in(definition, entry.getKey())
            .ifPresent(place -> places.put(place, entry.getValue()));
      }
    }
    // Where nothing was left to be withheld beside it, the total gives it away.
    boolean givenAway =
        withheld.stream().anyMatch(name -> PublicPlace.in(definition, name).isPresent())
            && (withheld.size() == 1 || hidden <= withheld.size());
    boolean told =
        !givenAway && mayTell(indicator, figure.reached()) && mayTell(indicator + "?", hidden);
    if (told) {
      tell(indicator, figure.reached());
      tell(indicator + "?", hidden);
    }
    return new PublicFigure(
        figure.indicator(),
        figure.expected(),
        told,
        told ? figure.reached() : 0,
        told ? figure.standing() : null,
        places,
        withheld.size());
  }

  private boolean mayTell(String what, long count) {
    return isNoneOrGroup(count)
        && toldBefore.getOrDefault(what, List.of()).stream()
            .allMatch(before -> isNoneOrGroup(Math.abs(before - count)));
  }

  private boolean isNoneOrGroup(long count) {
    return count == 0 || count >= smallestGroup;
  }

  private void tell(String what, long count) {
    toldBefore.computeIfAbsent(what, key -> new ArrayList<>()).add(count);
  }
}
