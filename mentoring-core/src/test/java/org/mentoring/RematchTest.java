package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.Opening;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.time.Validity;

class RematchTest {
  private static PairKey pair(String mentee, String mentor) {
    return new PairKey(ParticipantId.of(mentee), ParticipantId.of(mentor));
  }

  private static List<PairKey> pairs(MatchProposal proposal) {
    return proposal.result().pairs().stream().map(ProposedPair::pair).toList();
  }

  private static SmallProgramme with(MatchingPlan changed) {
    ProgrammeDefinition base = SmallProgramme.definition(List.of());
    Practice practice = base.practices().get(0);
    Practice other =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            new TreeSet<>(List.of(Arrangement.INDIVIDUAL, Arrangement.GROUP)),
            practice.mutual(),
            practice.circlesForbidden(),
            practice.parties(),
            changed,
            practice.cadences(),
            practice.completion(),
            practice.citation());
    return new SmallProgramme(
        new ProgrammeDefinition(
            base.id(),
            base.version(),
            base.title(),
            base.source(),
            base.zone(),
            base.under(),
            base.phases(),
            base.vocabulary(),
            base.scales(),
            base.neighbours(),
            base.places(),
            base.attributes(),
            base.standards(),
            List.of(other),
            base.centre(),
            base.targets(),
            base.records(),
            base.privacy()));
  }

  private static MatchingPlan plan(
      MatchingPlan.RematchTerms rematch,
      MatchingPlan.WaitingTerms waiting,
      MatchingPlan.GroupTerms group) {
    MatchingPlan base = SmallProgramme.definition(List.of()).practices().get(0).matching();
    return new MatchingPlan(
        base.policy(),
        null,
        base.capacity(),
        null,
        base.criteria(),
        base.emphases(),
        rematch,
        waiting,
        group,
        null,
        List.of(),
        null,
        null,
        base.citation());
  }

  private static void people(SmallProgramme small) {
    small.mentee("a", "Ишим");
    small.mentee("b", "Ишим");
    small.mentor("x", "Ишим");
    small.mentor("y", "Ишим");
    small.fact(ParticipantId.of("a"), new Fact.Interest("chess"));
    small.fact(ParticipantId.of("x"), new Fact.Interest("chess"));
  }

  private static MatchProposal rematch(SmallProgramme small, SortedSet<PairKey> current) {
    return small
        .mentoring
        .rematch(COORDINATOR, "adolescents", TODAY, current, Progress.NONE)
        .orElseThrow();
  }

  @Test
  void existing_pairs_are_kept_before_points_count_and_stay_kept_when_something_is_locked() {
    SmallProgramme small = new SmallProgramme();
    people(small);
    SortedSet<PairKey> current = new TreeSet<>(List.of(pair("a", "y"), pair("b", "gone")));

    MatchProposal proposal = rematch(small, current);

    assertThat(pairs(proposal)).containsExactly(pair("a", "y"), pair("b", "x"));
    assertThat(proposal.ended()).containsExactly(pair("b", "gone"));
    MatchProposal locked =
        small.mentoring.lock(COORDINATOR, proposal, pair("b", "x"), "neighbours").orElseThrow();
    assertThat(locked.current()).isEqualTo(current);
    assertThat(pairs(locked)).containsExactly(pair("a", "y"), pair("b", "x"));
  }

  @Test
  void a_price_of_disruption_gives_way_to_better_pairs() {
    SortedSet<PairKey> current = new TreeSet<>(List.of(pair("a", "y")));
    SmallProgramme cheap =
        with(plan(new MatchingPlan.RematchTerms(10, Citation.CHOICE), null, null));
    SmallProgramme dear =
        with(plan(new MatchingPlan.RematchTerms(90, Citation.CHOICE), null, null));
    people(cheap);
    people(dear);

    assertThat(pairs(rematch(cheap, current))).containsExactly(pair("a", "x"), pair("b", "y"));
    assertThat(rematch(cheap, current).result().totalScore()).isEqualTo(40);
    assertThat(pairs(rematch(dear, current))).containsExactly(pair("a", "y"), pair("b", "x"));
    assertThat(rematch(dear, current).result().totalScore()).isZero();
  }

  @Test
  void whose_first_application_is_older_goes_first_if_the_definition_says_so() {
    SmallProgramme small = with(plan(null, new MatchingPlan.WaitingTerms(Citation.CHOICE), null));
    small.mentee("a", "Ишим");
    small.mentee("b", "Ишим");
    small.mentor("x", "Ишим");
    small.fact(ParticipantId.of("a"), new Fact.Interest("chess"));
    small.fact(ParticipantId.of("x"), new Fact.Interest("chess"));
    LocalDate longAgo = TODAY.minusYears(1);
    small
        .mentoring
        .record(
            COORDINATOR,
            ParticipantId.of("b"),
            new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY),
            new Validity(longAgo, longAgo.plusDays(1)))
        .orElseThrow();

    assertThat(pairs(rematch(small, new TreeSet<>()))).containsExactly(pair("b", "x"));
  }

  @Test
  void bounds_that_contradict_refuse_the_proposal_by_name() {
    SmallProgramme small =
        with(plan(null, null, new MatchingPlan.GroupTerms(2, 3, false, Citation.CHOICE)));
    people(small);
    small.fact(ParticipantId.of("x"), new Fact.MentoringCapacity(3));
    small.fact(ParticipantId.of("y"), new Fact.MentoringCapacity(3));

    Decision refused =
        small
            .mentoring
            .propose(COORDINATOR, "adolescents", TODAY, Progress.NONE)
            .refused()
            .orElseThrow();

    assertThat(refused.findings())
        .extracting(Finding::code)
        .containsOnly("command.bound.CONTRADICTION");
    assertThat(refused.findings()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void an_event_that_could_not_keep_a_bound_is_refused_by_name() {
    MatchingPlan base = plan(null, null, new MatchingPlan.GroupTerms(1, 1, false, Citation.CHOICE));
    SmallProgramme small =
        with(
            new MatchingPlan(
                base.policy(),
                null,
                base.capacity(),
                new MatchingPlan.EventTerms(10, 3, Citation.CHOICE),
                base.criteria(),
                base.emphases(),
                null,
                null,
                base.group(),
                null,
                List.of(),
                null,
                null,
                base.citation()));
    people(small);
    MatchProposal proposal = rematch(small, new TreeSet<>());

    assertThat(
            SmallProgramme.codes(
                small.mentoring.planEvents(
                    COORDINATOR,
                    proposal,
                    List.of(new org.mentoring.choosing.EventDate("Ишим", TODAY)))))
        .containsExactly("choosing.not-with");
  }

  @Test
  void a_mentor_who_lacks_only_training_is_told_to_the_mentee_without_one() {
    SmallProgramme small = new SmallProgramme();
    small.mentee("a", "Ишим");
    ParticipantId almost = small.person("z");
    small.fact(almost, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    small.fact(almost, new Fact.Trait(org.mentoring.criterion.Attribute.MUNICIPALITY, "Ишим"));
    small.training(almost, 420);

    MatchProposal proposal = rematch(small, new TreeSet<>());

    assertThat(proposal.result().unmatched().get(0).openings())
        .filteredOn(Opening.OneMentorReady.class::isInstance)
        .singleElement()
        .satisfies(
            opening -> {
              Opening.OneMentorReady ready = (Opening.OneMentorReady) opening;
              assertThat(ready.mentor()).isEqualTo(almost);
              assertThat(ready.missing()).isNotEmpty();
            });
  }
}
