package org.mentoring.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mentoring.Progress;

/** The stages of a run: how long each took, and a line of progress while one takes long. */
final class Stages {
  private static final long SECOND = 1_000_000_000L;

  private final Terminal terminal;
  private final Texts texts;
  private final boolean quiet;
  private final List<Stage> done = new ArrayList<>();

  Stages(Terminal terminal, Texts texts, boolean quiet) {
    this.terminal = terminal;
    this.texts = texts;
    this.quiet = quiet;
  }

  /** Does the work and remembers how long it took. */
  <T> T time(String name, Work<T> work) {
    long begun = terminal.nanos().getAsLong();
    T result = work.run(progress(name, begun));
    done.add(new Stage(name, terminal.nanos().getAsLong() - begun));
    return result;
  }

  /** How long each stage took, in milliseconds. */
  String text() {
    List<String> parts = new ArrayList<>();
    for (Stage stage : done) {
      parts.add(
          texts.say("stage." + stage.name())
              + " "
              + String.format(Locale.ROOT, "%.1f", stage.nanos() / 1e6));
    }
    return texts.say("stages", "stages", String.join(", ", parts));
  }

  private Progress progress(String name, long begun) {
    if (quiet) {
      return Progress.NONE;
    }
    long[] last = {begun};
    return (steps, total) -> {
      long now = terminal.nanos().getAsLong();
      // The last step is no news: the result follows.
      if (now - last[0] >= SECOND && steps < total) {
        last[0] = now;
        terminal.err().println(texts.say("stage." + name) + ": " + steps + " / " + total);
        terminal.err().flush();
      }
    };
  }

  /** A piece of work that can tell how far it is. */
  @FunctionalInterface
  interface Work<T> {
    T run(Progress progress);
  }

  private record Stage(String name, long nanos) {}
}
