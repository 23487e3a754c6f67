package org.mentoring.testkit.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One number of a simulated run. It tells of many people and names none.
 *
 * @param code what it counts, as {@code pairs-completed}; {@link Figures} tells all of them
 * @param detail of what, as the reason of an ending; null if nothing further
 * @param month of which month; null: of the whole time
 * @param municipality of which municipality; null: of all
 * @param value the number, with at most four digits after the point
 */
public record Figure(
    String code,
    @Nullable String detail,
    @Nullable YearMonth month,
    @Nullable String municipality,
    BigDecimal value)
    implements Comparable<Figure> {
  private static final Comparator<Figure> ORDER =
      Comparator.comparing(Figure::code)
          .thenComparing(Figure::detail, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Figure::month, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Figure::municipality, Comparator.nullsFirst(Comparator.naturalOrder()));

  static final int DIGITS = 4;

  /** One of the whole time and of all municipalities. */
  static Figure of(String code, double value) {
    return new Figure(code, null, null, null, rounded(value));
  }

  static Figure of(String code, long count) {
    return new Figure(code, null, null, null, BigDecimal.valueOf(count));
  }

  Figure detailed(String of) {
    return new Figure(code, of, month, municipality, value);
  }

  Figure in(YearMonth of) {
    return new Figure(code, detail, of, municipality, value);
  }

  Figure at(String of) {
    return new Figure(code, detail, month, of, value);
  }

  static BigDecimal rounded(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    BigDecimal stripped = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  /** The number as it is written, the same everywhere. */
  public String text() {
    return value.toPlainString();
  }

  @Override
  public int compareTo(Figure other) {
    return ORDER.compare(this, other);
  }
}
