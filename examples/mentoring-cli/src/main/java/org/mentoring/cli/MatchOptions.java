package org.mentoring.cli;

import org.jspecify.annotations.Nullable;
import org.mentoring.text.Audience;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a matching is told, and what a coordinator changes in it. */
final class MatchOptions {
  @Mixin Interventions interventions = new Interventions();

  @Mixin CurrentPairs current = new CurrentPairs();

  @Option(names = "--format", paramLabel = "table|json|csv", defaultValue = "TABLE")
  Format format = Format.TABLE;

  @Option(names = "--audience", paramLabel = "coordinator|public", defaultValue = "COORDINATOR")
  Audience audience = Audience.COORDINATOR;

  @Option(names = "--show", paramLabel = "N", defaultValue = "5")
  int show = 5;

  MatchRun.Wishes wishes(@Nullable String practice, @Nullable String folder) {
    if (audience == Audience.PARTY) {
      throw Failure.usage("error.no-party", java.util.Map.of());
    }
    if (show < 0) {
      throw Failure.usage("error.show", java.util.Map.of());
    }
    return new MatchRun.Wishes(
        practice, interventions, current, format, audience == Audience.PUBLIC, show, folder);
  }
}
