package org.mentoring.json.happening;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that can happen, by its word. */
final class Verbs {
  private static final Map<String, Verb> ALL = all();

  private Verbs() {}

  /** All verbs by their words. */
  static Map<String, Verb> byName() {
    return ALL;
  }

  /** Every key that some verb has. */
  static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    ALL.values().forEach(verb -> verb.fields().forEach(field -> keys.add(field.name())));
    return keys;
  }

  private static Map<String, Verb> all() {
    Map<String, Verb> all = new TreeMap<>();
    Stream.of(
            PeopleVerbs.all(),
            MatchingVerbs.all(),
            MentorshipVerbs.all(),
            ActivityVerbs.all(),
            CareVerbs.all(),
            OversightVerbs.all())
        .flatMap(List::stream)
        .forEach(verb -> all.put(verb.name(), verb));
    return Collections.unmodifiableMap(all);
  }
}
