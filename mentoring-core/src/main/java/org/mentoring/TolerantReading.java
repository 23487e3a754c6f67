package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.spi.Page;

/** Reads stores in which somebody may have changed what is no value any more then. */
final class TolerantReading {
  private static final int PAGE = 1_000;

  private TolerantReading() {}

  /** What a store gives, or nothing where what it holds is no value any more. */
  static <T> Optional<T> readable(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidValue e) {
      return Optional.empty();
    } catch (MentoringException e) {
      if (e.code().equals("record.malformed")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @FunctionalInterface
  interface Pages<T> {
    Page<T> page(@Nullable String after, int most);
  }

  /**
   * A page past what cannot be read.
   *
   * @param unreadable of those that were looked at
   * @param next where it goes on; null if this was the last
   */
  record Part<T>(List<T> items, List<UnreadableRecords.Row> unreadable, @Nullable String next) {}

  /**
   * Looks at so many records at most; where some cannot be read, at one after the other.
   *
   * @param after tells, of one that cannot be read, where the page behind it begins
   */
  static <T> Part<T> part(
      Pages<T> pages,
      @Nullable String from,
      int most,
      Function<UnreadableRecords.Row, String> after) {
    try {
      Page<T> page = pages.page(from, most);
      return new Part<>(page.items(), List.of(), page.next());
    } catch (UnreadableRecords e) {
      return oneByOne(pages, from, most, after);
    }
  }

  /** All that can be read and is looked for. */
  static <T> List<T> all(
      Pages<T> pages, Function<UnreadableRecords.Row, String> after, Predicate<T> wanted) {
    List<T> all = new ArrayList<>();
    String next = null;
    do {
      Part<T> part = part(pages, next, PAGE, after);
      part.items().stream().filter(wanted).forEach(all::add);
      next = part.next();
    } while (next != null);
    return all;
  }

  private static <T> Part<T> oneByOne(
      Pages<T> pages,
      @Nullable String from,
      int most,
      Function<UnreadableRecords.Row, String> after) {
    List<T> items = new ArrayList<>();
    List<UnreadableRecords.Row> unreadable = new ArrayList<>();
    String next = from;
    for (int i = 0; i < most; i++) {
      try {
        Page<T> one = pages.page(next, 1);
        items.addAll(one.items());
        next = one.next();
        if (next == null) {
          break;
        }
      } catch (UnreadableRecords e) {
        UnreadableRecords.Row row = e.rows().get(0);
        unreadable.add(row);
        next = after.apply(row);
      }
    }
    return new Part<>(items, unreadable, next);
  }

  private static <T> Page<T> read(
      Pages<T> pages, @Nullable String after, int most, List<UnreadableRecords.Row> unreadable) {
    try {
      return pages.page(after, most);
    } catch (UnreadableRecords e) {
      unreadable.addAll(e.rows());
      throw e;
    }
  }

  /** Whether all could be read: the entries name this one and those behind it. */
  static <T> boolean pages(Pages<T> pages, Consumer<T> each) {
    return pages(pages, each, row -> Optional.empty());
  }

  /**
   * Whether all that can be read was: what cannot is told by its row, and passed over.
   *
   * @param unreadable tells where the page behind one begins that cannot be read; nothing: it ends
   */
  static <T> boolean pages(
      Pages<T> pages,
      Consumer<T> each,
      Function<UnreadableRecords.Row, Optional<String>> unreadable) {
    String after = null;
    int most = PAGE;
    while (true) {
      String behind = after;
      int rows = most;
      List<UnreadableRecords.Row> wrong = new ArrayList<>();
      Optional<Page<T>> page = readable(() -> read(pages, behind, rows, wrong));
      if (rows == 1 && !wrong.isEmpty()) {
        Optional<String> next = unreadable.apply(wrong.get(0));
        if (next.isEmpty() || next.get().equals(after)) {
          return false;
        }
        after = next.get();
        most = PAGE;
        continue;
      }
      if (page.isPresent()) {
        page.get().items().forEach(each);
        after = page.get().next();
        if (after == null) {
          return true;
        }
        most = PAGE;
      } else if (most == 1) {
        return false;
      } else {
        most = most / 2;
      }
    }
  }
}
