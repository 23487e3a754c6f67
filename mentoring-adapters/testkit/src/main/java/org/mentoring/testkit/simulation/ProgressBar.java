package org.mentoring.testkit.simulation;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.mentoring.Progress;
import org.mentoring.spi.SystemSources;

/**
 * Draws how far a long work is, in one line that is drawn over again: a bar, hundredths and the
 * seconds that are left if it goes on as it did. The line ends when the work does. Thread-safe.
 */
public final class ProgressBar implements Progress {
  private static final int WIDTH = 40;
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final String name;
  private final LongSupplier stopwatch;
  private final long began;
  private long drawn = -1;

  /**
   * A bar that begins now.
   *
   * @param out a terminal's, best that of errors, so that what is printed stays apart
   * @param name of the work, before the bar
   */
  public ProgressBar(PrintStream out, String name) {
    this(out, name, SystemSources.stopwatch());
  }

  ProgressBar(PrintStream out, String name, LongSupplier stopwatch) {
    this.out = out;
    this.name = name;
    this.stopwatch = stopwatch;
    began = stopwatch.getAsLong();
  }

  @Override
  public synchronized void reached(long done, long total) {
    long hundredths = total == 0 ? 100 : 100 * done / total;
    if (hundredths == drawn) {
      return;
    }
    drawn = hundredths;
    int full = Math.toIntExact(WIDTH * hundredths / 100);
    double left =
        done == 0 ? 0 : (stopwatch.getAsLong() - began) / NANOS * (total - done) / (double) done;
    out.printf(
        Locale.ROOT,
        "\r%s [%s%s] %3d %%%s",
        name,
        "#".repeat(full),
        ".".repeat(WIDTH - full),
        hundredths,
        hundredths == 100 || done == 0
            ? "                "
            : String.format(Locale.ROOT, ", %,.0f s left  ", left));
    if (hundredths == 100) {
      out.println();
    }
    out.flush();
  }
}
