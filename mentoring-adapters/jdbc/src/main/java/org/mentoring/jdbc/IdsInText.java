package org.mentoring.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/** Looks for rows by the ids in their bodies, where an id stands as it is, in quotes. Slow. */
record IdsInText(List<String> ids) {
  static IdsInText of(Collection<String> ids) {
    return new IdsInText(List.copyOf(ids));
  }

  /** The condition that a body names one of them. */
  String condition() {
    return IntStream.range(0, ids.size())
        .mapToObj(place -> "position(:quoted" + place + " in body) > 0")
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  Query bind(Query query) {
    for (int place = 0; place < ids.size(); place++) {
      query.bind("quoted" + place, '"' + ids.get(place) + '"');
    }
    return query;
  }
}
