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
import java.util.TreeMap;
import org.mentoring.identity.Code;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * Turns what staff read into what may be published. Intervals of targets overlap: two figures of
 * one place that differ by a few would tell of those few, so the second of them is withheld. A
 * place that is withheld in one figure is named in none, and where mentorships run is told only of
 * places of which a figure about people is told. Not thread-safe.
 */
final class Withholding {
  private static final Code MUNICIPALITIES = Code.of("MUNICIPALITIES");

  private final ProgrammeDefinition definition;
  private final int smallestGroup;
  private final Map<String, List<Long>> toldBefore = new HashMap<>();
  private final Set<String> placesTold = new HashSet<>();
  private final Set<String> placesWithheld = new HashSet<>();

  Withholding(ProgrammeDefinition definition) {
    this.definition = definition;
    this.smallestGroup = definition.privacy().smallestGroup();
  }

  List<PublicProgress> published(List<TargetProgress> targets) {
    // Figures about people first: they say which places no other figure may name.
    IdentityHashMap<FigureProgress, PublicFigure> aboutPeople = new IdentityHashMap<>();
    for (TargetProgress target : targets) {
      target.figures().stream()
          .filter(FigureProgress::aboutPeople)
          .forEach(figure -> aboutPeople.put(figure, aboutPeople(figure)));
    }
    List<PublicProgress> published = new ArrayList<>();
    for (TargetProgress target : targets) {
      LocalDate end = target.when().until();
      List<PublicFigure> figures = new ArrayList<>();
      for (FigureProgress figure : target.figures()) {
        PublicFigure people = aboutPeople.get(figure);
        figures.add(people == null ? aboutDeeds(figure) : people);
      }
      published.add(
          new PublicProgress(
              PublicDay.ofProgramme(target.when().from()),
              end == null ? null : PublicDay.ofProgramme(end),
              figures));
    }
    return List.copyOf(published);
  }

  private PublicFigure aboutDeeds(FigureProgress figure) {
    SortedMap<PublicPlace, Long> places = new TreeMap<>();
    int withheld = 0;
    for (Map.Entry<String, Long> entry : figure.byMunicipality().entrySet()) {
      Optional<PublicPlace> place = PublicPlace.in(definition, entry.getKey());
      if (entry.getValue() > 0 && place.isPresent()) {
        if (mayName(figure.indicator(), entry.getKey())) {
          places.put(place.get(), entry.getValue());
        } else {
          withheld++;
        }
      }
    }
    return new PublicFigure(
        figure.indicator(),
        figure.expected(),
        true,
        figure.reached(),
        figure.standing(),
        places,
        withheld);
  }

  private boolean mayName(Code indicator, String place) {
    return !placesWithheld.contains(place)
        && (!indicator.equals(MUNICIPALITIES) || placesTold.contains(place));
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
    boolean told = mayTell(indicator, figure.reached()) && mayTell(indicator + "?", hidden);
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
