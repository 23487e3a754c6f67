package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Programmes;

/**
 * The definitions that a running programme was given, and those that its store has kept from
 * earlier ones, by their hashes. Thread-safe.
 */
final class KnownDefinitions {
  private final Programmes stored;
  private final ProgrammeDefinition current;
  private final String currentHash;
  private final SortedMap<String, ProgrammeDefinition> given = new TreeMap<>();
  private final Map<String, ProgrammeDefinition> read = new ConcurrentHashMap<>();

  /** As which the store was seen to have the current one in force; null until then. */
  private volatile Programmes.@Nullable InForce announced;

  KnownDefinitions(
      Programmes stored, ProgrammeDefinition current, Collection<ProgrammeDefinition> earlier) {
    this.stored = stored;
    this.current = current;
    this.currentHash = current.hash();
    earlier.forEach(each -> given.put(each.hash(), each));
    given.put(currentHash, current);
  }

  /** What is known by this hash; nothing where the store holds something else under it. */
  Optional<ProgrammeDefinition> find(String hash) {
    ProgrammeDefinition known = given.getOrDefault(hash, read.get(hash));
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ProgrammeDefinition> found = intact(stored, hash);
    found.ifPresent(each -> read.put(hash, each));
    return found;
  }

  /** What a store holds under a hash, if that is its hash. */
  static Optional<ProgrammeDefinition> intact(Programmes stored, String hash) {
    try {
      return stored.find(hash).filter(each -> each.hash().equals(hash));
    } catch (InvalidValue e) {
      return Optional.empty();
    } catch (MentoringException e) {
      if (e.code().equals("record.malformed")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * All versions of the programme: the current one, then those that were given, then those of the
   * store, the one that came into force last before others.
   */
  List<ProgrammeDefinition> all() {
    SortedMap<String, ProgrammeDefinition> others = new TreeMap<>(given);
    List<ProgrammeDefinition> all = new ArrayList<>();
    all.add(current);
    others.remove(currentHash);
    all.addAll(others.values());
    List<String> hashes = new ArrayList<>(stored.hashes());
    List<Programmes.InForce> takenUp = stored.takenUp();
    for (int i = takenUp.size() - 1; i >= 0; i--) {
      if (hashes.remove(takenUp.get(i).hash())) {
        find(takenUp.get(i).hash()).filter(each -> isOther(each, all)).ifPresent(all::add);
      }
    }
    for (String hash : hashes) {
      find(hash).filter(each -> isOther(each, all)).ifPresent(all::add);
    }
    return all;
  }

  private boolean isOther(ProgrammeDefinition found, List<ProgrammeDefinition> all) {
    return found.id().equals(current.id()) && !all.contains(found);
  }

  /** Hears what a command adds to the store beside its own work. */
  interface Heard {
    /** A definition is kept from now on. */
    void kept(ProgrammeDefinition definition, String hash);

    /** A definition is in force from now on. */
    void inForce(ProgrammeDefinition definition, String hash);
  }

  /**
   * Within each command: sees to it that the store has the definition which the command is judged
   * by. An instance makes its definition the one in force once, so that instances of two versions
   * which work side by side for a while do not take turns.
   */
  void keep(Instant now, Heard heard) {
    Programmes.InForce seen = announced;
    if (seen != null) {
      // The transaction that it was seen in may have been a host's and taken back.
      if (stored.takenUp().contains(seen)) {
        return;
      }
      announced = null;
    }
    Programmes.InForce last = stored.inForce().orElse(null);
    if (last != null
        && last.hash().equals(currentHash)
        && given.keySet().stream().allMatch(stored::holds)) {
      announced = last;
      return;
    }
    // An import may be under way into stores that hold nothing yet.
    stored.lock();
    given.forEach(
        (hash, definition) -> {
          if (stored.keep(definition)) {
            heard.kept(definition, hash);
          }
        });
    // Whoever waited for another instance that did the same has nothing left to do.
    if (stored.inForce().filter(each -> each.hash().equals(currentHash)).isEmpty()) {
      stored.takeUp(new Programmes.InForce(currentHash, now));
      heard.inForce(current, currentHash);
    }
  }
}
