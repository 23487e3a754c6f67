package org.mentoring.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.mentoring.spi.Stores;

/** A migrated database for the harnesses, which may look at it from inside. */
public final class ProofDatabase implements AutoCloseable {
  private final TestSchema schema;

  private ProofDatabase(TestSchema schema) {
    this.schema = schema;
  }

  /** H2 in memory. */
  public static ProofDatabase h2() {
    return new ProofDatabase(TestSchema.h2InMemory());
  }

  /** H2 in a file. */
  public static ProofDatabase h2(Path folder) {
    return new ProofDatabase(TestSchema.h2File(folder));
  }

  /** A database of the server of this JVM. */
  public static ProofDatabase postgresql() {
    return new ProofDatabase(TestSchema.postgres());
  }

  /**
   * A database of the server of this JVM.
   *
   * @param most how many connections at once
   */
  public static ProofDatabase postgresql(int most) {
    return new ProofDatabase(TestSchema.postgres(most));
  }

  /** The version of the server of this JVM. */
  public static String serverVersion() {
    return PostgresServer.version();
  }

  /** Stores over a file that was migrated before; it stays open as long as the program runs. */
  public static Stores fileStores(Path folder) {
    return storesOn(EmbeddedDatabase.open(folder.resolve("test")).connections());
  }

  /** Stores over a database that was migrated before. */
  public static Stores storesOn(DataSource connections) {
    return JdbcStores.open(ConnectionSource.owned(connections), StoreSettings.standard());
  }

  /** A statement on the tables of the standard schema. */
  static String sql(String text) {
    return new Tables(StoreSettings.standard()).sql(text);
  }

  /** Creates the tables. */
  public static void migrate(DataSource connections) {
    Migrations.MIGRATE.run(connections, StoreSettings.standard());
  }

  /** Connections to a server, as its superuser. */
  public static HikariDataSource pooled(String url) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername("postgres");
    pool.setMaximumPoolSize(4);
    pool.setMinimumIdle(0);
    return pool;
  }

  /** Stores that hold nothing; what was there is gone. */
  public Stores emptied() {
    return schema.emptied();
  }

  /** Stores over what is there, in transactions of our own. */
  public Stores stores() {
    return schema.stores();
  }

  /** Stores over what is there, on other connections to this database. */
  public Stores stores(DataSource connections, int attempts) {
    return JdbcStores.open(
        new ConnectionSource.Owned(connections, attempts, failed -> {}), schema.settings());
  }

  /** Stores over what is there, in the host's transactions. */
  public Stores joined(Supplier<Connection> current) {
    return JdbcStores.open(ConnectionSource.joined(current), schema.settings());
  }

  /** Stores over what is there, whose places are guarded by some of the guards only. */
  public Stores guarded(boolean lock, boolean key) {
    Set<JdbcPlaces.Guard> guards = EnumSet.noneOf(JdbcPlaces.Guard.class);
    if (lock) {
      guards.add(JdbcPlaces.Guard.LOCK);
    }
    if (key) {
      guards.add(JdbcPlaces.Guard.KEY);
    }
    Sessions sessions = new Sessions(new ConnectionSource.Owned(connections(), 100, failed -> {}));
    Tables tables = new Tables(schema.settings());
    return new Stores(
        new JdbcParticipants(sessions, tables),
        new JdbcProposals(sessions, tables),
        new JdbcSelectionEvents(sessions, tables),
        new JdbcMentorships(sessions, tables),
        new JdbcActivities(sessions, tables),
        new JdbcIncidents(sessions, tables),
        new JdbcWaivers(sessions, tables),
        new JdbcDecisions(sessions, tables),
        new JdbcCommands(sessions, tables),
        new JdbcJournal(sessions, tables),
        new JdbcOutbox(sessions, tables),
        new JdbcPlaces(sessions, tables, guards),
        new JdbcIdentities(sessions, tables),
        new JdbcErasures(sessions, tables, List.of()),
        new JdbcProgrammes(sessions, tables),
        sessions);
  }

  /** Its connections, pooled. */
  public DataSource connections() {
    return schema.connections();
  }

  @Override
  public void close() {
    schema.close();
  }
}
