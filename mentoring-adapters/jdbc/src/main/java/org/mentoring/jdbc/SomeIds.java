package org.mentoring.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/**
 * Asks for some hundreds of rows by their ids in few statements, which are always the same ones.
 */
final class SomeIds {
  private static final int AT_ONCE = 100;
  private static final String PLACES =
      IntStream.range(0, AT_ONCE)
          .mapToObj(place -> ":id" + place)
          .collect(Collectors.joining(", ", "(", ")"));

  private final List<String> ids;

  private SomeIds(List<String> ids) {
    this.ids = ids;
  }

  /** Hands them out in as many lots as it takes. */
  static void each(Collection<String> ids, Consumer<SomeIds> lot) {
    List<String> all = new ArrayList<>(ids);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      lot.accept(new SomeIds(all.subList(from, Math.min(from + AT_ONCE, all.size()))));
    }
  }

  /** The condition that a column holds one of them. */
  static String in(String column) {
    return column + " in " + PLACES;
  }

  Query bind(Query query) {
    for (int place = 0; place < AT_ONCE; place++) {
      // The last one again in the places that are left.
      query.bind("id" + place, ids.get(Math.min(place, ids.size() - 1)));
    }
    return query;
  }
}
