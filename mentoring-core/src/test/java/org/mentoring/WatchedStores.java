package org.mentoring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.JournalEntry;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.spi.Waivers;

/**
 * Stores in memory that count what is written to them and can fail at the very end of a command.
 */
final class WatchedStores {
  private static final Set<String> WRITES =
      Set.of("add", "update", "append", "save", "redact", "erase");

  private final Stores base = InMemoryStores.create();
  final Stores stores =
      new Stores(
          counting(Participants.class, base.participants()),
          counting(Proposals.class, base.proposals()),
          counting(SelectionEvents.class, base.selectionEvents()),
          counting(Mentorships.class, base.mentorships()),
          counting(Activities.class, base.activities()),
          counting(Incidents.class, base.incidents()),
          counting(Waivers.class, base.waivers()),
          base.decisions(),
          base.commands(),
          failing(base.journal()),
          base.outbox(),
          base.places(),
          base.identities(),
          base.erasures(),
          base.programmes(),
          base.work());

  /** How many things were written to the stores of state. */
  int writes;

  /** Whether entries of the journal cannot be kept. */
  boolean broken;

  /** What is thrown then. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private <T> T counting(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (WRITES.contains(method.getName())) {
                writes += arguments[0] instanceof Collection<?> several ? several.size() : 1;
              }
              return called(store, method, arguments);
            }));
  }

  private Journal failing(Journal journal) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              if (broken && method.getName().equals("append")) {
                throw new Broken();
              }
              return called(journal, method, arguments);
            });
  }

  private static Object called(Object store, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  List<CommandRecord> commands() {
    return base.commands().list(null, 1_000).items();
  }

  List<JournalEntry> entries() {
    return base.journal().waiting(10_000);
  }

  /** All that is known of people and of what they do. */
  String state() {
    List<String> all = new ArrayList<>();
    for (ParticipantId id : base.participants().ids()) {
      all.add(CanonicalForm.of(base.participants().find(id).orElseThrow()));
      all.add(CanonicalForm.of(base.participants().history(id)));
      all.add(CanonicalForm.of(base.places().of(id)));
    }
    all.add(CanonicalForm.of(base.proposals().list(null, 1_000).items()));
    all.add(CanonicalForm.of(base.selectionEvents().list(null, 1_000).items()));
    all.add(
        CanonicalForm.of(base.mentorships().list(Mentorships.Which.all(), null, 1_000).items()));
    all.add(CanonicalForm.of(base.activities().list(null, 1_000).items()));
    all.add(CanonicalForm.of(base.incidents().list(null, 1_000).items()));
    all.add(CanonicalForm.of(base.waivers().list(null, 1_000).items()));
    return String.join("\n", all);
  }

  /** The same, and what is on record of the commands. */
  String everything() {
    return String.join(
        "\n",
        state(),
        CanonicalForm.of(commands()),
        CanonicalForm.of(base.decisions().list(null, 1_000).items()),
        CanonicalForm.of(entries()),
        Long.toString(base.outbox().waiting()));
  }
}
