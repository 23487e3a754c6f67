package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.journal.SealedEntry;
import org.mentoring.journal.Verification;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.FactEntry;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.Stores;

class JournalCommandsTest {
  private final Stores stores = InMemoryStores.create();
  private final SmallMentorships small =
      new SmallMentorships(SmallMentorships.definition(), stores);
  private final JournalCommands journal = small.mentoring.journal();
  private final ParticipantId mentor = small.mentor("mentor");
  private final ParticipantId mentee = small.mentee("mentee");

  @BeforeEach
  void a_mentorship_is_on_record() {
    small.active(mentor, mentee);
  }

  @Test
  void commands_wait_for_no_sealer_and_are_sealed_in_batches() {
    long all = journal.unsealed();
    assertThat(all).isGreaterThan(20);
    assertThat(journal.verify()).isEqualTo(new Verification(0, all, List.of()));
    assertThat(journal.seal(7)).isEqualTo(7);
    assertThat(journal.verify()).isEqualTo(new Verification(7, all - 7, List.of()));
    assertThat(journal.seal()).isEqualTo(all - 7);
    assertThat(journal.seal()).isZero();
    assertThat(journal.verify()).isEqualTo(new Verification(all, 0, List.of()));
    assertThat(journal.checkpoint().number()).isEqualTo(all);
  }

  @Test
  void a_longer_chain_fits_the_checkpoints_that_were_taken_of_it() {
    Checkpoint none = journal.checkpoint();
    journal.seal(9);
    Checkpoint early = journal.checkpoint();
    journal.seal();
    Checkpoint late = journal.checkpoint();
    assertThat(journal.verify(List.of(none, early, late)).intact()).isTrue();
    assertThat(journal.verify(new Checkpoint(early.number(), late.hash())).faults())
        .containsExactly(new JournalFault(Kind.REWRITTEN, 9, 9, null));
    assertThat(journal.verify(new Checkpoint(late.number() + 5, late.hash())).faults())
        .containsExactly(new JournalFault(Kind.CUT, late.number() + 1, late.number() + 5, null));
  }

  @Test
  void events_are_handed_out_once_each() {
    List<JournalEntry> got = new ArrayList<>();
    long all = journal.undelivered();
    while (journal.deliver(5, got::addAll) > 0) {
      assertThat(journal.undelivered()).isEqualTo(all - got.size());
    }
    assertThat(got).hasSize((int) all).doesNotHaveDuplicates();
  }

  @Test
  void a_decision_that_was_changed_is_found() {
    StoredDecision decision = one();
    for (UnaryOperator<StoredDecision> change : changes()) {
      Copy copy = new Copy();
      copy.decisions.replaceAll(
          each -> each.id().equals(decision.id()) ? change.apply(each) : each);
      assertThat(copy.faults())
          .containsExactly(JournalFault.of(Kind.DECISION_CHANGED, decision.id().value()));
    }
  }

  private static List<UnaryOperator<StoredDecision>> changes() {
    return List.of(
        d -> with(d, CommandId.of("another"), d.matter(), d.subject(), 0, d.salt()),
        d -> with(d, d.command(), Code.of("ANOTHER"), d.subject(), 0, d.salt()),
        d -> with(d, d.command(), d.matter(), "another", 0, d.salt()),
        d -> with(d, d.command(), d.matter(), d.subject(), 1, d.salt()),
        d -> with(d, d.command(), d.matter(), d.subject(), 0, "0".repeat(32)),
        // Sound in itself, but not the one that was made.
        d ->
            StoredDecision.of(
                d.id(), d.command(), d.at(), d.parts(), "0".repeat(32), decisionOf(d)));
  }

  private static StoredDecision with(
      StoredDecision d, CommandId command, Code matter, String subject, long later, String salt) {
    return new StoredDecision(
        d.id(),
        command,
        matter,
        subject,
        d.at().plusSeconds(later),
        d.parts(),
        salt,
        d.decision(),
        d.digest());
  }

  private static Decision decisionOf(StoredDecision stored) {
    return Objects.requireNonNull(stored.decision());
  }

