package org.mentoring.jdbc;

import java.util.List;
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
    JdbcParticipants participants = new JdbcParticipants(sessions, tables);
    JdbcProposals proposals = new JdbcProposals(sessions, tables);
    JdbcSelectionEvents events = new JdbcSelectionEvents(sessions, tables);
    JdbcMentorships mentorships = new JdbcMentorships(sessions, tables);
    JdbcActivities activities = new JdbcActivities(sessions, tables);
    JdbcIncidents incidents = new JdbcIncidents(sessions, tables);
    JdbcWaivers waivers = new JdbcWaivers(sessions, tables);
    List<JdbcErasures.Misplaced> searched =
        List.of(
            participants::misplaced,
            proposals::misplaced,
            events::misplaced,
            mentorships::misplaced,
            activities::misplaced,
            incidents::misplaced,
            waivers::misplaced);
    return new Stores(
        participants,
        proposals,
        events,
        mentorships,
        activities,
        incidents,
        waivers,
        new JdbcDecisions(sessions, tables),
        new JdbcCommands(sessions, tables),
        new JdbcJournal(sessions, tables),
        new JdbcOutbox(sessions, tables),
        new JdbcPlaces(sessions, tables),
        new JdbcIdentities(sessions, tables),
        new JdbcErasures(sessions, tables, searched),
        new JdbcProgrammes(sessions, tables),
        sessions);
  }
}
