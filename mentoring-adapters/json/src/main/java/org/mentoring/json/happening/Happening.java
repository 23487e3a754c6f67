package org.mentoring.json.happening;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.identity.Actor;
import org.mentoring.time.Validity;
import org.mentoring.validation.people.FactInput;

/**
 * Something that happens in a programme, as a file tells it, read and checked. Immutable and
 * thread-safe.
 */
public final class Happening {
  private final Place place;
  private final LocalDate on;
  private final LocalDate known;
  private final Verb verb;
  private final Actor by;
  private final @Nullable String as;
  private final @Nullable SortedSet<String> refusal;
  private final Map<String, Object> values;

  Happening(
      Place place,
      LocalDate on,
      LocalDate known,
      Verb verb,
      Actor by,
      @Nullable String as,
      @Nullable SortedSet<String> refusal,
      Map<String, Object> values) {
    this.place = place;
    this.on = on;
    this.known = known;
    this.verb = verb;
    this.by = by;
    this.as = as;
    this.refusal =
        refusal == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(refusal));
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Where it stands in its file. */
  public Place place() {
    return place;
  }

  /** The day when it happened. */
  public LocalDate on() {
    return on;
  }

  /** The day when it became known: that of its command. */
  public LocalDate known() {
    return known;
  }

  /** What happened, in the word of the file, as {@code report}. */
  public String verb() {
    return verb.name();
  }

  /** Who gives the command. */
  public Actor by() {
    return by;
  }

  /** Whether the file says that the programme refuses it. */
  public boolean refusalExpected() {
    return refusal != null;
  }

  /**
   * The handles that tell what it is about, in the order of its keys, each once; the one that it
   * gives itself is the last.
   */
  public List<String> handles() {
    return Stream.concat(references().map(Reference::handle), Stream.ofNullable(as))
        .distinct()
        .toList();
  }

  /** The handle that it gives to what comes of it; null for none. */
  @Nullable String as() {
    return as;
  }

  /** The codes of all findings of an expected refusal; null: none is expected; empty: any. */
  @Nullable SortedSet<String> refusal() {
    return refusal;
  }

  /** All handles among its values. */
  Stream<Reference> references() {
    return references(values);
  }

  /** All handles among values. */
  static Stream<Reference> references(Map<String, Object> values) {
    return values.values().stream().flatMap(Happening::references);
  }

  private static Stream<Reference> references(Object value) {
    if (value instanceof Reference reference) {
      return Stream.of(reference);
    }
    return value instanceof List<?> list
        ? list.stream().flatMap(Happening::references)
        : Stream.empty();
  }

  /** The same later, with everything that is dated in it. */
  Happening later(Period by) {
    Map<String, Object> moved = new LinkedHashMap<>();
    values.forEach((key, value) -> moved.put(key, later(value, by)));
    return new Happening(place, on.plus(by), known.plus(by), verb, this.by, as, refusal, moved);
  }

  private static Object later(Object value, Period by) {
    if (value instanceof FactInput input) {
      LocalDate until = input.validity().until();
      return FactInput.of(
          input.fact(),
          new Validity(input.validity().from().plus(by), until == null ? null : until.plus(by)));
    }
    if (value instanceof LocalDate day) {
      return day.plus(by);
    }
    return value instanceof YearMonth month ? month.plusMonths(by.toTotalMonths()) : value;
  }

  /** Whether it registers somebody. */
  boolean registers() {
    return verb.equals(PeopleVerbs.REGISTER);
  }

  Verb call() {
    return verb;
  }

  Map<String, Object> values() {
    return values;
  }

  /** Redacted: what, when and where. */
  @Override
  public String toString() {
    return "Happening[" + verb.name() + ", " + on + ", " + place + "]";
  }
}
