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
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.programme.Scale;

/**
 * What the criteria of one request look at, read once from the dossiers' current facts into columns
 * of primitives.
 */
final class Columns {
  /**
   * A birth date is packed so that a difference over this number is a number of years, 29 February
   * included.
   */
  static final int YEAR = 512;

  private static final int FARTHEST_YEAR = 100_000;

  private final Side mentees;
  private final Side mentors;
  private final int[][] self;
  private final int[][] excluded;

  private Columns(Side mentees, Side mentors, int[][] self, int[][] excluded) {
    this.mentees = mentees;
    this.mentors = mentors;
    this.self = self;
    this.excluded = excluded;
  }

  Side mentees() {
    return mentees;
  }

  Side mentors() {
    return mentors;
  }

  /** Per mentee the mentor that is the same participant. */
  int[][] self() {
    return self;
  }

  /** Per mentee the mentors that either side excluded, sorted. */
  int[][] excluded() {
    return excluded;
  }

  /** Reads what the terms need. */
  static Columns of(MatchRequest request, Collection<Term> terms) {
    Vocabulary vocabulary = Vocabulary.of(terms, request.scales());
    Reading mentees = new Reading(request.mentees(), vocabulary);
    Reading mentors = new Reading(request.mentors(), vocabulary);
    int grid = FreeTime.grid(mentees.stretches, mentors.stretches);
    return new Columns(
        mentees.finish(grid),
        mentors.finish(grid),
        self(request),
        excluded(request, mentees, mentors));
  }

  private static int[][] self(MatchRequest request) {
    Map<ParticipantId, Integer> index = indexOf(request.mentors());
    return request.mentees().stream()
        .map(mentee -> index.get(mentee.id()))
        .map(found -> found == null ? new int[0] : new int[] {found})
        .toArray(int[][]::new);
  }

  private static int[][] excluded(MatchRequest request, Reading mentees, Reading mentors) {
    Map<ParticipantId, Integer> menteeIndex = indexOf(request.mentees());
    Map<ParticipantId, Integer> mentorIndex = indexOf(request.mentors());
    Map<Integer, List<Integer>> barred = new HashMap<>();
    mentees.exclusions.forEach(
        (mentee, others) -> others.forEach(other -> bar(barred, mentee, mentorIndex.get(other))));
    mentors.exclusions.forEach(
        (mentor, others) -> others.forEach(other -> bar(barred, menteeIndex.get(other), mentor)));
    int[][] out = new int[request.mentees().size()][0];
    barred.forEach(
        (mentee, all) ->
            out[mentee] = all.stream().mapToInt(Integer::intValue).sorted().distinct().toArray());
    return out;
  }

  private static void bar(
      Map<Integer, List<Integer>> barred, @Nullable Integer mentee, @Nullable Integer mentor) {
    if (mentee != null && mentor != null) {
      barred.computeIfAbsent(mentee, key -> new ArrayList<>()).add(mentor);
    }
  }

