package org.mentoring.json.internal.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.json.internal.tree.Faults;
import org.mentoring.json.internal.tree.Node;
import org.mentoring.json.internal.tree.StrictReader;
import org.mentoring.validation.people.FactDraft;
import org.mentoring.validation.people.FactShape;
import org.mentoring.validation.people.LocatedDraft;
import org.mentoring.validation.people.ParticipantDraft;
import org.mentoring.validation.people.ReferenceDraft;

/**
 * Reads drafts of people from trees. Problems tell shapes and never values, and no keys but those
 * that documents about people may have. Immutable and thread-safe.
 */
public final class PersonTree {
  private static final Set<String> OF_EVERY_FACT = Set.of("kind", "from", "until", "withdrawn");

  private static final String EXAMPLE = "{\"kind\": \"birth\", \"date\": \"2006-05-14\"}";

  private final Set<String> keys;

  private PersonTree(Set<String> keys) {
    this.keys = keys;
  }

  /**
   * For documents that may have these keys beside those of people.
   *
   * @param further keys that problems may repeat
   */
  public static PersonTree with(Set<String> further) {
    Set<String> keys = new TreeSet<>(OF_EVERY_FACT);
    keys.addAll(List.of("id", "references", "system", "value", "facts"));
    keys.addAll(further);
    FactShape.byKind()
        .values()
        .forEach(shape -> shape.components().forEach(each -> keys.add(each.name())));
    return new PersonTree(Set.copyOf(keys));
  }

  /** The keys that documents may have anywhere; others are not repeated. */
  public Set<String> keys() {
    return keys;
  }

  /**
   * Reads a participant.
   *
   * @param node an object with the keys of a participant
   * @param given the id where the object itself tells none; null: it has the key {@code id}
   * @param outside what was found wrong with the document; what lies within the node counts for the
   *     participant
   */
  public LocatedDraft participant(Node node, @Nullable String given, List<Problem> outside) {
    Faults faults = Faults.tellingShapes(keys);
    outside.stream()
        .filter(problem -> within(problem, node))
        .forEach(problem -> faults.add(problem.code(), problem.place(), problem.parameters()));
    Map<String, Place> places = new HashMap<>();
    Set<String> told = new HashSet<>();
    Optional<StrictReader> read = StrictReader.of(node, faults);
    if (read.isEmpty()) {
      return new LocatedDraft(
          new ParticipantDraft(null, null, List.of(), List.of()),
          node.place(),
          path -> node.place(),
          faults.problems(),
          Set.of("id"));
    }
    StrictReader person = read.get();
    String id = given == null ? text(person, "id", "", told) : given;
    String kind = text(person, "kind", "", told);
    places.put("id", given == null ? person.place("id") : node.place());
    places.put("kind", person.place("kind"));
    places.put("references", person.place("references"));
    List<ReferenceDraft> references = new ArrayList<>();
    for (Node each : person.list("references")) {
      StrictReader.of(each, faults)
          .ifPresent(
              reference -> {
                String path = "references[" + references.size() + "]";
                places.put(path, reference.place());
                references.add(
                    new ReferenceDraft(
                        text(reference, "system", path + ".", told),
                        text(reference, "value", path + ".", told)));
                reference.done();
              });
    }
    List<FactDraft> facts = new ArrayList<>();
    for (Node each : person.list("facts")) {
      StrictReader.of(each, faults)
          .ifPresent(
              fact -> facts.add(fact(fact, "facts[" + facts.size() + "]", places, faults, told)));
    }
    person.done("people.person-key-unknown", Map.of("example", EXAMPLE));
    return new LocatedDraft(
        new ParticipantDraft(id, kind, references, facts),
        node.place(),
        path -> place(path, places, node.place()),
        faults.problems(),
        told);
  }

  /** A text that may be absent; one that is there and refused was told, and is noted as such. */
  private static @Nullable String text(
      StrictReader object, String key, String path, Set<String> told) {
    String text = object.text(key);
    if (text == null && object.has(key)) {
      told.add(path + key);
    }
    return text;
  }

  private static FactDraft fact(
      StrictReader fact, String path, Map<String, Place> places, Faults faults, Set<String> told) {
    places.put(path, fact.place());
    Map<String, Object> values = new LinkedHashMap<>();
    for (String key : fact.keys()) {
      places.put(path + "." + key, fact.place(key));
      if (!OF_EVERY_FACT.contains(key)) {
        Node node = fact.node(key);
        Object value = raw(node);
        if (value != null) {
          values.put(key, value);
        } else {
          told.add(path + "." + key);
          if (node instanceof Node.NullNode) {
            faults.add("shape.null", node.place());
          }
        }
      }
    }
    return new FactDraft(
        text(fact, "kind", path + ".", told),
        values,
        text(fact, "from", path + ".", told),
        text(fact, "until", path + ".", told),
        text(fact, "withdrawn", path + ".", told));
  }

  /**
   * The value as a draft holds it; what drafts do not know becomes something that their check
   * refuses.
   */
  private static @Nullable Object raw(@Nullable Node node) {
    if (node instanceof Node.TextNode text) {
      return text.text();
    }
    if (node instanceof Node.NumberNode number) {
      String literal = number.literal();
      return literal.matches("-?\\d{1,18}")
          ? (Object) Long.valueOf(literal)
          : new java.math.BigDecimal(literal);
    }
    if (node instanceof Node.TruthNode truth) {
      return truth.value();
    }
    if (node instanceof Node.ListNode list) {
      List<Object> values = new ArrayList<>();
      for (Node each : list.values()) {
        Object value = raw(each);
        values.add(value == null ? Map.of() : value);
      }
      return values;
    }
    return node instanceof Node.ObjectNode ? Map.of() : null;
  }

  private static Place place(String path, Map<String, Place> places, Place otherwise) {
    String at = path;
    while (!at.isEmpty()) {
      Place place = places.get(at);
      if (place != null) {
        return at.equals(path) ? place : missing(place, path.substring(at.length() + 1));
      }
      int dot = at.lastIndexOf('.');
      at = dot < 0 ? "" : at.substring(0, dot);
    }
    return missing(otherwise, path);
  }

  /** Keeps the line of what would hold an absent part, but names the part itself. */
  private static Place missing(Place holder, String key) {
    return new Place(holder.source(), holder.line(), holder.column(), holder.path() + "." + key);
  }

  private static boolean within(Problem problem, Node node) {
    String path = problem.place().path();
    String own = node.place().path();
    return path != null && own != null && (path.equals(own) || path.startsWith(own + "."));
  }
}
