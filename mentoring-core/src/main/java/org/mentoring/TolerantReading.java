package org.mentoring;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
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

  /** Whether all could be read: the entries name this one and those behind it. */
  static <T> boolean pages(Pages<T> pages, Consumer<T> each) {
    String after = null;
    int most = PAGE;
    while (true) {
      String behind = after;
      int rows = most;
      Optional<Page<T>> page = readable(() -> pages.page(behind, rows));
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
