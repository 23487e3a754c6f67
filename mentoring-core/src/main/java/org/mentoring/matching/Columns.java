package org.mentoring.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.WeeklyWindow;

/**
 * What the criteria of one request look at, read once from the dossiers' current facts into columns
 * of primitives.
 */
final class Columns {
  /**
   * A date is packed so that a difference over this number is a number of years, 29 February
   * included.
   */
  static final int YEAR = 512;

  private static final int FARTHEST_YEAR = 100_000;

  private final Side mentees;
  private final Side mentors;
  private final Map<Attribute, Kilometres> kilometres;
  private final PairLists lists;
  private final int[][] excluded;

  private Columns(
      Side mentees,
      Side mentors,
      Map<Attribute, Kilometres> kilometres,
      PairLists lists,
      int[][] excluded) {
    this.mentees = mentees;
    this.mentors = mentors;
    this.kilometres = kilometres;
    this.lists = lists;
    this.excluded = excluded;
  }

  Side mentees() {
    return mentees;
  }

  Side mentors() {
    return mentors;
  }

  Kilometres kilometres(Attribute attribute) {
    return found(kilometres.get(attribute), attribute);
  }

  /** Per mentee the mentors that it is tied to. */
  PairLists lists() {
    return lists;
  }

  /** Per mentee the mentors that either side excluded, sorted. */
  int[][] excluded() {
    return excluded;
  }

  /** With the sides changed; what is kept for pairs keeps its direction. */
  Columns turned() {
    return new Columns(mentors, mentees, kilometres, lists, excluded);
  }

  /** Reads what the terms need. */
  static Columns of(MatchRequest request, Collection<Term> terms) {
    Vocabulary vocabulary = new Vocabulary(terms, request.yardsticks());
    Reading mentees = new Reading(request.mentees(), vocabulary);
    Reading mentors = new Reading(request.mentors(), vocabulary);
    int grid = FreeTime.grid(mentees.stretches, mentors.stretches);
    Map<Attribute, Kilometres> kilometres = new TreeMap<>();
    vocabulary.places.forEach(
        (attribute, places) ->
            kilometres.put(
                attribute,
                Kilometres.of(
                    found(mentees.points.get(attribute), attribute),
                    found(mentors.points.get(attribute), attribute),
                    places)));
    PairLists lists = PairLists.of(request);
    return new Columns(
        mentees.finish(grid),
        mentors.finish(grid),
        kilometres,
        lists,
        lists.excluded(mentees.exclusions, mentors.exclusions));
  }

  private static <T> T found(@Nullable T column, Object what) {
    if (column == null) {
      throw new IllegalStateException("no column of " + what);
    }
    return column;
  }

  /**
   * The columns of one side.
   *
   * @param values the values of attributes
   * @param nearby likewise, with those of their neighbours
   * @param wishes what is wished of the other side's attributes
   * @param levels the highest level on each scale
   * @param allLevels likewise, by the numbers of the scales that can be asked for
   * @param asked the numbers of the scales that are asked for
   * @param births packed dates
   * @param services packed dates by occupation
   * @param freeTime of a usual week
   */
  record Side(
      Map<Attribute, ValueSets> values,
      Map<Attribute, ValueSets> nearby,
      Map<Attribute, ValueSets> wishes,
      Map<Attribute, int[]> levels,
      int[][] allLevels,
      Map<Attribute, int[][]> asked,
      int[] births,
      Map<String, int[]> services,
      FreeTime freeTime) {
    ValueSets valuesOf(Attribute attribute) {
      return found(values.get(attribute), attribute);
    }

    ValueSets nearbyOf(Attribute attribute) {
      return found(nearby.get(attribute), attribute);
    }

    ValueSets wishesOf(Attribute attribute) {
      return found(wishes.get(attribute), attribute);
    }

    int[] levelsOf(Attribute scale) {
      return found(levels.get(scale), scale);
    }

    int[][] askedOf(Attribute attribute) {
      return found(asked.get(attribute), attribute);
    }

    int[] servicesIn(@Nullable Code occupation) {
      String name = Vocabulary.occupation(occupation);
      return found(services.get(name), name);
    }
  }

