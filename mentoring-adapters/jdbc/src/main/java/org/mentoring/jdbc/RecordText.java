package org.mentoring.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.record.RecordTree;

/** Records as JSON texts and back. */
final class RecordText {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final ObjectReader TREE = JSON.readerFor(Object.class);

  /** The place in a row whose columns say something else than its body. */
  static final String COLUMNS = "columns";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,64}");

  private RecordText() {}

  /**
   * The text of a record.
   *
   * @param declared the type that it will be read as
   * @throws MentoringException {@code text.unstorable} where a text in it holds what no database
   *     keeps
   */
  static String write(Class<?> declared, Object value) {
    Object tree = RecordTree.write(declared, value);
    refuseUnstorable(declared.getSimpleName(), tree);
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not written: " + declared.getName(), e);
    }
  }

  /**
   * The record of a text.
   *
   * @throws MentoringException {@code record.malformed}
   */
  private static <T> T read(Class<T> declared, String text) {
    Object tree;
    try {
      tree = TREE.readValue(text);
    } catch (JsonProcessingException e) {
      // Its message quotes the text.
      throw new MentoringException(
          "record.malformed",
          Map.of("place", declared.getSimpleName(), "allowed", "JSON"),
          "Look at the source of this record, at the place named.");
    }
    return RecordTree.read(declared, tree);
  }

  /**
   * The record of a row's body.
   *
   * @throws UnreadableRecords that names the row
   */
  static <T> T read(Class<T> declared, ResultSet row, Named named) throws SQLException {
    return read(declared, row.getString("body"), named.in(row));
  }

  /**
   * The record of a body that a row had.
   *
   * @param where the row
   * @throws UnreadableRecords that names the row
   */
  static <T> T read(Class<T> declared, String body, Row where) {
    try {
      return read(declared, body);
    } catch (MentoringException e) {
      if (!e.code().equals("record.malformed")) {
        throw e;
      }
      throw where.unreadable(e.attributes().getOrDefault("place", declared.getSimpleName()));
    }
  }

  /**
   * The record of a row's body, which must be the one that the row is found by: whoever asks for
   * one thing must not be given another.
   *
   * @param own the id that the body says
   * @throws UnreadableRecords that names the row
   */
  static <T> T read(Class<T> declared, ResultSet row, Named named, Function<T, String> own)
      throws SQLException {
    T value = read(declared, row, named);
    Columns.refuseUnless(Columns.says(row, named.id(), own.apply(value)), row, named);
    return value;
  }

  /**
   * How a row is named to people.
   *
   * @param record of which kind it is
   * @param id the column with its opaque id
   * @param number the column with its number; null if it has none
   */
  record Named(String record, String id, @Nullable String number) {
    Named(String record, String id) {
      this(record, id, null);
    }

    /** How a row is named, for as long as it takes to read it. */
    Row in(ResultSet row) throws SQLException {
      return new Row(
          record,
          Objects.requireNonNullElse(row.getString(id), ""),
          number == null ? 0 : row.getLong(number));
    }

    UnreadableRecords unreadable(ResultSet row, String place) throws SQLException {
      return in(row).unreadable(place);
    }
  }

  /** A row as it is named to people. */
  record Row(String record, String id, long number) {
    UnreadableRecords unreadable(String place) {
      return new UnreadableRecords(List.of(new UnreadableRecords.Row(record, id, number, place)));
    }
  }

  /** Whether a database keeps a text as it is: PostgreSQL no U+0000, and nobody half characters. */
  static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == 0) {
        return false;
      }
      if (Character.isSurrogate(each)) {
        if (!Character.isHighSurrogate(each)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static void refuseUnstorable(String place, Object tree) {
    if (tree instanceof String text) {
      if (!storable(text)) {
        throw new MentoringException(
            "text.unstorable",
            Map.of("place", place),
            "Take the characters out that are no text: U+0000 and halves of surrogate pairs.");
      }
    } else if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            refuseUnstorable(place, name);
            refuseUnstorable(place + "." + told(name), value);
          });
    } else if (tree instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        refuseUnstorable(place + "." + i, list.get(i));
      }
    }
  }

  /** A component's name; a key that may be data is not told. */
  private static String told(Object name) {
    return NAME.matcher(name.toString()).matches() ? name.toString() : "*";
  }
}
