package org.mentoring.jdbc;

import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Stores;

/** Stores in a database whose tables are there, as {@code Migrations} makes them. */
public final class JdbcStores {
  private JdbcStores() {}

  /**
   * The stores. Nothing is opened: connections are asked for as they are needed.
   *
   * @param source whose transactions commands run in
   * @param settings where the tables are
   * @return thread-safe stores, which need no closing
   */
  public static Stores open(ConnectionSource source, StoreSettings settings) {
    Sessions sessions = new Sessions(source);
    Tables tables = new Tables(settings);
    Stores pending = InMemoryStores.create();
    return new Stores(
        pending.participants(),
        pending.proposals(),
        pending.selectionEvents(),
        pending.mentorships(),
        pending.activities(),
        pending.incidents(),
        pending.waivers(),
        new JdbcDecisions(sessions, tables),
        new JdbcCommands(sessions, tables),
        new JdbcJournal(sessions, tables),
        new JdbcOutbox(sessions, tables),
        new JdbcPlaces(sessions, tables),
        new JdbcIdentities(sessions, tables),
        new JdbcErasures(sessions, tables),
        sessions);
  }
}