  /** Reads one side. */
  private static final class Reading {
    private final Vocabulary vocabulary;
    private final int size;
    private final Map<Attribute, int[][]> sets = new TreeMap<>();
    private final Map<Attribute, int[][]> wishes = new TreeMap<>();
    private final Map<Attribute, int[][]> points = new TreeMap<>();
    private final Map<Attribute, int[][]> asked = new TreeMap<>();
    private final Map<Attribute, int[]> levels = new TreeMap<>();
    private final Map<Attribute, Readers> readers = new HashMap<>();
    private final Map<String, int[]> services = new TreeMap<>();
    private final int[] births;
    private final int[][] stretches;
    private final Map<Integer, List<ParticipantId>> exclusions = new TreeMap<>();

    Reading(List<Candidate> candidates, Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
      size = candidates.size();
      vocabulary.ids.keySet().forEach(attribute -> sets.put(attribute, new int[size][0]));
      vocabulary.wished.forEach(attribute -> wishes.put(attribute, new int[size][0]));
      vocabulary.points.keySet().forEach(attribute -> points.put(attribute, new int[size][0]));
      vocabulary.askedForScales.forEach(attribute -> asked.put(attribute, new int[size][0]));
      vocabulary.levels.keySet().forEach(scale -> levels.put(scale, unknown()));
      vocabulary.occupations.forEach(occupation -> services.put(occupation, unknown()));
      births = unknown();
      stretches = new int[size][0];
      for (int party = 0; party < size; party++) {
        read(party, candidates.get(party).dossier());
      }
    }

    private int[] unknown() {
      int[] column = new int[size];
      Arrays.fill(column, DifferenceTerm.UNKNOWN);
      return column;
    }

    private void read(int party, Dossier dossier) {
      List<WeeklyWindow> windows = new ArrayList<>();
      for (KnownFact known : dossier.facts()) {
        if (!known.validity().contains(dossier.asOf())) {
          continue;
        }
        Fact fact = known.fact();
        if (fact instanceof Fact.Trait trait) {
          value(party, trait.attribute(), trait.value());
        } else if (fact instanceof Fact.Interest interest) {
          value(party, Attribute.INTERESTS, interest.topic());
        } else if (fact instanceof Fact.Need need) {
          value(party, Attribute.NEEDS, need.topic());
        } else if (fact instanceof Fact.Offer offer) {
          value(party, Attribute.OFFERS, offer.topic());
        } else if (fact instanceof Fact.Birth birth && births[party] == DifferenceTerm.UNKNOWN) {
          births[party] = packed(birth.date());
        } else if (fact instanceof Fact.Availability availability) {
          windows.addAll(availability.windows());
        } else if (fact instanceof Fact.Exclusion exclusion) {
          exclusions.computeIfAbsent(party, key -> new ArrayList<>()).add(exclusion.other());
        } else if (fact instanceof Fact.Guardian guardian) {
          exclusions.computeIfAbsent(party, key -> new ArrayList<>()).add(guardian.guardian());
        } else if (fact instanceof Fact.Wish wish) {
          wish(party, wish.attribute(), wish.value());
        } else if (fact instanceof Fact.InService service) {
          served(party, "", service.since());
          served(party, service.occupation().value(), service.since());
        }
      }
      stretches[party] = FreeTime.stretches(windows);
    }

    /** Most facts are values, so all that is made of one is found in one look. */
    private void value(int party, Attribute attribute, String value) {
      Readers found = readers.computeIfAbsent(attribute, this::readersOf);
      if (found.ids != null && found.set != null) {
        found.set[party] = with(found.set[party], Vocabulary.id(found.ids, value));
      }
      Integer level = found.scale == null ? null : found.scale.get(value);
      if (level != null && found.level != null) {
        found.level[party] = Math.max(found.level[party], level);
      }
      Integer point = found.places == null ? null : found.places.get(value);
      if (point != null && found.points != null) {
        found.points[party] = with(found.points[party], point);
      }
      Integer scale = found.asked == null ? null : vocabulary.scaleNumbers.get(value);
      if (scale != null && found.asked != null) {
        found.asked[party] = with(found.asked[party], scale);
      }
    }

