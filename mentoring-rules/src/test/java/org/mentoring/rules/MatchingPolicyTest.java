package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.rules.Cases.CITED;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.MatchingPlan.Emphasis;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.Scale;
import org.mentoring.spi.PolicyCase;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class MatchingPolicyTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Criterion INTERESTS =
      new Criterion(
          "interests", new Term.Overlap(Attribute.INTERESTS, 1), new Force.Soft(40), CITED);
  private static final Criterion AHEAD =
      new Criterion(
          "ahead",
          new Term.Ahead(Attribute.of("service-length"), 1, null),
          new Force.Hard(),
          CITED);

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void the_plans_criteria_pass_and_safety_always_binds() {
    List<Criterion> criteria =
        criteria(
            Cases.policy(MentoringFormat.TRADITIONAL, List.of(INTERESTS), List.of(), List.of()));

    assertThat(criteria)
        .extracting(Criterion::id)
        .containsExactly("interests", "safety.not-excluded", "safety.not-self");
    assertThat(criteria).contains(INTERESTS);
    assertThat(criteria.subList(1, 3)).allMatch(Criterion::hard);
  }

  @Test
  void emphases_of_the_mentees_circumstances_multiply_the_weight() {
    List<Emphasis> emphases =
        List.of(
            new Emphasis(Code.of("AT_RISK"), "interests", 2, CITED),
            new Emphasis(Code.of("ORPHAN"), "interests", 3, CITED));

    assertThat(weight(emphases)).isEqualTo(40);
    assertThat(weight(emphases, "AT_RISK")).isEqualTo(80);
    assertThat(weight(emphases, "AT_RISK", "ORPHAN")).isEqualTo(240);
  }

  @Test
  void an_emphasis_beyond_the_greatest_weight_is_refused_by_name() {
    List<Emphasis> emphases =
        java.util.Collections.nCopies(3, new Emphasis(Code.of("AT_RISK"), "interests", 100, CITED));

    assertThatThrownBy(() -> weight(emphases, "AT_RISK"))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("emphasis.weight");
  }

  @Test
  void in_a_partnership_both_sides_answer_each_other() {
    assertThat(
            ids(
                Cases.policy(
                    MentoringFormat.PARTNERSHIP, List.of(INTERESTS), List.of(), List.of())))
        .contains("format.partnership-mentee", "format.partnership-mentor");
  }

  @Test
  void where_mentoring_runs_in_both_directions_what_has_sides_is_asked_of_either() {
    Criterion older = new Criterion("older", new Term.AgeGap(25, null), new Force.Hard(), CITED);
    Criterion group =
        new Criterion("group", new Term.Same(Attribute.GROUP), new Force.Hard(), CITED);
    PolicyCase one =
        Cases.policy(
            MentoringFormat.INTERGENERATIONAL, List.of(older, group), List.of(), List.of());

    assertThat(term(one, "older")).isEqualTo(older.term());
    assertThat(term(Cases.bothWays(one), "older"))
        .isEqualTo(new Term.Or(List.of(older.term(), new Term.Mirrored(older.term()))));
    assertThat(term(Cases.bothWays(one), "group")).isEqualTo(group.term());
  }

  @Test
  void where_mentoring_runs_in_both_directions_the_wishes_of_both_are_met() {
    Term wishes = new Term.WishesMet(Attribute.GENDER, Term.Side.MENTEE);
    Term older = new Term.AgeGap(25, null);
    Criterion wished = new Criterion("wished", wishes, new Force.Hard(), CITED);
    Criterion within =
        new Criterion("within", new Term.And(List.of(older, wishes)), new Force.Hard(), CITED);
    PolicyCase both =
        Cases.bothWays(
            Cases.policy(
                MentoringFormat.INTERGENERATIONAL, List.of(wished, within), List.of(), List.of()));

    assertThat(term(both, "wished"))
        .isEqualTo(new Term.And(List.of(wishes, new Term.Mirrored(wishes))));
    assertThat(term(both, "within"))
        .isEqualTo(
            new Term.And(
                List.of(
                    wishes,
                    new Term.Mirrored(wishes),
                    new Term.Or(List.of(older, new Term.Mirrored(older))))));
  }

  @Test
  void an_emphasis_weighs_in_both_directions() {
    PolicyCase one =
        Cases.policy(
            MentoringFormat.INTERGENERATIONAL,
            List.of(INTERESTS),
            List.of(new Emphasis(Code.of("AT_RISK"), "interests", 2, CITED)),
            List.of(),
            "AT_RISK");

    assertThat(criteria(Cases.bothWays(one)))
        .filteredOn(criterion -> criterion.id().equals("interests"))
        .singleElement()
        .satisfies(
            criterion -> {
              assertThat(criterion.weight()).isEqualTo(80);
              assertThat(criterion.term())
                  .isEqualTo(
                      new Term.Or(List.of(INTERESTS.term(), new Term.Mirrored(INTERESTS.term()))));
            });
  }

  @Test
  void a_reverse_mentor_is_younger_or_shorter_in_service_and_offers_what_the_mentee_asks_for() {
    PolicyCase question =
        Cases.policy(MentoringFormat.REVERSE, List.of(INTERESTS), List.of(), List.of());

    assertThat(term(question, "format.reverse-younger-or-shorter"))
        .isEqualTo(
            new Term.Or(List.of(new Term.AgeGap(-120, -1), new Term.ServiceGap(null, -120, -1))));
    assertThat(term(question, "format.reverse-ahead"))
        .isEqualTo(new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 1));
    assertThat(ids(question)).doesNotContain("format.reverse-ahead-in-asked");
  }

  @Test
  void where_service_is_a_scale_a_reverse_mentor_may_stand_lower_on_it_instead() {
    PolicyCase question =
        Cases.policy(
            MentoringFormat.REVERSE, List.of(AHEAD), List.of(), List.of(Cases.serviceLength()));

    assertThat(term(question, "format.reverse-younger-or-shorter"))
        .isEqualTo(
            new Term.Or(
                List.of(
                    new Term.AgeGap(-120, -1),
                    new Term.ServiceGap(null, -120, -1),
                    new Term.Ahead(Attribute.of("service-length"), -1_000, -1))));
    assertThat(ids(question))
        .contains("ahead")
        .doesNotContain("format.reverse-ahead", "format.reverse-ahead-in-asked");
  }

  @Test
  void where_competences_have_scales_a_reverse_mentor_is_ahead_in_what_is_asked_for() {
    List<Scale> scales = List.of(Cases.serviceLength(), Cases.competence());

    assertThat(
            term(
                Cases.policy(MentoringFormat.REVERSE, List.of(), List.of(), scales),
                "format.reverse-ahead-in-asked"))
        .isEqualTo(new Term.AheadInAsked(Attribute.NEEDS, 1));
    assertThat(ids(Cases.policy(MentoringFormat.REVERSE, List.of(), List.of(), scales)))
        .doesNotContain("format.reverse-ahead");
    assertThat(ids(Cases.policy(MentoringFormat.REVERSE, List.of(AHEAD), List.of(), scales)))
        .doesNotContain("format.reverse-ahead", "format.reverse-ahead-in-asked");
  }

  @Test
  void only_what_surely_asks_for_the_mentor_to_be_ahead_stands_for_the_reverse_formats_rule() {
    Term ahead = AHEAD.term();
    Term group = new Term.Same(Attribute.GROUP);
    List<Criterion> unsure =
        List.of(
            new Criterion("ahead", ahead, new Force.Soft(40), CITED),
            new Criterion("ahead", new Term.Not(ahead), new Force.Hard(), CITED),
            new Criterion("ahead", new Term.Or(List.of(ahead, group)), new Force.Hard(), CITED));
    Criterion within =
        new Criterion("ahead", new Term.And(List.of(group, ahead)), new Force.Hard(), CITED);
    for (List<Scale> scales :
        List.of(
            List.of(Cases.serviceLength()), List.of(Cases.serviceLength(), Cases.competence()))) {
      String rule = scales.size() > 1 ? "format.reverse-ahead-in-asked" : "format.reverse-ahead";
      for (Criterion each : unsure) {
        assertThat(ids(Cases.policy(MentoringFormat.REVERSE, List.of(each), List.of(), scales)))
            .as(each.term() + " " + each.force())
            .contains(rule);
      }
      assertThat(ids(Cases.policy(MentoringFormat.REVERSE, List.of(within), List.of(), scales)))
          .doesNotContain(rule);
    }
  }

  @Test
  void circles_are_barred_where_the_practice_forbids_them_and_only_there() {
    PolicyCase free = Cases.policy(MentoringFormat.PEER, List.of(), List.of(), List.of());

    assertThat(criteria(Cases.withoutCircles(free)))
        .contains(
            new Criterion(
                "safety.no-circle", new Term.NoCircle(), new Force.Hard(), Citation.of("S3-05")));
    assertThat(ids(free)).doesNotContain("safety.no-circle");
  }

  @Test
  void other_formats_add_nothing() {
    for (MentoringFormat format :
        List.of(
            MentoringFormat.TRADITIONAL,
            MentoringFormat.PEER,
            MentoringFormat.INTERGENERATIONAL,
            MentoringFormat.SCHOOL_FAMILY)) {
      assertThat(ids(Cases.policy(format, List.of(), List.of(), List.of())))
          .containsExactly("safety.not-excluded", "safety.not-self");
    }
  }

  @Test
  void what_a_format_adds_has_a_title_of_its_own_in_both_languages() {
    for (MentoringFormat format : List.of(MentoringFormat.PARTNERSHIP, MentoringFormat.REVERSE)) {
      for (List<Scale> scales :
          List.of(List.<Scale>of(), List.of(Cases.serviceLength()), List.of(Cases.competence()))) {
        PolicyCase question = Cases.policy(format, List.of(), List.of(), scales);
        for (String id : ids(Cases.withoutCircles(question))) {
          if (id.startsWith("format.") || id.equals("safety.no-circle")) {
            for (Language language : Language.values()) {
              assertThat(Messages.of(language).keys()).contains("criterion." + id);
            }
          }
        }
      }
    }
  }

  @Test
  void a_plan_cannot_put_its_own_criterion_in_the_place_of_a_safety_criterion() {
    Criterion disguised =
        new Criterion(
            "safety.not-self", new Term.Overlap(Attribute.INTERESTS, 1), new Force.Soft(1), CITED);

    assertThatThrownBy(
            () ->
                ids(
                    Cases.policy(
                        MentoringFormat.TRADITIONAL, List.of(disguised), List.of(), List.of())))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("criterion.twice");
  }

  private static int weight(List<Emphasis> emphases, String... circumstances) {
    return criteria(
            Cases.policy(
                MentoringFormat.TRADITIONAL,
                List.of(INTERESTS),
                emphases,
                List.of(),
                circumstances))
        .stream()
        .filter(criterion -> criterion.id().equals("interests"))
        .findFirst()
        .orElseThrow()
        .weight();
  }

  private static Term term(PolicyCase question, String id) {
    return criteria(question).stream()
        .filter(criterion -> criterion.id().equals(id))
        .findFirst()
        .orElseThrow()
        .term();
  }

  private static List<String> ids(PolicyCase question) {
    return criteria(question).stream().map(Criterion::id).toList();
  }

  private static List<Criterion> criteria(PolicyCase question) {
    return RULES.matching().criteria(question);
  }
}
