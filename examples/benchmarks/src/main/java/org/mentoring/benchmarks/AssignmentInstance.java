package org.mentoring.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.mentoring.assignment.AssignmentProblem;
import org.mentoring.assignment.Edges;

/**
 * Made-up mentees, mentors with places, and scores of their possible pairs, as plain arrays that
 * every engine builds its own model from. Seeded.
 *
 * @param name what it is, for the page
 * @param seed of its random numbers
 * @param starts the first edge of each mentee, and the end of all
 * @param mentorOf of each edge, ascending within a mentee
 * @param scores of each edge, 0 to {@value #MOST}
 * @param places of each mentor
 */
record AssignmentInstance(
    String name, long seed, int[] starts, int[] mentorOf, int[] scores, int[] places) {
  static final int MOST = 1_000;

  private static final int FEWEST_EDGES = 20;
  private static final int MOST_EDGES = 50;

  /** How scores come about. */
  enum Scores {
    /** Any score is as likely as any other. */
    UNIFORM,
    /** Mostly the mentor's own worth, so that all mentees want the same mentors. */
    CORRELATED
  }

  /** Every mentee with every mentor, as many mentors as mentees, a place each. */
  static AssignmentInstance dense(int size, Scores scores, long seed) {
    Maker maker = new Maker(seed, size, size, (long) size * size, scores, onePlaceEach(size));
    for (int mentee = 0; mentee < size; mentee++) {
      maker.mentee(0, size, size);
    }
    return maker.made(named("dense", size, size, scores));
  }

  /** Each mentee with 20 to 50 mentors of the whole land, a place each. */
  static AssignmentInstance sparse(int mentees, int mentors, Scores scores, long seed) {
    return sparse(named("sparse", mentees, mentors, scores), mentees, scores, seed, mentors);
  }

  /** As sparse, with one to three places a mentor: about twice as many as mentors. */
  static AssignmentInstance roomy(int mentees, int mentors, Scores scores, long seed) {
    Random random = new Random(seed);
    int[] places = new int[mentors];
    Arrays.setAll(places, mentor -> 1 + random.nextInt(3));
    return sparse(
        named("sparse, one to three places,", mentees, mentors, scores),
        mentees,
        scores,
        seed,
        places);
  }

  private static AssignmentInstance sparse(
      String name, int mentees, Scores scores, long seed, int mentors) {
    return sparse(name, mentees, scores, seed, onePlaceEach(mentors));
  }

  private static AssignmentInstance sparse(
      String name, int mentees, Scores scores, long seed, int[] places) {
    Maker maker =
        new Maker(seed, mentees, places.length, (long) mentees * MOST_EDGES, scores, places);
    for (int mentee = 0; mentee < mentees; mentee++) {
      maker.mentee(
          0, places.length, FEWEST_EDGES + maker.random.nextInt(MOST_EDGES - FEWEST_EDGES + 1));
    }
    return maker.made(name);
  }

  /**
   * Mentees and mentors in municipalities of very different sizes, who meet only within their own;
   * mentors have a place each.
   *
   * @param edges of each mentee, fewer where the municipality has fewer mentors
   */
  static AssignmentInstance islands(
      int municipalities, int mentees, int mentors, int edges, long seed) {
    Maker maker =
        new Maker(
            seed, mentees, mentors, (long) mentees * edges, Scores.UNIFORM, onePlaceEach(mentors));
    double[] shares = new double[municipalities];
    double sum = 0;
    for (int k = 0; k < municipalities; k++) {
      // As towns are: the second is less than the first, and there are many small ones.
      shares[k] = 1 / Math.sqrt(k + 1.0);
      sum += shares[k];
    }
    double until = 0;
    int mentee = 0;
    int mentor = 0;
    for (int k = 0; k < municipalities; k++) {
      until += shares[k] / sum;
      boolean last = k == municipalities - 1;
      int lastMentee = last ? mentees : (int) (mentees * until);
      int lastMentor = last ? mentors : (int) (mentors * until);
      for (; mentee < lastMentee; mentee++) {
        maker.mentee(mentor, lastMentor, edges);
      }
      mentor = lastMentor;
    }
    return maker.made(
        String.format(
            Locale.ROOT,
            "islands: %,d x %,d in %,d municipalities",
            mentees,
            mentors,
            municipalities));
  }

  private static int[] onePlaceEach(int mentors) {
    int[] places = new int[mentors];
    Arrays.fill(places, 1);
    return places;
  }

  private static String named(String kind, int mentees, int mentors, Scores scores) {
    return String.format(
        Locale.ROOT,
        "%s %,d x %,d, %s",
        kind,
        mentees,
        mentors,
        scores == Scores.UNIFORM ? "uniform" : "correlated");
  }

  int mentees() {
    return starts.length - 1;
  }

  int mentors() {
    return places.length;
  }

  /** Whether everybody can have everybody, so that it is a full square with a place each. */
  boolean fullSquare() {
    return mentees() == mentors() && mentorOf.length == (long) mentees() * mentors();
  }

  /** Our model of it. */
  AssignmentProblem problem() {
    Edges.Builder edges = Edges.builder(mentors());
    int[] row = new int[mentors()];
    int[] points = new int[mentors()];
    for (int mentee = 0; mentee < mentees(); mentee++) {
      int count = starts[mentee + 1] - starts[mentee];
      System.arraycopy(mentorOf, starts[mentee], row, 0, count);
      System.arraycopy(scores, starts[mentee], points, 0, count);
      edges.mentee(row, points, count);
    }
    return AssignmentProblem.of(edges.build(), places);
  }

  /** Draws mentee after mentee. */
  private static final class Maker {
    private final long seed;
    private final Random random;
    private final Scores kind;
    private final int[] places;
    private final int[] worth;
    private final int[] starts;
    private final int[] mentorOf;
    private final int[] scores;
    private final int[] drawnBy;
    private int mentees;

    Maker(long seed, int mentees, int mentors, long mostEdges, Scores kind, int[] places) {
      this.seed = seed;
      this.random = new Random(seed);
      this.kind = kind;
      this.places = places;
      worth = new int[mentors];
      Arrays.setAll(worth, mentor -> random.nextInt(MOST * 4 / 5));
      starts = new int[mentees + 1];
      mentorOf = new int[Math.toIntExact(mostEdges)];
      scores = new int[mentorOf.length];
      drawnBy = new int[mentors];
      Arrays.fill(drawnBy, -1);
    }

    /** The next mentee, with so many of the mentors from one number to another, exclusive. */
    void mentee(int from, int until, int count) {
      int size = starts[mentees];
      int most = Math.min(count, until - from);
      if (most == until - from) {
        for (int mentor = from; mentor < until; mentor++) {
          mentorOf[size++] = mentor;
        }
      } else {
        for (int k = 0; k < most; ) {
          int mentor = from + random.nextInt(until - from);
          if (drawnBy[mentor] != mentees) {
            drawnBy[mentor] = mentees;
            mentorOf[size++] = mentor;
            k++;
          }
        }
        Arrays.sort(mentorOf, starts[mentees], size);
      }
      for (int edge = starts[mentees]; edge < size; edge++) {
        scores[edge] =
            kind == Scores.UNIFORM
                ? random.nextInt(MOST + 1)
                : worth[mentorOf[edge]] + random.nextInt(MOST / 5 + 1);
      }
      starts[++mentees] = size;
    }

    AssignmentInstance made(String name) {
      int size = starts[mentees];
      return new AssignmentInstance(
          name, seed, starts, Arrays.copyOf(mentorOf, size), Arrays.copyOf(scores, size), places);
    }
  }
}
