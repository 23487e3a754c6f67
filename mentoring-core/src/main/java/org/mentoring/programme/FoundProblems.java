package org.mentoring.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.text.Spelling;

/** Problems of a definition, by the ids of its parts. */
final class FoundProblems {
  private static final int WORDS = 3;

  private final String definition;
  private final List<Problem> problems = new ArrayList<>();

  FoundProblems(String definition) {
    this.definition = definition;
  }

  List<Problem> all() {
    return problems;
  }

  /** Each id that stands twice, at {@code prefix} and the id. */
  void once(String what, Stream<String> ids, String prefix) {
    Set<String> seen = new HashSet<>();
    Set<String> told = new HashSet<>();
    ids.forEach(
        id -> {
          if (!seen.add(id) && told.add(id)) {
            add("id.twice", prefix + id, Map.of("found", id, "list", what));
          }
        });
  }

  /** A name that is not among those declared. */
  void unknown(String code, String path, String found, Collection<String> allowed) {
    add(
        code,
        path,
        Map.of(
            "found", found,
            "maybe", String.join(", ", Spelling.alike(found, allowed, WORDS)),
            "allowed", String.join(", ", allowed)));
  }

  void add(String code, String path, Map<String, String> parameters) {
    problems.add(new Problem(code, new Place(definition, 0, 0, path), parameters));
  }
}
