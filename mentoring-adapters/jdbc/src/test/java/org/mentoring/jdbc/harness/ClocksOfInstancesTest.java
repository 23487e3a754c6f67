package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.OPERATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.Progress;
import org.mentoring.activity.About;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.NewIncident;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.jdbc.StoreFailure;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;
import org.mentoring.spi.UnitOfWork;

/** Two instances over one store, the clock of one behind that of the other. */
@Tag(Harness.TAG)
class ClocksOfInstancesTest {
  private static final Duration LITTLE = Duration.ofMinutes(10);
  private static final Duration FAR = Duration.ofDays(3);
  private static final Instant BEGUN = Instant.parse("2020-10-01T06:00:00Z");

  private final AtomicReference<Instant> storesTime = new AtomicReference<>(BEGUN);

  /** Where everything is kept. */
  enum Kept {
    MEMORY,
    H2,
    POSTGRESQL
  }

  @FunctionalInterface
  private interface Trial {
    void in(Stores stores) throws Exception;
  }

  /** Over stores whose clock is what the trial says, as it is no real day that is tried. */
  private void over(Kept kept, Trial trial) throws Exception {
    if (kept == Kept.MEMORY) {
      trial.in(timed(InMemoryStores.create()));
      return;
    }
    try (ProofDatabase database =
        kept == Kept.H2 ? ProofDatabase.h2() : ProofDatabase.postgresql()) {
      trial.in(timed(database.stores()));
    }
  }

  private Stores timed(Stores stores) {
    UnitOfWork work = stores.work();
    return Planted.in(
        stores,
        UnitOfWork.class,
        new UnitOfWork() {
          @Override
          public <T> T run(Supplier<T> command) {
            return work.run(command);
          }

          @Override
          public <T> T read(Supplier<T> query) {
            return work.read(query);
          }

          @Override
          public Optional<Instant> time() {
            return Optional.of(storesTime.get());
          }
        });
  }

  private static ProofProgramme instance(Stores stores) {
    return new ProofProgramme(stores, SystemSources.identifiers());
  }

