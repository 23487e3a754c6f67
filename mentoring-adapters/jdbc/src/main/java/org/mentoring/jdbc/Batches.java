package org.mentoring.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;

/** Reads about many at once, where asking about one after the other takes long. Thread-safe. */
final class Batches {
  private final Sessions sessions;
  private final Tables tables;

  Batches(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  /** Whose row it is, and what it holds. */
  private record Row<T>(ParticipantId person, T value) {}

  private <T> Map<ParticipantId, List<T>> byPerson(
      String text, Collection<ParticipantId> people, Tables.Reading<Supplier<T>> fetching) {
    Map<ParticipantId, List<T>> found = new HashMap<>();
    rows(
            Tables.with(text, SomeIds.in("participant")),
            people.stream().map(ParticipantId::value).toList(),
            row -> {
              ParticipantId person = ParticipantId.of(row.getString("participant"));
              Supplier<T> value = fetching.read(row);
              return () -> new Row<>(person, value.get());
            })
        .forEach(
            row ->
                found.computeIfAbsent(row.person(), person -> new ArrayList<>()).add(row.value()));
    return found;
  }

  private <T> List<T> rows(
      String text, Collection<String> ids, Tables.Reading<Supplier<T>> fetching) {
    List<T> all = new ArrayList<>();
    SomeIds.each(
        ids,
        lot -> all.addAll(sessions.on(handle -> tables.many(handle, text, lot::bind, fetching))));
    return all;
  }

  Map<ParticipantId, List<FactEntry>> histories(Collection<ParticipantId> people) {
    return byPerson(
        JdbcParticipants.ENTRIES + " where %s order by participant, number",
        people,
        JdbcParticipants::fetchedEntry);
  }

  Map<ParticipantId, List<DossierPart>> parts(Collection<ParticipantId> people) {
    return byPerson(
        "select participant, entries, salt, digest from $.dossier_part where %s"
            + " order by participant, entries",
        people,
        row -> {
          DossierPart part =
              new DossierPart(
                  ParticipantId.of(row.getString("participant")),
                  row.getLong("entries"),
                  row.getString("salt"),
                  row.getString("digest"));
          return () -> part;
        });
  }

  /** A row of the list by which decisions are found. */
  private record Listed(String decision, String participant, long entries) {
    static Listed of(DecisionId decision, DossierPart.Reference part) {
      return new Listed(decision.value(), part.participant().value(), part.entries());
    }
  }

  SortedSet<DecisionId> unlisted(Collection<StoredDecision> some) {
    Set<Listed> listed =
        new HashSet<>(
            rows(
                Tables.with(
                    "select decision, participant, entries from $.decision_part where %s",
                    SomeIds.in("decision")),
                some.stream().map(each -> each.id().value()).toList(),
                row -> {
                  Listed each =
                      new Listed(
                          row.getString("decision"),
                          row.getString("participant"),
                          row.getLong("entries"));
                  return () -> each;
                }));
    SortedSet<DecisionId> unlisted = new TreeSet<>();
    for (StoredDecision each : some) {
      if (!each.parts().stream()
          .map(part -> Listed.of(each.id(), part))
          .allMatch(listed::contains)) {
        unlisted.add(each.id());
      }
    }
    return unlisted;
  }
}
