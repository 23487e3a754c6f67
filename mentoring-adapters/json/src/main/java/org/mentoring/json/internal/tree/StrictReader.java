package org.mentoring.json.internal.tree;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;

/**
 * Reads the members of one object and collects every fault. A member that is missing or faulty is
 * answered with null after its fault was told; {@link #done()} refuses the keys that nobody asked
 * for. Not thread-safe.
 */
public final class StrictReader {
  private final Node.ObjectNode object;
  private final Faults faults;
  private final Set<String> known = new TreeSet<>();

  private StrictReader(Node.ObjectNode object, Faults faults) {
    this.object = object;
    this.faults = faults;
  }

  /** A reader of an object; empty, with the fault told, if the node is none. */
  public static Optional<StrictReader> of(Node node, Faults faults) {
    Node.ObjectNode object = Values.object(node, faults);
    return object == null ? Optional.empty() : Optional.of(new StrictReader(object, faults));
  }

  /** Where the object stands. */
  public Place place() {
    return object.place();
  }

  /** Where a member's value stands; the object's own place if there is none. */
  public Place place(String key) {
    Node.Member member = object.members().get(key);
    return member == null ? object.place() : member.value().place();
  }

  /** Whether the object has the key. */
  public boolean has(String key) {
    known.add(key);
    return object.members().containsKey(key);
  }

  /** The keys in their order. */
  public List<String> keys() {
    return List.copyOf(object.members().keySet());
  }

  /** Names keys that are allowed besides those asked for. */
  public StrictReader allow(String... keys) {
    known.addAll(List.of(keys));
    return this;
  }

  /** Tells that a key is missing if it is; answers whether it is there. */
  public boolean require(String key) {
    if (!has(key)) {
      faults.add("shape.key-missing", object.place(), Map.of("key", key));
      return false;
    }
    return true;
  }

  /** A member's value as it is. */
  public @Nullable Node node(String key) {
    known.add(key);
    Node.Member member = object.members().get(key);
    return member == null ? null : member.value();
  }

  /** A text, if it is there. */
  public @Nullable String text(String key) {
    Node node = node(key);
    return node == null ? null : Values.text(node, faults);
  }

  /** A text that must be there. */
  public @Nullable String requiredText(String key) {
    return require(key) ? text(key) : null;
  }

  /** A whole number within the inclusive range, if it is there. */
  public @Nullable Long integer(String key, long least, long most) {
    Node node = node(key);
    return node == null ? null : Values.integer(node, least, most, faults);
  }

  /** A whole number that must be there. */
  public @Nullable Long requiredInteger(String key, long least, long most) {
    return require(key) ? integer(key, least, most) : null;
  }

  /** True or false, if it is there. */
  public @Nullable Boolean truth(String key) {
    Node node = node(key);
    return node == null ? null : Values.truth(node, faults);
  }

  /** A day, if it is there. */
  public @Nullable LocalDate date(String key) {
    Node node = node(key);
    return node == null ? null : Values.date(node, faults);
  }

  /** A day that must be there. */
  public @Nullable LocalDate requiredDate(String key) {
    return require(key) ? date(key) : null;
  }

  /** A period, if it is there. */
  public @Nullable Period period(String key) {
    Node node = node(key);
    return node == null ? null : Values.period(node, faults);
  }

  /** A constant of an enumeration, if it is there. */
  public <E extends Enum<E>> @Nullable E enumeration(String key, Class<E> type) {
    Node node = node(key);
    return node == null ? null : Values.constant(node, type, faults);
  }

  /** A constant that must be there. */
  public <E extends Enum<E>> @Nullable E requiredEnumeration(String key, Class<E> type) {
    return require(key) ? enumeration(key, type) : null;
  }

  /** The elements of a list; none if the key is not there. */
  public List<Node> list(String key) {
    Node node = node(key);
    List<Node> values = node == null ? null : Values.list(node, faults);
    return values == null ? List.of() : values;
  }

  /** The texts of a list; none if the key is not there. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node node : list(key)) {
      String text = Values.text(node, faults);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A reader of an inner object, if it is there. */
  public Optional<StrictReader> object(String key) {
    Node node = node(key);
    return node == null ? Optional.empty() : of(node, faults);
  }

  /** Refuses the keys that nobody asked for, with the nearest that are allowed. */
  public void done() {
    done("shape.key-unknown", Map.of());
  }

  /** As {@link #done()}, told under a code of its own with further parameters. */
  public void done(String code, Map<String, String> further) {
    object
        .members()
        .forEach(
            (key, member) -> {
              if (!known.contains(key)) {
                Map<String, String> parameters = new TreeMap<>(further);
                parameters.put("found", faults.toldKey(key));
                parameters.put("maybe", Faults.nearest(key, known));
                parameters.put("allowed", String.join(", ", known));
                faults.add(code, member.keyPlace(), parameters);
              }
            });
  }
}
