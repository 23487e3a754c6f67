package org.mentoring.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the tables of a store that an earlier release made up to this one. */
@Command(name = "migrate")
final class MigrateCommand extends ProgrammeCommand {
  @Mixin StoreOptions storing = new StoreOptions();

  @Override
  int run(Texts texts, Stages stages) {
    OpenStore store = stages.time("migrate", progress -> OpenStore.migrated(storing));
    store.close();
    terminal().out().println(texts.say("migrate.done"));
    return ExitCode.OK;
  }
}
