package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.TODAY;
import static org.mentoring.SmallWaivers.AUTHORITY;
import static org.mentoring.SmallWaivers.CITE;
import static org.mentoring.SmallWaivers.OPERATOR;
import static org.mentoring.SmallWaivers.TRAINING;
import static org.mentoring.SmallWaivers.codes;
import static org.mentoring.SmallWaivers.definition;
import static org.mentoring.SmallWaivers.waiver;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Stores;

class WaiversTest {
  private final SmallWaivers kept = new SmallWaivers();
  private final SmallMentorships small = kept.small;
  private final Mentoring mentoring = kept.mentoring;
  private final ParticipantId untrained = kept.untrained;

  @Test
  void a_waived_requirement_informs_and_nothing_more() {
    Decision before = kept.decided();
    kept.waive(TRAINING, untrained).orElseThrow();
    Decision after = kept.decided();

    assertThat(before.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(after.verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(after.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("waiver.applied");
              assertThat(finding.requirement()).isEqualTo(TRAINING);
              assertThat(finding.effect()).isEqualTo(Effect.INFORMS);
              assertThat(finding.parameters())
                  .containsEntry("requirement", Parameter.term(TRAINING))
                  .containsKeys("authority", "until");
            });
    assertThat(after.path())
        .extracting(StepProgress::state)
        .containsExactly(StepProgress.State.DONE);
    assertThat(after.digest()).isNotEqualTo(before.digest());
    assertThat(after.basis().dossierDigest()).isNotEqualTo(before.basis().dossierDigest());
  }

  @Test
  void a_waiver_shows_although_the_facts_were_judged_before() {
    kept.decided();
    int judged = small.programme.judged.get();
    kept.waive(TRAINING, untrained).orElseThrow();

    assertThat(kept.decided().verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(small.programme.judged.get()).isEqualTo(judged);
  }

  @Test
  void a_waiver_counts_on_its_days_alone() {
    kept.waive(TRAINING, untrained).orElseThrow();

    assertThat(kept.decided(TODAY.minusDays(1), kept.now()).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(kept.decided(TODAY.plusDays(29), kept.now()).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(kept.decided(TODAY.plusDays(30), kept.now()).verdict()).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void a_decision_with_what_was_known_before_knows_of_no_waiver() {
    Instant before = kept.now();
    small.programme.later();
    WaiverId id = kept.waive(TRAINING, untrained).orElseThrow();
    Instant given = kept.now();
    small.programme.later();
    mentoring.waivers().revoke(AUTHORITY, id, "given to the wrong person").orElseThrow();

    assertThat(kept.decided(TODAY, before).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(kept.decided(TODAY, given).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(kept.decided(TODAY, kept.now()).verdict()).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void a_waiver_that_lies_in_the_store_against_the_definition_changes_nothing() {
    assertThat(stored(definition(TRAINING), OPERATOR)).isEqualTo(Verdict.NOT_YET);
    assertThat(stored(definition("training"), OPERATOR)).isEqualTo(Verdict.NOT_YET);
    assertThat(stored(definition("consent"), Code.of("COORDINATOR"))).isEqualTo(Verdict.NOT_YET);
    assertThat(stored(SmallMentorships.definition(), OPERATOR)).isEqualTo(Verdict.NOT_YET);
    assertThat(stored(definition("consent"), OPERATOR)).isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void what_was_waived_for_a_duplicate_is_waived_for_the_one_that_is_kept() {
    ParticipantId keeper = small.programme.person("mentor-2");
    kept.waive(TRAINING, untrained).orElseThrow();
    small.programme.later();
    Instant apart = kept.now();
    small.programme.later();
    mentoring.merge(SmallProgramme.COORDINATOR, keeper, untrained, "one person").orElseThrow();

    assertThat(kept.decided(keeper, TODAY, apart).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(kept.decided(keeper, TODAY, kept.now()).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(codes(kept.waive(TRAINING, untrained, TODAY, TODAY.plusDays(3))))
        .containsExactly("waiver.overlaps");
  }

  @Test
  void a_waived_finding_keeps_the_facts_it_rested_on_and_others_stay() {
    Finding one = Finding.of("a.one", TRAINING, CITE, Effect.DELAYS).on(List.of(FactId.of("f-1")));
    Finding two = Finding.of("a.two", TRAINING, CITE, Effect.REFUSES).on(List.of(FactId.of("f-2")));
    Finding told = Finding.of("a.told", TRAINING, CITE, Effect.INFORMS);
    Finding other = Finding.of("b", "other", CITE, Effect.DELAYS);

    List<Finding> applied =
        WaivedRequirements.applied(List.of(one, two, told, other), List.of(waiver(OPERATOR)));

    assertThat(applied).hasSize(3).contains(told, other);
    assertThat(applied)
        .filteredOn(finding -> finding.code().equals("waiver.applied"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.facts()).containsExactly(FactId.of("f-1"), FactId.of("f-2")));
  }

  private Verdict stored(ProgrammeDefinition definition, Code authority) {
    Stores stores = InMemoryStores.create();
    try (Mentoring other =
        Mentoring.of(definition)
            .stores(stores)
            .identifiers(new SequentialIdentifiers())
            .rules(SmallProgramme.rules())
            .build()) {
      ParticipantId mentor =
          other
              .register(
                  SmallProgramme.COORDINATOR,
                  ParticipantId.of("mentor-1"),
                  ParticipantKind.PERSON,
                  List.of())
              .orElseThrow();
      stores.waivers().save(waiver(authority));
      return other.decide(mentor, SmallMentorships.PRACTICE, Position.MENTOR, TODAY).verdict();
    }
  }
}
