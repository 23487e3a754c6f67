package org.mentoring.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/** Mentorships. */
final class JdbcMentorships implements Mentorships {
  private final Sessions sessions;
  private final Tables tables;
  private final VersionedTable<Particulars> mentorships;

  JdbcMentorships(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
    mentorships =
        new VersionedTable<>(
            tables,
            new VersionedTable.Kind<>(
                "mentorship",
                "mentorship",
                Particulars.class,
                each -> each.id().value(),
                Particulars::version,
                List.of(
                    Column.text("practice", Particulars::practice),
                    Column.text("centre", Particulars::centre),
                    Column.text("state", each -> each.state().name()),
                    Column.day("started_on", Particulars::startedOn)),
                JdbcMentorships::everybody,
                new NamedParticipants(tables, "mentorship_party", "mentorship")));
  }

  @Override
  public void save(Particulars mentorship) {
    sessions.together(
        handle -> {
          sessions.readSoFar().changed(mentorship.id());
          mentorships.save(handle, mentorship);
          return parties(handle, mentorship, mentorship.version() == 1);
        });
  }

  @Override
  public void restore(Particulars mentorship) {
    sessions.together(
        handle -> {
          sessions.readSoFar().changed(mentorship.id());
          mentorships.restore(handle, mentorship);
          return parties(handle, mentorship, true);
        });
  }

  @Override
  public void redact(Particulars redacted) {
    sessions.together(
        handle -> {
          sessions.readSoFar().changed(redacted.id());
          mentorships.redact(handle, redacted);
          return parties(handle, redacted, false);
        });
  }

  private static SortedSet<ParticipantId> everybody(Particulars mentorship) {
    Particulars all = mentorship.withAllParties();
    SortedSet<ParticipantId> everybody = new TreeSet<>(all.mentors());
    everybody.addAll(all.mentees());
    return everybody;
  }

  List<UnreadableRecords.Row> misplaced(Handle handle, Collection<String> ids) {
    return mentorships.misplaced(handle, ids);
  }

  private int parties(Handle handle, Particulars mentorship, boolean fresh) {
    if (!fresh) {
      tables.executed(
          handle,
          "delete from $.mentorship_party where mentorship = :mentorship",
          statement -> statement.bind("mentorship", mentorship.id().value()));
    }
    Particulars all = mentorship.withAllParties();
    try (PreparedBatch batch =
        handle.prepareBatch(
            tables.sql(
                "insert into $.mentorship_party (mentorship, participant, position, present)"
                    + " values (:mentorship, :participant, :position, :present)"))) {
      add(batch, mentorship.id(), "MENTOR", all.mentors(), mentorship.mentors());
      add(batch, mentorship.id(), "MENTEE", all.mentees(), mentorship.mentees());
      return batch.execute().length;
    }
  }

  private static void add(
      PreparedBatch batch,
      MentorshipId mentorship,
      String position,
      SortedSet<ParticipantId> all,
      SortedSet<ParticipantId> present) {
    all.forEach(
        each ->
            batch
                .bind("mentorship", mentorship.value())
                .bind("participant", each.value())
                .bind("position", position)
                .bind("present", present.contains(each))
                .add());
  }

  @Override
  public Optional<Particulars> find(MentorshipId id) {
    return sessions
        .readSoFar()
        .mentorship(
            id, () -> sessions.on(handle -> mentorships.find(handle, id.value())).stream().toList())
        .stream()
        .findFirst();
  }

  @Override
  public List<Particulars> of(ParticipantId participant) {
    return sessions.on(handle -> mentorships.naming(handle, participant));
  }

  @Override
  public Page<Particulars> list(Which which, @Nullable MentorshipId after, int most) {
    List<String> conditions = new ArrayList<>();
    if (which.practice() != null) {
      conditions.add("practice = :practice");
    }
    if (which.centre() != null) {
      conditions.add("centre = :centre");
    }
    if (!which.states().isEmpty()) {
      // Names of constants, so that they can stand in the text.
      conditions.add(
          which.states().stream()
              .map(each -> "'" + each.name() + "'")
              .collect(Collectors.joining(", ", "state in (", ")")));
    }
    return sessions.on(
        handle ->
            which.equals(Which.all())
                ? mentorships.page(handle, after == null ? null : after.value(), most)
                : mentorships.page(
                    handle,
                    conditions,
                    after == null ? null : after.value(),
                    most,
                    query -> bound(query, which)));
  }

  private static Query bound(Query query, Which which) {
    String practice = which.practice();
    ParticipantId centre = which.centre();
    if (practice != null) {
      query.bind("practice", practice);
    }
    if (centre != null) {
      query.bind("centre", centre.value());
    }
    return query;
  }
}
