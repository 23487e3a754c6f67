package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.failure.InvalidValue;

/** Whoever hands over a null is told which parameter it was, not where the library fell over it. */
class MissingArgumentsTest {
  private static final Mentoring MENTORING = new SmallMentorships().mentoring;

  /** Every public method of the facade and its parts that takes something it cannot do without. */
  static Stream<Method> methods() {
    return parts()
        .flatMap(part -> Arrays.stream(part.getClass().getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.isSynthetic() && !needed(method).isEmpty());
  }

  private static Stream<Object> parts() {
    return Stream.of(
        MENTORING,
        Mentoring.of(MENTORING.definition()),
        MENTORING.mentorships(),
        MENTORING.activities(),
        MENTORING.incidents(),
        MENTORING.waivers(),
        MENTORING.oversight(),
        MENTORING.reports());
  }

  private static List<Parameter> needed(Method method) {
    return Stream.of(method.getParameters())
        .filter(each -> !each.getType().isPrimitive())
        .filter(each -> !each.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .toList();
  }

  /** Each name is told only where its own argument is missing, so all can be left out at once. */
  @ParameterizedTest
  @MethodSource("methods")
  void every_missing_argument_is_named(Method method) {
    Object part =
        parts()
            .filter(each -> method.getDeclaringClass() == each.getClass())
            .findFirst()
            .orElseThrow();
    List<@Nullable Object> arguments = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      arguments.add(parameter.getType().isPrimitive() ? 1 : null);
    }

    Throwable thrown = catchThrowable(() -> method.invoke(part, arguments.toArray()));

    assertThat(thrown).isInstanceOf(InvocationTargetException.class);
    assertThat(thrown.getCause())
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("value.missing");
              assertThat(refused.attributes().get("what"))
                  .isEqualTo(
                      method.getDeclaringClass() == Mentoring.Builder.class
                          ? method.getName()
                          : names(method));
            });
  }

  private static String names(Method method) {
    return String.join(", ", needed(method).stream().map(Parameter::getName).toList());
  }
}
