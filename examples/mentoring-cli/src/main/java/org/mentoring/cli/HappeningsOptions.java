package org.mentoring.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is replayed, and how the result is told. */
final class HappeningsOptions {
  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "happenings-file")
  @Nullable String file;

  @Mixin StoreOptions storing = new StoreOptions();

  @Option(names = "--definition", paramLabel = "FILE|NAME", descriptionKey = "definition-instead")
  @Nullable String definition;

  @Option(names = "--format", paramLabel = "table|json|csv", defaultValue = "TABLE")
  Format format = Format.TABLE;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out-file")
  @Nullable String out;
}
