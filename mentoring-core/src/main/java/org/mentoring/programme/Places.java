package org.mentoring.programme;

import java.math.BigDecimal;
import java.util.List;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;

/**
 * Where the values of an attribute lie, as the centres of municipalities. They are places that
 * everybody knows, never the homes of participants: neither definitions nor facts hold addresses.
 *
 * @param attribute whose values
 * @param points at least one, each value once
 * @param citation where they come from
 */
public record Places(Attribute attribute, List<Point> points, Citation citation) {
  /** Refuses a value that stands twice. */
  public Places {
    points = Invariants.notEmpty("places.points", points);
    Invariants.holds(
        points.stream().map(Point::value).distinct().count() == points.size(),
        "places.twice",
        "points",
        "each value once");
  }

  /**
   * Where one value lies.
   *
   * @param value 1 to 200 characters
   * @param latitude degrees north, -90 to 90, at most 4 decimals (some 10 metres)
   * @param longitude degrees east, -180 to 180, at most 4 decimals
   */
  public record Point(String value, BigDecimal latitude, BigDecimal longitude) {
    /** Refuses what is out of range or too fine; drops zeros at the end. */
    public Point {
      Invariants.text("places.value", value, 200);
      latitude = degrees("latitude", latitude, 90);
      longitude = degrees("longitude", longitude, 180);
    }

    private static BigDecimal degrees(String what, BigDecimal degrees, int most) {
      Invariants.holds(
          degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0,
          "places.degrees",
          what,
          -most + " to " + most);
      BigDecimal plain = degrees.stripTrailingZeros();
      Invariants.holds(plain.scale() <= 4, "places.fine", what, "at most 4 decimals");
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
  }
}
