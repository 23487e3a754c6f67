package org.mentoring;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.EntriesDigest;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.journal.SealedEntry;
import org.mentoring.journal.Verification;
import org.mentoring.spi.Commands;

/**
 * Compares records of commands with the entries that these left, sealed or not: the record holds a
 * digest of the entries, and the last of them one of the record. For one run; not thread-safe.
 */
final class CommandCheck {
  private final Commands commands;
  private final Sieve sieve;
  private final Consumer<JournalFault> found;

  /** Those whose entries have not all come yet. */
  private final Map<CommandId, Known> records = new HashMap<>();

  /** What sealed entries tell of commands whose entries have not all come yet. */
  private final Map<CommandId, Entries> sealed = new HashMap<>();

  /** The same with what waits: that comes again once it is sealed. */
  private final Map<CommandId, Entries> waiting = new HashMap<>();

  /** What a record tells of its entries. */
  private static final class Known {
    /** The record's own. */
    final String digest;

    final @Nullable String entries;

    /** The record, where it was made before it held a digest of its entries. */
    final @Nullable CommandRecord earlier;

    /** Whether the entry of the command itself has come. */
    boolean named;

    Known(CommandRecord record) {
      this(record, record.digest());
    }

    Known(CommandRecord record, String digest) {
      this.digest = digest;
      entries = record.entries();
      earlier = entries == null ? record : null;
    }

    boolean toldBy(JournalEntry own) {
      // Entries of releases that noted no digest tell that there was a command, and no more.
      String content = own.content();
      return content == null || content.equals(digest);
    }

    boolean tells(Entries left) {
      JournalEntry own = left.own;
      if (own != null && !toldBy(own)) {
        // What the record says is not proved, and that is told.
        return true;
      }
      return entries == null
          ? earlier == null || left.tells(earlier)
          : entries.equals(left.digest.text());
    }
  }

  /** The entries of one command that came so far. */
  private static final class Entries {
    final EntriesDigest digest;
    final Actor by;
    final Instant at;
    boolean alike = true;

    /** The command's own; null until it comes. */
    @Nullable JournalEntry own;

    Entries(JournalEntry first) {
      digest = new EntriesDigest();
      by = first.by();
      at = first.at();
    }

    Entries(Entries other) {
      digest = new EntriesDigest(other.digest);
      by = other.by;
      at = other.at;
      alike = other.alike;
      own = other.own;
    }

    void take(JournalEntry entry, byte[] made) {
      digest.add(made);
      alike &= entry.by().equals(by) && entry.at().equals(at);
      if (own(entry)) {
        own = entry;
      }
    }

    boolean tells(CommandRecord record) {
      return alike
          && by.equals(record.by())
          && at.equals(record.at())
          && (own == null || WaitingCommands.tells(own, record));
    }
  }

  CommandCheck(Commands commands, Sieve sieve, Consumer<JournalFault> found) {
    this.commands = commands;
    this.sieve = sieve;
    this.found = found;
  }

  static boolean own(JournalEntry entry) {
    return entry.subjectKind().equals(Recorder.COMMAND)
        && entry.subject().equals(entry.command().value());
  }

  /** What the digest of a command's entries is made of. */
  static byte[] made(JournalEntry entry) {
    return EntriesDigest.of(own(entry) ? entry.withContent(null) : entry);
  }

  /**
   * A record.
   *
   * @param digest its own
   */
  void known(CommandRecord record, String digest) {
    records.put(record.id(), new Known(record, digest));
  }

  /** Entries that come next in the chain. */
  void sealed(HashedEntries hashed) {
    List<SealedEntry> entries = hashed.entries();
    for (int place = 0; place < entries.size(); place++) {
      JournalEntry entry = entries.get(place).entry();
      named(entry);
      if (takes(entry)) {
        sealed(entry, hashed.digest(place));
      }
    }
  }

  private boolean takes(JournalEntry entry) {
    return sieve.takes(entry.command().value());
  }

