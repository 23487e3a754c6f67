package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallMentorships.COORDINATOR;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.StoredDecision;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.JournalEntry;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.ParticipantKind;

/** What is on record of each command: all of it, once; and of one that failed nothing. */
class CommandsOnRecordTest {
  private static final Code OF_COMMAND = Code.of("COMMAND");
  private static final Code OF_DECISION = Code.of("DECISION");

  private final WatchedStores watched = new WatchedStores();

  /** All public methods that answer with an outcome. */
  static Set<String> commands() {
    return Stream.of(
            Mentoring.class,
            MentorshipCommands.class,
            ActivityCommands.class,
            IncidentCommands.class,
            WaiverCommands.class,
            Oversight.class,
            Reports.class,
            ErasureCommands.class)
        .flatMap(part -> Arrays.stream(part.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getReturnType() == Outcome.class)
        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_command_leaves_one_record_and_one_event_for_each_write_and_none_where_it_fails() {
    Set<String> given = new TreeSet<>();
    new WholeLife(
            watched.stores,
            new WholeLife.Giver() {
              @Override
              public <T> T give(String name, Code matter, Actor by, Supplier<Outcome<T>> command) {
                given.add(name);
                failsWithoutTrace(command);
                return onRecord(name, matter, by, command);
              }
            })
        .live();
    // A step of a participant's own path is recorded as a fact.
    given.add("Mentoring.recordStep");
    assertThat(given).isEqualTo(commands());
  }

  private <T> void failsWithoutTrace(Supplier<Outcome<T>> command) {
    String before = watched.everything();
    watched.broken = true;
    assertThatThrownBy(command::get).isInstanceOf(WatchedStores.Broken.class);
    watched.broken = false;
    assertThat(watched.everything()).isEqualTo(before);
  }

  private <T> T onRecord(String name, Code matter, Actor by, Supplier<Outcome<T>> command) {
    int entriesBefore = watched.entries().size();
    watched.writes = 0;
    Set<CommandRecord> before = new HashSet<>(watched.commands());

    T value = command.get().orElseThrow();

    CommandRecord record = onlyFresh(name, before);
    assertThat(record.matter()).as(name).isEqualTo(matter);
    assertThat(record.by()).isEqualTo(by);
    assertThat(record.accepted()).isTrue();
    assertThat(record.refusedBy()).isEmpty();
    assertThat(record.result()).as(name).isEqualTo(result(value));
    List<JournalEntry> entries = watched.entries();
    List<JournalEntry> told = new ArrayList<>(entries.subList(entriesBefore, entries.size()));
    // The first command of a store also puts the definition on record.
    told.removeIf(each -> each.subjectKind().equals(Code.of("DEFINITION")));
    assertThat(told).allMatch(each -> each.command().equals(record.id()));
    assertThat(told)
        .filteredOn(each -> each.subjectKind().equals(OF_COMMAND))
        .extracting(JournalEntry::subject)
        .containsExactly(record.id().value());
    assertThat(told)
        .filteredOn(each -> each.subjectKind().equals(OF_DECISION))
        .extracting(JournalEntry::subject)
        .containsExactlyElementsOf(record.decisions().stream().map(DecisionId::value).toList());
    assertThat(told.size() - 1 - record.decisions().size()).as(name).isEqualTo(watched.writes);
    return value;
  }

  private CommandRecord onlyFresh(String name, Set<CommandRecord> before) {
    List<CommandRecord> fresh =
        watched.commands().stream().filter(each -> !before.contains(each)).toList();
    assertThat(fresh).as(name).hasSize(1);
    return fresh.get(0);
  }

  private static <T> @Nullable String result(T value) {
    if (value instanceof SortedMap<?, ?> || value instanceof EventSchedule) {
      return null;
    }
    String id = CommandResult.id(value);
    assertThat(id).isNotNull();
    return id;
  }

  @Test
  void a_refusal_leaves_everything_as_it_was_but_is_on_record_with_its_codes() {
    SmallMentorships small = new SmallMentorships(WholeLife.definition(), watched.stores);
    Mentoring mentoring = small.mentoring;
    ParticipantId mentor = small.mentor("mentor");
    ParticipantId mentee = small.mentee("mentee");
    ParticipantId far = small.programme.mentee("far", "Omsk");
    small.places(mentor, 1);
    MentorshipId id = small.assign(mentor, mentee).orElseThrow().id();
    MentorshipId none = MentorshipId.of("none");
    MentorshipCommands commands = small.commands();
    List<Supplier<Outcome<?>>> refused =
        List.of(
            () -> mentoring.register(COORDINATOR, mentor, ParticipantKind.PERSON, List.of()),
            () -> mentoring.merge(COORDINATOR, mentor, mentee, "alike"),
            () -> mentoring.merge(COORDINATOR, mentor, ParticipantId.of("nobody"), "alike"),
            () -> small.assign(mentor, far),
            () -> small.assign(mentor, mentee),
            () -> commands.start(COORDINATOR, id, small.today()),
            () -> commands.start(COORDINATOR, none, small.today()),
            () -> commands.pause(COORDINATOR, id, "why", small.today()),
            () -> commands.resume(COORDINATOR, id, "why", small.today()),
            () -> commands.complete(COORDINATOR, id, small.today()),
            () -> commands.endFollowUp(COORDINATOR, id, small.today()),
            () ->
                mentoring
                    .incidents()
                    .takeStep(COORDINATOR, IncidentId.of("none"), "step", small.today()),
            () -> mentoring.waivers().revoke(COORDINATOR, WaiverId.of("none"), "why"));
    for (Supplier<Outcome<?>> each : refused) {
      Set<CommandRecord> before = new HashSet<>(watched.commands());
      String state = watched.state();
      watched.writes = 0;

      Outcome<?> outcome = each.get();

      assertThat(watched.state()).isEqualTo(state);
      assertThat(watched.writes).isZero();
      CommandRecord record = onlyFresh("refused", before);
      assertThat(record.accepted()).isFalse();
      assertThat(record.result()).isNull();
      assertThat(record.refusedBy())
          .isEqualTo(new TreeSet<>(SmallProgramme.codes(outcome)))
          .isNotEmpty();
    }
  }

  @Test
  void what_an_incident_brings_to_rest_is_part_of_its_report() {
    SmallIncidents small = new SmallIncidents();
    MentorshipId id = small.active();
    int before = small.mentorships.stores.commands().list(null, 1_000).items().size();

    small.reported(COORDINATOR, SmallIncidents.CHILD, id);

    assertThat(small.mentorships.now(id).state()).isEqualTo(MentorshipState.PAUSED);
    assertThat(small.mentorships.stores.commands().list(null, 1_000).items()).hasSize(before + 1);
  }

  @Test
  void nothing_that_people_say_or_are_gets_into_journal_outbox_or_commands() {
    new WholeLife(
            watched.stores,
            new WholeLife.Giver() {
              @Override
              public <T> T give(String name, Code matter, Actor by, Supplier<Outcome<T>> command) {
                return command.get().orElseThrow();
              }
            })
        .live();

    assertThat(watched.state()).contains(WholeLife.CANARY, WholeLife.BORN.toString());
    List<Object> told = new ArrayList<>(watched.commands());
    told.addAll(watched.entries());
    watched.stores.outbox().deliver(10_000, told::addAll);
    assertThat(told).allSatisfy(CommandsOnRecordTest::holdsNothingOfPeople);
    List<StoredDecision> decisions = watched.stores.decisions().list(null, 1_000).items();
    assertThat(decisions)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(Objects.requireNonNull(each.decision()).basis().dossierDigest())
                    .isEmpty());
  }

  @Test
  void a_planted_reason_in_an_event_would_be_found() {
    new SmallMentorships(WholeLife.definition(), watched.stores).mentor("mentor");
    JournalEntry entry = watched.entries().get(0);
    SortedMap<String, String> details = new TreeMap<>(entry.details());
    details.put("reason", "said " + WholeLife.CANARY);
    JournalEntry planted =
        new JournalEntry(
            entry.id(),
            entry.kind(),
            entry.subjectKind(),
            entry.subject(),
            entry.version(),
            details,
            entry.command(),
            entry.by(),
            entry.at(),
            entry.content());

    assertThatThrownBy(() -> holdsNothingOfPeople(planted)).isInstanceOf(AssertionError.class);
  }

  private static void holdsNothingOfPeople(Object told) {
    assertThat(CanonicalForm.of(told))
        .doesNotContainIgnoringCase(WholeLife.CANARY)
        .doesNotContain(WholeLife.BORN.toString(), WholeLife.BORN.minusYears(20).toString());
  }
}
