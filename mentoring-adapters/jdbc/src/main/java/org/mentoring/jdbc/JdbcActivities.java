package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Page;

/** The record of activities. */
final class JdbcActivities implements Activities {
  private static final String INSERT =
      """
      insert into $.activity_entry
        (activity, recorded, about_kind, about_id, kind, done_on, body)
      values
        (:activity, :recorded, :about_kind, :about_id, :kind, :done_on, :body)""";

  private static final String SELECT =
      "select number, activity, recorded, about_kind, about_id, kind, done_on, body"
          + " from $.activity_entry";

  private static final RecordText.Named ENTRY =
      new RecordText.Named("activity", "activity", "number");

  private final Sessions sessions;
  private final Tables tables;

  JdbcActivities(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  @Override
  public void append(ActivityEntry entry) {
    String body = RecordText.write(ActivityEntry.class, entry);
    sessions.together(
        handle -> {
          boolean recorded = entry instanceof ActivityEntry.Recorded;
          Activity activity =
              entry instanceof ActivityEntry.Recorded fresh
                  ? fresh.activity()
                  : known(handle, ((ActivityEntry.Retracted) entry).activity());
          boolean added =
              tables.added(
                  handle,
                  INSERT,
                  statement -> values(statement, activity, recorded).bind("body", body));
          if (!added) {
            throw new MentoringException(
                "activity.exists", Map.of("activity", activity.id().value()), "Use another id.");
          }
          return attend(handle, activity);
        });
  }

  private static Update values(Update statement, Activity activity, boolean recorded) {
    Columns.text(statement, "recorded", recorded ? activity.id() : null);
    Columns.day(statement, "done_on", activity.on());
    return statement
        .bind("activity", activity.id().value())
        .bind("about_kind", kind(activity.about()))
        .bind("about_id", id(activity.about()))
        .bind("kind", activity.kind().value());
  }

  private Activity known(Handle handle, ActivityId id) {
    return find(handle, id)
        .orElseThrow(
            () ->
                new MentoringException(
                    "activity.unknown",
                    Map.of("activity", id.value()),
                    "Use the id that recording the activity answered with."));
  }

  /** Those who came to the event of the newest entry about the activity, which is the one added. */
  private int attend(Handle handle, Activity activity) {
    SortedSet<ParticipantId> all = takingPart(activity);
    if (all.isEmpty()) {
      return 0;
    }
    try (PreparedBatch batch =
        handle.prepareBatch(
            tables.sql(
                "insert into $.activity_attendance (entry, participant)"
                    + " select max(number), :participant from $.activity_entry"
                    + " where activity = :activity"))) {
      all.forEach(
          each ->
              batch
                  .bind("participant", each.value())
                  .bind("activity", activity.id().value())
                  .add());
      return batch.execute().length;
    }
  }

  private static SortedSet<ParticipantId> takingPart(Activity activity) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    if (activity.happened() instanceof Happened.EventHeld event) {
      all.addAll(event.attended());
      all.addAll(event.jointWith());
    }
    return all;
  }

  private static String kind(About about) {
    if (about instanceof About.OfMentorship) {
      return "MENTORSHIP";
    }
    return about instanceof About.OfParticipant ? "PARTICIPANT" : "PROGRAMME";
  }

  private static String id(About about) {
    if (about instanceof About.OfMentorship of) {
      return of.mentorship().value();
    }
    return about instanceof About.OfParticipant of ? of.participant().value() : "";
  }

  private static About about(String kind, String id) {
    return switch (kind) {
      case "MENTORSHIP" -> About.mentorship(MentorshipId.of(id));
      case "PARTICIPANT" -> About.participant(ParticipantId.of(id));
      default -> About.programme();
    };
  }

  @Override
  public Optional<Activity> find(ActivityId id) {
    return sessions.on(handle -> find(handle, id));
  }

  private Optional<Activity> find(Handle handle, ActivityId id) {
    return entries(handle, SELECT + " where recorded = :id", query -> query.bind("id", id.value()))
        .stream()
        .map(entry -> ((ActivityEntry.Recorded) entry).activity())
        .findFirst();
  }

  private List<ActivityEntry> entries(Handle handle, String text, UnaryOperator<Query> values) {
    return tables.rows(handle, text, values, JdbcActivities::entry);
  }

