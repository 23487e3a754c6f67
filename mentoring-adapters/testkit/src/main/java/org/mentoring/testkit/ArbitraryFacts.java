package org.mentoring.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactKinds;
import org.mentoring.participant.WeeklyWindow;

/**
 * Facts of any kind, made from the components of its record, so that new kinds need no new code.
 */
final class ArbitraryFacts {
  private static final LocalDate EARLIEST = LocalDate.of(1960, 1, 1);
  private static final int DAYS = 30_000;

  private ArbitraryFacts() {}

  static Arbitrary<Fact> of(String kind) {
    Class<?> type =
        FactKinds.classOf(kind)
            .orElseThrow(() -> new IllegalArgumentException("no kind of fact: " + kind));
    List<Arbitrary<@Nullable Object>> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      Arbitrary<@Nullable Object> values = values(component.getType()).map(each -> each);
      components.add(optional ? values.injectNull(0.3) : values);
    }
    return Combinators.combine(components).as(values -> create(type, values));
  }

  static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, DAYS).map(EARLIEST::plusDays);
  }

  /** Texts with all that files have to spell with care, but without control characters. */
  static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("|/@\\'\"=+-,;: #%{}\u00A0\u00ABшахЁё")
        .withCharRange('a', 'z')
        .withCharRange('0', '9')
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(text -> text.codePoints().anyMatch(Character::isLetterOrDigit));
  }

  private static Arbitrary<?> values(Class<?> type) {
    if (type.isEnum()) {
      return Arbitraries.of(type.getEnumConstants());
    }
    if (type == String.class) {
      return texts();
    }
    if (type == int.class) {
      return Arbitraries.integers().between(1, 1_000);
    }
    if (type == LocalDate.class) {
      return days();
    }
    if (type == Code.class) {
      return Arbitraries.of("AT_RISK", "COMMISSION", "X9_", "Z").map(Code::of);
    }
    if (type == Attribute.class) {
      return Arbitraries.of("municipality", "group", "shoe-size", "x").map(Attribute::of);
    }
    if (type == ParticipantId.class) {
      return MentoringArbitraries.participantIds();
    }
    if (type == FactId.class) {
      return MentoringArbitraries.participantIds().map(id -> FactId.of(id.value()));
    }
    if (type == Period.class) {
      Arbitrary<Integer> figures = Arbitraries.integers().between(0, 400);
      return Combinators.combine(figures, figures, figures)
          .as(Period::of)
          .filter(period -> !period.isZero());
    }
    if (type == List.class) {
      return windows().list().ofMinSize(1).ofMaxSize(4);
    }
    throw new IllegalStateException("no values of " + type.getName());
  }

  private static Arbitrary<WeeklyWindow> windows() {
    return Combinators.combine(
            Arbitraries.of(DayOfWeek.values()),
            Arbitraries.integers().between(0, 700),
            Arbitraries.integers().between(1, 740))
        .as((day, from, minutes) -> new WeeklyWindow(day, from, from + minutes));
  }

  private static Fact create(Class<?> type, List<@Nullable Object> values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return (Fact) type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("values that " + type.getSimpleName() + " refuses", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }
}
