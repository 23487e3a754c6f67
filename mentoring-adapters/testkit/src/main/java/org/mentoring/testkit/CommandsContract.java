package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.testkit.RecordSamples.command;
import static org.mentoring.testkit.RecordSamples.refusedCommand;
import static org.mentoring.testkit.StoredSamples.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.spi.Commands;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/**
 * What every store of commands keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class CommandsContract {
  /** For the test framework. */
  protected CommandsContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  @Test
  void a_command_is_found_as_it_was_kept() {
    Commands store = empty().commands();
    store.append(command("c-1"));
    store.append(refusedCommand("c-2"));
    assertThat(store.find(CommandId.of("c-1"))).contains(command("c-1"));
    assertThat(store.find(CommandId.of("c-2"))).contains(refusedCommand("c-2"));
    assertThat(store.find(CommandId.of("c-3"))).isEmpty();
  }

  @Test
  void a_taken_id_is_refused_and_the_first_stays() {
    Commands store = empty().commands();
    store.append(command("c-1"));
    refused("command.exists", () -> store.append(refusedCommand("c-1")));
    assertThat(store.find(CommandId.of("c-1"))).contains(command("c-1"));
  }

  @Test
  void after_a_refusal_the_unit_of_work_goes_on() {
    Stores stores = empty();
    stores.commands().append(command("c-1"));
    stores
        .work()
        .run(
            () -> {
              refused("command.exists", () -> stores.commands().append(command("c-1")));
              stores.commands().append(command("c-2"));
              return "done";
            });
    assertThat(stores.commands().find(CommandId.of("c-2"))).isPresent();
  }

  @Test
  void all_are_listed_in_pages_by_id() {
    Commands store = empty().commands();
    for (String id : List.of("b", "B", "a-1")) {
      store.append(command(id));
    }
    Page<CommandRecord> first = store.list(null, 2);
    assertThat(first.items()).containsExactly(command("B"), command("a-1"));
    assertThat(first.next()).isEqualTo("a-1");
    Page<CommandRecord> last = store.list(CommandId.of("a-1"), 2);
    assertThat(last.items()).containsExactly(command("b"));
    assertThat(last.next()).isNull();
    refused("number.range", () -> store.list(null, 0));
    refused("number.range", () -> store.list(null, 1_001));
  }

  @Test
  void a_unit_of_work_that_throws_leaves_the_id_free() {
    Stores stores = empty();
    Faults.within(stores, () -> stores.commands().append(command("c-1")));
    assertThat(stores.commands().find(CommandId.of("c-1"))).isEmpty();
    stores.commands().append(refusedCommand("c-1"));
    assertThat(stores.commands().find(CommandId.of("c-1"))).contains(refusedCommand("c-1"));
  }

  @Test
  void of_commands_that_are_given_at_once_under_one_id_one_is_kept() {
    Stores stores = empty();
    for (int round = 0; round < 5; round++) {
      String id = "c-" + round;
      List<String> said =
          Races.among(
              8, number -> stores.work().run(() -> kept(stores, id) ? "kept" : "was there"));
      assertThat(said).containsOnlyOnce("kept");
      assertThat(stores.commands().find(CommandId.of(id))).contains(command(id));
    }
  }

  private static boolean kept(Stores stores, String id) {
    try {
      stores.commands().append(command(id));
      return true;
    } catch (MentoringException e) {
      assertThat(e.code()).isEqualTo("command.exists");
      // Whoever was refused sees what was kept.
      assertThat(stores.commands().find(CommandId.of(id))).contains(command(id));
      return false;
    }
  }
}
