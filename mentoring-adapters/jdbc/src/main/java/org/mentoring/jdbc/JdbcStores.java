package org.mentoring.jdbc;

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
        new JdbcPlaces(sessions, tables),
        new JdbcIdentities(sessions, tables),
        new JdbcErasures(sessions, tables),
        new JdbcProgrammes(sessions, tables),
        sessions);
  }
}
