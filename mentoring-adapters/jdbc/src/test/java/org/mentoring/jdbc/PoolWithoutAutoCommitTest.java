package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;

/** Its connections come without autocommit, and with the transaction of its own question open. */
class PoolWithoutAutoCommitTest {
  @Test
  void commands_are_kept_and_all_queries_answered() throws Exception {
    try (BasicDataSource pool = new BasicDataSource()) {
      pool.setUrl(PostgresServer.url(PostgresServer.newDatabase()));
      pool.setUsername("postgres");
      pool.setDefaultAutoCommit(false);
      pool.setValidationQuery("select 1");
      pool.setTestOnBorrow(true);
      StoreSettings settings = StoreSettings.standard();
      Migrations.MIGRATE.run(pool, settings);
      Stores stores = JdbcStores.open(ConnectionSource.owned(pool), settings);
      ParticipantId id = ParticipantId.of("p-1");
      stores
          .work()
          .run(
              () -> {
                stores.participants().add(Participant.of(id, ParticipantKind.PERSON, List.of()));
                return id;
              });
      assertThat(stores.work().read(() -> stores.participants().ids())).containsExactly(id);
      assertThat(stores.participants().ids()).containsExactly(id);
      assertThat(pool.getNumActive()).isZero();
    }
  }
}