  @Test
  void a_decision_that_was_taken_out_or_put_in_is_found() {
    StoredDecision decision = one();
    Copy without = new Copy();
    without.decisions.removeIf(each -> each.id().equals(decision.id()));
    assertThat(without.faults())
        .containsExactly(JournalFault.of(Kind.DECISION_MISSING, decision.id().value()));

    Copy with = new Copy();
    with.decisions.add(
        StoredDecision.of(
            DecisionId.of("foreign"),
            decision.command(),
            decision.at(),
            decision.parts(),
            "0".repeat(32),
            decisionOf(decision)));
    assertThat(with.faults()).containsExactly(JournalFault.of(Kind.DECISION_UNRECORDED, "foreign"));
  }

  @Test
  void a_decision_may_lose_its_content_only_where_somebody_was_erased() {
    StoredDecision decision = one();
    Copy copy = new Copy();
    copy.decisions.replaceAll(each -> each.id().equals(decision.id()) ? decision.shell() : each);
    assertThat(copy.faults())
        .containsExactly(JournalFault.of(Kind.DECISION_EMPTIED, decision.id().value()));
    ParticipantId erased = decision.parts().first().participant();
    copy.erasures.add(erasure(erased));
    assertThat(copy.faults())
        .filteredOn(fault -> fault.kind() != Kind.DECISION_UNERASED)
        .containsExactly(JournalFault.of(Kind.ERASURE_UNRECORDED, erased.value()));
  }

  @Test
  void a_history_that_was_changed_is_found_and_one_that_went_on_is_not() {
    Copy copy = new Copy();
    copy.history(mentee).add(copy.history(mentor).get(0));
    assertThat(copy.faults())
        .containsExactly(JournalFault.of(Kind.HISTORY_CHANGED, mentee.value()));

    Copy cut = new Copy();
    cut.history(mentee).remove(cut.history(mentee).size() - 1);
    assertThat(cut.faults())
        .containsExactly(
            JournalFault.of(Kind.PART_CHANGED, mentee.value()),
            JournalFault.of(Kind.HISTORY_CHANGED, mentee.value()));

    Copy swapped = new Copy();
    swapped.history(mentor).add(swapped.history(mentor).remove(0));
    assertThat(swapped.faults())
        .containsExactly(
            JournalFault.of(Kind.PART_CHANGED, mentor.value()),
            JournalFault.of(Kind.HISTORY_CHANGED, mentor.value()));
  }

  @Test
  void what_was_known_of_somebody_may_be_gone_only_where_the_person_was_erased() {
    Copy copy = new Copy();
    copy.parts.replaceAll(part -> part.participant().equals(mentee) ? part.withoutSalt() : part);
    copy.history(mentee).clear();
    assertThat(copy.faults())
        .containsExactly(
            JournalFault.of(Kind.PART_EMPTIED, mentee.value()),
            JournalFault.of(Kind.HISTORY_CHANGED, mentee.value()));
    // A row put in by hand is no erasure.
    copy.erasures.add(erasure(mentee));
    copy.decisions.replaceAll(each -> restsOnMentee(each) ? each.shell() : each);
    assertThat(copy.faults())
        .containsExactlyInAnyOrder(
            JournalFault.of(Kind.HISTORY_CHANGED, mentee.value()),
            JournalFault.of(Kind.ERASURE_UNRECORDED, mentee.value()));
  }

  @Test
  void a_decision_about_somebody_who_was_erased_has_no_content() {
    Copy copy = new Copy();
    copy.parts.replaceAll(part -> part.participant().equals(mentee) ? part.withoutSalt() : part);
    copy.erasures.add(erasure(mentee));
    List<JournalFault> whole =
        copy.decisions.stream()
            .filter(this::restsOnMentee)
            .map(each -> JournalFault.of(Kind.DECISION_UNERASED, each.id().value()))
            .toList();
    assertThat(whole).isNotEmpty();
    assertThat(copy.faults())
        .filteredOn(fault -> fault.kind() == Kind.DECISION_UNERASED)
        .containsExactlyInAnyOrderElementsOf(whole);
  }

