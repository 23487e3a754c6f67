package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.facts;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.Mode;
import org.mentoring.participant.Fact.Outcome;
import org.mentoring.participant.Fact.TrainingKind;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RequirementKinds;
import org.mentoring.rules.Cases.Facts;
import org.mentoring.time.Validity;

/** Whatever kind the later requirement is of, it counts from the day of those that come first. */
class OrderRequirementTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code HEAD = Code.of("CENTRE_HEAD");
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final Code TAKING_PART = Code.of("PARTICIPATION");

  /** What comes first in these cases: told by a fact that no kind below looks at. */
  private static final Requirement FIRST =
      new Requirement.AttestationGiven(
          "first", Cases.CITED, Code.of("PREPARATION"), HEAD, null, Cases.TITLE);

  private static final Fact FIRST_GIVEN = new Fact.Attestation(Code.of("PREPARATION"), HEAD);

  /**
   * A requirement and what meets it.
   *
   * @param requirement the later one
   * @param evidence all of it is needed
   */
  record Later(Requirement requirement, List<Fact> evidence) {
    @Override
    public String toString() {
      return requirement.kind();
    }
  }

  static List<Later> kinds() {
    Fact good = new Fact.ReferenceChecked(Outcome.POSITIVE);
    return List.of(
        new Later(
            RuleCatalogue.PAPERS,
            List.of(
                new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")),
                new Fact.DocumentHandedIn(Code.of("PASSPORT")))),
        new Later(
            RuleCatalogue.CLEAR,
            List.of(
                new Fact.ClearanceCertificate(
                    Code.of("CRIMINAL_RECORD"), LocalDate.of(2020, 1, 5), Outcome.POSITIVE))),
        new Later(
            RuleCatalogue.TALK,
            List.of(new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.POSITIVE))),
        new Later(RuleCatalogue.TRAINED, List.of(training(300), training(180))),
        new Later(
            RuleCatalogue.COURSE,
            List.of(
                new Fact.Training(
                    TrainingKind.PREPARATION, Code.of("PREPARATION"), 60, Mode.ONLINE, CENTRE))),
        new Later(
            RuleCatalogue.DECIDED,
            List.of(new Fact.AuthorityDecision(COMMISSION, TAKING_PART, Outcome.POSITIVE))),
        new Later(RuleCatalogue.PROFILE, List.of(new Fact.BackgroundProfile(COMMISSION))),
        new Later(RuleCatalogue.FAMILY, List.of(new Fact.FamilyMeeting(CENTRE))),
        new Later(
            RuleCatalogue.STANDARD,
            List.of(new Fact.SelectionAssessment(Cases.APPROVED, Outcome.POSITIVE))),
        new Later(RuleCatalogue.LISTED, List.of(new Fact.RegisterEntry(Code.of("SCHOOL")))),
        new Later(RuleCatalogue.REFERENCES, List.of(good, good)),
        new Later(RuleCatalogue.VOUCHED, List.of(new Fact.Attestation(Code.of("HEALTH"), HEAD))));
  }

  private static Fact training(int minutes) {
    return new Fact.Training(TrainingKind.INITIAL, null, minutes, Mode.IN_PERSON, OPERATOR);
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void the_cases_are_of_all_kinds_whose_evidence_has_a_day() {
    assertThat(kinds()).allMatch(later -> RequirementKinds.isDated(later.requirement()));
    assertThat(kinds().stream().map(later -> later.requirement().kind())).doesNotHaveDuplicates();
    assertThat(kinds()).hasSize(12);
    assertThat(
            List.of(
                RuleCatalogue.ADULT,
                RuleCatalogue.AT_RISK,
                RuleCatalogue.REGISTERED,
                RuleCatalogue.CAME,
                RuleCatalogue.FROM,
                RuleCatalogue.AGREED,
                RuleCatalogue.LIVES,
                RuleCatalogue.PROMISE,
                RuleCatalogue.POSITION,
                RuleCatalogue.FIRST_VETTED))
        .noneMatch(RequirementKinds::isDated);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_was_done_too_early_does_not_count(Later later) {
    assertThat(orders(later, early(later, later.evidence().size()).later(FIRST_GIVEN)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.requirement()).isEqualTo("order"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_part_that_was_done_too_early_is_not_enough(Later later) {
    Facts facts = early(later, 1).later(FIRST_GIVEN);
    for (Fact fact : later.evidence().subList(1, later.evidence().size())) {
      facts = facts.later(fact);
    }

    assertThat(orders(later, facts)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_repeated_on_the_day_itself_counts(Later later) {
    Facts facts = early(later, later.evidence().size()).later(FIRST_GIVEN);
    for (Fact fact : later.evidence()) {
      facts = facts.later(fact);
    }

    assertThat(orders(later, facts)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void there_is_no_order_to_break_while_either_is_missing(Later later) {
    assertThat(orders(later, early(later, later.evidence().size()))).isEmpty();
    assertThat(orders(later, facts().later(FIRST_GIVEN))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_second_version_tells_at_once_what_was_done_too_early(Later later) {
    Facts done = early(later, later.evidence().size());
    assertThat(atOnce(later, done)).containsExactly("order.early-unfinished");
    assertThat(atOnce(later, done.later(FIRST_GIVEN))).containsExactly("order.early");
    assertThat(atOnce(later, facts().later(FIRST_GIVEN))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void in_the_second_version_too_what_is_repeated_on_the_day_itself_counts(Later later) {
    Facts facts = early(later, later.evidence().size()).later(FIRST_GIVEN);
    for (Fact fact : later.evidence()) {
      facts = facts.later(fact);
    }

    assertThat(atOnce(later, facts)).isEmpty();
  }

  @Test
  void what_is_not_clear_was_done_too_early_as_well() {
    Later talk =
        kinds().stream()
            .filter(each -> each.requirement() == RuleCatalogue.TALK)
            .findFirst()
            .orElseThrow();
    Facts unclear = facts().and(new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.INCONCLUSIVE));
    assertThat(atOnce(talk, unclear)).containsExactly("order.early-unfinished");
    assertThat(atOnce(talk, unclear.later(FIRST_GIVEN))).containsExactly("order.early");
  }

  @Test
  void nobody_is_vetted_by_a_certificate_before_it_was_issued() {
    Requirement order =
        new Requirement.DoneAfter(
            "order", Cases.CITED, "interview", new TreeSet<>(Set.of("clearance")), Cases.TITLE);
    for (int issued : List.of(1, 6)) {
      Facts facts =
          facts()
              .and(
                  new Fact.ClearanceCertificate(
                      Code.of("CRIMINAL_RECORD"), LocalDate.of(2020, issued, 5), Outcome.POSITIVE),
                  Validity.from(LocalDate.of(2020, 1, 5)))
              .and(
                  new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.POSITIVE),
                  Validity.from(LocalDate.of(2020, 3, 1)));
      assertThat(atOnce(List.of(order, RuleCatalogue.CLEAR, RuleCatalogue.TALK), facts))
          .isEqualTo(issued == 1 ? List.of() : List.of("order.early"));
    }
  }

  @Test
  void vetting_that_had_run_out_comes_before_nothing() {
    Requirement order =
        new Requirement.DoneAfter(
            "order", Cases.CITED, "interview", new TreeSet<>(Set.of("clearance")), Cases.TITLE);
    List<Requirement> asked = List.of(order, RuleCatalogue.CLEAR, RuleCatalogue.TALK);
    Facts trained =
        facts()
            .and(certified(LocalDate.of(2018, 1, 5)), Validity.from(LocalDate.of(2018, 1, 5)))
            .and(
                new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.POSITIVE),
                Validity.from(LocalDate.of(2020, 3, 1)));
    assertThat(atOnce(asked, trained)).containsExactly("order.early-unfinished");
    Facts vettedAnew =
        trained.and(certified(LocalDate.of(2020, 3, 5)), Validity.from(LocalDate.of(2020, 3, 5)));
    assertThat(atOnce(asked, vettedAnew)).containsExactly("order.early");
    assertThat(
            atOnce(
                asked,
                vettedAnew.and(
                    new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.POSITIVE),
                    Validity.from(LocalDate.of(2020, 3, 6)))))
        .isEmpty();
  }

  @Test
  void who_was_vetted_when_trained_is_trained_in_order_also_when_that_has_run_out() {
    Requirement order =
        new Requirement.DoneAfter(
            "order", Cases.CITED, "interview", new TreeSet<>(Set.of("clearance")), Cases.TITLE);
    Facts facts =
        facts()
            .and(certified(LocalDate.of(2018, 1, 5)), Validity.from(LocalDate.of(2018, 1, 5)))
            .and(
                new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.POSITIVE),
                Validity.from(LocalDate.of(2018, 3, 1)));
    assertThat(atOnce(List.of(order, RuleCatalogue.CLEAR, RuleCatalogue.TALK), facts)).isEmpty();
  }

  private static Fact certified(LocalDate issued) {
    return new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), issued, Outcome.POSITIVE);
  }

  @Test
  void what_is_not_asked_at_an_age_comes_before_nothing_and_after_nothing() {
    Requirement grown =
        new Requirement.Clearance(
            "clearance",
            Cases.CITED,
            new TreeSet<>(Set.of(Code.of("CRIMINAL_RECORD"))),
            Period.ofYears(1),
            18);
    Fact certificate =
        new Fact.ClearanceCertificate(
            Code.of("CRIMINAL_RECORD"), LocalDate.of(2020, 1, 5), Outcome.POSITIVE);
    Fact passport = new Fact.DocumentHandedIn(Code.of("PASSPORT"));
    Fact form = new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM"));
    for (boolean first : List.of(true, false)) {
      List<Requirement> asked =
          List.of(
              new Requirement.DoneAfter(
                  "order",
                  Cases.CITED,
                  first ? "documents" : "clearance",
                  new TreeSet<>(Set.of(first ? "clearance" : "documents")),
                  Cases.TITLE),
              grown,
              RuleCatalogue.PAPERS);
      Facts done = first ? facts().and(passport).and(form) : facts().and(certificate);
      for (int born : List.of(1990, 2010)) {
        assertThat(atOnce(asked, done.and(new Fact.Birth(LocalDate.of(born, 1, 1)))))
            .isEqualTo(born == 1990 ? List.of("order.early-unfinished") : List.of());
      }
    }
  }

  @Test
  void the_course_of_an_arrangement_comes_before_nothing_that_all_are_asked_for() {
    Requirement order =
        new Requirement.DoneAfter(
            "order", Cases.CITED, "documents", new TreeSet<>(Set.of("course")), Cases.TITLE);
    List<Requirement> asked = List.of(order, RuleCatalogue.GROUP_COURSE, RuleCatalogue.PAPERS);
    Facts papers =
        facts()
            .and(new Fact.DocumentHandedIn(Code.of("PASSPORT")))
            .and(new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")));
    assertThat(atOnce(asked, papers, Set.of(Arrangement.GROUP)))
        .containsExactly("order.early-unfinished");
    assertThat(atOnce(asked, papers, Set.of(Arrangement.GROUP, Arrangement.INDIVIDUAL))).isEmpty();
  }

  private static final Set<Arrangement> GROUPS = Set.of(Arrangement.GROUP);
  private static final Set<Arrangement> BOTH = Set.of(Arrangement.GROUP, Arrangement.INDIVIDUAL);
  private static final Fact COURSE =
      new Fact.Training(TrainingKind.PREPARATION, Code.of("PREPARATION"), 60, Mode.ONLINE, CENTRE);

  private static Requirement.DoneAfter after(String order, String later, String first) {
    return new Requirement.DoneAfter(
        order, Cases.CITED, later, new TreeSet<>(Set.of(first)), Cases.TITLE);
  }

  @Test
  void
      the_course_of_the_only_arrangement_has_to_come_in_order_and_that_of_one_of_several_is_told() {
    List<Requirement> asked =
        List.of(after("order", "course", "first"), RuleCatalogue.GROUP_COURSE, FIRST);
    Facts early = facts().and(COURSE);
    Facts finished = early.later(FIRST_GIVEN);
    Facts repeated = finished.later(COURSE);

    assertThat(atOnce(asked, early, GROUPS)).containsExactly("order.early-unfinished");
    assertThat(atOnce(asked, finished, GROUPS)).containsExactly("order.early");
    assertThat(atOnce(asked, repeated, GROUPS)).isEmpty();
    assertThat(atOnce(asked, early, BOTH)).containsExactly("order.early-for-arrangement");
    assertThat(atOnce(asked, finished, BOTH)).containsExactly("order.early-for-arrangement");
    assertThat(atOnce(asked, repeated, BOTH)).isEmpty();
  }

  @Test
  void of_two_orders_each_tells_of_what_it_is_about() {
    List<Requirement> asked =
        List.of(
            after("course-order", "course", "first"),
            after("papers-order", "documents", "first"),
            FIRST,
            RuleCatalogue.GROUP_COURSE,
            RuleCatalogue.PAPERS);
    Facts early = facts().and(COURSE);
    Facts finished = early.later(FIRST_GIVEN);

    for (Facts done : List.of(early, finished)) {
      for (Set<Arrangement> arrangements : List.of(GROUPS, BOTH)) {
        assertThat(
                RULES.eligibility().evaluate(Cases.of(asked, done.known(), arrangements)).stream()
                    .filter(finding -> finding.code().startsWith("order.")))
            .singleElement()
            .extracting(Finding::requirement)
            .isEqualTo("course-order");
      }
    }
  }

  private static List<String> atOnce(Later later, Facts facts) {
    Requirement order =
        new Requirement.DoneAfter(
            "order",
            Cases.CITED,
            later.requirement().id(),
            new TreeSet<>(Set.of("first")),
            Cases.TITLE);
    return atOnce(List.of(order, FIRST, later.requirement()), facts);
  }

  private static List<String> atOnce(List<Requirement> asked, Facts facts) {
    return atOnce(asked, facts, Set.of(Arrangement.INDIVIDUAL));
  }

  private static List<String> atOnce(
      List<Requirement> asked, Facts facts, Set<Arrangement> arrangements) {
    return RULES.eligibility().evaluate(Cases.of(asked, facts.known(), arrangements)).stream()
        .map(Finding::code)
        .filter(code -> code.startsWith("order."))
        .toList();
  }

  private static Facts early(Later later, int most) {
    Facts facts = facts();
    for (Fact fact : later.evidence().subList(0, most)) {
      facts = facts.and(fact);
    }
    return facts;
  }

  private static List<Finding> orders(Later later, Facts facts) {
    Requirement order =
        new Requirement.MetAfter(
            "order",
            Cases.CITED,
            later.requirement().id(),
            new TreeSet<>(Set.of("first")),
            Cases.TITLE);
    List<Requirement> asked = new ArrayList<>(List.of(order, FIRST, later.requirement()));
    return RULES
        .eligibility()
        .evaluate(Cases.of(asked, facts.known(), Set.of(Arrangement.INDIVIDUAL)))
        .stream()
        .filter(finding -> finding.code().equals("order.too-early"))
        .toList();
  }
}
