package org.mentoring.json.happening;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a verb and how its value is written.
 *
 * @param name the key
 * @param form how the value is written
 * @param needed whether it must be there
 * @param thing for handles: for what they stand; null otherwise
 * @param words for {@link Form#WORD}: the words allowed
 */
record Field(String name, Form form, boolean needed, @Nullable Thing thing, List<String> words) {
  /** How a value is written. */
  enum Form {
    /** A handle. */
    HANDLE,
    /** A list of handles. */
    HANDLES,
    /** A list whose elements are handles or, for those liked alike, lists of handles. */
    ORDER,
    /** A code. */
    CODE,
    /** A list of codes. */
    CODES,
    /** Codes of findings. */
    FINDINGS,
    /** The id of a part of the definition, as of a step. */
    PART,
    /** The id of a practice; absent where the definition has only one. */
    PRACTICE,
    /** One of certain words. */
    WORD,
    /** A reason: 1 to 500 characters. */
    REASON,
    /** A note: 1 to 10,000 characters. */
    NOTE,
    /** A short name that is not a person's, as of a municipality: 1 to 200 characters. */
    NAME,
    /** A day. */
    DAY,
    /** A month, as {@code 2020-11}. */
    MONTH,
    /** A whole number, not negative. */
    NUMBER,
    /** A length in minutes: at most a day. */
    MINUTES,
    /** True or false. */
    TRUTH,
    /** A fact, as files of people tell it. */
    FACT,
    /** An actor, or the name of one. */
    ACTOR,
    /** Reasons by the ids of parts of the definition that were left out. */
    LEFT_OUT,
    /** A list of {@code {municipality, day}}. */
    EVENT_DATES
  }

  static Field need(String name, Form form) {
    return new Field(name, form, true, null, List.of());
  }

  static Field may(String name, Form form) {
    return new Field(name, form, false, null, List.of());
  }

  static Field need(String name, Thing thing) {
    return new Field(name, Form.HANDLE, true, thing, List.of());
  }

  static Field may(String name, Thing thing) {
    return new Field(name, Form.HANDLE, false, thing, List.of());
  }

  static Field needAll(String name, Thing thing) {
    return new Field(name, Form.HANDLES, true, thing, List.of());
  }

  static Field mayAll(String name, Thing thing) {
    return new Field(name, Form.HANDLES, false, thing, List.of());
  }

  static Field needOrder(String name, Thing thing) {
    return new Field(name, Form.ORDER, true, thing, List.of());
  }

  static <E extends Enum<E>> Field need(String name, Class<E> words) {
    return new Field(name, Form.WORD, true, null, names(words));
  }

  static <E extends Enum<E>> Field may(String name, Class<E> words) {
    return new Field(name, Form.WORD, false, null, names(words));
  }

  /** One of some constants, where not all of them fit. */
  static Field needOneOf(String name, Enum<?>... words) {
    return new Field(name, Form.WORD, true, null, Arrays.stream(words).map(Enum::name).toList());
  }

  private static <E extends Enum<E>> List<String> names(Class<E> words) {
    return Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
  }
}
