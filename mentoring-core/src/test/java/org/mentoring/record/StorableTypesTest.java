package org.mentoring.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.incident.Incident;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Places;
import org.mentoring.waiver.Waiver;

/** Whatever a new record brings into a store has a tree, or is found here before it is lost. */
class StorableTypesTest {
  private static final List<Class<?>> ROOTS =
      List.of(
          Participant.class,
          FactEntry.class,
          ActivityEntry.class,
          Particulars.class,
          Incident.class,
          Waiver.class,
          MatchProposal.class,
          MentorSelectionEvent.class,
          StoredDecision.class,
          DossierPart.class,
          JournalEntry.class,
          SealedEntry.class,
          Checkpoint.class,
          CommandRecord.class,
          Erasure.class,
          Places.Place.class,
          Identities.Claim.class,
          ProgrammeDefinition.class);

  private static final Set<Class<?>> TEXTS =
      Set.of(
          String.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          YearMonth.class,
          Period.class,
          Duration.class,
          ZoneId.class,
          BigDecimal.class,
          DayOfWeek.class);

  private static final Set<Class<?>> FIGURES =
      Set.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

  /** What cannot be stored, by where it stands. */
  private final SortedMap<String, String> faults = new TreeMap<>();

  private final Set<Type> seen = new HashSet<>();

  @Test
  void everything_that_a_stored_record_holds_has_a_tree() {
    ROOTS.forEach(root -> walk(root, root.getSimpleName()));
    assertThat(faults).isEmpty();
    assertThat(seen).hasSizeGreaterThan(100);
  }

  /** A record that nobody could store. */
  private record Unstorable(
      Optional<String> maybe, Set<String> unordered, List<Object> anything, double real) {}

  /** Two kinds of this cannot be told apart from a component of their own. */
  private sealed interface Named {
    record Taken(String is, int other) implements Named {}
  }

  @Test
  void the_walk_finds_what_has_no_tree() {
    walk(Unstorable.class, "Unstorable");
    walk(Named.class, "Named");
    assertThat(faults)
        .containsOnlyKeys(
            "Unstorable.maybe",
            "Unstorable.unordered",
            "Unstorable.anything[]",
            "Unstorable.real",
            "Named.Taken.is");
  }

  private void walk(Type type, String place) {
    if (type instanceof ParameterizedType generic) {
      walk(generic, place);
      return;
    }
    if (!(type instanceof Class<?> raw)) {
      faults.put(place, type.getTypeName());
      return;
    }
    if (TEXTS.contains(raw) || FIGURES.contains(raw) || raw.isEnum() || !seen.add(raw)) {
      return;
    }
    if (raw.isRecord()) {
      components(raw, place, false);
    } else if (raw.isSealed()) {
      kinds(raw, place);
    } else {
      faults.put(place, raw.getName());
    }
  }

  private void walk(ParameterizedType generic, String place) {
    Class<?> raw = (Class<?>) generic.getRawType();
    if (raw != List.class && raw != SortedSet.class && raw != SortedMap.class) {
      faults.put(place, generic.getTypeName());
      return;
    }
    for (Type of : generic.getActualTypeArguments()) {
      walk(of, place + "[]");
    }
    Type first = generic.getActualTypeArguments()[0];
    boolean ordered = raw != List.class;
    if (ordered && !(first instanceof Class<?> key && isComparable(key))) {
      faults.put(place, "no order of " + first.getTypeName());
    }
  }

  private static boolean isComparable(Class<?> key) {
    return Comparable.class.isAssignableFrom(key)
        || (key.isSealed()
            && List.of(key.getPermittedSubclasses()).stream()
                .allMatch(Comparable.class::isAssignableFrom));
  }

  private void components(Class<?> raw, String place, boolean named) {
    for (RecordComponent component : raw.getRecordComponents()) {
      String at = place + "." + component.getName();
      if (named && component.getName().equals("is")) {
        faults.put(at, "the name that tells the kind");
      }
      walk(component.getGenericType(), at);
    }
  }

  private void kinds(Class<?> raw, String place) {
    List<String> names = new ArrayList<>();
    for (Class<?> kind : kinds(raw)) {
      seen.add(kind);
      if (!kind.isRecord()) {
        faults.put(place + "." + kind.getSimpleName(), "a kind that is no record");
        continue;
      }
      names.add(RecordShape.name(kind, raw));
      components(kind, place + "." + kind.getSimpleName(), true);
    }
    if (new HashSet<>(names).size() != names.size()) {
      faults.put(place, "kinds of the same name: " + names);
    }
  }

  private static List<Class<?>> kinds(Class<?> raw) {
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> each : raw.getPermittedSubclasses()) {
      if (each.isSealed()) {
        kinds.addAll(kinds(each));
      } else {
        kinds.add(each);
      }
    }
    return kinds;
  }
}
