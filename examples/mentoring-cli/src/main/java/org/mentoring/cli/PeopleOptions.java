package org.mentoring.cli;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run is made on. */
final class PeopleOptions {
  @Mixin PackOptions laid = new PackOptions();

  @Option(names = "--definition", paramLabel = "FILE|NAME", required = true)
  String definition = "";

  @Option(names = "--people", paramLabel = "FILE", required = true)
  String people = "";

  @Option(names = "--as-of", paramLabel = "DATE", required = true)
  LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--known-at", paramLabel = "INSTANT")
  @Nullable Instant knownAt;

  @Option(names = "--practice", paramLabel = "ID")
  @Nullable String practice;

  @Option(
      names = "--csv-dialect",
      paramLabel = "standard|russian|russian-utf8",
      defaultValue = "standard")
  Dialect dialect = Dialect.STANDARD;
}
