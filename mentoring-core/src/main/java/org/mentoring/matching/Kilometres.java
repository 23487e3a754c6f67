package org.mentoring.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.mentoring.programme.Places;

/**
 * How far the parties' places are apart. Parties in the same places share a number, so that the
 * distance of a pair is a look into a table; its rows are worked out when they are first asked for.
 */
final class Kilometres {
  /** Mean radius of the earth, IUGG. */
  private static final double RADIUS = 6_371.0088;

  private final int[] mentees;
  private final int[] mentors;
  private final double[][][] menteePoints;
  private final double[][][] mentorPoints;
  private final AtomicReferenceArray<int[]> rows;

  private Kilometres(
      int[] mentees, int[] mentors, double[][][] menteePoints, double[][][] mentorPoints) {
    this.mentees = mentees;
    this.mentors = mentors;
    this.menteePoints = menteePoints;
    this.mentorPoints = mentorPoints;
    this.rows = new AtomicReferenceArray<>(menteePoints.length);
  }

  /**
   * From the points of each party.
   *
   * @param mentees per mentee the indexes of its points, sorted; none where it is unknown
   * @param mentors likewise
   */
  static Kilometres of(int[][] mentees, int[][] mentors, Places places) {
    Located left = Located.of(mentees, places);
    Located right = Located.of(mentors, places);
    return new Kilometres(left.numbers, right.numbers, left.points, right.points);
  }

  /** Per mentee the number of its places, -1 where they are unknown. */
  int[] mentees() {
    return mentees;
  }

  /** Per mentor the number of its places, -1 where they are unknown. */
  int[] mentors() {
    return mentors;
  }

  /** The kilometres from some mentees' places to all mentors' places by their numbers. */
  int[] from(int place) {
    int[] row = rows.get(place);
    if (row == null) {
      row = new int[mentorPoints.length];
      for (int other = 0; other < row.length; other++) {
        row[other] = nearest(menteePoints[place], mentorPoints[other]);
      }
      rows.set(place, row);
    }
    return row;
  }

  private static int nearest(double[][] some, double[][] others) {
    double least = Double.MAX_VALUE;
    for (double[] one : some) {
      for (double[] other : others) {
        least = Math.min(least, greatCircle(one, other));
      }
    }
    return (int) Math.round(least);
  }

  /**
   * The haversine formula, which is exact for near points too; {@link StrictMath}, because every
   * machine has to give the same kilometres.
   */
  private static double greatCircle(double[] one, double[] other) {
    double north = StrictMath.sin((other[0] - one[0]) / 2);
    double east = StrictMath.sin((other[1] - one[1]) / 2);
    double half = north * north + StrictMath.cos(one[0]) * StrictMath.cos(other[0]) * east * east;
    return 2 * RADIUS * StrictMath.asin(Math.min(1, StrictMath.sqrt(half)));
  }

  /** Parties by the numbers of their places. */
  private record Located(int[] numbers, double[][][] points) {
    static Located of(int[][] parties, Places places) {
      Map<List<Integer>, Integer> numbers = new HashMap<>();
      int[] out = new int[parties.length];
      for (int party = 0; party < out.length; party++) {
        List<Integer> key = Arrays.stream(parties[party]).boxed().toList();
        out[party] = key.isEmpty() ? -1 : numbers.computeIfAbsent(key, any -> numbers.size());
      }
      double[][][] points = new double[numbers.size()][][];
      numbers.forEach(
          (key, number) ->
              points[number] =
                  key.stream()
                      .map(each -> radians(places.points().get(each)))
                      .toArray(double[][]::new));
      return new Located(out, points);
    }

    private static double[] radians(Places.Point point) {
      return new double[] {
        StrictMath.toRadians(point.latitude().doubleValue()),
        StrictMath.toRadians(point.longitude().doubleValue())
      };
    }
  }
}
