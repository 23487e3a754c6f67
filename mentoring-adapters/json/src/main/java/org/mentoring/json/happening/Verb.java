package org.mentoring.json.happening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can happen: a word, its keys and the command that it stands for.
 *
 * @param name as in files
 * @param names what the happening's {@code as} gives a handle to; null: it names nothing
 * @param fields its keys beside those of every happening
 * @param call gives the command
 */
record Verb(String name, @Nullable Thing names, List<Field> fields, Call call) {
  /** Gives one command of a running programme. */
  @FunctionalInterface
  interface Call {
    /** What came of it. */
    Answer answer(Given given);
  }

  static Verb of(String name, Call call, Field... fields) {
    return new Verb(name, null, List.of(fields), call);
  }

  static Verb naming(Thing thing, String name, Call call, Field... fields) {
    return new Verb(name, thing, List.of(fields), call);
  }
}
