package org.mentoring.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import picocli.CommandLine.Option;

/** Who gives a command. */
final class ActorOptions {
  @Option(names = "--by", paramLabel = "ID")
  @Nullable String by;

  @Option(names = "--capacity", paramLabel = "CODE", defaultValue = "COORDINATOR")
  String capacity = "COORDINATOR";

  @Option(names = "--organisation", paramLabel = "ID")
  @Nullable String organisation;

  /**
   * Who it is.
   *
   * @throws Failure if it is not said
   */
  Actor actor() {
    String who = by;
    String of = organisation;
    if (who == null || of == null) {
      throw Failure.usage("error.actor-needed", Map.of());
    }
    return new Actor(who, Code.of(capacity), of);
  }
}
