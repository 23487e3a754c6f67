package org.mentoring.memory;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which ids stand under a key; looked up again when asked, as versions may differ. It belongs to
 * the unit of work as the store does. Thread-safe.
 */
final class Index<K, I extends Comparable<? super I>> {
  private final Kept<K, SortedSet<I>> ids;

  Index(UndoLog log) {
    this.ids = Kept.asAdded(log);
  }

  /** Within a unit of work only. */
  void add(K key, I id) {
    SortedSet<I> known = of(key);
    if (!known.contains(id)) {
      SortedSet<I> more = new TreeSet<>(known);
      more.add(id);
      ids.put(key, Collections.unmodifiableSortedSet(more));
    }
  }

  /** Within a unit of work only. */
  void remove(K key, I id) {
    SortedSet<I> known = of(key);
    if (known.contains(id)) {
      SortedSet<I> fewer = new TreeSet<>(known);
      fewer.remove(id);
      ids.put(key, Collections.unmodifiableSortedSet(fewer));
    }
  }

  /** In their order; none for a key that is not there. */
  SortedSet<I> of(K key) {
    SortedSet<I> known = ids.get(key);
    return known == null ? Collections.emptySortedSet() : known;
  }
}
