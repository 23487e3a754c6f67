package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.COORDINATOR;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
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
import org.mentoring.time.Validity;

/** Two instances over one store, of which the clock of one is ahead. */
class ClocksThatDifferTest {
  private static final String PRACTICE = "adolescents";

  private final Stores stores = InMemoryStores.create();
  private final SmallProgramme behind =
      new SmallProgramme(SmallProgramme.definition(List.of()), stores);
  private final SmallProgramme ahead = other(Duration.ofMinutes(10));

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
  void a_clock_that_is_far_ahead_is_told_and_drags_nobody_along() {
    ParticipantId one = behind.mentee("a-1", "Tyumen");
    ParticipantId two = behind.mentee("a-2", "Tyumen");
    SmallProgramme wrong = other(Duration.ofDays(1_500));
    wrong.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();

    isTold(() -> decided(behind, one), one);
    isTold(() -> behind.mentoring.record(COORDINATOR, one, need(), since()), one);
    isTold(this::proposed, one);
    behind.mentoring.record(COORDINATOR, two, need(), since()).orElseThrow();
    List<FactEntry> history = stores.participants().history(two);
    assertThat(history.get(history.size() - 1).recordedAt())
        .isBeforeOrEqualTo(behind.now.get().plusSeconds(1));
    assertThat(decided(behind, two).question().participant()).isEqualTo(two);
  }

  @Test
  void how_far_ahead_is_for_the_builder_to_say() {
    ParticipantId one = behind.mentee("a-1", "Tyumen");
    ahead.mentoring.record(COORDINATOR, one, need(), since()).orElseThrow();
    Mentoring strict = patientFor(Duration.ofMinutes(9));
    isTold(() -> strict.dossier(one, SmallProgramme.TODAY), one);
    assertThat(patientFor(Duration.ofMinutes(10)).dossier(one, SmallProgramme.TODAY).participant())
        .isEqualTo(one);
    Mentoring.Builder builder = Mentoring.of(behind.mentoring.definition());
    assertThatThrownBy(() -> builder.clockLead(Duration.ofMinutes(-1)))
        .isInstanceOf(InvalidValue.class);
  }

  private Mentoring patientFor(Duration lead) {
    return new SmallProgramme(
            SmallProgramme.definition(List.of()), builder -> builder.stores(stores).clockLead(lead))
        .mentoring;
  }

  private static void isTold(ThrowingCallable asked, ParticipantId about) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.code()).isEqualTo("clock.lead");
              assertThat(e.attributes()).containsEntry("participant", about.value());
            });
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
