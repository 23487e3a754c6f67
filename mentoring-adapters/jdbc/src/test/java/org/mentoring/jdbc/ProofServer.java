package org.mentoring.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.dbcp2.BasicDataSource;
import org.jspecify.annotations.Nullable;
import org.mentoring.spi.Stores;

/** A PostgreSQL server of its own that writes as in earnest, and can be killed. */
public final class ProofServer implements AutoCloseable {
  private final Path data;
  private EmbeddedPostgres server;
  private int databases;
  private @Nullable HikariDataSource pool;

  private ProofServer(Path data) throws IOException {
    this.data = data;
    server = started(0);
  }

  /** Starts one. */
  public static ProofServer start(Path data) throws IOException {
    return new ProofServer(data);
  }

  private EmbeddedPostgres started(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            // On a busy machine it takes its time to go through what it had written.
            .setPGStartupWait(Duration.ofMinutes(2));
    if (port > 0) {
      builder.setPort(port);
    }
    return builder.start();
  }

  /** Begins a new database and forgets the one before. */
  public void emptied() {
    leave();
    if (databases > 0) {
      PostgresServer.execute(
          server.getPostgresDatabase(), "drop database if exists " + name() + " with (force)");
    }
    databases++;
    PostgresServer.execute(server.getPostgresDatabase(), "create database " + name());
    ProofDatabase.migrate(pool());
  }

  private String name() {
    return "proof_" + databases;
  }

  /** Whether what is committed is on the disk, as the server says. */
  public boolean writesAsInEarnest() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select current_setting('fsync') || current_setting('synchronous_commit')")) {
      return found.next() && found.getString(1).equals("onon");
    }
  }

  /**
   * Stores for who works while the server is killed: without it they fail at once, instead of
   * waiting for a connection.
   */
  public Stores impatient(BasicDataSource pool) {
    pool.setUrl(url());
    pool.setUsername("postgres");
    pool.setMaxTotal(8);
    return ProofDatabase.storesOn(pool);
  }

  /** Where the database is. */
  public String url() {
    return server.getJdbcUrl("postgres", name());
  }

  /** Stores over the database. */
  public Stores stores() {
    return ProofDatabase.storesOn(pool());
  }

  private HikariDataSource pool() {
    HikariDataSource there = pool;
    if (there == null) {
      there = ProofDatabase.pooled(url());
      pool = there;
    }
    return there;
  }

  private void leave() {
    HikariDataSource there = pool;
    if (there != null) {
      there.close();
    }
    pool = null;
  }

  /**
   * Waits until what a killed program had sent last is through: a COMMIT that was on its way is
   * carried out though nobody hears of it, and must not come between two looks at the stores.
   */
  public void settled() throws SQLException {
    try (Connection connection = pool().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Each command writes to it and holds it until its end.
      statement.execute(ProofDatabase.sql("lock table $.journal in share mode"));
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Kills the postmaster and all its processes with signal 9, and waits until they are gone. */
  public void kill()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    long postmaster =
        Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>();
    all.add(process);
    process.descendants().forEach(all::add);
    for (ProcessHandle each : all) {
      each.destroyForcibly();
    }
    for (ProcessHandle each : all) {
      each.onExit().get(1, TimeUnit.MINUTES);
    }
  }

  /** Starts the killed server again on what it left. */
  public void startAgain() throws IOException {
    int port = server.getPort();
    leave();
    server.close();
    server = started(port);
  }

  @Override
  public void close() throws IOException {
    leave();
    server.close();
  }
}
