package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * A column beside a body, by which rows are looked for: it is written as the body says, and a row
 * in which it says something else is not read.
 *
 * @param name the column's
 * @param values what is bound
 * @param said whether a row says what a thing does
 * @param <T> the things
 */
record Column<T>(String name, Bound<T> values, Said<T> said) {
  /** Binds the value of a thing. */
  @FunctionalInterface
  interface Bound<T> {
    Update to(Update statement, T thing);
  }

  /** Compares a row with a thing. */
  @FunctionalInterface
  interface Said<T> {
    boolean by(ResultSet row, T thing) throws SQLException;
  }

  static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
    return new Column<>(
        name,
        (statement, thing) -> Columns.text(statement, name, value.apply(thing)),
        (row, thing) -> {
          Object own = value.apply(thing);
          return Columns.says(row, name, own == null ? null : own.toString());
        });
  }

  static <T> Column<T> day(String name, Function<T, @Nullable LocalDate> value) {
    return new Column<>(
        name,
        (statement, thing) -> Columns.day(statement, name, value.apply(thing)),
        (row, thing) -> Columns.says(row, name, value.apply(thing)));
  }

  static <T> Column<T> flag(String name, Predicate<T> value) {
    return new Column<>(
        name,
        (statement, thing) -> statement.bind(name, value.test(thing)),
        (row, thing) -> row.getBoolean(name) == value.test(thing));
  }

  /** Their names, as a query selects them. */
  static <T> String names(List<Column<T>> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** Binds all of them. */
  static <T> Update bound(List<Column<T>> columns, Update statement, T thing) {
    for (Column<T> each : columns) {
      each.values().to(statement, thing);
    }
    return statement;
  }

  /** Whether a row says in all of them what a thing does. */
  static <T> boolean say(List<Column<T>> columns, ResultSet row, T thing) throws SQLException {
    for (Column<T> each : columns) {
      if (!each.said().by(row, thing)) {
        return false;
      }
    }
    return true;
  }
}
