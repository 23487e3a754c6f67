package org.mentoring.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * The keys that commands rest on: that nobody has more mentees than places, that nobody is twice
 * registered and no command given twice. Tables that somebody changed by hand may lack one.
 */
final class UniqueKeys {
  private static final Set<String> KEYS =
      Set.of(
          "activity_attendance (entry, participant)",
          "activity_entry (number)",
          "activity_entry (recorded)",
          "command (id)",
          "decision (id)",
          "decision_part (decision, participant, entries)",
          "definition (hash)",
          "definition_in_force (number)",
          "dossier_part (participant, entries)",
          "erasure (participant)",
          "external_reference (system, reference)",
          "fact_entry (fact)",
          "fact_entry (participant, number)",
          "identity (hash)",
          "incident (id)",
          "incident_participant (incident, participant)",
          "journal (arrival)",
          "journal (event)",
          "journal (number)",
          "journal_sealer (id)",
          "mentorship (id)",
          "mentorship_party (mentorship, participant, position)",
          "outbox (arrival)",
          "outbox (event)",
          "participant (id)",
          "place (mentor, scope, number)",
          "proposal (id)",
          "proposal_participant (proposal, participant)",
          "selection_event (id)",
          "selection_event_invitation (selection_event, participant)",
          "waiver (id)");

  private UniqueKeys() {}

  /**
   * Those that are not there, each as its table and columns.
   *
   * @throws SQLException as the database tells it
   */
  static SortedSet<String> missing(DataSource connections, String schema) throws SQLException {
    SortedSet<String> missing = new TreeSet<>(KEYS);
    missing.removeAll(there(connections, schema));
    return missing;
  }

  /** All that a schema has. */
  static Set<String> there(DataSource connections, String schema) throws SQLException {
    Set<String> there = new HashSet<>();
    try (Connection connection = connections.getConnection()) {
      DatabaseMetaData data = connection.getMetaData();
      for (String table : tables(data, schema)) {
        Map<String, SortedMap<Integer, String>> keys = new HashMap<>();
        try (ResultSet rows = data.getPrimaryKeys(connection.getCatalog(), schema, table)) {
          while (rows.next()) {
            add(keys, "primary", rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
          }
        }
        try (ResultSet rows =
            data.getIndexInfo(connection.getCatalog(), schema, table, true, true)) {
          while (rows.next()) {
            // One over some of the rows keeps the others from nothing.
            if (rows.getString("INDEX_NAME") != null
                && rows.getString("FILTER_CONDITION") == null) {
              add(
                  keys,
                  "index " + rows.getString("INDEX_NAME"),
                  rows.getInt("ORDINAL_POSITION"),
                  rows.getString("COLUMN_NAME"));
            }
          }
        }
        keys.values()
            .forEach(
                columns ->
                    there.add(lower(table) + " (" + String.join(", ", columns.values()) + ")"));
      }
    }
    return there;
  }

  private static List<String> tables(DatabaseMetaData data, String schema) throws SQLException {
    List<String> tables = new ArrayList<>();
    String exactly = schema.replace("_", data.getSearchStringEscape() + "_");
    try (ResultSet rows = data.getTables(null, exactly, "%", null)) {
      while (rows.next()) {
        if (rows.getString("TABLE_TYPE").endsWith("TABLE")) {
          tables.add(rows.getString("TABLE_NAME"));
        }
      }
    }
    return tables;
  }

  private static void add(
      Map<String, SortedMap<Integer, String>> keys, String key, int at, String column) {
    keys.computeIfAbsent(key, name -> new TreeMap<>()).put(at, lower(column));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
