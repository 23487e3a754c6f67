package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.TODAY;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.RequirementEvaluator;
import org.mentoring.spi.RulesProvider;
import org.mentoring.text.LocalizedText;

class ExtensionTest {
  private static final Requirement SWIMMING =
      new Requirement.Extension(
          "swims",
          Citation.CHOICE,
          "org.example.swimming",
          1,
          new TreeMap<>(Map.of("interest", "swimming")),
          new LocalizedText("Swims", "Умеет плавать"));

  private final ProgrammeDefinition definition =
      SmallProgramme.definition(List.of(), List.of(SWIMMING));

  @Test
  void a_registered_evaluator_answers_its_requirement_and_enters_the_rule_set_hash() {
    try (Mentoring one = built(new Swimming(1, "swims"));
        Mentoring plain =
            Mentoring.of(SmallProgramme.definition(List.of())).rules(new NoRules()).build()) {
      ParticipantId mentor =
          one.register(SmallProgramme.COORDINATOR, ParticipantKind.PERSON, List.of()).orElseThrow();

      assertThat(one.decide(mentor, "adolescents", Position.MENTOR, TODAY).verdict())
          .isEqualTo(Verdict.NOT_YET);
      assertThat(one.ruleSetHash()).isNotEqualTo(plain.ruleSetHash());
    }
  }

  @Test
  void a_requirement_without_its_evaluator_is_refused_by_name_and_version() {
    assertThatThrownBy(() -> Mentoring.of(definition).rules(new NoRules()).build())
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("org.example.swimming@1");
    assertThatThrownBy(() -> built(new Swimming(2, "swims")))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("extension.unknown");
  }

  @Test
  void an_evaluator_may_only_speak_about_its_own_requirement() {
    try (Mentoring mentoring = built(new Swimming(1, "mentor-training"))) {
      ParticipantId mentor =
          mentoring
              .register(SmallProgramme.COORDINATOR, ParticipantKind.PERSON, List.of())
              .orElseThrow();

      assertThatThrownBy(() -> mentoring.decide(mentor, "adolescents", Position.MENTOR, TODAY))
          .isInstanceOf(MentoringException.class)
          .hasMessageContaining("extension.foreign-finding");
    }
  }

  @Test
  void an_evaluator_that_fails_leaves_the_judgement_to_a_person_and_tells_nothing_it_read() {
    RequirementEvaluator failing =
        new RequirementEvaluator() {
          @Override
          public String name() {
            return "org.example.swimming";
          }

          @Override
          public int version() {
            return 1;
          }

          @Override
          public List<Finding> evaluate(Requirement.Extension requirement, Dossier dossier) {
            throw new IllegalStateException("Иван Петров");
          }
        };
    try (Mentoring mentoring = built(failing)) {
      ParticipantId mentor =
          mentoring
              .register(SmallProgramme.COORDINATOR, ParticipantKind.PERSON, List.of())
              .orElseThrow();

      assertThat(mentoring.decide(mentor, "adolescents", Position.MENTOR, TODAY).findings())
          .extracting(Finding::code)
          .containsExactly("extension.failed");
      assertThat(mentoring.decide(mentor, "adolescents", Position.MENTOR, TODAY).verdict())
          .isEqualTo(Verdict.NEEDS_REVIEW);
    }
  }

  private Mentoring built(RequirementEvaluator evaluator) {
    return Mentoring.of(definition).rules(new NoRules()).evaluator(evaluator).build();
  }

  private record Swimming(int version, String speaksAbout) implements RequirementEvaluator {
    @Override
    public String name() {
      return "org.example.swimming";
    }

    @Override
    public List<Finding> evaluate(Requirement.Extension requirement, Dossier dossier) {
      String wanted = requirement.parameters().get("interest");
      boolean swims =
          dossier
              .current(Fact.Interest.class)
              .anyMatch(interest -> interest.topic().equals(wanted));
      return swims
          ? List.of()
          : List.of(
              Finding.of(
                  "org.example.swimming", speaksAbout, requirement.citation(), Effect.DELAYS));
    }
  }

  private static final class NoRules implements RulesProvider {
    @Override
    public EligibilityRules eligibility() {
      return question -> List.of();
    }

    @Override
    public MatchingRules matching() {
      return question -> List.of();
    }

    @Override
    public org.mentoring.spi.ObligationRules obligations() {
      return (windows, asOf) -> List.of();
    }

    @Override
    public org.mentoring.spi.CompletionRules completion() {
      return question -> List.of();
    }

    @Override
    public org.mentoring.spi.RiskRules risks() {
      return question -> List.of();
    }

    @Override
    public org.mentoring.spi.IncidentRules incidents() {
      return question -> List.of();
    }

    @Override
    public String hash() {
      return "1".repeat(64);
    }

    @Override
    public void close() {}
  }
}
