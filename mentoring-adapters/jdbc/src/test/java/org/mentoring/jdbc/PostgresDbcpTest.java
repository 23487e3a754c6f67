package org.mentoring.jdbc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.mentoring.spi.Stores;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresDbcpTest extends EveryContract {
  private final TestSchema schema = TestSchema.postgresDbcp();

  @Override
  Stores empty() {
    return schema.emptied();
  }

  @AfterAll
  void close() throws Exception {
    schema.close();
  }
}
