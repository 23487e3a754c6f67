package org.mentoring.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proposes pairs and explains each one. */
@Command(name = "match")
final class MatchCommand extends ProgrammeCommand {
  @Mixin PeopleOptions people = new PeopleOptions();

  @Mixin MatchOptions match = new MatchOptions();

  @Option(names = "--out", paramLabel = "DIR")
  @Nullable String folder;

  @Override
  int run(Texts texts, Stages stages) {
    MatchRun.Wishes wishes = match.wishes(people.practice, folder);
    try (ProgrammeRun run = ProgrammeRun.open(people, terminal(), texts, stages)) {
      return new MatchRun(run, texts, stages, palette(), terminal()).of(wishes);
    }
  }
}
