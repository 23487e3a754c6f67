package org.mentoring.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.Mentoring;
import org.mentoring.Reports;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Note;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.CentreReport;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.participant.Fact;
import org.mentoring.text.LocalizedText;

/**
 * S2-17 by type: everything in this package is meant for publication, and of all types that it
 * consists of, none has a place for anything about a person. The walk is believed because fixtures
 * make it fail.
 */
class PublicationTest {
  /** What may stand at the end of a walk; the three of this package are made by checked hands. */
  private static final Set<Class<?>> HARMLESS =
      Set.of(
          int.class,
          long.class,
          boolean.class,
          Integer.class,
          Long.class,
          Code.class,
          LocalizedText.class,
          PublicDay.class,
          PublicPlace.class,
          PublicName.class);

  private static final Set<Class<?>> CONTAINERS =
      Set.of(List.class, SortedMap.class, SortedSet.class);

  @Test
  void nothing_about_a_person_is_reachable_from_anything_meant_for_publication() {
    List<Class<?>> records = published().stream().filter(Class::isRecord).toList();

    assertThat(records)
        .contains(
            PublicReport.class, PublicFigures.class, PublicAwards.class, PublicConformance.class);
    assertThat(records.stream().flatMap(type -> forbidden(type).stream())).isEmpty();
  }

  @Test
  void what_is_no_record_here_is_a_checked_value_that_nobody_else_can_make() {
    List<Class<?>> values = published().stream().filter(type -> !type.isRecord()).toList();

    assertThat(values)
        .containsExactlyInAnyOrder(PublicDay.class, PublicPlace.class, PublicName.class);
    assertThat(values)
        .allSatisfy(type -> assertThat(Modifier.isFinal(type.getModifiers())).isTrue())
        .allSatisfy(
            type ->
                assertThat(type.getDeclaredConstructors())
                    .extracting(Constructor::getModifiers)
                    .allMatch(Modifier::isPrivate));
    // A day and a place come from the definition or the report alone, never from a caller.
    assertThat(Stream.of(PublicDay.class, PublicPlace.class).flatMap(PublicationTest::factories))
        .isEmpty();
    assertThat(factories(PublicName.class)).extracting(Method::getName).containsExactly("of");
  }

  @Test
  void whatever_is_called_public_answers_with_a_type_of_this_package() {
    List<Method> methods =
        Stream.of(Mentoring.class, Reports.class)
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(method -> method.getName().startsWith("public"))
            .toList();

    assertThat(methods).hasSize(3);
    assertThat(methods)
        .allSatisfy(method -> assertThat(published()).contains(method.getReturnType()));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfParticipant.class,
        OfMentorship.class,
        OfFact.class,
        OfActivity.class,
        OfIncident.class,
        OfNote.class,
        OfText.class,
        OfDay.class,
        OfInstant.class,
        OfActor.class,
        OfPersonName.class,
        OfRecordedActivity.class,
        OfAnything.class,
        InAList.class,
        AsAKey.class,
        Nested.class,
        OfAnArray.class,
        TargetProgress.class,
        CentreReport.class,
        ConformanceReport.class
      })
  void the_walk_finds_what_must_not_be_published(Class<?> leaky) {
    assertThat(forbidden(leaky)).isNotEmpty();
  }

  @Test
  void the_walk_names_the_way_to_what_it_found() {
    assertThat(forbidden(Nested.class)).containsExactly("Nested.inside.values: ParticipantId");
    assertThat(forbidden(Harmless.class)).isEmpty();
  }

  private record OfParticipant(ParticipantId value) {}

  private record OfMentorship(MentorshipId value) {}

  private record OfFact(FactId value) {}

  private record OfActivity(ActivityId value) {}

  private record OfIncident(IncidentId value) {}

  private record OfNote(Note value) {}

  private record OfText(String value) {}

  private record OfDay(LocalDate value) {}

  private record OfInstant(Instant value) {}

  private record OfActor(Actor value) {}

  private record OfPersonName(Fact.PersonName value) {}

  private record OfRecordedActivity(Activity value) {}

  private record OfAnything(Object value) {}

  private record InAList(List<ParticipantId> values) {}

  private record AsAKey(SortedMap<ParticipantId, Integer> values) {}

  private record Nested(InAList inside) {}

  private record OfAnArray(ParticipantId[] values) {}

  private record Harmless(Code code, SortedMap<PublicPlace, Long> places, LocalizedText title) {}

  private static Stream<Method> factories(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> Modifier.isPublic(method.getModifiers()));
  }

  /** The public types of the package, as they were compiled. */
  private static List<Class<?>> published() {
    try {
      Path classes =
          Path.of(PublicReport.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files =
          Files.list(classes.resolve(PublicReport.class.getPackageName().replace('.', '/')))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
            .map(name -> PublicReport.class.getPackageName() + "." + name.replace(".class", ""))
            .map(PublicationTest::load)
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .sorted(java.util.Comparator.comparing(Class::getName))
            .<Class<?>>map(type -> type)
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the classes under test are not in a folder", e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static List<String> forbidden(Class<?> type) {
    List<String> found = new ArrayList<>();
    walk(type.getSimpleName(), type, new HashSet<>(), found);
    return found;
  }

  private static void walk(String way, Type type, Set<Type> seen, List<String> found) {
    if (type instanceof ParameterizedType generic) {
      if (!CONTAINERS.contains((Class<?>) generic.getRawType())) {
        found.add(way + ": " + generic.getRawType().getTypeName());
      }
      for (Type argument : generic.getActualTypeArguments()) {
        walk(way, argument, seen, found);
      }
    } else if (type instanceof Class<?> plain && plain.isRecord() && !harmless(plain)) {
      if (isId(plain)) {
        found.add(way + ": " + plain.getSimpleName());
      } else if (seen.add(plain)) {
        for (RecordComponent component : plain.getRecordComponents()) {
          walk(way + "." + component.getName(), component.getGenericType(), seen, found);
        }
      }
    } else if (!(type instanceof Class<?> plain && harmless(plain))) {
      found.add(way + ": " + type.getTypeName());
    }
  }

  private static boolean harmless(Class<?> type) {
    return type.isEnum() || HARMLESS.contains(type);
  }

  /** So that the way ends at the id itself, and not at the text inside it. */
  private static boolean isId(Class<?> type) {
    return type.getPackageName().equals(ParticipantId.class.getPackageName());
  }
}
