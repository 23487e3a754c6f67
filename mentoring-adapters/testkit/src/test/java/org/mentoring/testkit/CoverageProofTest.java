package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.identity.Citation;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.ProgrammeDefinition;

/** The proof of coverage is believed because it objects to tests that cover nothing. */
class CoverageProofTest {
  private static final CoverageProof PROOF = CoverageProof.over(Claims.class);

  private static Optional<String> objection(String code) {
    return PROOF.objection(code, KnockOut.of(Citation.of(code)));
  }

  @Test
  void a_test_whose_assertion_notices_proves_its_code() {
    assertThat(objection("S2-17")).isEmpty();
  }

  @Test
  void a_test_that_asserts_nothing_is_caught() {
    assertThat(objection("S2-08"))
        .hasValueSatisfying(told -> assertThat(told).contains("no assertion notices"));
  }

  @Test
  void a_test_that_asserts_something_else_is_caught() {
    assertThat(objection("S2-09")).isPresent();
  }

  @Test
  void a_broken_setup_proves_nothing() {
    assertThat(objection("S2-07"))
        .hasValueSatisfying(
            told -> assertThat(told).contains("BROKEN").contains("no assertion notices"));
  }

  @Test
  void a_test_that_fails_anyway_is_caught() {
    assertThat(objection("S2-10"))
        .hasValueSatisfying(told -> assertThat(told).contains("not all of its tests pass"));
  }

  @Test
  void a_test_that_is_not_run_is_caught() {
    assertThat(objection("S2-11")).hasValueSatisfying(told -> assertThat(told).contains("SKIPPED"));
  }

  @Test
  void a_code_without_a_test_is_caught() {
    assertThat(objection("S2-99")).contains("S2-99: no test covers it");
  }

  @Test
  void one_good_test_beside_an_empty_one_is_enough() {
    assertThat(objection("S2-18")).isEmpty();
    assertThat(PROOF.run(Optional.of("S2-18")))
        .isEqualTo(
            Map.of(
                "Claims.targets_are_there", CoverageProof.Result.PASSED,
                "Claims.two_codes", CoverageProof.Result.PASSED));
  }

  @Test
  void claims_are_listed_with_their_tests() {
    assertThat(PROOF.claims())
        .containsEntry("S2-17", new TreeSet<>(Set.of("Claims.groups_are_withheld")));
    assertThat(PROOF.claims()).containsKeys("S2-18", "S2-19");
  }

  /** Run by the proof alone: not all of these tests hold. */
  @ExtendWith(KnockOutParameter.class)
  static class Claims {
    private final ProgrammeDefinition definition;

    Claims(KnockOut knockOut) {
      definition = knockOut.in(BuiltInProgrammes.read("tyumen-2020"));
    }

    @Covers("S2-17")
    @Test
    void groups_are_withheld() {
      assertThat(definition.privacy().smallestGroup()).isGreaterThan(1);
    }

    @Covers("S2-08")
    @Test
    void asserts_nothing() {
      definition.hash();
    }

    @Covers("S2-09")
    @Test
    void asserts_something_else() {
      assertThat(definition.id()).isEqualTo("tyumen-2020");
    }

    @Covers("S2-07")
    @Test
    void breaks_before_it_asserts() {
      Cadence plan =
          definition.practices().stream()
              .flatMap(practice -> practice.cadences().stream())
              .filter(cadence -> cadence.due().value().equals("MONTHLY_PLAN"))
              .findFirst()
              .orElseThrow();
      assertThat(plan.times()).isPositive();
    }

    @Covers("S2-10")
    @Test
    void fails_anyway() {
      assertThat(definition.id()).isEqualTo("irkutsk-2017");
    }

    @Covers("S2-11")
    @Disabled("shows that what is not run proves nothing")
    @Test
    void is_not_run() {
      assertThat(definition.centre()).isNotNull();
    }

    @Covers("S2-18")
    @Test
    void targets_are_there() {
      assertThat(definition.targets()).isNotEmpty();
    }

    @Covers("S2-18")
    @Covers("S2-19")
    @Test
    void two_codes() {
      definition.hash();
    }
  }
}
