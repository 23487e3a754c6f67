package org.mentoring.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a programme is kept. */
final class StoreOptions {
  @Option(names = "--store", paramLabel = "FILE|URL")
  @Nullable String store;

  @Option(names = "--store-user", paramLabel = "NAME")
  @Nullable String user;

  @Option(names = "--store-password", paramLabel = "PASSWORD")
  @Nullable String password;

  @Option(names = "--schema", paramLabel = "NAME", defaultValue = "mentoring")
  String schema = "mentoring";

  /** Whether a store is named. */
  boolean named() {
    return store != null;
  }
}
