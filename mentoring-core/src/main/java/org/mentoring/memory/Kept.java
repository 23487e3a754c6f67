package org.mentoring.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps by key. While a unit of work runs, its own thread sees what it has written;
 * every other thread sees what was there before, without waiting, until the whole unit is done.
 * Values are never changed in place, and what is read is one state even while it is read.
 * Thread-safe.
 */
final class Kept<K, V> {
  private final Map<K, V> newest;
  private final UndoLog log;

  /** What the unit has replaced; empty for keys that were not there. */
  private final Map<K, Optional<V>> before = new HashMap<>();

  private @Nullable Object unit;

  private Kept(Map<K, V> empty, UndoLog log) {
    this.newest = empty;
    this.log = log;
  }

  /** In the order of the keys. */
  static <K extends Comparable<? super K>, V> Kept<K, V> sorted(UndoLog log) {
    return new Kept<>(new TreeMap<>(), log);
  }

  /** In the order in which the keys were added. */
  static <K, V> Kept<K, V> asAdded(UndoLog log) {
    return new Kept<>(new LinkedHashMap<>(), log);
  }

  /** What this thread may see. */
  synchronized @Nullable V get(K key) {
    return seen(key, newest.get(key), log.hides(unit));
  }

  /** Those of the values that fit, in their order. */
  synchronized List<V> values(Predicate<V> which) {
    return seen(newest, which, Integer.MAX_VALUE);
  }

  /**
   * Of keys in order those after one.
   *
   * @param after null: from the beginning
   * @param most at most so many
   */
  synchronized List<V> values(@Nullable K after, Predicate<V> which, int most) {
    boolean all = after == null || !(newest instanceof TreeMap<K, V>);
    return seen(all ? newest : ((TreeMap<K, V>) newest).tailMap(after, false), which, most);
  }

  synchronized List<K> keys() {
    boolean hidden = log.hides(unit);
    if (!hidden) {
      return List.copyOf(newest.keySet());
    }
    List<K> keys = new ArrayList<>();
    newest.forEach(
        (key, value) -> {
          if (seen(key, value, true) != null) {
            keys.add(key);
          }
        });
    return List.copyOf(keys);
  }

  /** A key that the running unit has removed is not among those that are gone through. */
  private List<V> seen(Map<K, V> from, Predicate<V> which, int most) {
    boolean hidden = log.hides(unit);
    List<V> found = new ArrayList<>();
    for (Map.Entry<K, V> each : from.entrySet()) {
      if (found.size() == most) {
        break;
      }
      V value = seen(each.getKey(), each.getValue(), hidden);
      if (value != null && which.test(value)) {
        found.add(value);
      }
    }
    return List.copyOf(found);
  }

  private @Nullable V seen(K key, @Nullable V value, boolean hidden) {
    Optional<V> replaced = hidden ? before.get(key) : null;
    return replaced == null ? value : replaced.orElse(null);
  }

  /** Within a unit of work only. */
  void put(K key, V value) {
    change(key, value);
  }

  /** Within a unit of work only; not for what is gone through in order. */
  void remove(K key) {
    change(key, null);
  }

  private synchronized void change(K key, @Nullable V value) {
    Object running = log.running();
    if (unit != running) {
      before.clear();
      unit = running;
    }
    V replaced = newest.get(key);
    before.putIfAbsent(key, Optional.ofNullable(replaced));
    set(key, value);
    log.note(() -> set(key, replaced));
  }

  private synchronized void set(K key, @Nullable V value) {
    if (value == null) {
      newest.remove(key);
    } else {
      newest.put(key, value);
    }
  }
}
