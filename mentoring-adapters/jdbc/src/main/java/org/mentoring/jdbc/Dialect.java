package org.mentoring.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** The databases that are known. */
enum Dialect {
  H2,
  POSTGRESQL;

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product.toLowerCase(Locale.ROOT)) {
      case "h2" -> H2;
      case "postgresql" -> POSTGRESQL;
      default ->
          throw new StoreFailure(
              "store.unknown-database", Map.of("product", product), "Use H2 or PostgreSQL.", false);
    };
  }

  /** The folder of its migrations. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
