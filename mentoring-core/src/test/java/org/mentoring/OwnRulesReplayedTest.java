package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Stores;

class OwnRulesReplayedTest {
  private static final String PRACTICE = "adolescents";
  private static final String ONE = "own.town@1.0.0+000000000001";
  private static final String OTHER = "own.town@1.0.0+000000000002";

  private final Stores stores = InMemoryStores.create();
  private final ProgrammeDefinition definition = SmallProgramme.definition(List.of());
  private final SmallProgramme programme = new SmallProgramme(definition, stores);
  private final ParticipantId mentor = programme.mentor("m", "Tyumen");

  private Mentoring with(String... own) {
    return Mentoring.of(definition)
        .stores(stores)
        .rules(new FurtherRules(SmallProgramme.rules(), new TreeSet<>(List.of(own))))
        .build();
  }

  private StoredDecision kept(Mentoring mentoring) {
    return mentoring
        .decisions()
        .keep(COORDINATOR, mentor, PRACTICE, Position.MENTOR, TODAY)
        .orElseThrow();
  }

  @Test
  void a_decision_names_the_own_rules_that_it_was_made_under() {
    StoredDecision kept = kept(with(ONE));

    assertThat(kept.decision().basis().kinds()).contains(ONE);
    assertThat(kept.decision().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void under_the_own_rules_that_it_names_a_decision_replays_also_beside_further_ones() {
    StoredDecision kept = kept(with(ONE));

    assertThat(with(ONE).decisions().replay(kept.id()))
        .isEqualTo(new Replayed.Identical(kept.id()));
    assertThat(with(ONE, "own.village@1.0.0+000000000003").decisions().replay(kept.id()))
        .isEqualTo(new Replayed.Identical(kept.id()));
  }

  @Test
  void where_its_own_rules_are_missing_or_have_changed_they_are_named_and_nothing_is_replayed() {
    StoredDecision kept = kept(with(ONE));

    for (Mentoring without : List.of(with(), with(OTHER))) {
      assertThat(without.decisions().replay(kept.id()))
          .isEqualTo(
              new Replayed.RulesNotAvailable(
                  kept.id(), false, new TreeSet<>(List.of(ONE)), kept.decision().basis()));
    }
  }

  @Test
  void own_rules_that_came_later_do_not_judge_what_was_decided_before_them() {
    StoredDecision kept = kept(with());

    assertThat(kept.decision().verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(with(ONE).decisions().replay(kept.id()))
        .isEqualTo(new Replayed.Identical(kept.id()));
  }

  @Test
  void decisions_under_different_own_rules_are_replayed_on_one_page_each_under_its_own() {
    kept(with());
    kept(with(ONE));
    kept(with(OTHER));

    assertThat(with(ONE).decisions().replayAll(null, 10).counts())
        .isEqualTo(new Replayed.Counts(2, 0, 1, 0, 0));
  }
}
