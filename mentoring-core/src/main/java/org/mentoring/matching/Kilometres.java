package org.mentoring.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.mentoring.programme.Places;

/**
 * How far the parties' places are apart. Parties in the same places share a number, so that the
 * distance of a pair is a look into a table; what stands in it is measured when it is first asked
 * for, because most places never meet.
 */
final class Kilometres {
  /** Mean radius of the earth, IUGG. */
  private static final double RADIUS = 6_371.0088;

  static final int NOT_YET = -1;

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

  /** The kilometres from some mentees' places to some mentors' places. */
  int between(int place, int other) {
    int[] row = from(place);
    return row[other] == NOT_YET ? measure(row, place, other) : row[other];
  }

  /**
   * The kilometres from some mentees' places to mentors' places by their numbers, as far as they
   * were measured; threads that measure the same find the same.
   */
  int[] from(int place) {
    int[] row = rows.get(place);
    if (row == null) {
      row = new int[mentorPoints.length];
      Arrays.fill(row, NOT_YET);
      rows.set(place, row);
    }
    return row;
  }

  /** Measures what a row does not tell yet. */
  int measure(int[] row, int place, int other) {
    double least = Double.MAX_VALUE;
    for (double[] one : menteePoints[place]) {
      for (double[] another : mentorPoints[other]) {
        least = Math.min(least, chord(one, another));
      }
    }
    int found = (int) Math.round(2 * RADIUS * StrictMath.asin(Math.min(1, least / 2)));
    row[other] = found;
    return found;
  }

  /**
   * The straight way between two points of the unit sphere, which tells the great circle exactly
   * for near points too.
   */
  private static double chord(double[] one, double[] other) {
    double x = one[0] - other[0];
    double y = one[1] - other[1];
    double z = one[2] - other[2];
    return Math.sqrt(x * x + y * y + z * z);
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
                      .map(each -> onSphere(places.points().get(each)))
                      .toArray(double[][]::new));
      return new Located(out, points);
    }

    /** {@link StrictMath}, because every machine has to give the same kilometres. */
    private static double[] onSphere(Places.Point point) {
      double north = StrictMath.toRadians(point.latitude().doubleValue());
      double east = StrictMath.toRadians(point.longitude().doubleValue());
      return new double[] {
        StrictMath.cos(north) * StrictMath.cos(east),
        StrictMath.cos(north) * StrictMath.sin(east),
        StrictMath.sin(north)
      };
    }
  }
}
