package org.mentoring.jdbc;

import java.util.regex.Pattern;
import org.mentoring.failure.Invariants;

/**
 * Where the tables are.
 *
 * @param schema the schema that holds them and nothing else: 1 to 63 characters of {@code a-z 0-9
 *     _}, starting with a letter
 */
public record StoreSettings(String schema) {
  private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** Refuses a malformed name with {@code schema.malformed}. */
  public StoreSettings {
    Invariants.present("StoreSettings", schema);
    Invariants.holds(
        SCHEMA.matcher(schema).matches() && !schema.startsWith("pg_"),
        "schema.malformed",
        "schema",
        "1 to 63 of a-z 0-9 _, starting with a letter but not with pg_");
  }

  /** The schema {@code mentoring}. */
  public static StoreSettings standard() {
    return new StoreSettings("mentoring");
  }

  /** These settings with another schema. */
  public StoreSettings inSchema(String name) {
    return new StoreSettings(name);
  }
}
