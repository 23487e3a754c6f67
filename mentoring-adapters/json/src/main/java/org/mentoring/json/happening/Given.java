package org.mentoring.json.happening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.activity.Note;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.validation.people.FactInput;

/**
 * What a verb is given: the running programme, and the values of its happening with every handle
 * put into its id. What the reader checked to be there is there.
 */
final class Given {
  private final Mentoring mentoring;
  private final Happening happening;
  private final Handles handles;

  Given(Mentoring mentoring, Happening happening, Handles handles) {
    this.mentoring = mentoring;
    this.happening = happening;
    this.handles = handles;
  }

  Mentoring mentoring() {
    return mentoring;
  }

  Actor by() {
    return happening.by();
  }

  LocalDate on() {
    return happening.on();
  }

  Handles handles() {
    return handles;
  }

  boolean has(String field) {
    return happening.values().containsKey(field);
  }

  <T> T value(String field, Class<T> type) {
    T value = find(field, type);
    if (value == null) {
      throw new IllegalStateException(
          happening.verb() + " was read without " + field + " at " + happening.place());
    }
    return value;
  }

  <T> @Nullable T find(String field, Class<T> type) {
    Object value = happening.values().get(field);
    return value == null ? null : type.cast(value);
  }

  String text(String field) {
    return value(field, String.class);
  }

  LocalDate day(String field) {
    return value(field, LocalDate.class);
  }

  Note note(String field) {
    return Note.of(text(field));
  }

  @Nullable Note findNote(String field) {
    String text = find(field, String.class);
    return text == null ? null : Note.of(text);
  }

  /** Notes by the ids of parts of the definition; empty where the field is absent. */
  SortedMap<String, Note> notes(String field) {
    SortedMap<String, Note> notes = new TreeMap<>();
    Map<?, ?> texts = find(field, Map.class);
    if (texts != null) {
      texts.forEach((part, text) -> notes.put((String) part, Note.of((String) text)));
    }
    return notes;
  }

  Code code(String field) {
    return value(field, Code.class);
  }

  SortedSet<Code> codes(String field) {
    SortedSet<Code> codes = new TreeSet<>();
    elements(field).forEach(each -> codes.add((Code) each));
    return codes;
  }

  SortedSet<String> texts(String field) {
    SortedSet<String> texts = new TreeSet<>();
    elements(field).forEach(each -> texts.add((String) each));
    return texts;
  }

  FactInput fact(String field) {
    return value(field, FactInput.class);
  }

  <E extends Enum<E>> E constant(String field, Class<E> type, E otherwise) {
    String word = find(field, String.class);
    return word == null ? otherwise : Enum.valueOf(type, word);
  }

  <E extends Enum<E>> E constant(String field, Class<E> type) {
    return Enum.valueOf(type, text(field));
  }

  <T> T id(String field, Class<T> type) {
    return resolved(value(field, Reference.class), type);
  }

  <T> @Nullable T findId(String field, Class<T> type) {
    Reference reference = find(field, Reference.class);
    return reference == null ? null : resolved(reference, type);
  }

  /** A participant: its handle is its id, whether it is registered or not. */
  ParticipantId participant(String field) {
    return participant(value(field, Reference.class));
  }

  @Nullable ParticipantId findParticipant(String field) {
    Reference reference = find(field, Reference.class);
    return reference == null ? null : participant(reference);
  }

  SortedSet<ParticipantId> participants(String field) {
    SortedSet<ParticipantId> ids = new TreeSet<>();
    elements(field).forEach(each -> ids.add(participant((Reference) each)));
    return ids;
  }

  private static ParticipantId participant(Reference reference) {
    return ParticipantId.of(reference.handle());
  }

  /** A ranking: from the best on, those who are liked alike together. */
  List<List<ParticipantId>> order(String field) {
    List<List<ParticipantId>> order = new ArrayList<>();
    for (Object alike : elements(field)) {
      List<ParticipantId> place = new ArrayList<>();
      for (Object each : (List<?>) alike) {
        place.add(participant((Reference) each));
      }
      order.add(place);
    }
    return order;
  }

  List<?> elements(String field) {
    List<?> elements = find(field, List.class);
    return elements == null ? List.of() : elements;
  }

  private <T> T resolved(Reference reference, Class<T> type) {
    return handles
        .find(reference.thing(), reference.handle())
        .map(type::cast)
        .orElseThrow(() -> new IllegalStateException("played without its " + reference.thing()));
  }
}