    private Readers readersOf(Attribute attribute) {
      return new Readers(
          vocabulary.ids.get(attribute),
          sets.get(attribute),
          vocabulary.levels.get(attribute),
          levels.get(attribute),
          vocabulary.points.get(attribute),
          points.get(attribute),
          asked.get(attribute));
    }

    private void wish(int party, Attribute attribute, String value) {
      Map<String, Integer> ids = vocabulary.ids.get(attribute);
      int[][] column = wishes.get(attribute);
      if (ids != null && column != null) {
        column[party] = with(column[party], Vocabulary.id(ids, value));
      }
    }

    /** What is made of the values of one attribute; null for nothing. */
    @SuppressWarnings("ArrayRecordComponent") // Columns are filled in place.
    private record Readers(
        @Nullable Map<String, Integer> ids,
        int @Nullable [][] set,
        @Nullable Map<String, Integer> scale,
        int @Nullable [] level,
        @Nullable Map<String, Integer> places,
        int @Nullable [][] points,
        int @Nullable [][] asked) {}

    private void served(int party, String occupation, LocalDate since) {
      int[] column = services.get(occupation);
      if (column != null) {
        int start = packed(since);
        column[party] =
            column[party] == DifferenceTerm.UNKNOWN ? start : Math.min(column[party], start);
      }
    }

    private static int[] with(int[] sorted, int id) {
      int at = Arrays.binarySearch(sorted, id);
      if (at >= 0) {
        return sorted;
      }
      int place = -at - 1;
      int[] longer = new int[sorted.length + 1];
      System.arraycopy(sorted, 0, longer, 0, place);
      longer[place] = id;
      System.arraycopy(sorted, place, longer, place + 1, sorted.length - place);
      return longer;
    }

    private static int packed(LocalDate date) {
      int year = Math.max(-FARTHEST_YEAR, Math.min(FARTHEST_YEAR, date.getYear()));
      return year * YEAR + date.getMonthValue() * 32 + date.getDayOfMonth();
    }

    /** The sets are made only now, because the other side may have brought more ids in. */
    Side finish(int grid) {
      Map<Attribute, ValueSets> nearby = new TreeMap<>();
      for (Attribute attribute : vocabulary.neighbours.keySet()) {
        Map<Integer, int[]> near = vocabulary.nearby(attribute);
        int[][] wider = found(sets.get(attribute), attribute).clone();
        for (int party = 0; party < size; party++) {
          for (int id : found(sets.get(attribute), attribute)[party]) {
            for (int other : near.getOrDefault(id, new int[0])) {
              wider[party] = with(wider[party], other);
            }
          }
        }
        nearby.put(attribute, setsOf(attribute, wider));
      }
      return new Side(
          setsOf(sets),
          nearby,
          setsOf(wishes),
          levels,
          allLevels(),
          asked,
          births,
          services,
          FreeTime.of(stretches, grid));
    }

    private int[][] allLevels() {
      int[][] all = new int[vocabulary.scaleNumbers.size()][];
      vocabulary.scaleNumbers.forEach(
          (scale, number) -> all[number] = found(levels.get(Attribute.of(scale)), scale));
      return all;
    }

    private Map<Attribute, ValueSets> setsOf(Map<Attribute, int[][]> columns) {
      Map<Attribute, ValueSets> all = new TreeMap<>();
      columns.forEach((attribute, column) -> all.put(attribute, setsOf(attribute, column)));
      return all;
    }

    private ValueSets setsOf(Attribute attribute, int[][] column) {
      return ValueSets.of(column, vocabulary.ids.getOrDefault(attribute, Map.of()).size());
    }
  }
}