  private boolean restsOnMentee(StoredDecision decision) {
    return decision.parts().stream().anyMatch(part -> part.participant().equals(mentee));
  }

  @Test
  void a_part_that_is_not_the_one_a_decision_names_is_found() {
    Copy copy = new Copy();
    copy.parts.replaceAll(
        part ->
            part.participant().equals(mentee)
                ? DossierPart.of(
                    mentee, "0".repeat(32), copy.history(mentee).subList(0, (int) part.entries()))
                : part);
    assertThat(copy.faults()).isNotEmpty();
    assertThat(copy.faults())
        .extracting(JournalFault::kind)
        .containsOnly(Kind.PART_MISSING, Kind.HISTORY_CHANGED);
  }

  @Test
  void the_record_of_a_command_that_was_changed_taken_out_or_put_in_is_found() {
    CommandRecord command = stores.commands().list(null, 100).items().get(1);
    String id = command.id().value();
    for (CommandRecord changed :
        List.of(
            record(command, command.id(), Code.of("ANOTHER"), command.by(), command.accepted()),
            record(
                command, command.id(), command.matter(), SmallMentorships.HEAD, command.accepted()),
            record(command, command.id(), command.matter(), command.by(), !command.accepted()),
            new CommandRecord(
                command.id(),
                command.matter(),
                command.by(),
                command.at(),
                command.accepted(),
                command.result(),
                command.refusedBy(),
                command.decisions(),
                "0".repeat(64)))) {
      Copy copy = new Copy();
      copy.commands.replaceAll(each -> each.equals(command) ? changed : each);
      assertThat(copy.faults()).containsExactly(JournalFault.of(Kind.COMMAND_CHANGED, id));
    }
    Copy without = new Copy();
    without.commands.remove(command);
    assertThat(without.faults()).containsExactly(JournalFault.of(Kind.COMMAND_MISSING, id));
    Copy with = new Copy();
    with.commands.add(
        record(
            command, CommandId.of("foreign"), command.matter(), command.by(), command.accepted()));
    assertThat(with.faults()).containsExactly(JournalFault.of(Kind.COMMAND_UNRECORDED, "foreign"));
  }

  private static CommandRecord record(
      CommandRecord base, CommandId id, Code matter, Actor by, boolean accepted) {
    return new CommandRecord(
        id,
        matter,
        by,
        base.at(),
        accepted,
        base.result(),
        base.refusedBy(),
        base.decisions(),
        base.subject());
  }

  @Test
  void a_definition_that_was_taken_out_or_put_in_is_found() {
    ProgrammeDefinition definition = SmallMentorships.definition();
    ProgrammeDefinition other = VersionMovesTest.version(definition, Version.parse("9.0.0"));
    Copy without = new Copy();
    without.definitions.clear();
    assertThat(without.faults())
        .containsOnly(JournalFault.of(Kind.DEFINITION_MISSING, definition.hash()));
    Copy unnoted = new Copy();
    unnoted.inForce.clear();
    assertThat(unnoted.faults())
        .containsExactly(JournalFault.of(Kind.DEFINITION_MISSING, definition.hash()));
    Copy with = new Copy();
    with.definitions.add(other);
    with.inForce.add(new Programmes.InForce(other.hash(), Instant.EPOCH));
    assertThat(with.faults())
        .containsExactly(JournalFault.of(Kind.DEFINITION_UNRECORDED, other.hash()));
  }

  @Test
  void nothing_is_missed_where_memory_holds_few_ids_at_a_time() {
    for (int atOnce : new int[] {1, 2, 5}) {
      Copy whole = new Copy();
      whole.atOnce = atOnce;
      assertThat(whole.faults()).isEmpty();

      Copy without = new Copy();
      without.atOnce = atOnce;
      without.commands.clear();
      without.decisions.clear();
      assertThat(without.faults())
          .hasSize(
              stores.commands().list(null, 1_000).items().size()
                  + stores.decisions().list(null, 1_000).items().size())
          .extracting(JournalFault::kind)
          .containsOnly(Kind.COMMAND_MISSING, Kind.DECISION_MISSING);

      Copy unnamed = new Copy();
      unnamed.atOnce = atOnce;
      unnamed.chain.clear();
      assertThat(unnamed.faults())
          .filteredOn(each -> each.kind() != Kind.DEFINITION_UNRECORDED)
          .filteredOn(each -> each.kind() != Kind.RECORD_UNRECORDED)
          .hasSize(without.faults().size())
          .extracting(JournalFault::kind)
          .containsOnly(Kind.COMMAND_UNRECORDED, Kind.DECISION_UNRECORDED);
    }
  }

