package org.mentoring.jdbc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.EveryContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresDbcpTest extends EveryContract {
  private final TestSchema schema = TestSchema.postgresDbcp();

  @Override
  protected Stores empty() {
    return schema.emptied();
  }

  @AfterAll
  void close() throws Exception {
    schema.close();
  }
}
