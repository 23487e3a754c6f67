package org.mentoring.jdbc.harness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All rows of all tables, to see what a command has changed. */
final class Rows {
  private final SortedMap<String, List<String>> tables = new TreeMap<>();

  private Rows() {}

  static Rows of(DataSource connections) throws SQLException {
    Rows rows = new Rows();
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> names = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery(
              "select table_name from information_schema.tables where table_schema = 'mentoring'"
                  + " and lower(table_name) <> 'mentoring_schema_history'")) {
        while (found.next()) {
          names.add(found.getString(1));
        }
      }
      for (String name : names) {
        try (ResultSet found =
            statement.executeQuery("select * from \"mentoring\".\"" + name + "\"")) {
          List<String> all = new ArrayList<>();
          int columns = found.getMetaData().getColumnCount();
          while (found.next()) {
            StringBuilder row = new StringBuilder();
            for (int i = 1; i <= columns; i++) {
              row.append(found.getString(i)).append('\t');
            }
            all.add(row.toString());
          }
          rows.tables.put(name, all);
        }
      }
    }
    return rows;
  }

  /** How many rows went and came, by table; tables without a change are left out. */
  SortedMap<String, String> changesTo(Rows after) {
    SortedMap<String, String> changes = new TreeMap<>();
    tables.forEach(
        (name, rows) -> {
          List<String> came = new ArrayList<>(after.tables.getOrDefault(name, List.of()));
          List<String> gone = new ArrayList<>();
          rows.forEach(
              row -> {
                if (!came.remove(row)) {
                  gone.add(row);
                }
              });
          if (!came.isEmpty() || !gone.isEmpty()) {
            changes.put(name, "-" + gone.size() + " +" + came.size());
          }
        });
    return changes;
  }
}
