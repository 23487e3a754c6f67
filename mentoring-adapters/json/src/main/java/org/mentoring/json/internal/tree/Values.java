package org.mentoring.json.internal.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scalars of a tree without coercion. Each answers null after it has told the fault. */
public final class Values {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern PERIOD =
      Pattern.compile("P(?=\\d)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?");
  private static final DateTimeFormatter STRICT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Values() {}

  /** A text; {@code shape.not-text} otherwise. */
  public static @Nullable String text(Node node, Faults faults) {
    if (node instanceof Node.TextNode text) {
      return text.text();
    }
    refused("shape.not-text", node, faults);
    return null;
  }

  /**
   * A whole number within the inclusive range; {@code shape.not-integer} or {@code number.range}
   * otherwise.
   */
  public static @Nullable Long integer(Node node, long least, long most, Faults faults) {
    if (!(node instanceof Node.NumberNode number) || number.literal().indexOf('.') >= 0) {
      refused("shape.not-integer", node, faults);
      return null;
    }
    BigInteger value = new BigInteger(number.literal());
    if (value.compareTo(BigInteger.valueOf(least)) < 0
        || value.compareTo(BigInteger.valueOf(most)) > 0) {
      faults.found(
          "number.range", node, Map.of("least", Long.toString(least), "most", Long.toString(most)));
      return null;
    }
    return value.longValueExact();
  }

  /** A number with or without decimals; {@code shape.not-decimal} otherwise. */
  public static @Nullable BigDecimal decimal(Node node, Faults faults) {
    if (node instanceof Node.NumberNode number) {
      return new BigDecimal(number.literal());
    }
    refused("shape.not-decimal", node, faults);
    return null;
  }

  /** True or false; {@code shape.not-truth} otherwise. */
  public static @Nullable Boolean truth(Node node, Faults faults) {
    if (node instanceof Node.TruthNode truth) {
      return truth.value();
    }
    refused("shape.not-truth", node, faults);
    return null;
  }

  /** A day as 2020-09-01; {@code shape.not-date} or {@code shape.no-such-day} otherwise. */
  public static @Nullable LocalDate date(Node node, Faults faults) {
    if (!(node instanceof Node.TextNode text) || !DATE.matcher(text.text()).matches()) {
      refused("shape.not-date", node, faults);
      return null;
    }
    try {
      return LocalDate.parse(text.text(), STRICT);
    } catch (DateTimeException e) {
      refused("shape.no-such-day", node, faults);
      return null;
    }
  }

  /** A period as P1Y, P6M, P2W or P3D; {@code shape.not-period} otherwise. */
  public static @Nullable Period period(Node node, Faults faults) {
    if (!(node instanceof Node.TextNode text) || !PERIOD.matcher(text.text()).matches()) {
      refused("shape.not-period", node, faults);
      return null;
    }
    return Period.parse(text.text());
  }

  /**
   * A constant by its name; {@code shape.not-choice} otherwise, with those allowed and the nearest.
   */
  public static <E extends Enum<E>> @Nullable E constant(Node node, Class<E> type, Faults faults) {
    if (!(node instanceof Node.TextNode text)) {
      refused("shape.not-text", node, faults);
      return null;
    }
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (constant.name().equals(text.text())) {
        return constant;
      }
    }
    List<String> names = Arrays.stream(constants).map(Enum::name).toList();
    choice(node, text.text(), names, faults);
    return null;
  }

  /** One of the words; {@code shape.not-choice} otherwise, with those allowed and the nearest. */
  public static @Nullable String choice(Node node, List<String> words, Faults faults) {
    if (!(node instanceof Node.TextNode text)) {
      refused("shape.not-text", node, faults);
      return null;
    }
    if (words.contains(text.text())) {
      return text.text();
    }
    choice(node, text.text(), words, faults);
    return null;
  }

  /** The elements; {@code shape.not-list} otherwise. */
  public static @Nullable List<Node> list(Node node, Faults faults) {
    if (node instanceof Node.ListNode list) {
      return list.values();
    }
    refused("shape.not-list", node, faults);
    return null;
  }

  /** The members; {@code shape.not-object} otherwise. */
  public static Node.@Nullable ObjectNode object(Node node, Faults faults) {
    if (node instanceof Node.ObjectNode object) {
      return object;
    }
    refused("shape.not-object", node, faults);
    return null;
  }

  private static void choice(Node node, String found, List<String> allowed, Faults faults) {
    faults.found(
        "shape.not-choice",
        node,
        Map.of("allowed", String.join(", ", allowed), "maybe", Faults.nearest(found, allowed)));
  }

  private static void refused(String code, Node node, Faults faults) {
    if (node instanceof Node.NullNode) {
      faults.add("shape.null", node.place());
    } else if (!(node instanceof Node.BrokenNode)) {
      faults.found(code, node);
    }
  }
}
