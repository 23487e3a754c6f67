package org.mentoring.jdbc;

import java.sql.Connection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.mentoring.failure.Invariants;

/** Whose transactions commands run in. */
public sealed interface ConnectionSource {
  /**
   * Transactions of our own: each command begins one, commits it, and is repeated after a pause
   * where the database asks for that. Connections go back as they came, with autocommit or without.
   *
   * @param connections a pool, as a rule; what is open on a connection that it gives is rolled back
   * @param attempts how often a command is tried in all, 1 to 100
   * @param pauses what passes between two tries
   */
  record Owned(DataSource connections, int attempts, Pauses pauses) implements ConnectionSource {
    /** Refuses a number out of range. */
    public Owned {
      Invariants.present("ConnectionSource", connections, pauses);
      Invariants.range("attempts", attempts, 1, 100);
    }

    /** With the usual pauses. */
    public Owned(DataSource connections, int attempts) {
      this(connections, attempts, Pauses.standard());
    }
  }

  /**
   * The host's transactions: a command runs on the connection that the host has open for the
   * running thread. It is never committed, rolled back or closed here, its isolation is not changed
   * and nothing is repeated; where a command fails the host rolls back.
   *
   * @param current gives the connection of the running transaction
   */
  record Joined(Supplier<Connection> current) implements ConnectionSource {
    /** Refuses null. */
    public Joined {
      Invariants.present("ConnectionSource", current);
    }
  }

  /** Transactions of our own, each command tried up to ten times. */
  static ConnectionSource owned(DataSource connections) {
    return new Owned(connections, 10);
  }

  /** The host's transactions. */
  static ConnectionSource joined(Supplier<Connection> current) {
    return new Joined(current);
  }
}
