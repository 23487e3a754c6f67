package org.mentoring.cli;

import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Tyumen programme with the committed sample of people. */
@Command(name = "demo")
final class DemoCommand extends ProgrammeCommand {
  /** The people of the demo; nobody of them exists. */
  static final String PEOPLE = "demo/people.csv";

  @Mixin MatchOptions match = new MatchOptions();

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "mentoring-demo")
  String folder = "mentoring-demo";

  @Override
  int run(Texts texts, Stages stages) {
    PeopleOptions people = new PeopleOptions();
    people.definition = "tyumen-2020";
    people.asOf = LocalDate.of(2020, 10, 1);
    try (ProgrammeRun run = ProgrammeRun.openResource(people, PEOPLE, texts, stages)) {
      return new MatchRun(run, texts, stages, palette(), terminal()).of(match.wishes(null, folder));
    }
  }
}