  static Map<ParticipantId, Integer> indexOf(List<Candidate> candidates) {
    Map<ParticipantId, Integer> index = new HashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      index.put(candidates.get(i).id(), i);
    }
    return index;
  }

  /** The columns of one side. */
  static final class Side {
    private final Map<Attribute, ValueSets> values;
    private final Map<Attribute, int[]> levels;
    private final int[] births;
    private final FreeTime freeTime;

    Side(
        Map<Attribute, ValueSets> values,
        Map<Attribute, int[]> levels,
        int[] births,
        FreeTime freeTime) {
      this.values = values;
      this.levels = levels;
      this.births = births;
      this.freeTime = freeTime;
    }

    int[] births() {
      return births;
    }

    FreeTime freeTime() {
      return freeTime;
    }

    ValueSets valuesOf(Attribute attribute) {
      return found(values.get(attribute), attribute);
    }

    int[] levelsOf(Attribute scale) {
      return found(levels.get(scale), scale);
    }

    private static <T> T found(@Nullable T column, Attribute attribute) {
      if (column == null) {
        throw new IllegalStateException("no column of " + attribute);
      }
      return column;
    }
  }

  /**
   * Which attributes and scales are looked at, and the ids of their values; what is compared shares
   * its ids.
   */
  private record Vocabulary(
      Map<Attribute, Map<String, Integer>> ids, Map<Attribute, Map<String, Integer>> levels) {
    static Vocabulary of(Collection<Term> terms, List<Scale> scales) {
      Map<Attribute, Map<String, Integer>> ids = new TreeMap<>();
      Map<Attribute, Map<String, Integer>> levels = new TreeMap<>();
      for (Term term : terms) {
        if (term instanceof Term.Same same) {
          ids.computeIfAbsent(same.attribute(), key -> new HashMap<>());
        } else if (term instanceof Term.Different different) {
          ids.computeIfAbsent(different.attribute(), key -> new HashMap<>());
        } else if (term instanceof Term.Overlap overlap) {
          ids.computeIfAbsent(overlap.attribute(), key -> new HashMap<>());
        } else if (term instanceof Term.Cover cover) {
          share(ids, cover.asked(), cover.given());
        } else if (term instanceof Term.Ahead ahead) {
          levels.computeIfAbsent(ahead.scale(), scale -> levelsOf(scale, scales));
        }
      }
      return new Vocabulary(ids, levels);
    }

    private static void share(
        Map<Attribute, Map<String, Integer>> ids, Attribute asked, Attribute given) {
      Map<String, Integer> kept = ids.computeIfAbsent(asked, key -> new HashMap<>());
      Map<String, Integer> left = ids.computeIfAbsent(given, key -> new HashMap<>());
      ids.replaceAll((attribute, dictionary) -> dictionary == left ? kept : dictionary);
    }

    private static Map<String, Integer> levelsOf(Attribute attribute, List<Scale> scales) {
      Scale scale =
          scales.stream()
              .filter(candidate -> candidate.attribute().equals(attribute))
              .findFirst()
              .orElseThrow(
                  () ->
                      new MentoringException(
                          "match.scale-unknown",
                          Map.of("scale", attribute.name()),
                          "Hand the scale over with the request."));
      Map<String, Integer> levels = new HashMap<>();
      for (int level = 0; level < scale.levels().size(); level++) {
        levels.put(scale.levels().get(level), level);
      }
      return levels;
    }
  }

  /** Reads one side. */
  private static final class Reading {
    private final Vocabulary vocabulary;
    private final Map<Attribute, int[][]> sets = new TreeMap<>();
    private final Map<Attribute, int[]> levels = new TreeMap<>();
    private final int[] births;
    private final int[][] stretches;
    private final Map<Integer, List<ParticipantId>> exclusions = new TreeMap<>();

    Reading(List<Candidate> candidates, Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
      int size = candidates.size();
      vocabulary.ids.keySet().forEach(attribute -> sets.put(attribute, new int[size][0]));
      for (Attribute scale : vocabulary.levels.keySet()) {
        int[] column = new int[size];
        Arrays.fill(column, DifferenceTerm.UNKNOWN);
        levels.put(scale, column);
      }
      births = new int[size];
      Arrays.fill(births, DifferenceTerm.UNKNOWN);
      stretches = new int[size][0];
      for (int party = 0; party < size; party++) {
        read(party, candidates.get(party).dossier());
      }
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
        }
      }
      stretches[party] = FreeTime.stretches(windows);
    }

    private void value(int party, Attribute attribute, String value) {
      Map<String, Integer> scale = vocabulary.levels.get(attribute);
      if (scale != null) {
        Integer level = scale.get(value);
        int[] column = levels.get(attribute);
        if (level != null && column != null) {
          column[party] = Math.max(column[party], level);
        }
      }
      Map<String, Integer> dictionary = vocabulary.ids.get(attribute);
      int[][] column = sets.get(attribute);
      if (dictionary == null || column == null) {
        return;
      }
      int next = dictionary.size();
      Integer known = dictionary.putIfAbsent(value, next);
      column[party] = with(column[party], known == null ? next : known);
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
      Map<Attribute, ValueSets> values = new TreeMap<>();
      sets.forEach(
          (attribute, column) ->
              values.put(
                  attribute,
                  ValueSets.of(column, vocabulary.ids.getOrDefault(attribute, Map.of()).size())));
      return new Side(values, levels, births, FreeTime.of(stretches, grid));
    }
  }
}
