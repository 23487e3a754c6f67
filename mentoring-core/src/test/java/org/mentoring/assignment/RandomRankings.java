package org.mentoring.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small markets in which both sides rank, and the definition of stability by hand. */
final class RandomRankings {
  private final Random random;

  RandomRankings(long seed) {
    this.random = new Random(seed);
  }

  Random random() {
    return random;
  }

  /** Whoever is not acceptable has rank -1. */
  static final class Market {
    final int[][] menteeRanks;
    final int[][] mentorRanks;
    final int[] places;

    Market(int[][] menteeRanks, int[][] mentorRanks, int[] places) {
      this.menteeRanks = menteeRanks;
      this.mentorRanks = mentorRanks;
      this.places = places;
    }

    int mentees() {
      return menteeRanks.length;
    }

    int mentors() {
      return places.length;
    }

    StableProblem problem(Proposing proposing) {
      Edges.Builder edges = Edges.builder(mentors());
      List<Integer> byMentees = new ArrayList<>();
      List<Integer> byMentors = new ArrayList<>();
      for (int mentee = 0; mentee < mentees(); mentee++) {
        int[] possible = new int[mentors()];
        int count = 0;
        for (int mentor = 0; mentor < mentors(); mentor++) {
          if (menteeRanks[mentee][mentor] >= 0) {
            possible[count++] = mentor;
            byMentees.add(menteeRanks[mentee][mentor]);
            byMentors.add(mentorRanks[mentee][mentor]);
          }
        }
        edges.mentee(possible, new int[mentors()], count);
      }
      return StableProblem.of(edges.build(), places, ints(byMentees), ints(byMentors), proposing);
    }

    /** For each mentee the mentor of a matching, or -1. */
    int[] mentorsOf(StableProblem problem, StableMatching matching) {
      int[] found = new int[mentees()];
      for (int mentee = 0; mentee < found.length; mentee++) {
        int edge = matching.edgeOf(mentee);
        found[mentee] = edge < 0 ? -1 : problem.edges().mentorOf(edge);
      }
      return found;
    }

    boolean isStable(int[] mentorOf) {
      return blocking(mentorOf).isEmpty();
    }

    /** By the words of the definition, slowly. */
    List<BlockingPair> blocking(int[] mentorOf) {
      List<BlockingPair> blocking = new ArrayList<>();
      for (int mentee = 0; mentee < mentees(); mentee++) {
        for (int mentor = 0; mentor < mentors(); mentor++) {
          if (menteeRanks[mentee][mentor] >= 0
              && menteeWould(mentee, mentor, mentorOf)
              && mentorWould(mentee, mentor, mentorOf)) {
            blocking.add(new BlockingPair(mentee, mentor));
          }
        }
      }
      return blocking;
    }

    private boolean menteeWould(int mentee, int mentor, int[] mentorOf) {
      return mentorOf[mentee] < 0
          || menteeRanks[mentee][mentor] < menteeRanks[mentee][mentorOf[mentee]];
    }

    private boolean mentorWould(int mentee, int mentor, int[] mentorOf) {
      int taken = 0;
      boolean wouldChange = false;
      for (int other = 0; other < mentees(); other++) {
        if (mentorOf[other] == mentor) {
          taken++;
          wouldChange |= mentorRanks[mentee][mentor] < mentorRanks[other][mentor];
        }
      }
      return taken < places[mentor] || wouldChange;
    }

    /** All stable matchings, by trying everything. */
    List<int[]> stableMatchings() {
      List<int[]> found = new ArrayList<>();
      int[] mentorOf = new int[mentees()];
      Arrays.fill(mentorOf, -1);
      tryAll(0, mentorOf, places.clone(), found);
      return found;
    }

    private void tryAll(int mentee, int[] mentorOf, int[] left, List<int[]> found) {
      if (mentee == mentees()) {
        if (isStable(mentorOf)) {
          found.add(mentorOf.clone());
        }
        return;
      }
      mentorOf[mentee] = -1;
      tryAll(mentee + 1, mentorOf, left, found);
      for (int mentor = 0; mentor < mentors(); mentor++) {
        if (menteeRanks[mentee][mentor] >= 0 && left[mentor] > 0) {
          left[mentor]--;
          mentorOf[mentee] = mentor;
          tryAll(mentee + 1, mentorOf, left, found);
          left[mentor]++;
        }
      }
      mentorOf[mentee] = -1;
    }
  }

  static int size(int[] mentorOf) {
    return (int) Arrays.stream(mentorOf).filter(mentor -> mentor >= 0).count();
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Everybody's ranks differ. */
  Market strict(int most) {
    return market(most, false);
  }

  /** Many are ranked alike. */
  Market tied(int most) {
    return market(most, true);
  }

  private Market market(int most, boolean tied) {
    int mentees = random.nextInt(most + 1);
    int mentors = random.nextInt(most + 1);
    double density = 0.3 + 0.7 * random.nextDouble();
    boolean menteesTie = tied && random.nextInt(4) > 0;
    boolean mentorsTie = tied && (!menteesTie || random.nextInt(4) > 0);
    int[][] menteeRanks = new int[mentees][mentors];
    int[][] mentorRanks = new int[mentees][mentors];
    for (int mentee = 0; mentee < mentees; mentee++) {
      menteeRanks[mentee] = ranks(mentors, menteesTie);
    }
    for (int mentor = 0; mentor < mentors; mentor++) {
      int[] ranks = ranks(mentees, mentorsTie);
      for (int mentee = 0; mentee < mentees; mentee++) {
        boolean acceptable = random.nextDouble() < density;
        mentorRanks[mentee][mentor] = acceptable ? ranks[mentee] : -1;
        menteeRanks[mentee][mentor] = acceptable ? menteeRanks[mentee][mentor] : -1;
      }
    }
    int[] places = new int[mentors];
    boolean single = random.nextBoolean();
    for (int mentor = 0; mentor < mentors; mentor++) {
      places[mentor] = single ? 1 : random.nextInt(4);
    }
    return new Market(menteeRanks, mentorRanks, places);
  }

  private int[] ranks(int count, boolean tied) {
    List<Integer> ranks = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      ranks.add(tied ? random.nextInt(1 + random.nextInt(3)) : 3 * k);
    }
    Collections.shuffle(ranks, random);
    return ints(ranks);
  }

  /** The same people under other numbers: the mentee that was k is now {@code mentees[k]}. */
  static Market renumbered(Market market, int[] mentees, int[] mentors) {
    int[][] menteeRanks = new int[market.mentees()][market.mentors()];
    int[][] mentorRanks = new int[market.mentees()][market.mentors()];
    int[] places = new int[market.mentors()];
    for (int mentor = 0; mentor < market.mentors(); mentor++) {
      places[mentors[mentor]] = market.places[mentor];
      for (int mentee = 0; mentee < market.mentees(); mentee++) {
        menteeRanks[mentees[mentee]][mentors[mentor]] = market.menteeRanks[mentee][mentor];
        mentorRanks[mentees[mentee]][mentors[mentor]] = market.mentorRanks[mentee][mentor];
      }
    }
    return new Market(menteeRanks, mentorRanks, places);
  }

  int[] permutation(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      numbers.add(k);
    }
    Collections.shuffle(numbers, random);
    return ints(numbers);
  }
}
