package org.mentoring.jdbc.logs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was logged: how much by whom, and all of it that tells something personal. Thread-safe. */
final class Caught {
  /**
   * The canaries of all people, and their birth dates, for nothing else in their lives happens
   * before the year 2000.
   */
  private static final Pattern CANARY =
      Pattern.compile(
          "(GIVEN|FAMILY|NEED|OFFER|TOPIC|PORTAL|WRONG|told)\\d{5}x"
              + "|(канарейка|сказано)\\d{5}ю"
              + "|(?<!\\d)19[789]\\d-[01]\\d-[0-3]\\d");

  private static final SortedMap<String, Long> LOGGED = new TreeMap<>();
  private static final List<String> LEAKS = new ArrayList<>();

  private Caught() {}

  static synchronized void take(String logger, String text, @Nullable Throwable thrown) {
    LOGGED.merge(logger, 1L, Long::sum);
    String all = thrown == null ? text : text + "\n" + stack(thrown);
    if (CANARY.matcher(all).find()) {
      LEAKS.add(logger + ": " + all.replaceAll("\\s+", " "));
    }
  }

  private static String stack(Throwable thrown) {
    StringWriter written = new StringWriter();
    thrown.printStackTrace(new PrintWriter(written));
    return written.toString();
  }

  static synchronized SortedMap<String, Long> logged() {
    return new TreeMap<>(LOGGED);
  }

  static synchronized List<String> leaks() {
    return List.copyOf(LEAKS);
  }
}
