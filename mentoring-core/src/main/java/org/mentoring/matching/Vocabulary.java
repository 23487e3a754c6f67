package org.mentoring.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Term;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Code;
import org.mentoring.programme.Neighbours;
import org.mentoring.programme.Places;
import org.mentoring.programme.Scale;
import org.mentoring.programme.Yardsticks;

/**
 * Which attributes, scales, places and occupations the terms of one request look at, and the ids of
 * values; what is compared shares its ids. Filled while the sides are read, then only looked at.
 */
final class Vocabulary {
  final Map<Attribute, Map<String, Integer>> ids = new TreeMap<>();
  final Map<Attribute, Map<String, Integer>> levels = new TreeMap<>();
  final Map<Attribute, Places> places = new TreeMap<>();
  final Map<Attribute, Map<String, Integer>> points = new TreeMap<>();
  final Map<Attribute, List<Neighbours>> neighbours = new TreeMap<>();
  final Set<Attribute> wished = new TreeSet<>();
  final Set<Attribute> askedForScales = new TreeSet<>();

  /** Service in this occupation, or in any where the text is empty. */
  final Set<String> occupations = new TreeSet<>();

  /** The numbers of all scales, where a term looks at those asked for. */
  final Map<String, Integer> scaleNumbers = new HashMap<>();

  private final Yardsticks yardsticks;

  Vocabulary(Collection<Term> leaves, Yardsticks yardsticks) {
    this.yardsticks = yardsticks;
    leaves.forEach(this::need);
  }

  private void need(Term term) {
    if (term instanceof Term.Same same) {
      comparable(same.attribute());
    } else if (term instanceof Term.Different different) {
      comparable(different.attribute());
    } else if (term instanceof Term.Near near) {
      comparable(near.attribute());
      neighbours.put(
          near.attribute(),
          all(
              yardsticks.neighbours(),
              each -> each.attribute().equals(near.attribute()),
              "neighbours",
              near.attribute()));
    } else if (term instanceof Term.Distance distance) {
      places(distance.attribute());
    } else if (term instanceof Term.Overlap overlap) {
      comparable(overlap.attribute());
    } else if (term instanceof Term.Cover cover) {
      share(cover.asked(), cover.given());
    } else if (term instanceof Term.WishesMet wishes) {
      comparable(wishes.attribute());
      wished.add(wishes.attribute());
    } else if (term instanceof Term.Ahead ahead) {
      levels(ahead.scale());
    } else if (term instanceof Term.AheadInAsked asked) {
      askedForScales.add(asked.asked());
      for (Scale scale : yardsticks.scales()) {
        scaleNumbers.computeIfAbsent(scale.attribute().name(), key -> scaleNumbers.size());
        levels(scale.attribute());
      }
    } else if (term instanceof Term.ServiceGap gap) {
      occupations.add(occupation(gap.occupation()));
    }
  }

  static String occupation(@org.jspecify.annotations.Nullable Code occupation) {
    return occupation == null ? "" : occupation.value();
  }

  private void comparable(Attribute attribute) {
    ids.computeIfAbsent(attribute, key -> new HashMap<>());
  }

  private void share(Attribute asked, Attribute given) {
    comparable(asked);
    comparable(given);
    Map<String, Integer> kept = ids.get(asked);
    Map<String, Integer> left = ids.get(given);
    ids.replaceAll((attribute, dictionary) -> dictionary == left ? kept : dictionary);
  }

  private void levels(Attribute attribute) {
    levels.computeIfAbsent(
        attribute,
        key ->
            numbered(
                all(yardsticks.scales(), scale -> scale.attribute().equals(key), "scale", key)
                    .get(0)
                    .levels(),
                Function.identity()));
  }

  private void places(Attribute attribute) {
    Places found =
        all(yardsticks.places(), each -> each.attribute().equals(attribute), "places", attribute)
            .get(0);
    places.put(attribute, found);
    points.put(attribute, numbered(found.points(), Places.Point::value));
  }

  private static <T> Map<String, Integer> numbered(List<T> values, Function<T, String> name) {
    Map<String, Integer> numbers = new HashMap<>();
    for (T value : values) {
      numbers.put(name.apply(value), numbers.size());
    }
    return numbers;
  }

  private static <T> List<T> all(
      List<T> yardsticks, Predicate<T> wanted, String what, Attribute attribute) {
    List<T> found = yardsticks.stream().filter(wanted).toList();
    if (found.isEmpty()) {
      throw new MentoringException(
          "match." + what + "-unknown",
          Map.of(what, attribute.name()),
          "Hand the definition's yardsticks over with the request.");
    }
    return found;
  }

  /** The id of a value; a new one where it was not met before. */
  static int id(Map<String, Integer> dictionary, String value) {
    int next = dictionary.size();
    Integer known = dictionary.putIfAbsent(value, next);
    return known == null ? next : known;
  }

  /**
   * For each id of an attribute that has neighbours, the id and those of its neighbours, sorted.
   */
  Map<Integer, int[]> nearby(Attribute attribute) {
    Map<String, Integer> dictionary = ids.getOrDefault(attribute, Map.of());
    Map<Integer, Set<Integer>> near = new HashMap<>();
    for (Neighbours each : neighbours.getOrDefault(attribute, List.of())) {
      for (Neighbours.Pair pair : each.pairs()) {
        Integer one = dictionary.get(pair.one());
        Integer other = dictionary.get(pair.other());
        // Where nobody has one of the values, it leads to nobody.
        if (one != null && other != null) {
          near.computeIfAbsent(one, key -> new HashSet<>(Set.of(key))).add(other);
          near.computeIfAbsent(other, key -> new HashSet<>(Set.of(key))).add(one);
        }
      }
    }
    Map<Integer, int[]> sorted = new HashMap<>();
    near.forEach(
        (id, all) -> sorted.put(id, all.stream().mapToInt(Integer::intValue).sorted().toArray()));
    return sorted;
  }
}
