package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.ServiceLoader;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.RulesProvider;
import org.mentoring.time.Validity;

/** What is said in a few lines is really asked, and what is wrong is told in words. */
class VerifiersTest {
  private static final LocalDate DAY = LocalDate.of(2021, 3, 1);
  private static final ProgrammeDefinition TYUMEN = BuiltInProgrammes.read("tyumen-2020");
  private static final RulesProvider RULES =
      ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow();
  private static final Fact ISHIM = new Fact.Trait(Attribute.MUNICIPALITY, "Город Ишим");
  private static final Fact TOBOLSK = new Fact.Trait(Attribute.MUNICIPALITY, "Город Тобольск");

  private static final PairVerifier PAIRS =
      PairVerifier.of(
          TYUMEN,
          List.of(
              new Criterion(
                  "same-municipality",
                  new Term.Same(Attribute.MUNICIPALITY),
                  new Force.Hard(),
                  Citation.CHOICE)),
          DAY);

  @AfterAll
  static void close() {
    RULES.close();
  }

  private static PartyVerifier mentors() {
    return PartyVerifier.of(RULES, TYUMEN, "adolescents", Position.MENTOR, DAY);
  }

  @Test
  void what_is_given_is_no_longer_missing() {
    assertThat(mentors().findings()).isNotEmpty();
    mentors().findsAmongOthers("training.hours-short", "interview.missing");
    PartyVerifier trained =
        mentors()
            .given(
                new Fact.Training(
                    Fact.TrainingKind.INITIAL,
                    null,
                    480,
                    Fact.Mode.IN_PERSON,
                    Code.of("REGIONAL_OPERATOR")));
    assertThatThrownBy(() -> trained.findsAmongOthers("training.hours-short"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("interview.missing")
        .hasMessageContaining("interview");
  }

  @Test
  void what_ended_before_the_day_counts_no_more() {
    Fact application = new Fact.Application(Position.MENTOR, Fact.WayIn.SELF);
    PartyVerifier applied =
        mentors().given(application, Validity.between(DAY.minusDays(9), DAY.minusDays(1)));

    applied.findsAmongOthers("intake.ended");
    assertThatThrownBy(() -> applied.on(DAY.minusDays(5)).findsAmongOthers("intake.ended"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void an_expectation_that_is_wrong_is_told_with_all_that_was_found() {
    assertThatThrownBy(() -> mentors().isAdmitted())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("training.hours-short")
        .hasMessageContaining("8 h");
    assertThatThrownBy(() -> mentors().finds("age.unknown")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> PartyVerifier.of(RULES, TYUMEN, "nowhere", Position.MENTOR, DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_criterion_says_who_fits_whom() {
    PAIRS.mentee(ISHIM).mentor(ISHIM).fit().score(0).isForbiddenBy();
    PAIRS.mentee(ISHIM).mentor(TOBOLSK).isForbiddenBy("same-municipality");
    assertThatThrownBy(() -> PAIRS.mentee(ISHIM).mentor(TOBOLSK).fit())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("same-municipality (hard) does not hold");
    assertThatThrownBy(() -> PAIRS.mentee(ISHIM).mentor(ISHIM).score(5))
        .isInstanceOf(AssertionError.class);
  }

  @Property(tries = 100)
  void what_is_almost_valid_is_refused_with_the_code_that_it_names(
      @ForAll("almostValid") AlmostValid wrong) {
    assertThatThrownBy(wrong.making()::get)
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo(wrong.code()));
    assertThat(wrong.toString()).contains(wrong.component(), wrong.code());
  }

  @Provide
  Arbitrary<AlmostValid> almostValid() {
    return MentoringArbitraries.almostValid(Requirement.Clearance.class);
  }
}
