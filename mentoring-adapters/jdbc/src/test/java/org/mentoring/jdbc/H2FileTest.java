package org.mentoring.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.EveryContract;

class H2FileTest extends EveryContract {
  @TempDir static Path folder;

  private static TestSchema schema;

  @BeforeAll
  static void open() {
    schema = TestSchema.h2File(folder);
  }

  @Override
  protected Stores empty() {
    return schema.emptied();
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }
}