  @Override
  public List<ActivityEntry> history(About about) {
    return sessions.on(
        handle ->
            entries(
                handle,
                SELECT + " where about_kind = :kind and about_id = :id order by number",
                query -> query.bind("kind", kind(about)).bind("id", id(about))));
  }

  @Override
  public List<ActivityEntry> attended(ParticipantId participant) {
    List<ActivityEntry> found =
        sessions.on(
            handle ->
                entries(
                    handle,
                    SELECT
                        + " where number in"
                        + " (select entry from $.activity_attendance where participant = :id)"
                        + " order by number",
                    query -> query.bind("id", participant.value())));
    Set<ActivityId> came = new HashSet<>();
    found.stream()
        .flatMap(JdbcActivities::recorded)
        .filter(each -> takingPart(each).contains(participant))
        .forEach(each -> came.add(each.id()));
    refuse(found.stream().map(JdbcActivities::activity).filter(each -> !came.contains(each)));
    return found;
  }

  private static Stream<Activity> recorded(ActivityEntry entry) {
    return entry instanceof ActivityEntry.Recorded fresh
        ? Stream.of(fresh.activity())
        : Stream.empty();
  }

  private static void refuse(Stream<ActivityId> wrong) {
    List<UnreadableRecords.Row> rows = wrong.map(JdbcActivities::row).toList();
    if (!rows.isEmpty()) {
      throw new UnreadableRecords(rows);
    }
  }

  private static UnreadableRecords.Row row(ActivityId id) {
    return new UnreadableRecords.Row("activity", id.value(), 0, RecordText.COLUMNS);
  }

  /** What would not be found by these ids, or names them and is unreadable. */
  List<UnreadableRecords.Row> misplaced(Handle handle, Collection<String> ids) {
    List<UnreadableRecords.Row> rows = new ArrayList<>();
    IdsInText named = IdsInText.of(ids);
    List<Activity> found =
        tables
            .readable(
                handle,
                Tables.with("%s where %s order by number", SELECT, named.condition()),
                named::bind,
                JdbcActivities::entry,
                rows)
            .stream()
            .flatMap(JdbcActivities::recorded)
            .toList();
    for (String each : ids) {
      Set<ActivityId> listed = listed(handle, each);
      found.stream()
          .filter(activity -> comes(activity, each) && !listed.contains(activity.id()))
          .map(activity -> row(activity.id()))
          .forEach(rows::add);
    }
    return rows;
  }

  private Set<ActivityId> listed(Handle handle, String participant) {
    return new HashSet<>(
        tables.rows(
            handle,
            "select activity from $.activity_entry where number in"
                + " (select entry from $.activity_attendance where participant = :id)",
            query -> query.bind("id", participant),
            row -> ActivityId.of(row.getString(1))));
  }

  private static boolean comes(Activity activity, String id) {
    return takingPart(activity).stream().anyMatch(each -> each.value().equals(id));
  }

  /** The database leaves out most entries; which are really meant is seen in the records. */
  @Override
  public List<ActivityEntry> naming(ParticipantId participant) {
    List<ActivityEntry> likely =
        sessions.on(
            handle ->
                entries(
                    handle,
                    SELECT
                        + " where activity in"
                        + " (select activity from $.activity_entry"
                        + " where recorded is not null and body like :named) order by number",
                    query -> query.bind("named", "%\"" + participant.value() + "\"%")));
    Set<ActivityId> found = new HashSet<>();
    List<ActivityEntry> naming = new ArrayList<>();
    for (ActivityEntry each : likely) {
      if (each instanceof ActivityEntry.Recorded recorded
          && names(recorded.activity(), participant)) {
        found.add(recorded.activity().id());
      }
      if (found.contains(activity(each))) {
        naming.add(each);
      }
    }
    return List.copyOf(naming);
  }

  private static boolean names(Activity activity, ParticipantId participant) {
    Set<ParticipantId> named = new HashSet<>();
    CanonicalForm.visit(activity.happened(), ParticipantId.class, named::add);
    return named.contains(participant);
  }

  private static ActivityId activity(ActivityEntry entry) {
    return entry instanceof ActivityEntry.Recorded recorded
        ? recorded.activity().id()
        : ((ActivityEntry.Retracted) entry).activity();
  }

