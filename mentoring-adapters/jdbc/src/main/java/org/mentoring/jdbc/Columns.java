package org.mentoring.jdbc;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
    LocalDate kept = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    return statement.bindBySqlType(name, kept, Types.DATE);
  }

  /** An instant in microseconds, from 0001 to 9999; earlier and later ones become these. */
  static <S extends SqlStatement<S>> S instant(S statement, String name, Instant instant) {
    Instant first = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant last = LAST.atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant kept = instant.isBefore(first) ? first : instant.isAfter(last) ? last : instant;
    return statement.bindBySqlType(
        name,
        OffsetDateTime.ofInstant(kept.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** A text, or nothing. */
  static <S extends SqlStatement<S>> S text(S statement, String name, @Nullable Object text) {
    return text == null
        ? statement.bindNull(name, Types.VARCHAR)
        : statement.bind(name, text.toString());
  }
}
