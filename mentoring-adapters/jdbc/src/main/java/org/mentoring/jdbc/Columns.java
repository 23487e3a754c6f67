package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Values as columns. What a column is too narrow for is cut there; the body has it whole. */
final class Columns {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private Columns() {}

  /** A day from 0001 to 9999; earlier and later ones become these. */
  static <S extends SqlStatement<S>> S day(S statement, String name, @Nullable LocalDate day) {
    if (day == null) {
      return statement.bindNull(name, Types.DATE);
    }
    return statement.bindBySqlType(name, kept(day), Types.DATE);
  }

  private static LocalDate kept(LocalDate day) {
    return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
  }

  /** An instant in microseconds, from 0001 to 9999; earlier and later ones become these. */
  static <S extends SqlStatement<S>> S instant(S statement, String name, Instant instant) {
    return statement.bindBySqlType(
        name,
        OffsetDateTime.ofInstant(kept(instant), ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** What of an instant a column keeps. */
  static Instant kept(Instant instant) {
    Instant first = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant last = LAST.atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant kept = instant.isBefore(first) ? first : instant.isAfter(last) ? last : instant;
    return kept.truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether a column says what a day was kept as. */
  static boolean says(ResultSet row, String name, @Nullable LocalDate day) throws SQLException {
    return Objects.equals(row.getObject(name, LocalDate.class), day == null ? null : kept(day));
  }

  /** Whether a column says what an instant was kept as. */
  static boolean says(ResultSet row, String name, @Nullable Instant instant) throws SQLException {
    return instant(row, name).equals(Optional.ofNullable(instant).map(Columns::kept));
  }

  /** The instant that a column says. */
  static Optional<Instant> instant(ResultSet row, String name) throws SQLException {
    return Optional.ofNullable(row.getObject(name, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** Whether a column says a text. */
  static boolean says(ResultSet row, String name, @Nullable String text) throws SQLException {
    return Objects.equals(row.getString(name), text);
  }

  /**
   * A record that can be proved is not read by halves: what is looked for by its columns must be
   * what its body says.
   *
   * @param agree whether the columns say what the body does
   */
  static void refuseUnless(boolean agree, ResultSet row, RecordText.Named named)
      throws SQLException {
    if (!agree) {
      throw named.unreadable(row, RecordText.COLUMNS);
    }
  }

  /** A text, or nothing. */
  static <S extends SqlStatement<S>> S text(S statement, String name, @Nullable Object text) {
    return text == null
        ? statement.bindNull(name, Types.VARCHAR)
        : statement.bind(name, text.toString());
  }
}