  private static Erasure erasure(ParticipantId participant) {
    return new Erasure(
        participant, Instant.EPOCH, SmallMentorships.COORDINATOR, Code.of("CONSENT_WITHDRAWN"));
  }

  /** A decision that rests on somebody's history. */
  private StoredDecision one() {
    return stores.decisions().list(null, 100).items().stream()
        .filter(each -> !each.parts().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** What somebody who can write to the store makes of it. */
  private final class Copy {
    final List<SealedEntry> chain;
    final List<StoredDecision> decisions =
        new ArrayList<>(stores.decisions().list(null, 1_000).items());
    final List<DossierPart> parts = new ArrayList<>();
    final List<ParticipantId> persons = stores.participants().ids();
    final List<List<FactEntry>> histories = new ArrayList<>();
    final List<Erasure> erasures = new ArrayList<>();
    final List<CommandRecord> commands =
        new ArrayList<>(stores.commands().list(null, 1_000).items());
    final List<ProgrammeDefinition> definitions = new ArrayList<>();
    final List<Programmes.InForce> inForce = new ArrayList<>(stores.programmes().takenUp());
    int atOnce = 1_000;

    Copy() {
      stores
          .programmes()
          .hashes()
          .forEach(each -> definitions.add(stores.programmes().find(each).orElseThrow()));
      journal.seal();
      chain = new ArrayList<>(stores.journal().sealed(0, 10_000));
      for (ParticipantId person : persons) {
        parts.addAll(stores.decisions().parts(person));
        histories.add(new ArrayList<>(stores.participants().history(person)));
      }
    }

    List<FactEntry> history(ParticipantId person) {
      return histories.get(persons.indexOf(person));
    }

    List<JournalFault> faults() {
      Stores tampered = InMemoryStores.create();
      parts.forEach(tampered.decisions()::keep);
      decisions.forEach(tampered.decisions()::append);
      erasures.forEach(tampered.erasures()::append);
      commands.forEach(tampered.commands()::append);
      definitions.forEach(tampered.programmes()::keep);
      inForce.stream()
          .filter(each -> tampered.programmes().holds(each.hash()))
          .forEach(tampered.programmes()::takeUp);
      tampered.journal().restore(chain.stream().map(SealedEntry::entry).toList(), new TreeSet<>());
      tampered.journal().seal(chain);
      return new RecordCheck(withHistories(tampered), List.of(), atOnce).verified().faults();
    }

    private Stores withHistories(Stores s) {
      Participants participants =
          (Participants)
              Proxy.newProxyInstance(
                  Participants.class.getClassLoader(),
                  new Class<?>[] {Participants.class},
                  (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                      case "history" -> history((ParticipantId) arguments[0]);
                      case "find" -> stores.participants().find((ParticipantId) arguments[0]);
                      case "ids" ->
                          stores
                              .participants()
                              .ids((ParticipantId) arguments[0], (Integer) arguments[1]);
                      // What is asked about many is made up of these.
                      default -> InvocationHandler.invokeDefault(proxy, method, arguments);
                    };
                  });
      return new Stores(
          participants,
          stores.proposals(),
          stores.selectionEvents(),
          stores.mentorships(),
          stores.activities(),
          stores.incidents(),
          stores.waivers(),
          s.decisions(),
          s.commands(),
          s.journal(),
          s.outbox(),
          s.places(),
          s.identities(),
          s.erasures(),
          s.programmes(),
          s.work());
    }
  }
}
