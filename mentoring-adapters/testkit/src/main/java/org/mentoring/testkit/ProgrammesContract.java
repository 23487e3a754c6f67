package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.NOW;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.Stores;

/**
 * What every store of definitions keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class ProgrammesContract {
  /** For the test framework. */
  protected ProgrammesContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  private static List<ProgrammeDefinition> builtIn() {
    return BuiltInProgrammes.names().stream()
        .flatMap(
            name ->
                BuiltInProgrammes.versions(name).stream()
                    .map(version -> BuiltInProgrammes.read(name, version)))
        .toList();
  }

  private static Programmes.InForce inForce(ProgrammeDefinition definition, long seconds) {
    return new Programmes.InForce(definition.hash(), NOW.plusSeconds(seconds));
  }

  @Test
  void definitions_are_found_by_their_hashes_as_they_were() {
    Programmes store = empty().programmes();
    List<ProgrammeDefinition> all = builtIn();
    assertThat(all).hasSizeGreaterThan(2);

    assertThat(all).allMatch(store::keep);

    assertThat(store.hashes())
        .containsExactlyElementsOf(all.stream().map(ProgrammeDefinition::hash).sorted().toList());
    for (ProgrammeDefinition each : all) {
      assertThat(store.holds(each.hash())).isTrue();
      assertThat(store.find(each.hash())).contains(each);
      assertThat(store.find(each.hash()).map(ProgrammeDefinition::hash)).contains(each.hash());
    }
    assertThat(store.holds("0".repeat(64))).isFalse();
    assertThat(store.find("0".repeat(64))).isEmpty();
  }

  @Test
  void the_same_definition_is_kept_once() {
    Programmes store = empty().programmes();
    ProgrammeDefinition definition = builtIn().get(0);
    assertThat(Stream.of(definition, definition).map(store::keep)).containsExactly(true, false);
    assertThat(store.hashes()).containsExactly(definition.hash());
  }

  @Test
  void what_came_into_force_last_is_in_force_though_it_was_before() {
    Programmes store = empty().programmes();
    ProgrammeDefinition first = builtIn().get(0);
    ProgrammeDefinition second = builtIn().get(1);
    assertThat(store.inForce()).isEmpty();
    assertThat(store.takenUp()).isEmpty();
    store.keep(first);
    store.keep(second);
    assertThat(store.inForce()).isEmpty();

    store.takeUp(inForce(first, 3));
    store.takeUp(inForce(second, 2));
    assertThat(store.inForce()).contains(inForce(second, 2));
    store.takeUp(inForce(first, 1));

    assertThat(store.inForce()).contains(inForce(first, 1));
    assertThat(store.takenUp())
        .containsExactly(inForce(first, 3), inForce(second, 2), inForce(first, 1));
  }

  @Test
  void what_is_not_kept_does_not_come_into_force() {
    Programmes store = empty().programmes();
    assertThatThrownBy(() -> store.takeUp(inForce(builtIn().get(0), 0)))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("definition.unknown"));
    assertThat(store.takenUp()).isEmpty();
  }

  @Test
  void a_unit_of_work_that_throws_leaves_none() {
    Stores stores = empty();
    ProgrammeDefinition definition = builtIn().get(0);
    Faults.within(
        stores,
        () -> {
          assertThat(stores.programmes().keep(definition)).isTrue();
          stores.programmes().takeUp(inForce(definition, 0));
          assertThat(stores.programmes().inForce()).isPresent();
        });
    assertThat(stores.programmes().hashes()).isEmpty();
    assertThat(stores.programmes().inForce()).isEmpty();
    assertThat(stores.programmes().keep(definition)).isTrue();
  }

  @Test
  void instances_that_begin_at_once_keep_a_definition_once() {
    Stores stores = empty();
    ProgrammeDefinition definition = builtIn().get(0);
    List<Boolean> added =
        Races.among(8, any -> stores.work().run(() -> stores.programmes().keep(definition)));
    assertThat(added).filteredOn(each -> each).hasSize(1);
  }
}