  private void goesOn(ProofProgramme right, Duration time) {
    right.passes(time);
    storesTime.updateAndGet(before -> before.plus(time));
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void an_incident_that_another_one_recorded_holds_a_completion_up(Kept kept) throws Exception {
    for (Duration behind : List.of(LITTLE, FAR)) {
      holdsUp(
          kept,
          behind,
          "completion.incident-open",
          (right, id) ->
              right
                  .mentoring
                  .incidents()
                  .report(
                      COORDINATOR,
                      new NewIncident(
                          Code.of("MENTOR_CRISIS"),
                          id,
                          new TreeSet<>(Set.of(ParticipantId.of("mentee-1"))),
                          right.today(),
                          Note.of("what")))
                  .orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void a_retraction_that_another_one_recorded_holds_a_completion_up(Kept kept) throws Exception {
    for (Duration behind : List.of(LITTLE, FAR)) {
      holdsUp(
          kept,
          behind,
          "completion.exit-interview-missing",
          (right, id) ->
              right
                  .mentoring
                  .activities()
                  .retract(COORDINATOR, interview(right.stores, id), "never happened")
                  .orElseThrow());
    }
  }

  @FunctionalInterface
  private interface Recorded {
    void by(ProofProgramme right, MentorshipId id);
  }

  private void holdsUp(Kept kept, Duration behind, String code, Recorded recorded)
      throws Exception {
    // As long as the scene takes.
    storesTime.set(BEGUN.plus(Duration.ofDays(8)));
    over(
        kept,
        stores -> {
          ProofProgramme right = instance(stores);
          MentorshipId id = new Scene(right, 1).closing();
          ProofProgramme slow = instance(stores);
          slow.at(right);
          goesOn(right, behind);
          recorded.by(right, id);

          Supplier<Outcome<Mentorship>> completing =
              () -> slow.mentoring.mentorships().complete(COORDINATOR, id, slow.today());
          if (behind.equals(FAR)) {
            assertLag(completing);
          } else {
            ProofProgramme asking = instance(stores);
            asking.at(slow);
            assertThat(asking.mentoring.oversight().completion(id, slow.today()).findings())
                .extracting(Finding::code)
                .contains(code);
            assertThat(codes(completing.get())).contains(code);
            everyCompletionIsMadeAgain(slow);
          }
          assertThat(stores.mentorships().find(id).orElseThrow().state())
              .isEqualTo(MentorshipState.CLOSING);
        });
  }

  private static void everyCompletionIsMadeAgain(ProofProgramme slow) {
    List<StoredDecision> completions =
        slow.mentoring.decisions().list(null, 1_000).items().stream()
            .filter(each -> question(each).equals(Code.of("COMPLETION")))
            .toList();
    assertThat(completions).isNotEmpty();
    assertThat(completions)
        .allSatisfy(
            each ->
                assertThat(slow.mentoring.decisions().replay(each.id()))
                    .isInstanceOf(Replayed.Identical.class));
  }

  private static Code question(StoredDecision stored) {
    Decision decision = stored.decision();
    return decision == null ? Code.of("NONE") : decision.question().matter();
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void a_waiver_that_another_one_revoked_begins_nothing(Kept kept) throws Exception {
    over(
        kept,
        stores -> {
          ProofProgramme right = instance(stores);
          ProofProgramme slow = instance(stores);
          ParticipantId mentor = untrained(right);
          ParticipantId mentee = right.mentee("kid");
          WaiverId waiver = waived(right, mentor);
          slow.person("somebody");
          goesOn(right, LITTLE);
          right.mentoring.waivers().revoke(OPERATOR, waiver, "why not").orElseThrow();

          assertThat(codes(assigned(slow, mentor, mentee)))
              .contains("mentorship.party-not-eligible");
          StoredDecision decided =
              slow.mentoring
                  .decisions()
                  .keep(COORDINATOR, mentor, PRACTICE, Position.MENTOR, slow.today())
                  .orElseThrow();
          assertThat(verdict(decided)).isEqualTo(Verdict.NOT_YET);
          assertThat(slow.mentoring.decisions().replay(decided.id()))
              .isInstanceOf(Replayed.Identical.class);
          assertThat(right.mentoring.decisions().replay(decided.id()))
              .isInstanceOf(Replayed.Identical.class);

          goesOn(right, FAR);
          WaiverId again = waived(right, mentor);
          right.mentoring.waivers().revoke(OPERATOR, again, "why not").orElseThrow();
          ProofProgramme begunAnew = instance(stores);
          begunAnew.at(slow);
          assertLag(() -> assigned(begunAnew, mentor, mentee));
        });
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void a_question_is_answered_with_a_waiver_that_another_one_revoked(Kept kept) throws Exception {
    over(
        kept,
        stores -> {
          ProofProgramme right = instance(stores);
          ProofProgramme slow = instance(stores);
          ParticipantId mentor = untrained(right);
          WaiverId waiver = waived(right, mentor);
          goesOn(right, LITTLE);
          right.mentoring.waivers().revoke(OPERATOR, waiver, "why not").orElseThrow();

          assertThat(
                  slow.mentoring.decide(mentor, PRACTICE, Position.MENTOR, slow.today()).verdict())
              .isEqualTo(Verdict.NOT_YET);
        });
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void what_another_one_did_with_a_mentorship_goes_on_here(Kept kept) throws Exception {
    over(
        kept,
        stores -> {
          ProofProgramme right = instance(stores);
          ProofProgramme slow = instance(stores);
          Scene scene = new Scene(right, 1);
          slow.person("somebody");
          goesOn(right, LITTLE);
          MentorshipId id = scene.active();

          slow.mentoring.mentorships().pause(COORDINATOR, id, "why", slow.today()).orElseThrow();
          StoredDecision kept1 =
              slow.mentoring
                  .decisions()
                  .keepCompletion(COORDINATOR, id, slow.today())
                  .orElseThrow();
          assertThat(slow.mentoring.decisions().replay(kept1.id()))
              .isInstanceOf(Replayed.Identical.class);
          assertThat(slow.mentoring.journal().verify().faults()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void a_clock_that_is_set_back_while_the_instance_runs_does_nothing(Kept kept) throws Exception {
    over(
        kept,
        stores -> {
          ProofProgramme right = instance(stores);
          ProofProgramme slow = instance(stores);
          ParticipantId mentor = right.mentor("oak", 2);
          ParticipantId mentee = right.mentee("kid");
          slow.person("somebody");
          Duration day = Duration.ofDays(1);
          goesOn(right, day);
          slow.passes(day);
          slow.passes(Duration.ofHours(-27));
          right
              .mentoring
              .withdrawConsent(COORDINATOR, consent(stores, mentee), right.today())
              .orElseThrow();

          assertLag(() -> assigned(slow, mentor, mentee));

          slow.at(right);
          assertThat(codes(assigned(slow, mentor, mentee)))
              .contains("mentorship.party-not-eligible");
        });
  }

  /** The database's own clock is the one that everybody is compared with where none is given. */
  @ParameterizedTest
  @EnumSource(
      value = Kept.class,
      names = {"H2", "POSTGRESQL"})
  void a_clock_years_behind_that_of_a_database_decides_nothing_without_a_waiver_revoked_since(
      Kept kept) throws Exception {
    try (ProofDatabase database =
        kept == Kept.H2 ? ProofDatabase.h2() : ProofDatabase.postgresql()) {
      Stores stores = database.stores();
      ProofProgramme right = instance(stores);
      ProofProgramme slow = instance(stores);
      ParticipantId mentor = untrained(right);
      ParticipantId mentee = right.mentee("kid");
      WaiverId waiver = waived(right, mentor);
      right.passes(FAR);
      right.mentoring.waivers().revoke(OPERATOR, waiver, "why not").orElseThrow();

      assertLag(() -> assigned(slow, mentor, mentee));
    }
  }

  /** In a transaction of the host's nothing is taken back and done again. */
  @ParameterizedTest
  @EnumSource(
      value = Kept.class,
      names = {"H2", "POSTGRESQL"})
  void a_waiver_revoked_begins_nothing_in_a_transaction_of_the_host(Kept kept) throws Exception {
    try (ProofDatabase database =
        kept == Kept.H2 ? ProofDatabase.h2() : ProofDatabase.postgresql()) {
      ProofProgramme right = instance(database.stores());
      ParticipantId mentor = untrained(right);
      ParticipantId mentee = right.mentee("kid");
      WaiverId waiver = waived(right, mentor);
      right.passes(LITTLE);
      right.mentoring.waivers().revoke(OPERATOR, waiver, "why not").orElseThrow();
      try (Connection connection = database.connections().getConnection()) {
        connection.setAutoCommit(false);
        ProofProgramme slow = instance(database.joined(() -> connection));
        Outcome<Mentorship> outcome = assigned(slow, mentor, mentee);
        committed(connection);
        assertThat(codes(outcome)).contains("mentorship.party-not-eligible");
        assertThat(right.mentoring.journal().verify().faults()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void what_was_done_before_it_was_come_upon_is_done_anew(Kept kept) throws Exception {
    over(
        kept,
        stores -> {
          ProofProgramme right = instance(stores);
          ProofProgramme slow = instance(stores);
          Waived waived = new Waived(right, slow);
          goesOn(right, LITTLE);
          waived.revoke();

          waived.assertAlone(waived.assigned());
          assertThat(right.mentoring.journal().verify().faults()).isEmpty();
          assertThat(stores.mentorships().of(waived.untrained)).isEmpty();
          assertThat(stores.mentorships().of(waived.trained)).hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Kept.class,
      names = {"H2", "POSTGRESQL"})
  void what_a_host_has_to_take_back_it_is_told_to_give_again(Kept kept) throws Exception {
    try (ProofDatabase database =
        kept == Kept.H2 ? ProofDatabase.h2() : ProofDatabase.postgresql()) {
      ProofProgramme right = instance(database.stores());
      try (Connection connection = database.connections().getConnection()) {
        connection.setAutoCommit(false);
        ProofProgramme slow = instance(database.joined(() -> connection));
        Waived waived = new Waived(right, slow);
        connection.commit();
        right.passes(LITTLE);
        waived.revoke();

        assertThatThrownBy(waived::assigned)
            .isInstanceOfSatisfying(StoreFailure.class, e -> assertThat(e.retryable()).isTrue());
        connection.rollback();
        waived.assertAlone(waived.assigned());
        committed(connection);
      }
    }
  }

  /** Two pairs that are proposed, of which the second one's mentor has a waiver. */
  private static final class Waived {
    final ParticipantId trained;
    final ParticipantId untrained;
    private final ProofProgramme right;
    private final ProofProgramme slow;
    private final WaiverId waiver;
    private final MatchProposal proposal;

    Waived(ProofProgramme right, ProofProgramme slow) {
      this.right = right;
      this.slow = slow;
      trained = right.mentor("ash", 1);
      right.mentee("a-kid");
      untrained = untrained(right);
      right.fact(untrained, new Fact.MentoringCapacity(1));
      waiver = waived(right, untrained);
      right.mentee("o-kid");
      MatchProposal first =
          slow.mentoring.propose(COORDINATOR, PRACTICE, slow.today(), Progress.NONE).orElseThrow();
      proposal =
          slow.mentoring
              .lock(
                  COORDINATOR,
                  first,
                  new PairKey(ParticipantId.of("a-kid"), trained),
                  "they know each other")
              .orElseThrow();
      assertThat(proposal.result().pairs()).hasSize(2);
    }

    void revoke() {
      right.mentoring.waivers().revoke(OPERATOR, waiver, "why not").orElseThrow();
    }

    SortedMap<PairKey, Outcome<Mentorship>> assigned() {
      return slow.mentoring
          .mentorships()
          .assignPairs(COORDINATOR, proposal.id(), Arrangement.INDIVIDUAL, null, null, slow.today())
          .orElseThrow();
    }

    void assertAlone(SortedMap<PairKey, Outcome<Mentorship>> outcomes) {
      assertThat(
              outcomes.entrySet().stream()
                  .filter(each -> each.getValue().accepted().isPresent())
                  .map(each -> each.getKey().mentor()))
          .containsExactly(trained);
    }
  }

  private static void committed(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void assertLag(Supplier<?> command) {
    assertThatThrownBy(command::get)
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("clock.lag"));
  }

  private static ParticipantId untrained(ProofProgramme programme) {
    ParticipantId mentor = programme.person("oak");
    programme.fact(mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    programme.fact(mentor, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"));
    programme.fact(mentor, new Fact.MentoringCapacity(2));
    return mentor;
  }

  /** With the step that follows, which needs the waiver. */
  private static WaiverId waived(ProofProgramme programme, ParticipantId mentor) {
    WaiverId waiver =
        programme
            .mentoring
            .waivers()
            .waive(
                OPERATOR,
                "mentor-initial-training",
                mentor,
                null,
                "why",
                programme.today().minusDays(5),
                programme.today().plusDays(30))
            .orElseThrow();
    programme.mentoring.recordStep(
        ProofProgramme.HEAD, mentor, PRACTICE, Position.MENTOR, "welcome", programme.today());
    return waiver;
  }

  private static Outcome<Mentorship> assigned(
      ProofProgramme programme, ParticipantId mentor, ParticipantId mentee) {
    return programme
        .mentoring
        .mentorships()
        .assign(COORDINATOR, NewMentorship.individual(PRACTICE, mentor, mentee, programme.today()));
  }

  private static ActivityId interview(Stores stores, MentorshipId id) {
    return stores.activities().history(About.mentorship(id)).stream()
        .filter(ActivityEntry.Recorded.class::isInstance)
        .map(entry -> ((ActivityEntry.Recorded) entry).activity())
        .filter(activity -> activity.kind().equals(Code.of("EXIT_INTERVIEW")))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static FactId consent(Stores stores, ParticipantId mentee) {
    return stores.participants().history(mentee).stream()
        .filter(FactEntry.Recorded.class::isInstance)
        .map(FactEntry.Recorded.class::cast)
        .filter(entry -> entry.fact() instanceof Fact.Consent)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Verdict verdict(StoredDecision stored) {
    Decision decision = stored.decision();
    return decision == null ? Verdict.REFUSED : decision.verdict();
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refused().stream()
        .flatMap(decision -> decision.findings().stream())
        .map(Finding::code)
        .toList();
  }
}