  private void sealed(JournalEntry entry, byte[] made) {
    CommandId id = entry.command();
    Entries left = sealed.computeIfAbsent(id, command -> new Entries(entry));
    left.take(entry, made);
    // It comes last: what comes yet, though nothing is missing, was put in.
    if (own(entry)) {
      Known known = records.get(id);
      if (known != null && known.tells(left)) {
        sealed.remove(id);
        records.remove(id);
      }
    }
  }

  /** Looks for the record of the command that an entry is of; sealed or not. */
  void named(JournalEntry entry) {
    if (!entry.subjectKind().equals(Recorder.COMMAND) || !sieve.takes(entry.subject())) {
      return;
    }
    Optional<CommandId> id = TolerantReading.readable(() -> CommandId.of(entry.subject()));
    if (id.isEmpty()) {
      found.accept(JournalFault.of(Kind.COMMAND_MISSING, entry.subject()));
      return;
    }
    Optional<Optional<Known>> known = find(id.get());
    if (known.isEmpty()) {
      found.accept(JournalFault.of(Kind.COMMAND_CHANGED, entry.subject()));
    } else if (known.get().isEmpty()) {
      found.accept(JournalFault.of(Kind.COMMAND_MISSING, entry.subject()));
    } else {
      Known record = known.get().get();
      record.named = true;
      records.put(id.get(), record);
      if (!record.toldBy(entry)) {
        found.accept(JournalFault.of(Kind.COMMAND_CHANGED, entry.subject()));
      }
    }
  }

  /** Of a command that was given after the others were read too; empty where it is unreadable. */
  private Optional<Optional<Known>> find(CommandId id) {
    Known known = records.get(id);
    return known != null
        ? Optional.of(Optional.of(known))
        : TolerantReading.readable(() -> commands.find(id).map(Known::new));
  }

  /** Whether records are there that no entry has named. */
  boolean open() {
    return records.values().stream().anyMatch(each -> !each.named);
  }

  /** Tells of records that no entry has named. */
  void tellUnnamed() {
    records.entrySet().stream()
        .filter(each -> !each.getValue().named)
        .map(each -> each.getKey().value())
        .sorted()
        .forEach(id -> found.accept(JournalFault.of(Kind.COMMAND_UNRECORDED, id)));
  }

  /** An entry that waits, in the view that is compared. */
  void waits(JournalEntry entry) {
    if (takes(entry)) {
      waiting.computeIfAbsent(entry.command(), id -> copy(id, entry)).take(entry, made(entry));
    }
  }

  private Entries copy(CommandId id, JournalEntry entry) {
    Entries before = sealed.get(id);
    return before == null ? new Entries(entry) : new Entries(before);
  }

  /** Which commands left other entries than are there, after all of them have come. */
  Set<JournalFault> compared() {
    Set<JournalFault> faults = new LinkedHashSet<>();
    SortedSet<CommandId> all = new TreeSet<>(sealed.keySet());
    all.addAll(waiting.keySet());
    for (CommandId id : all) {
      Entries left = waiting.getOrDefault(id, sealed.get(id));
      Optional<Optional<Known>> known = find(id);
      if (left == null || known.isEmpty() || faults.size() >= Verification.MOST_FAULTS) {
        // One that cannot be read is told of elsewhere.
        continue;
      }
      if (known.get().isEmpty()) {
        faults.add(JournalFault.of(Kind.COMMAND_MISSING, id.value()));
      } else if (!known.get().get().tells(left)) {
        faults.add(JournalFault.of(Kind.ENTRIES_CHANGED, id.value()));
      }
    }
    waiting.clear();
    return faults;
  }

  /** How many commands are in memory. */
  int held() {
    return records.size() + sealed.size() + waiting.size();
  }

  /** Forgets those that come in a later pass. */
  void narrow() {
    records.keySet().removeIf(each -> !sieve.takes(each.value()));
    sealed.keySet().removeIf(each -> !sieve.takes(each.value()));
    waiting.keySet().removeIf(each -> !sieve.takes(each.value()));
  }

  void clear() {
    records.clear();
    sealed.clear();
  }
}
