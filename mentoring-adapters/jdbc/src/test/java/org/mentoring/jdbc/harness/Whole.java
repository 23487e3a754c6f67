package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.FactEntry;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/** What a kill must not have done to stores. */
final class Whole {
  private Whole() {}

  /** Nothing that was told is missing, and nothing is there by halves. */
  static void check(Stores stores, List<String> told) {
    for (String line : told) {
      String[] words = line.split(" ");
      if (words[0].equals("made")) {
        assertThat(stores.participants().find(ParticipantId.of(words[1])))
            .as("acknowledged: %s", line)
            .isPresent();
      } else if (words[0].equals("done")) {
        assertThat(stores.commands().find(CommandId.of(words[1])))
            .as("acknowledged: %s", line)
            .isPresent();
      }
    }
    noHalves(stores);
  }

  private static void noHalves(Stores stores) {
    ProofProgramme programme = new ProofProgramme(stores, new SequentialIdentifiers());
    List<CommandRecord> commands = new ArrayList<>();
    CommandId after = null;
    do {
      Page<CommandRecord> page = stores.commands().list(after, 1_000);
      commands.addAll(page.items());
      after = page.next() == null ? null : CommandId.of(page.next());
    } while (after != null);
    programme.mentoring.journal().seal();
    List<JournalEntry> entries =
        stores.journal().sealed(0, 10_000).stream().map(SealedEntry::entry).toList();
    Set<String> told = new HashSet<>();
    Set<CommandId> ids = new HashSet<>();
    commands.forEach(command -> ids.add(command.id()));
    assertThat(stores.outbox().waiting()).as("an event to each entry").isEqualTo(entries.size());
    assertThat(stores.programmes().takenUp())
        .hasSize(
            (int)
                entries.stream()
                    .filter(entry -> entry.kind().value().equals("DEFINITION_IN_FORCE"))
                    .count());
    for (JournalEntry entry : entries) {
      there(stores, entry);
      assertThat(ids).as("a command to each entry").contains(entry.command());
      told.add(entry.subjectKind() + " " + entry.subject());
      entry.details().forEach((name, value) -> told.add(name + " " + value));
    }
    for (CommandRecord command : commands) {
      assertThat(told).as("an entry to each command").contains("COMMAND " + command.id());
      for (DecisionId each : command.decisions()) {
        StoredDecision decision = stores.decisions().find(each).orElseThrow();
        assertThat(decision.command()).isEqualTo(command.id());
        assertThat(told).contains("DECISION " + each);
      }
    }
    for (ParticipantId id : stores.participants().ids()) {
      assertThat(told).as("an entry to each participant").contains("PARTICIPANT " + id);
      stores
          .participants()
          .history(id)
          .forEach(
              fact -> {
                if (fact instanceof FactEntry.Recorded recorded) {
                  assertThat(told).as("an entry to each fact").contains("fact " + recorded.id());
                }
              });
    }
    stores
        .mentorships()
        .list(Mentorships.Which.all(), null, 1_000)
        .items()
        .forEach(
            each -> {
              assertThat(told).contains("MENTORSHIP " + each.id());
              assertThat(stores.places().of(each.mentors().first())).isNotEmpty();
            });
    assertThat(programme.mentoring.journal().verify().faults()).isEmpty();
  }

  /** What an entry tells of. */
  private static void there(Stores stores, JournalEntry entry) {
    String subject = entry.subject();
    switch (entry.subjectKind().value()) {
      case "PARTICIPANT" ->
          assertThat(stores.participants().find(ParticipantId.of(subject))).isPresent();
      case "MENTORSHIP" ->
          assertThat(stores.mentorships().find(MentorshipId.of(subject))).isPresent();
      case "DECISION" -> assertThat(stores.decisions().find(DecisionId.of(subject))).isPresent();
      case "DEFINITION" ->
          assertThat(stores.programmes().holds(Objects.requireNonNull(entry.content()))).isTrue();
      default -> assertThat(entry.subjectKind().value()).isEqualTo("COMMAND");
    }
    String fact = entry.details().get("fact");
    if (fact != null) {
      assertThat(stores.participants().about(FactId.of(fact))).isPresent();
    }
  }
}
