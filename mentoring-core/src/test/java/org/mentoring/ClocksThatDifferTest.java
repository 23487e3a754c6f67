package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Position;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;
import org.mentoring.spi.UnitOfWork;
import org.mentoring.time.Validity;

/** Two instances over one store, of which the clock of one is ahead. */
class ClocksThatDifferTest {
  private static final String PRACTICE = "adolescents";
  private static final Duration FAR = Duration.ofDays(400);

  private final Stores stores = InMemoryStores.create();
  private final SmallProgramme behind =
      new SmallProgramme(SmallProgramme.definition(List.of()), stores);
  private final SmallProgramme ahead = other(Duration.ofMinutes(10));
  private final SmallProgramme farAhead = other(FAR);

  private SmallProgramme other(Duration lead) {
    SmallProgramme other =
        new SmallProgramme(
            SmallProgramme.definition(List.of()),
            builder -> builder.stores(stores).identifiers(SystemSources.identifiers()));
    other.now.updateAndGet(instant -> instant.plus(lead));
    return other;
  }

  @Test
  void what_is_committed_counts_in_the_questions_of_the_other_at_once() {
    ParticipantId mentor = behind.person("m-1");
    behind.fact(mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    behind.fact(mentor, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"));
    FactId training = behind.training(mentor, 480);
    ParticipantId mentee = behind.mentee("a-1", "Tyumen");
    assertThat(decided(behind, mentor).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(proposed()).containsExactly(mentee);

    ahead.mentoring.retract(COORDINATOR, training, "never happened").orElseThrow();

    assertThat(decided(behind, mentor).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(proposed()).isEmpty();
  }

  @Test
  void questions_about_all_count_it_too() {
    behind.mentor("m-1", "Tyumen");
    ParticipantId mentee = ahead.mentee("a-1", "Tyumen");

    assertThat(proposed()).containsExactly(mentee);
    assertThat(behind.mentoring.applicants(PRACTICE, Position.MENTEE, SmallProgramme.TODAY))
        .containsExactly(mentee);
    assertThat(
            behind.mentoring.decideAll(
                PRACTICE, Position.MENTEE, SmallProgramme.TODAY, Progress.NONE))
        .hasSize(1);
  }

  @Test
  void what_was_recorded_far_ahead_counts_and_stops_nobody() {
    ParticipantId mentor = behind.person("m-1");
    behind.fact(mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    behind.fact(mentor, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"));
    ParticipantId mentee = behind.mentee("a-1", "Tyumen");
    assertThat(proposed()).isEmpty();

    FactId training = farAhead.training(mentor, 480);

    assertThat(decided(behind, mentor).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(proposed()).containsExactly(mentee);
    StoredDecision kept = kept(mentor);
    behind.mentoring.retract(COORDINATOR, training, "never happened").orElseThrow();
    assertThat(decided(behind, mentor).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(proposed()).isEmpty();
    assertThat(behind.mentoring.decisions().replay(kept.id()))
        .isInstanceOf(Replayed.Identical.class);
  }

  @Test
  void a_replay_counts_what_was_recorded_far_ahead_when_its_time_has_come_too() {
    ParticipantId mentor = behind.person("m-1");
    behind.fact(mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    farAhead.training(mentor, 480);
    StoredDecision kept = kept(mentor);
    assertThat(Objects.requireNonNull(kept.decision()).verdict()).isEqualTo(Verdict.ELIGIBLE);

    behind.now.updateAndGet(instant -> instant.plus(FAR).plus(FAR));

    assertThat(behind.mentoring.decisions().replay(kept.id()))
        .isInstanceOf(Replayed.Identical.class);
  }

  @Test
  void what_was_recorded_far_ahead_drags_nobody_along() {
    ParticipantId one = behind.mentee("a-1", "Tyumen");
    farAhead.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();

    behind.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();
    behind.mentoring.applicants(PRACTICE, Position.MENTEE, SmallProgramme.TODAY);
    behind.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();

    List<FactEntry> history = stores.participants().history(one);
    assertThat(history.get(history.size() - 1).recordedAt())
        .isBeforeOrEqualTo(behind.now.get().plusSeconds(1));
  }

  @Test
  void whose_records_are_ahead_is_told() {
    behind.mentee("a-1", "Tyumen");
    ParticipantId two = behind.mentee("a-2", "Tyumen");
    ParticipantId three = behind.mentee("a-3", "Tyumen");
    ahead.mentoring.record(COORDINATOR, two, need(), since()).orElseThrow();
    assertThat(behind.mentoring.recordedAhead(null, 10).items()).isEmpty();

    farAhead.mentoring.record(COORDINATOR, three, need(), since()).orElseThrow();
    assertThat(behind.mentoring.recordedAhead(null, 10).items()).containsExactly(three);
    assertThat(behind.mentoring.recordedAhead(three.value(), 10).items()).isEmpty();
  }

  @Test
  void an_instance_whose_clock_is_ahead_of_the_stores_writes_nothing() {
    AtomicReference<Instant> stored = new AtomicReference<>(behind.now.get());
    SmallProgramme own = over(stored, Duration.ofMinutes(15));
    Instant late = stored.get().plus(Duration.ofMinutes(14));
    own.now.set(late);
    ParticipantId one = own.mentee("a-1", "Tyumen");
    int before = stores.participants().history(one).size();
    own.now.set(stored.get().plus(FAR));

    assertThatThrownBy(() -> own.mentoring.record(COORDINATOR, one, need(), since()))
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.code()).isEqualTo("clock.lead");
              assertThat(e.attributes())
                  .containsKeys("clock", "store")
                  .containsEntry("most", "PT15M");
            });
    assertThat(stores.participants().history(one)).hasSize(before);

    own.now.set(stored.get());
    own.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();
    List<FactEntry> history = stores.participants().history(one);
    assertThat(history.get(history.size() - 1).recordedAt()).isBefore(late.plusSeconds(1));
    stored.set(stored.get().plus(FAR));
    own.now.set(stored.get());
    own.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();
  }

  @Test
  void an_instance_far_behind_what_is_on_record_does_nothing_to_those_whom_it_is_about() {
    AtomicReference<Instant> stored = new AtomicReference<>(behind.now.get().plus(FAR));
    SmallProgramme right = over(stored, Duration.ofMinutes(15));
    SmallProgramme wrong = over(stored, Duration.ofMinutes(15));
    ParticipantId one = wrong.mentee("a-1", "Tyumen");
    wrong.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();
    right.now.set(stored.get().minus(Duration.ofDays(1)));
    right.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();
    int before = stores.participants().history(one).size();

    assertThatThrownBy(() -> wrong.mentoring.record(COORDINATOR, one, need(), since()))
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.code()).isEqualTo("clock.lag");
              assertThat(e.attributes()).containsKeys("clock", "recorded", "most");
            });
    assertThat(stores.participants().history(one)).hasSize(before);

    wrong.now.set(right.now.get().minus(Duration.ofMinutes(14)));
    wrong.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();
  }

  @Test
  void a_consent_withdrawn_past_midnight_counts_where_midnight_is_still_to_come() {
    SmallMentorships right = pairs();
    SmallMentorships slow = pairs();
    ZonedDateTime midnight =
        right.today().plusDays(3).atStartOfDay(right.mentoring.definition().zone());
    right.programme.now.set(midnight.minusHours(2).toInstant());
    slow.programme.now.set(midnight.minusHours(2).toInstant());
    ParticipantId mentor = right.mentor("m-1");
    ParticipantId mentee = right.mentee("a-1");
    right.programme.now.set(midnight.plusMinutes(5).toInstant());
    slow.programme.now.set(midnight.minusMinutes(5).toInstant());
    for (FactEntry entry : stores.participants().history(mentee)) {
      if (entry instanceof FactEntry.Recorded fact && fact.fact() instanceof Fact.Consent) {
        right.mentoring.withdrawConsent(COORDINATOR, fact.id(), right.today()).orElseThrow();
      }
    }

    assertThat(slow.today()).isBefore(right.today());
    assertThat(SmallProgramme.codes(slow.assign(mentor, mentee)))
        .contains("mentorship.party-not-eligible");
  }

  private SmallMentorships pairs() {
    return new SmallMentorships(
        SmallMentorships.definition(),
        stores,
        builder -> builder.identifiers(SystemSources.identifiers()));
  }

  @Test
  void how_far_ahead_is_for_the_builder_to_say() {
    AtomicReference<Instant> stored = new AtomicReference<>(behind.now.get());
    SmallProgramme strict = over(stored, Duration.ofMinutes(9));
    SmallProgramme patient = over(stored, Duration.ofMinutes(10));
    Instant late = stored.get().plus(Duration.ofMinutes(10));
    strict.now.set(late);
    patient.now.set(late);
    assertThatThrownBy(() -> strict.person("a-1")).isInstanceOf(MentoringException.class);
    assertThat(patient.person("a-1")).isNotNull();
    Mentoring.Builder builder = Mentoring.of(behind.mentoring.definition());
    assertThatThrownBy(() -> builder.clockLead(Duration.ofMinutes(-1)))
        .isInstanceOf(InvalidValue.class);
  }

  private SmallProgramme over(AtomicReference<Instant> stored, Duration lead) {
    UnitOfWork timed =
        new UnitOfWork() {
          @Override
          public <T> T run(Supplier<T> command) {
            return stores.work().run(command);
          }

          @Override
          public Optional<Instant> time() {
            return Optional.of(stored.get());
          }
        };
    Stores all =
        new Stores(
            stores.participants(),
            stores.proposals(),
            stores.selectionEvents(),
            stores.mentorships(),
            stores.activities(),
            stores.incidents(),
            stores.waivers(),
            stores.decisions(),
            stores.commands(),
            stores.journal(),
            stores.outbox(),
            stores.places(),
            stores.identities(),
            stores.erasures(),
            stores.programmes(),
            timed);
    return new SmallProgramme(
        SmallProgramme.definition(List.of()),
        builder -> builder.stores(all).clockLead(lead).identifiers(SystemSources.identifiers()));
  }

  private StoredDecision kept(ParticipantId mentor) {
    return behind
        .mentoring
        .decisions()
        .keep(COORDINATOR, mentor, PRACTICE, Position.MENTOR, SmallProgramme.TODAY)
        .orElseThrow();
  }

  private List<ParticipantId> proposed() {
    return behind
        .mentoring
        .propose(COORDINATOR, PRACTICE, SmallProgramme.TODAY, Progress.NONE)
        .orElseThrow()
        .result()
        .pairs()
        .stream()
        .map(each -> each.pair().mentee())
        .toList();
  }

  private static Decision decided(SmallProgramme programme, ParticipantId person) {
    return programme.mentoring.decide(
        person,
        PRACTICE,
        person.value().startsWith("m") ? Position.MENTOR : Position.MENTEE,
        SmallProgramme.TODAY);
  }

  private static Fact need() {
    return new Fact.Need("chess");
  }

  private static Validity since() {
    return Validity.from(SmallProgramme.TODAY.minusDays(1));
  }
}
