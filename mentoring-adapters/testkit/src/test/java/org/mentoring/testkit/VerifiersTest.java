package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.decision.Finding;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
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
  void what_is_given_without_a_validity_holds_on_days_long_before_too() {
    PartyVerifier born = mentors().given(new Fact.Birth(LocalDate.of(1980, 5, 5)));

    assertThat(born.on(DAY.minusYears(3)).findings())
        .extracting(Finding::code)
        .contains("interview.missing")
        .noneMatch(code -> code.startsWith("age."));
    assertThatThrownBy(() -> mentors().on(DAY.minusYears(3)).finds("age.unknown"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("age.unknown");
  }

  /** The law that asks mentors for a ministry's decision and an entry in a federal register. */
  private static final ProgrammeDefinition UNDER_LAW =
      TYUMEN.withPacks(List.of(BuiltInPacks.read("ru-120fz-2025")));

  private static final LocalDate IN_FORCE = LocalDate.of(2025, 2, 5);

  private static final String[] OF_LAW = {"register.missing", "decision.missing"};

  /** All that the programme asks of a mentor, and nothing of what the law adds. */
  private static Fact[] enoughWithoutLaw() {
    List<Fact> all =
        new ArrayList<>(
            List.of(
                new Fact.Birth(LocalDate.of(1990, 1, 1)),
                new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY")),
                new Fact.Application(Position.MENTOR, Fact.WayIn.SELF),
                new Fact.Training(
                    Fact.TrainingKind.INITIAL,
                    null,
                    600,
                    Fact.Mode.IN_PERSON,
                    Code.of("REGIONAL_OPERATOR")),
                ISHIM,
                new Fact.Interview(
                    Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE)));
    for (Requirement each :
        TYUMEN
            .practice("adolescents")
            .orElseThrow()
            .party(Position.MENTOR)
            .orElseThrow()
            .requirements()) {
      if (each instanceof Requirement.Clearance clearance) {
        clearance
            .kinds()
            .forEach(
                kind ->
                    all.add(
                        new Fact.ClearanceCertificate(
                            kind, IN_FORCE.minusDays(5), Fact.Outcome.POSITIVE)));
      } else if (each instanceof Requirement.StandardMet met) {
        all.add(new Fact.SelectionAssessment(met.standard(), Fact.Outcome.POSITIVE));
      } else if (each instanceof Requirement.Documents documents) {
        documents.kinds().forEach(kind -> all.add(new Fact.DocumentHandedIn(kind)));
      }
    }
    return all.toArray(Fact[]::new);
  }

  private static PartyVerifier underLaw(LocalDate day) {
    return PartyVerifier.of(RULES, UNDER_LAW, "adolescents", Position.MENTOR, day);
  }

  @Test
  void what_a_pack_asks_is_asked_from_the_day_on_which_it_is_in_force() {
    Fact[] given = enoughWithoutLaw();

    underLaw(IN_FORCE).given(given).finds(OF_LAW);
    underLaw(IN_FORCE.minusDays(1)).given(given).isAdmitted();
    PartyVerifier.of(RULES, TYUMEN, "adolescents", Position.MENTOR, IN_FORCE)
        .given(given)
        .isAdmitted();
    assertThatThrownBy(() -> underLaw(IN_FORCE).given(given).isAdmitted())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("register.missing");
  }

  @Test
  void another_day_has_the_rules_of_that_day_and_all_that_was_given() {
    Fact[] given = enoughWithoutLaw();

    underLaw(IN_FORCE).given(given).on(IN_FORCE.minusDays(1)).isAdmitted();
    underLaw(IN_FORCE.minusDays(1)).given(given).on(IN_FORCE).finds(OF_LAW);
  }

  @Test
  void the_findings_are_those_of_the_programme_itself_whatever_is_missing() {
    List<Fact> enough = List.of(enoughWithoutLaw());
    for (LocalDate day : List.of(IN_FORCE.minusDays(1), IN_FORCE, IN_FORCE.plusDays(30))) {
      for (int missing = 0; missing <= enough.size(); missing++) {
        List<Fact> given = new ArrayList<>(enough);
        if (missing < enough.size()) {
          given.remove(missing);
        }
        assertThat(underLaw(day).given(given.toArray(Fact[]::new)).findings())
            .as("on %s without fact %s", day, missing)
            .extracting(Finding::code, Finding::requirement, Finding::effect)
            .containsExactlyInAnyOrderElementsOf(
                decided(day, given).stream()
                    .map(each -> tuple(each.code(), each.requirement(), each.effect()))
                    .toList());
      }
    }
  }

  private static List<Finding> decided(LocalDate day, List<Fact> given) {
    ParticipantId somebody = ParticipantId.of("somebody");
    Actor operator = new Actor("operator", Code.of("REGIONAL_OPERATOR"), "operator");
    try (Mentoring mentoring =
        Mentoring.of(UNDER_LAW)
            .rules(RULES)
            .clock(
                Clock.fixed(
                    day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
            .build()) {
      mentoring.register(operator, somebody, ParticipantKind.PERSON, List.of()).orElseThrow();
      for (Fact each : given) {
        mentoring.record(operator, somebody, each, Validity.from(day.minusYears(1))).orElseThrow();
      }
      return mentoring.decide(somebody, "adolescents", Position.MENTOR, day).findings();
    }
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
