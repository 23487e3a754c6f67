package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.DAY;
import static org.mentoring.rules.Cases.NOW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Scale;
import org.mentoring.spi.PolicyCase;
import org.mentoring.spi.RulesProvider;
import org.mentoring.time.Validity;

/** The two directions of a pair between older and younger are judged by mirrored criteria. */
class BothDirectionsPropertyTest {
  private static final RulesProvider RULES = DroolsRules.create();
  private static final Scale COMPETENCE = Cases.competence();
  private static final List<Criterion> PLAN =
      List.of(
          hard("older", new Term.AgeGap(25, 70)),
          hard("answered", new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 1)),
          soft("ahead", new Term.Ahead(COMPETENCE.attribute(), 1, null)),
          soft("interests", new Term.Overlap(Attribute.INTERESTS, 1)),
          soft("wishes", new Term.WishesMet(Attribute.GENDER, Term.Side.MENTOR)),
          soft("longer", new Term.ServiceGap(null, 1, null)));

  @AfterContainer
  static void close() {
    RULES.close();
  }

  private static Criterion hard(String id, Term term) {
    return new Criterion(id, term, new Force.Hard(), CITED);
  }

  private static Criterion soft(String id, Term term) {
    return new Criterion(id, term, new Force.Soft(60), CITED);
  }

  private static PairExplanation judged(List<Fact> mentee, List<Fact> mentor, boolean mutual) {
    var one = Cases.policy(MentoringFormat.INTERGENERATIONAL, PLAN, List.of(), List.of(COMPETENCE));
    MatchRequest request =
        new MatchRequest(
            List.of(candidate("mentee", mentee)),
            List.of(candidate("mentor", mentor)),
            List.of(RULES.matching().criteria(mutual ? Cases.bothWays(one) : one)),
            List.of(COMPETENCE),
            new TreeSet<>(),
            new TreeSet<>());
    return new Matcher()
        .explain(request, new PairKey(ParticipantId.of("mentee"), ParticipantId.of("mentor")));
  }

  private static Candidate candidate(String id, List<Fact> facts) {
    List<KnownFact> known = new ArrayList<>();
    for (Fact fact : facts) {
      known.add(
          new KnownFact(
              FactId.of("f-" + known.size()), fact, Validity.from(LocalDate.of(1900, 1, 1)), NOW));
    }
    return new Candidate(
        new Dossier(ParticipantId.of(id), ParticipantKind.PERSON, known, DAY, NOW), 1, 0);
  }

  @Property(tries = 300)
  void who_sits_in_which_seat_changes_neither_whether_a_pair_is_possible_nor_its_score(
      @ForAll("people") List<Fact> one, @ForAll("people") List<Fact> other) {
    PairExplanation as = judged(one, other, true);
    PairExplanation turned = judged(other, one, true);

    assertThat(turned.possible()).isEqualTo(as.possible());
    assertThat(turned.score()).isEqualTo(as.score());
  }

  @Property(tries = 300)
  void a_pair_that_fits_as_it_is_written_fits_in_both_directions_too(
      @ForAll("people") List<Fact> one, @ForAll("people") List<Fact> other) {
    if (judged(one, other, false).possible()) {
      assertThat(judged(one, other, true).possible()).isTrue();
      assertThat(judged(other, one, true).possible()).isTrue();
    }
  }

  /** A practice of a built-in programme in which mentoring runs in both directions. */
  private record Mutual(ProgrammeDefinition definition, Practice practice, MatchingPlan plan) {
    PairExplanation judged(List<Fact> mentee, List<Fact> mentor) {
      MatchRequest request =
          new MatchRequest(
              List.of(candidate("mentee", mentee)),
              List.of(candidate("mentor", mentor)),
              List.of(
                  RULES
                      .matching()
                      .criteria(new PolicyCase(definition, practice, plan, new TreeSet<>()))),
              definition.yardsticks(),
              Ties.none(),
              new TreeSet<>(),
              new TreeSet<>());
      return new Matcher()
          .explain(request, new PairKey(ParticipantId.of("mentee"), ParticipantId.of("mentor")));
    }
  }

  private static List<Mutual> builtIn() {
    List<Mutual> all = new ArrayList<>();
    for (String name : BuiltInProgrammes.names()) {
      ProgrammeDefinition definition = BuiltInProgrammes.read(name);
      for (Practice practice : definition.practices()) {
        MatchingPlan plan = practice.matching();
        if (practice.mutual() && plan != null) {
          all.add(new Mutual(definition, practice, plan));
        }
      }
    }
    return all;
  }

  @Property(tries = 150)
  void the_built_in_practices_of_both_directions_judge_them_by_mirrored_criteria(
      @ForAll("people") List<Fact> one, @ForAll("people") List<Fact> other) {
    List<Mutual> all = builtIn();
    assertThat(all)
        .extracting(each -> each.practice().id())
        .containsExactly("intergenerational", "partnership");
    for (Mutual each : all) {
      PairExplanation as = each.judged(one, other);
      PairExplanation turned = each.judged(other, one);

      assertThat(turned.possible()).as(each.practice().id()).isEqualTo(as.possible());
      assertThat(turned.score()).as(each.practice().id()).isEqualTo(as.score());
      Statistics.label(each.practice().id())
          .collect(as.possible())
          .coverage(
              coverage -> {
                coverage.check(true).count(count -> count > 0);
                coverage.check(false).count(count -> count > 0);
              });
    }
  }

  @Provide
  Arbitrary<List<Fact>> people() {
    Arbitrary<String> topic = Arbitraries.of("chess", "photography", "theatre");
    return Combinators.combine(
            Arbitraries.of(1940, 1950, 1975, 2000, 2008, 2010),
            Arbitraries.integers().between(1, 28),
            topic.set().ofMaxSize(2),
            topic.set().ofMaxSize(2),
            topic.set().ofMaxSize(3),
            Arbitraries.of("beginner", "expert").injectNull(0.3),
            Arbitraries.of("woman", "man").injectNull(0.3))
        .as(BothDirectionsPropertyTest::person);
  }

  private static List<Fact> person(
      int year,
      int day,
      Set<String> needs,
      Set<String> offers,
      Set<String> interests,
      @org.jspecify.annotations.Nullable String level,
      @org.jspecify.annotations.Nullable String gender) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Birth(LocalDate.of(year, 2, day)));
    needs.forEach(each -> facts.add(new Fact.Need(each)));
    offers.forEach(each -> facts.add(new Fact.Offer(each)));
    interests.forEach(each -> facts.add(new Fact.Interest(each)));
    if (level != null) {
      facts.add(new Fact.Trait(COMPETENCE.attribute(), level));
    }
    if (gender != null) {
      facts.add(new Fact.Trait(Attribute.GENDER, gender));
      facts.add(new Fact.Wish(Attribute.GENDER, gender));
    }
    if (day % 2 == 0) {
      facts.add(new Fact.InService(Code.of("TEACHING"), LocalDate.of(2010, 1, day)));
    }
    return facts;
  }
}
