package org.mentoring.json.happening;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the handles of a file stand for, as far as it was played. Not thread-safe. */
final class Handles {
  private final Map<Thing, Map<String, Object>> ids = new EnumMap<>(Thing.class);

  void put(Thing thing, String handle, Object id) {
    ids.computeIfAbsent(thing, each -> new HashMap<>()).put(handle, id);
  }

  /** The handle that stands for something. */
  Optional<String> of(Thing thing, Object id) {
    return ids.getOrDefault(thing, Map.of()).entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<Object> find(Thing thing, String handle) {
    return Optional.ofNullable(ids.getOrDefault(thing, Map.of()).get(handle));
  }
}
