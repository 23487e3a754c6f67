package org.mentoring.cli;

import org.mentoring.text.Language;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {
  @Option(names = "--lang", paramLabel = "ru|en", defaultValue = "EN")
  Language language = Language.EN;

  @Option(names = "--quiet")
  boolean quiet;

  @Option(names = "--no-color")
  boolean noColour;

  @Option(names = "--debug")
  boolean debug;
}
