package org.mentoring.validation.people;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value was found, told without the value: people's data must not reach messages and
 * logs. The result is a parameter of a problem; {@link org.mentoring.text.Messages} renders it in
 * either language.
 */
public final class ValueShape {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  private static final Pattern FRACTION = Pattern.compile("[+-]?\\d+[.,]\\d+");
  private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+");
  private static final Pattern DATE = Pattern.compile("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}");

  private ValueShape() {}

  /** The shape, as {@code shape:TEXT:12} or {@code shape:FRACTION}. */
  public static String of(@Nullable Object value) {
    if (value == null) {
      return "shape:NOTHING";
    }
    if (value instanceof CharSequence text) {
      return ofText(text.toString());
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return ofText(value.toString());
    }
    if (value instanceof BigDecimal number && number.scale() == 0) {
      return ofText(number.toPlainString());
    }
    if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
      return "shape:FRACTION";
    }
    if (value instanceof Boolean) {
      return "shape:BOOLEAN";
    }
    if (value instanceof List<?> list) {
      return "shape:LIST:" + list.size();
    }
    if (value instanceof Map<?, ?>) {
      return "shape:OBJECT";
    }
    return "shape:OTHER";
  }

  private static String ofText(String text) {
    if (text.isBlank()) {
      return "shape:NOTHING";
    }
    if (WHOLE.matcher(text).matches()) {
      return "shape:DIGITS:" + text.chars().filter(Character::isDigit).count();
    }
    if (FRACTION.matcher(text).matches()) {
      return "shape:FRACTION";
    }
    if (EXPONENT.matcher(text).matches()) {
      return "shape:EXPONENT";
    }
    if (DATE.matcher(text).matches()) {
      return "shape:DATE";
    }
    return "shape:TEXT:" + text.codePointCount(0, text.length());
  }
}