  @Override
  public List<About> subjects() {
    return sessions.on(
        handle ->
            tables.rows(
                handle,
                "select about_kind, about_id from $.activity_entry"
                    + " group by about_kind, about_id order by min(number)",
                query -> query,
                row -> about(row.getString(1), row.getString(2))));
  }

  @Override
  public Page<ActivityEntry> list(@Nullable String after, int most) {
    long from = after == null ? 0 : Long.parseLong(after);
    return sessions.on(
        handle -> {
          Page<ActivityEntry> page =
              tables.page(
                  handle,
                  SELECT + " where number > :after order by number limit :rows",
                  query -> query.bind("after", from),
                  most,
                  "number",
                  JdbcActivities::entry);
          compareAttendance(handle, page.items().stream().flatMap(JdbcActivities::recorded));
          return page;
        });
  }

  /** Who came, as the table beside the records tells. */
  private void compareAttendance(Handle handle, Stream<Activity> some) {
    Map<String, Activity> activities = new TreeMap<>();
    some.forEach(each -> activities.put(each.id().value(), each));
    Map<String, Set<String>> came = new TreeMap<>();
    Map<String, Long> numbers = new TreeMap<>();
    SomeIds.each(
        activities.keySet(),
        lot ->
            tables.rows(
                handle,
                Tables.with(
                    "select entry.recorded, entry.number, came.participant"
                        + " from $.activity_entry entry"
                        + " left join $.activity_attendance came on came.entry = entry.number"
                        + " where entry.%s",
                    SomeIds.in("recorded")),
                lot::bind,
                row -> {
                  String participant = row.getString(3);
                  numbers.put(row.getString(1), row.getLong(2));
                  Set<String> all = came.computeIfAbsent(row.getString(1), id -> new HashSet<>());
                  return participant == null || all.add(participant);
                }));
    List<UnreadableRecords.Row> rows = new ArrayList<>();
    activities.forEach(
        (id, activity) -> {
          Set<String> named = new HashSet<>();
          takingPart(activity).forEach(each -> named.add(each.value()));
          if (!named.equals(came.getOrDefault(id, Set.of()))) {
            rows.add(
                new UnreadableRecords.Row(
                    "activity", id, numbers.getOrDefault(id, 0L), RecordText.COLUMNS));
          }
        });
    if (!rows.isEmpty()) {
      throw new UnreadableRecords(rows);
    }
  }

  @Override
  public void redact(ActivityEntry redacted) {
    boolean recorded = redacted instanceof ActivityEntry.Recorded;
    String id =
        redacted instanceof ActivityEntry.Recorded entry
            ? entry.activity().id().value()
            : ((ActivityEntry.Retracted) redacted).activity().value();
    String body = RecordText.write(ActivityEntry.class, redacted);
    int touched =
        sessions.together(
            handle ->
                tables.executed(
                    handle,
                    Tables.with(
                        "update $.activity_entry set body = :body where number ="
                            + " (select min(number) from $.activity_entry"
                            + " where activity = :activity and recorded is %s null)",
                        recorded ? "not" : ""),
                    statement -> statement.bind("body", body).bind("activity", id)));
    if (touched != 1) {
      throw new MentoringException("activity.unknown", Map.of("activity", id), "Look at the id.");
    }
  }

  private static ActivityEntry entry(ResultSet row) throws SQLException {
    ActivityEntry entry =
        RecordText.read(ActivityEntry.class, row, ENTRY, each -> activity(each).value());
    Columns.refuseUnless(says(row, entry), row, ENTRY);
    return entry;
  }

  private static boolean says(ResultSet row, ActivityEntry entry) throws SQLException {
    if (entry instanceof ActivityEntry.Recorded fresh) {
      Activity activity = fresh.activity();
      return says(row, activity.about())
          && Columns.says(row, "recorded", activity.id().value())
          && Columns.says(row, "kind", activity.kind().value())
          && Columns.says(row, "done_on", activity.on());
    }
    return says(row, ((ActivityEntry.Retracted) entry).about())
        && Columns.says(row, "recorded", (String) null);
  }

  private static boolean says(ResultSet row, About about) throws SQLException {
    return Columns.says(row, "about_kind", kind(about)) && Columns.says(row, "about_id", id(about));
  }
}
