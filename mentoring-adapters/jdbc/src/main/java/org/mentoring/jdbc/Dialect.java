package org.mentoring.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

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

  /** What the database's clock reads now, within a transaction too. */
  Instant time(Handle handle) {
    return switch (this) {
      // Its current_timestamp is that of the transaction's beginning; a UUID of version 7 begins
      // with the milliseconds since 1970 (RFC 9562, section 5.7).
      case H2 ->
          Instant.ofEpochMilli(
              handle
                      .select("select random_uuid(7)")
                      .mapTo(UUID.class)
                      .one()
                      .getMostSignificantBits()
                  >>> 16);
      case POSTGRESQL ->
          handle
              .select("select clock_timestamp()")
              .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
              .one();
    };
  }

  /** The folder of its migrations. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
