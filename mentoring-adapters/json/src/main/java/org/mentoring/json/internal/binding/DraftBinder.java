package org.mentoring.json.internal.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.json.internal.tree.Faults;
import org.mentoring.json.internal.tree.Node;
import org.mentoring.json.internal.tree.Paths;
import org.mentoring.json.internal.tree.Values;
import org.mentoring.validation.Locations;

/**
 * Reads a tree into a draft: every part that can be read is read, every other is told and left
 * null.
 */
public final class DraftBinder implements Locations {
  private final String source;
  private final Faults faults;
  private final Map<String, Place> places = new HashMap<>();

  /**
   * @param source the document's name in problems
   * @param faults takes what cannot be read
   */
  public DraftBinder(String source, Faults faults) {
    this.source = source;
    this.faults = faults;
  }

  /** The draft in the tree, or null if the root is no object. */
  public <T> @Nullable T bind(Node root, Class<T> draft) {
    return draft.cast(value(root, draft));
  }

  @Override
  public Place placeOf(String path) {
    String at = path;
    while (!at.isEmpty()) {
      Place place = places.get(at);
      if (place != null) {
        return place;
      }
      at = Paths.parent(at);
    }
    Place root = places.get("");
    return root == null ? Place.of(source) : root;
  }

  private @Nullable Object value(Node node, Type type) {
    String path = node.place().path();
    places.put(path == null ? "" : path, node.place());
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return generic.getRawType() == Map.class ? map(node, last) : list(node, last);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      Node.ObjectNode object = Values.object(node, faults);
      return object == null ? null : record(object, raw, false);
    }
    return raw.isSealed() ? sealed(node, raw) : scalar(node, raw);
  }

  private @Nullable Object scalar(Node node, Class<?> type) {
    if (type == String.class) {
      return Values.text(node, faults);
    }
    if (type == Integer.class) {
      Long number = Values.integer(node, Integer.MIN_VALUE, Integer.MAX_VALUE, faults);
      return number == null ? null : number.intValue();
    }
    if (type == Long.class) {
      return Values.integer(node, Long.MIN_VALUE, Long.MAX_VALUE, faults);
    }
    if (type == BigDecimal.class) {
      return Values.decimal(node, faults);
    }
    if (type == Boolean.class) {
      return Values.truth(node, faults);
    }
    if (type == LocalDate.class) {
      return Values.date(node, faults);
    }
    if (type == Period.class) {
      return Values.period(node, faults);
    }
    if (type.isEnum()) {
      return constant(node, type);
    }
    throw new IllegalStateException("drafts do not hold " + type.getName());
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object constant(Node node, Class<?> type) {
    return Values.constant(node, type.asSubclass(Enum.class), faults);
  }

  private @Nullable Object sealed(Node node, Class<?> type) {
    Node.ObjectNode object = Values.object(node, faults);
    if (object == null) {
      return null;
    }
    Map<String, Class<?>> kinds = DraftShapes.kinds(type);
    Node.Member member = object.members().get(DraftShapes.KIND);
    if (member == null) {
      faults.add(
          "shape.kind-missing",
          node.place(),
          Map.of("key", DraftShapes.KIND, "allowed", String.join(", ", kinds.keySet())));
      return null;
    }
    String kind = Values.choice(member.value(), List.copyOf(kinds.keySet()), faults);
    Class<?> draft = kind == null ? null : kinds.get(kind);
    return draft == null ? null : record(object, draft, true);
  }

  private Object record(Node.ObjectNode object, Class<?> draft, boolean ofKind) {
    Map<String, RecordComponent> components = DraftShapes.components(draft);
    Set<String> known = new TreeSet<>(components.keySet());
    if (ofKind) {
      known.add(DraftShapes.KIND);
    }
    object.members().forEach((key, member) -> refuseUnknown(key, member, known));
    Class<?>[] types = new Class<?>[components.size()];
    @Nullable Object[] values = new Object[components.size()];
    int at = 0;
    for (Map.Entry<String, RecordComponent> component : components.entrySet()) {
      Node.Member member = object.members().get(component.getKey());
      types[at] = component.getValue().getType();
      values[at++] =
          member == null ? null : value(member.value(), component.getValue().getGenericType());
    }
    try {
      return draft.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + draft.getName(), e);
    }
  }

  private void refuseUnknown(String key, Node.Member member, Set<String> known) {
    if (!known.contains(key)) {
      faults.add(
          "shape.key-unknown",
          member.keyPlace(),
          Map.of(
              "found", Faults.printable(key),
              "maybe", Faults.nearest(key, known),
              "allowed", String.join(", ", known)));
    }
  }

  private @Nullable List<@Nullable Object> list(Node node, Type element) {
    List<Node> nodes = Values.list(node, faults);
    if (nodes == null) {
      return null;
    }
    // Elements that cannot be read stay as nulls, so that the others keep their indexes.
    List<@Nullable Object> values = new ArrayList<>();
    for (Node each : nodes) {
      values.add(value(each, element));
    }
    return values;
  }

  private @Nullable Map<String, Object> map(Node node, Type element) {
    Node.ObjectNode object = Values.object(node, faults);
    if (object == null) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (key, member) -> {
              Object value = value(member.value(), element);
              if (value != null) {
                values.put(key, value);
              }
            });
    return values;
  }
}
