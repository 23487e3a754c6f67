package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.spi.Stores;

class JudgementsTest {
  private final SmallProgramme programme = new SmallProgramme();
  private final Mentoring mentoring = programme.mentoring;

  private List<Decision> decideAll() {
    return mentoring.decideAll("adolescents", Position.MENTOR, TODAY, Progress.NONE);
  }

  @Test
  void who_was_decided_about_is_not_judged_again_when_pairs_are_proposed() {
    programme.mentor("x", "Ishim");
    decideAll();
    mentoring.decideAll("adolescents", Position.MENTEE, TODAY, Progress.NONE);
    int judged = programme.judged.get();
    programme.later();

    mentoring.propose(COORDINATOR, "adolescents", TODAY, Progress.NONE).orElseThrow();

    assertThat(programme.judged).hasValue(judged);
  }

  @Test
  void a_further_fact_another_day_and_a_retraction_are_judged_anew() {
    ParticipantId mentor = programme.person("x");
    programme.fact(mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    assertThat(decideAll()).noneMatch(Decision::eligible);

    FactId training = programme.training(mentor, 480);
    assertThat(decideAll()).allMatch(Decision::eligible);
    assertThat(
            mentoring
                .decide(mentor, "adolescents", Position.MENTOR, TODAY.minusMonths(2))
                .eligible())
        .isFalse();
    programme.later();
    mentoring.retract(COORDINATOR, training, "typed for somebody else").orElseThrow();
    assertThat(decideAll()).noneMatch(Decision::eligible);
  }

  @Test
  void each_decision_tells_its_own_instant_and_basis() {
    ParticipantId mentor = programme.mentor("x", "Ishim");
    Decision first = mentoring.decide(mentor, "adolescents", Position.MENTOR, TODAY);
    programme.later();
    Decision second = mentoring.decide(mentor, "adolescents", Position.MENTOR, TODAY);

    assertThat(second.findings()).isEqualTo(first.findings());
    assertThat(second.question().knownAt()).isAfter(first.question().knownAt());
    assertThat(second.basis().dossierDigest()).isNotEqualTo(first.basis().dossierDigest());
  }

  @Test
  void whom_another_instance_has_erased_is_forgotten_with_the_next_command_or_list() {
    Stores stores = InMemoryStores.create();
    SmallProgramme here = new SmallProgramme(SmallProgramme.definition(List.of()), stores);
    ParticipantId oak = here.mentor("oak", "Ishim");
    ParticipantId ash = here.mentor("ash", "Ishim");
    here.mentoring.decideAll("adolescents", Position.MENTOR, TODAY, Progress.NONE);
    Eligibility eligibility = here.mentoring.workplace().eligibility();
    assertThat(eligibility.remembers(oak)).isTrue();

    erasedElsewhere(stores, oak);
    assertThat(eligibility.remembers(oak)).isTrue();
    here.person("another");
    assertThat(eligibility.remembers(oak)).isFalse();
    assertThat(eligibility.remembers(ash)).isTrue();

    erasedElsewhere(stores, ash);
    here.mentoring.decideAll("adolescents", Position.MENTEE, TODAY, Progress.NONE);
    assertThat(eligibility.remembers(ash)).isFalse();
  }

  private static void erasedElsewhere(Stores stores, ParticipantId person) {
    stores
        .erasures()
        .append(new Erasure(person, Instant.EPOCH, COORDINATOR, Code.of("CONSENT_WITHDRAWN")));
  }
}
