package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.MentoringException;
import org.mentoring.incident.Incident;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.FactKinds;
import org.mentoring.participant.Participant;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.record.RecordTree;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Places;
import org.mentoring.waiver.Waiver;

/**
 * Whatever may be stored comes back as it was, and what is broken is refused without telling it.
 */
class RecordTreeTest {
  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          Participant.class,
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
          Identities.Claim.class);

  /** Stands in for anything personal that a broken record may hold. */
  private static final String CANARY = "canary-7f3a";

  private record Stored(Class<?> type, Object value) {}

  @Provide
  Arbitrary<Stored> records() {
    List<Class<?>> types = new ArrayList<>(RECORDS);
    types.add(FactEntry.class);
    types.add(ActivityEntry.class);
    Arbitrary<Long> seeds = Arbitraries.longs();
    return Arbitraries.of(types)
        .flatMap(type -> seeds.map(seed -> new Stored(type, new RandomRecords(seed).of(type))));
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void every_storable_value_comes_back_as_it_was(@ForAll("records") Stored stored) {
    assertComesBack(stored);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void a_tree_holds_what_any_json_library_writes(@ForAll("records") Stored stored) {
    assertPlain(RecordTree.write(stored.type(), stored.value()));
  }

  @Example
  void facts_of_every_kind_come_back() {
    for (String kind : FactKinds.names()) {
      Class<?> type = FactKinds.classOf(kind).orElseThrow();
      for (long seed = 0; seed < 20; seed++) {
        Object fact = new RandomRecords(seed).of(type);
        assertComesBack(new Stored(org.mentoring.participant.Fact.class, fact));
      }
    }
  }

  @Example
  void happenings_of_every_shape_come_back() {
    for (Class<?> shape : Happened.class.getPermittedSubclasses()) {
      for (long seed = 0; seed < 20; seed++) {
        assertComesBack(new Stored(Happened.class, new RandomRecords(seed).of(shape)));
      }
    }
  }

  @Example
  void every_version_of_every_built_in_programme_comes_back_with_its_hash() {
    for (String name : BuiltInProgrammes.names()) {
      for (Version version : BuiltInProgrammes.versions(name)) {
        ProgrammeDefinition definition = BuiltInProgrammes.read(name, version);
        Object tree = RecordTree.write(ProgrammeDefinition.class, definition);
        ProgrammeDefinition read = RecordTree.read(ProgrammeDefinition.class, tree);
        assertThat(read).isEqualTo(definition);
        assertThat(CanonicalForm.sha256(read)).isEqualTo(CanonicalForm.sha256(definition));
      }
    }
  }

  /** As a version of the library wrote it that did not know the component yet. */
  @Example
  void a_tree_without_components_that_came_later_reads_as_if_they_were_absent() {
    ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
    SortedMap<String, Integer> stripped = new TreeMap<>();
    for (Class<? extends Record> type :
        List.of(PathStep.class, CompletionTerms.class, MatchingPlan.class, Practice.class)) {
      CanonicalForm.visit(
          definition,
          type,
          record ->
              stripped.merge(type.getSimpleName(), readWithoutLater(type, record), Integer::sum));
    }
    assertThat(stripped).hasSize(4).doesNotContainValue(0);
  }

  /** How many components were taken out. */
  private static int readWithoutLater(Class<? extends Record> type, Record record) {
    Map<Object, Object> tree = map(RecordTree.write(type, record));
    int before = tree.size();
    Record absent = record;
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(OmittedIfAbsent.class)) {
        tree.remove(component.getName());
        absent =
            RecordParts.with(
                absent, component.getName(), component.getType() == List.class ? List.of() : null);
      }
    }
    assertThat((Object) RecordTree.read(type, tree)).isEqualTo(absent);
    return before - tree.size();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_changed_tree_is_a_value_or_is_refused_with_its_place_and_without_what_stands_there(
      @ForAll("records") Stored stored, @ForAll Random random) {
    Object broken = broken(RecordTree.write(stored.type(), stored.value()), random);
    Object read;
    try {
      read = RecordTree.read(stored.type(), broken);
    } catch (MentoringException e) {
      assertThat(e.code()).isEqualTo("record.malformed");
      assertThat(e.attributes().get("place")).startsWith(stored.type().getSimpleName());
      assertThat(e.toString() + e.attributes() + e.getCause()).doesNotContain(CANARY);
      return;
    }
    assertComesBack(new Stored(stored.type(), read));
  }

  @Example
  void what_is_missing_unknown_or_of_another_type_or_kind_is_told_by_its_place() {
    assertRefused(Checkpoint.class, Map.of("hash", "a"), "Checkpoint.number");
    assertRefused(Checkpoint.class, Map.of("number", CANARY, "hash", "a"), "Checkpoint.number");
    assertRefused(Checkpoint.class, Map.of("number", 1.5, "hash", "a"), "Checkpoint.number");
    assertRefused(Checkpoint.class, Map.of("number", 1, "hash", 7), "Checkpoint.hash");
    assertRefused(Checkpoint.class, Map.of("number", -1, "hash", "a"), "Checkpoint");
    assertRefused(Checkpoint.class, Map.of("number", 1), "Checkpoint");
    assertRefused(Checkpoint.class, Map.of("number", 1, "hash", "a", CANARY, CANARY), "Checkpoint");
    assertRefused(Checkpoint.class, List.of(CANARY), "Checkpoint");
    assertRefused(FactEntry.class, Map.of("is", CANARY), "FactEntry.is");
    assertRefused(FactEntry.class, Map.of(), "FactEntry.is");
    assertRefused(FactEntry.class, CANARY, "FactEntry");
    assertRefused(Participant.class, Map.of("id", Map.of(CANARY, 1)), "Participant.id");
    assertRefused(
        Participant.class, Map.of("id", "p-1", "kind", CANARY, "version", 1), "Participant.kind");
    assertRefused(
        Participant.class,
        Map.of("id", "p-1", "kind", "PERSON", "version", 1, "references", CANARY),
        "Participant.references");
    assertRefused(
        Participant.class,
        Map.of("id", "p-1", "kind", "PERSON", "version", 1, "references", List.of(CANARY)),
        "Participant.references.0");
  }

  @Example
  void a_zone_that_is_none_and_a_number_of_gigabytes_are_malformed() {
    Map<Object, Object> tree =
        map(RecordTree.write(ProgrammeDefinition.class, BuiltInProgrammes.read("tyumen-2020")));
    tree.put("zone", "Mars/" + CANARY);
    assertRefused(ProgrammeDefinition.class, tree, "ProgrammeDefinition.zone");
    assertRefused(Priced.class, Map.of("price", "1e999999999"), "Priced.price");
    assertThat(RecordTree.read(Priced.class, Map.of("price", "1.50")))
        .isEqualTo(new Priced(new java.math.BigDecimal("1.50")));
  }

  /** Has a number of the kind that can be huge. */
  record Priced(java.math.BigDecimal price) {}

  private static void assertComesBack(Stored stored) {
    Object tree = RecordTree.write(stored.type(), stored.value());
    assertThat((Object) RecordTree.read(stored.type(), tree)).isEqualTo(stored.value());
  }

  private static void assertRefused(Class<?> type, Object tree, String place) {
    assertThatThrownBy(() -> RecordTree.read(type, tree))
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.code()).isEqualTo("record.malformed");
              assertThat(e.attributes().get("place")).isEqualTo(place);
              assertThat(e.toString() + e.attributes()).doesNotContain(CANARY);
            });
  }

  private static void assertPlain(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      assertThat(map.keySet()).allMatch(String.class::isInstance);
      map.values().forEach(RecordTreeTest::assertPlain);
    } else if (tree instanceof List<?> list) {
      list.forEach(RecordTreeTest::assertPlain);
    } else {
      assertThat(tree).isInstanceOfAny(String.class, Long.class, Boolean.class);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> map(Object tree) {
    return new LinkedHashMap<>((Map<Object, Object>) tree);
  }

  /** One thing in it is left out, is of another type or of another value, or is too much. */
  private static Object broken(Object tree, Random random) {
    if (tree instanceof Map<?, ?> all && !all.isEmpty() && random.nextInt(4) > 0) {
      Map<Object, Object> map = map(tree);
      List<Object> keys = List.copyOf(map.keySet());
      Object key = keys.get(random.nextInt(keys.size()));
      switch (random.nextInt(5)) {
        case 0 -> map.remove(key);
        case 1 -> map.put(CANARY, CANARY);
        default -> map.put(key, broken(map.get(key), random));
      }
      return map;
    }
    if (tree instanceof List<?> list && !list.isEmpty() && random.nextInt(4) > 0) {
      List<@Nullable Object> changed = new ArrayList<>(list);
      int at = random.nextInt(changed.size());
      changed.set(at, broken(list.get(at), random));
      return changed;
    }
    return Stream.<Object>of(CANARY, 7L, true, List.of(CANARY), Map.of(CANARY, CANARY))
        .skip(random.nextInt(5))
        .findFirst()
        .orElseThrow();
  }
}
