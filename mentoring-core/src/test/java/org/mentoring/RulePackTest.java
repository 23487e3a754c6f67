package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.SmallPacks.FROM;
import static org.mentoring.SmallPacks.asks;
import static org.mentoring.SmallPacks.documents;
import static org.mentoring.SmallPacks.law;
import static org.mentoring.SmallPacks.never;
import static org.mentoring.SmallPacks.pack;
import static org.mentoring.SmallPacks.restates;
import static org.mentoring.SmallPacks.rule;
import static org.mentoring.SmallPacks.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Problem;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.NotHonoured;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class RulePackTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

  private final ProgrammeDefinition small = SmallProgramme.definition(List.of());

  private static List<Requirement> asked(ProgrammeDefinition definition) {
    return definition
        .practice("adolescents")
        .orElseThrow()
        .party(Position.MENTOR)
        .orElseThrow()
        .requirements();
  }

  private static List<String> ids(ProgrammeDefinition definition) {
    return asked(definition).stream().map(Requirement::id).toList();
  }

  private List<Problem> refused(RulePack... packs) {
    InvalidDefinition refusal =
        catchThrowableOfType(InvalidDefinition.class, () -> small.withPacks(List.of(packs)));
    assertThat(refusal).isNotNull();
    return refusal.problems();
  }

  @Test
  void a_rule_adds_a_requirement_from_its_first_day_to_its_last() {
    PackRule passport =
        new PackRule(
            "passport",
            FROM,
            FROM.plusYears(1),
            asks("x", null, documents("law-passport", "PASSPORT")).change(),
            SmallPacks.LAW);
    ProgrammeDefinition laid = small.withPacks(List.of(law(passport)));
    assertThat(ids(laid)).containsExactly("mentor-training");
    assertThat(ids(laid.on(FROM.minusDays(1)))).containsExactly("mentor-training");
    assertThat(ids(laid.on(FROM))).containsExactly("law-passport", "mentor-training");
    assertThat(ids(laid.on(FROM.plusYears(1).minusDays(1)))).contains("law-passport");
    assertThat(ids(laid.on(FROM.plusYears(1)))).containsExactly("mentor-training");
    assertThat(laid.rulesOn(FROM)).containsExactly("law@1/passport");
    assertThat(laid.rulesOn(FROM.minusDays(1))).isEmpty();
  }

  @Test
  void a_definition_under_a_pack_is_another_one_and_without_it_the_same_again() {
    ProgrammeDefinition laid = small.withPacks(List.of(law(never("consent"))));
    assertThat(laid.hash()).isNotEqualTo(small.hash());
    assertThat(laid.withoutPacks()).isEqualTo(small);
    assertThat(small.withoutPacks()).isSameAs(small);
    assertThat(small.on(DAY)).isSameAs(small);
  }

  @Test
  void the_order_of_packs_does_not_matter_and_a_pack_laid_twice_counts_once() {
    RulePack one = law(asks("hours", null, training("hours", 600, null)));
    RulePack other =
        pack(
            "standard",
            RulePack.Layer.STANDARD,
            asks("more", null, training("more", 700, null)),
            asks("passport", null, documents("passport", "PASSPORT")));
    ProgrammeDefinition there = small.withPacks(List.of(one, other));
    ProgrammeDefinition back = small.withPacks(List.of(other)).withPacks(List.of(one, one, other));
    assertThat(back).isEqualTo(there);
    assertThat(back.hash()).isEqualTo(there.hash());
    assertThat(there.on(DAY)).isEqualTo(back.on(DAY));
  }

  @Test
  void what_the_programme_asks_at_least_as_tightly_is_not_asked_twice() {
    ProgrammeDefinition laid =
        small.withPacks(
            List.of(
                law(
                    asks("some", null, training("some", 1, null)),
                    asks("more", null, training("more", 481, null)))));
    assertThat(ids(laid.on(DAY))).containsExactly("mentor-training", "more");
  }

  @Test
  void of_two_alike_one_is_asked_whatever_their_packs_are_called() {
    RulePack one = law(asks("a", null, documents("b-passport", "PASSPORT")));
    RulePack other =
        pack(
            "another",
            RulePack.Layer.STANDARD,
            asks("a", null, documents("a-passport", "PASSPORT")));
    assertThat(ids(small.withPacks(List.of(one, other)).on(DAY)))
        .containsExactly("a-passport", "mentor-training");
  }

  @Test
  void a_tighter_restatement_takes_the_place_of_the_requirement() {
    ProgrammeDefinition laid =
        small.withPacks(List.of(law(restates("hours", training("mentor-training", 600, null)))));
    assertThat(asked(laid.on(DAY))).containsExactly(training("mentor-training", 600, null));
  }

  @Test
  void of_two_restatements_the_tighter_one_counts() {
    RulePack one = law(restates("hours", training("mentor-training", 600, null)));
    RulePack other =
        pack(
            "region",
            RulePack.Layer.REGIONAL_LAW,
            restates("hours", training("mentor-training", 540, null)));
    assertThat(asked(small.withPacks(List.of(one, other)).on(DAY)))
        .containsExactly(training("mentor-training", 600, null));
  }

  @Test
  void a_restatement_that_loosens_is_refused_with_both_places() {
    List<Problem> problems =
        refused(law(restates("hours", training("mentor-training", 360, null))));
    assertThat(problems).hasSize(1);
    Problem problem = problems.get(0);
    assertThat(problem.code()).isEqualTo("pack.loosened");
    assertThat(problem.place()).hasToString("law@1 rule:hours");
    assertThat(Messages.of(Language.EN).render(problem))
        .isEqualTo(
            "law@1 rule:hours: law@1 rule:hours [L2] asks for less than"
                + " practice:adolescents/requirement:mentor-training [S2-04] (minutes):"
                + " it may only be made tighter.");
  }

  @Test
  void an_incomparable_restatement_is_refused_with_both_places() {
    assertThat(
            refused(law(restates("hours", training("mentor-training", 360, Fact.Mode.IN_PERSON)))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("pack.incomparable");
              assertThat(problem.parameters())
                  .containsEntry("restating", "law@1 rule:hours [L2]")
                  .containsEntry(
                      "restated", "practice:adolescents/requirement:mentor-training [S2-04]")
                  .containsEntry("parameters", "minutes");
            });
    assertThat(refused(law(restates("hours", documents("mentor-training", "PASSPORT")))))
        .extracting(Problem::code, problem -> problem.parameters().get("parameters"))
        .containsExactly(tuple("pack.incomparable", "kind"));
  }

  @Test
  void a_programme_may_tighten_but_not_loosen_what_a_pack_asks_by_the_same_id() {
    assertThat(
            ids(
                small
                    .withPacks(List.of(law(asks("a", null, training("mentor-training", 60, null)))))
                    .on(DAY)))
        .containsExactly("mentor-training");
    assertThat(refused(law(asks("a", null, training("mentor-training", 600, null)))))
        .extracting(Problem::code, problem -> problem.parameters().get("restating"))
        .containsExactly(
            tuple("pack.loosened", "practice:adolescents/requirement:mentor-training [S2-04]"));
  }

  @Test
  void a_lower_layer_may_not_loosen_what_a_higher_one_asks() {
    RulePack federal =
        law(asks("papers", null, documents("papers", "PASSPORT", "APPLICATION_FORM")));
    RulePack loose =
        pack(
            "region",
            RulePack.Layer.REGIONAL_LAW,
            asks("papers", null, documents("papers", "PASSPORT")));
    assertThat(refused(federal, loose))
        .extracting(Problem::code, problem -> problem.parameters().get("restated"))
        .containsExactly(tuple("pack.loosened", "law@1 rule:papers [L2]"));
    RulePack tight =
        pack(
            "region",
            RulePack.Layer.REGIONAL_LAW,
            asks("papers", null, documents("papers", "PASSPORT", "APPLICATION_FORM", "EMPLOYER")));
    assertThat(asked(small.withPacks(List.of(federal, tight)).on(DAY)))
        .contains(documents("papers", "PASSPORT", "APPLICATION_FORM", "EMPLOYER"));
  }

  @Test
  void rules_that_are_never_in_force_together_do_not_contradict_each_other() {
    PackRule early =
        new PackRule(
            "early",
            null,
            FROM,
            asks("x", null, documents("papers", "PASSPORT")).change(),
            SmallPacks.LAW);
    PackRule late = asks("late", FROM, documents("papers", "APPLICATION_FORM"));
    ProgrammeDefinition laid = small.withPacks(List.of(law(early, late)));
    assertThat(asked(laid.on(FROM.minusDays(1)))).contains(documents("papers", "PASSPORT"));
    assertThat(asked(laid.on(FROM))).contains(documents("papers", "APPLICATION_FORM"));
  }

  @Test
  void criteria_are_added_and_never_restated() {
    Criterion gap =
        new Criterion("gap", new Term.AgeGap(5, null), new Force.Hard(), SmallPacks.LAW);
    PackRule added = rule("gap", null, new PackChange.CriterionAdded(new TreeSet<>(), gap));
    assertThat(
            Objects.requireNonNull(
                    small.withPacks(List.of(law(added))).on(DAY).practices().get(0).matching())
                .criteria())
        .contains(gap)
        .hasSize(3);
    Criterion town =
        new Criterion("same-town", new Term.AgeGap(5, null), new Force.Hard(), SmallPacks.LAW);
    assertThat(
            refused(law(rule("town", null, new PackChange.CriterionAdded(new TreeSet<>(), town)))))
        .extracting(Problem::code)
        .containsExactly("pack.criterion-restated");
    Criterion soft =
        new Criterion("soft", new Term.AgeGap(5, null), new Force.Soft(5), SmallPacks.LAW);
    assertThat(
            catchThrowableOfType(
                    InvalidValue.class, () -> new PackChange.CriterionAdded(new TreeSet<>(), soft))
                .code())
        .isEqualTo("pack.criterion-soft");
  }

  @Test
  void all_that_is_wrong_with_packs_is_told_at_once() {
    Criterion unknown =
        new Criterion(
            "unknown",
            new Term.Same(Attribute.of("hair-colour")),
            new Force.Hard(),
            SmallPacks.LAW);
    assertThat(
            refused(
                law(
                    restates("a-nothing", training("nothing", 60, null)),
                    rule(
                        "b-practice",
                        null,
                        new PackChange.RequirementAdded(
                            Position.MENTOR,
                            new TreeSet<>(Set.of("adults")),
                            new TreeSet<>(),
                            null,
                            training("x", 600, null))),
                    rule(
                        "c-step",
                        null,
                        new PackChange.RequirementAdded(
                            Position.MENTOR,
                            new TreeSet<>(),
                            new TreeSet<>(),
                            "selection-event",
                            training("y", 600, null))),
                    rule(
                        "d-attribute",
                        null,
                        new PackChange.CriterionAdded(new TreeSet<>(), unknown)),
                    asks(
                        "e-standard",
                        null,
                        new Requirement.StandardMet("z", SmallPacks.LAW, "nowhere"))),
                pack("law", RulePack.Layer.STANDARD, never("consent"))))
        .extracting(Problem::code, problem -> problem.place().toString())
        .contains(
            tuple("pack.restated-unknown", "law@1 rule:a-nothing"),
            tuple("pack.practice-unknown", "law@1 rule:b-practice"),
            tuple("pack.step-unknown", "law@1 rule:c-step"),
            tuple("attribute.unknown", "law@1 rule:d-attribute"),
            tuple("standard.unknown", "law@1 rule:e-standard"),
            tuple("pack.twice", "law@1"));
  }

  @Test
  void a_step_comes_to_need_what_a_rule_adds_to_it() {
    PackRule added =
        rule(
            "passport",
            null,
            new PackChange.RequirementAdded(
                Position.MENTOR,
                new TreeSet<>(),
                new TreeSet<>(),
                "initial-training",
                documents("passport", "PASSPORT")));
    assertThat(
            small.withPacks(List.of(law(added))).on(DAY).practices().get(0).parties().stream()
                .flatMap(party -> party.path().stream())
                .filter(step -> step.id().equals("initial-training"))
                .findFirst()
                .orElseThrow()
                .needs())
        .containsExactly("mentor-training", "passport");
  }

  @Test
  void a_name_that_nobody_could_waive_anyway_is_refused_with_what_is_like_it() {
    assertThat(refused(law(never("concent"))))
        .extracting(Problem::code, problem -> problem.parameters().get("maybe"))
        .containsExactly(tuple("waiver.unknown", "consent"));
  }

  @Test
  void a_pack_with_unknown_codes_or_a_rule_twice_is_refused() {
    InvalidDefinition refusal =
        catchThrowableOfType(
            InvalidDefinition.class,
            () ->
                law(
                    asks("a", null, documents("papers", "PASPORT")),
                    asks("a", null, documents("others", "PASSPORT"))));
    assertThat(refusal.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("code.unknown", "id.twice");
  }

  @Test
  void a_named_pack_that_is_not_laid_is_said_to_be_ignored_and_a_laid_one_is_not() {
    ProgrammeDefinition named = named(List.of("law@1"));
    assertThat(NotHonoured.in(named)).extracting(NotHonoured::code).contains("not-honoured.pack");
    assertThat(NotHonoured.in(named.withPacks(List.of(law(never("consent"))))))
        .extracting(NotHonoured::code)
        .doesNotContain("not-honoured.pack");
  }

  private ProgrammeDefinition named(List<String> under) {
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        small.source(),
        small.zone(),
        under,
        small.phases(),
        small.vocabulary(),
        small.scales(),
        small.neighbours(),
        small.places(),
        small.attributes(),
        small.standards(),
        small.practices(),
        small.centre(),
        small.targets(),
        small.records(),
        small.privacy());
  }
}
