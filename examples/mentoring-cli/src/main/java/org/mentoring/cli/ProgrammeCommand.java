package org.mentoring.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands have in common. */
abstract class ProgrammeCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Spec @Nullable CommandSpec spec;

  private @Nullable Terminal terminal;

  /** Tells the command where to write; must come first. */
  final void use(Terminal value) {
    terminal = value;
  }

  final Terminal terminal() {
    if (terminal == null) {
      throw new IllegalStateException("use() comes first");
    }
    return terminal;
  }

  final Palette palette() {
    return new Palette(terminal().colour() && !common.noColour);
  }

  final Texts texts() {
    return Texts.in(common.language);
  }

  @Override
  public final Integer call() {
    Texts texts = texts();
    return run(texts, new Stages(terminal(), texts, common.quiet));
  }

  /** Does the work and answers with an {@link ExitCode}. */
  abstract int run(Texts texts, Stages stages);
}
