package org.mentoring.validation.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a form or a file tells it, unchecked. Everything may be absent or wrong; {@link
 * FactOfItsKind} tells what is.
 *
 * @param kind name of the kind, as {@code training}
 * @param values by component: texts, whole numbers as {@link Long} and lists of texts, see {@link
 *     FactShape}
 * @param from the first day, as {@code 2020-09-01}; where it is absent, a birth holds from the
 *     birth date and a clearance certificate from the day of issue, other kinds need it
 * @param until the first day after; absent for no end
 * @param withdrawn for a consent, the day of withdrawal
 */
@FactOfItsKind
public record FactDraft(
    @Nullable String kind,
    Map<String, Object> values,
    @Nullable String from,
    @Nullable String until,
    @Nullable String withdrawn) {
  /** Copies; keeps the order. */
  public FactDraft {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The draft that reads as this fact. */
  public static FactDraft of(FactInput input) {
    return new FactDraft(
        input.fact().kind(),
        FactShape.valuesOf(input.fact()),
        input.validity().from().toString(),
        text(input.validity().until()),
        text(input.withdrawn()));
  }

  private static @Nullable String text(@Nullable Object date) {
    return date == null ? null : date.toString();
  }

  /** Redacted: the kind alone. */
  @Override
  public String toString() {
    return "FactDraft[" + (kind != null && FactShape.of(kind).isPresent() ? kind : "…") + "]";
  }
}
