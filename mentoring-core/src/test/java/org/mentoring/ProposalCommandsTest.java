package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.matching.Unmatched;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Phase;
import org.mentoring.publication.PublicFigures;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

class ProposalCommandsTest {
  private final SmallProgramme small = new SmallProgramme();
  private final Mentoring mentoring = small.mentoring;

  private MatchProposal propose() {
    return mentoring.propose(COORDINATOR, "adolescents", TODAY, Progress.NONE).orElseThrow();
  }

  private static PairKey pair(String mentee, String mentor) {
    return new PairKey(ParticipantId.of(mentee), ParticipantId.of(mentor));
  }

  private static List<PairKey> pairs(MatchProposal proposal) {
    return proposal.result().pairs().stream().map(ProposedPair::pair).toList();
  }

  private void interest(String id, String topic) {
    small.fact(ParticipantId.of(id), new Fact.Interest(topic));
  }

  private void twoAndTwo() {
    small.mentee("a", "Ишим");
    small.mentee("b", "Ишим");
    small.mentor("x", "Ишим");
    small.mentor("y", "Ишим");
    interest("a", "chess");
    interest("x", "chess");
  }

  @Test
  void pairs_come_with_reasons_and_who_stays_without_a_mentor_is_told_why() {
    twoAndTwo();
    small.mentee("c", "Тобольск");

    MatchProposal proposal = propose();

    assertThat(pairs(proposal)).containsExactly(pair("a", "x"), pair("b", "y"));
    assertThat(proposal.result().totalScore()).isEqualTo(40);
    Unmatched unmatched = proposal.result().unmatched().get(0);
    assertThat(unmatched.mentee().value()).isEqualTo("c");
    assertThat(unmatched.reason()).isEqualTo(Unmatched.Reason.NO_CANDIDATE);
    assertThat(unmatched.closedBy()).containsExactly(new Unmatched.ClosedDoor("same-town", 2, 2));
    assertThat(proposal.events()).hasSize(1);
  }

  @Test
  void who_excluded_a_duplicate_is_not_matched_with_the_one_that_was_kept() {
    small.mentee("a", "Ишим");
    ParticipantId kept = small.mentor("x", "Ишим");
    ParticipantId duplicate = small.mentor("x-again", "Ишим");
    small.fact(ParticipantId.of("a"), new Fact.Exclusion(duplicate));

    assertThat(pairs(propose())).containsExactly(pair("a", "x"));
    mentoring.merge(COORDINATOR, kept, duplicate, "the same person").orElseThrow();

    assertThat(propose().result().pairs()).isEmpty();
  }

  @Test
  void who_may_not_take_part_is_not_matched() {
    small.mentee("a", "Ишим");
    ParticipantId untrained = small.person("x");
    small.fact(
        untrained,
        new Fact.Application(org.mentoring.participant.Position.MENTOR, Fact.WayIn.SELF));

    MatchProposal proposal = propose();

    assertThat(proposal.result().pairs()).isEmpty();
    assertThat(proposal.result().unmatched().get(0).reason()).isEqualTo(Unmatched.Reason.NO_MENTOR);
    assertThatThrownBy(() -> mentoring.explain(proposal, pair("a", "x")))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("pair.unknown");
  }

  @Test
  void a_locked_pair_stays_though_it_scores_less() {
    twoAndTwo();

    MatchProposal locked =
        mentoring
            .lock(COORDINATOR, propose(), pair("a", "y"), "they know each other")
            .orElseThrow();

    assertThat(locked.version()).isEqualTo(2);
    assertThat(pairs(locked)).containsExactly(pair("a", "y"), pair("b", "x"));
    assertThat(locked.interventions()).hasSize(1);
  }

  @Test
  void a_rejected_pair_is_gone_until_it_is_released() {
    twoAndTwo();
    MatchProposal first = propose();

    MatchProposal rejected =
        mentoring.reject(COORDINATOR, first, pair("a", "x"), "neighbours").orElseThrow();
    MatchProposal released =
        mentoring
            .release(COORDINATOR, rejected, pair("a", "x"), "a misunderstanding")
            .orElseThrow();

    assertThat(pairs(rejected)).containsExactly(pair("a", "y"), pair("b", "x"));
    assertThat(pairs(released)).isEqualTo(pairs(first));
  }

  @Test
  void a_replaced_pair_gives_way_to_the_one_that_the_coordinator_named() {
    twoAndTwo();

    MatchProposal replaced =
        mentoring
            .replace(COORDINATOR, propose(), pair("b", "y"), ParticipantId.of("x"), "asked for")
            .orElseThrow();

    assertThat(pairs(replaced)).containsExactly(pair("a", "y"), pair("b", "x"));
  }

  @Test
  void a_lock_that_a_hard_criterion_forbids_is_refused_and_nothing_changes() {
    twoAndTwo();
    small.mentor("z", "Тобольск");
    MatchProposal proposal = propose();

    assertThat(
            SmallProgramme.codes(mentoring.lock(COORDINATOR, proposal, pair("a", "z"), "please")))
        .containsExactly("command.criterion-forbids");
    assertThat(mentoring.proposal(proposal.id()).orElseThrow()).isEqualTo(proposal);
  }

  @Test
  void every_reason_against_a_lock_is_told_at_once() {
    twoAndTwo();
    MatchProposal locked =
        mentoring.lock(COORDINATOR, propose(), pair("a", "x"), "one").orElseThrow();
    MatchProposal rejected =
        mentoring.reject(COORDINATOR, locked, pair("b", "x"), "two").orElseThrow();

    assertThat(SmallProgramme.codes(mentoring.lock(COORDINATOR, rejected, pair("b", "x"), "three")))
        .containsExactlyInAnyOrder("command.pair-rejected", "command.mentor-full");
    assertThat(SmallProgramme.codes(mentoring.lock(COORDINATOR, rejected, pair("a", "y"), "four")))
        .containsExactly("command.mentee-locked-elsewhere");
    assertThat(
            SmallProgramme.codes(mentoring.reject(COORDINATOR, rejected, pair("a", "x"), "five")))
        .containsExactly("command.pair-locked");
    assertThat(SmallProgramme.codes(mentoring.lock(COORDINATOR, rejected, pair("n", "m"), "six")))
        .containsExactlyInAnyOrder("command.mentee-not-eligible", "command.mentor-not-eligible");
  }

  @Test
  void a_change_of_an_old_version_is_refused_as_stale() {
    twoAndTwo();
    MatchProposal first = propose();
    mentoring.reject(COORDINATOR, first, pair("a", "x"), "neighbours").orElseThrow();

    assertThatThrownBy(() -> mentoring.reject(COORDINATOR, first, pair("b", "y"), "again"))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void a_fact_that_arrives_later_does_not_move_a_proposal() {
    twoAndTwo();
    MatchProposal first = propose();
    small.later();
    small.mentor("w", "Ишим");
    interest("b", "music");
    interest("w", "music");

    MatchProposal next =
        mentoring.lock(COORDINATOR, first, pair("a", "x"), "as proposed").orElseThrow();

    assertThat(pairs(next)).isEqualTo(pairs(first));
  }

  @Test
  void a_mentor_gets_as_many_mentees_as_he_agreed_to_and_the_programme_allows() {
    small.mentee("a", "Ишим");
    small.mentee("b", "Ишим");
    small.mentee("c", "Ишим");
    small.mentee("d", "Ишим");
    small.fact(small.mentor("x", "Ишим"), new Fact.MentoringCapacity(7));

    assertThat(propose().result().pairs()).hasSize(3);
  }

  @Test
  void matching_outside_its_phase_is_refused_with_the_day() {
    Phase spring =
        new Phase(
            "spring",
            new LocalizedText("Spring", "Весна"),
            Validity.between(TODAY.minusMonths(6), TODAY),
            new TreeSet<>(Set.of(Code.of("MATCHING"))),
            Citation.of("S0-02"));
    SmallProgramme phased = new SmallProgramme(SmallProgramme.definition(List.of(spring)));

    assertThat(
            SmallProgramme.codes(
                phased.mentoring.propose(COORDINATOR, "adolescents", TODAY, Progress.NONE)))
        .containsExactly("command.phase-closed");
    assertThat(
            phased
                .mentoring
                .propose(COORDINATOR, "adolescents", TODAY.minusDays(1), Progress.NONE)
                .accepted())
        .isPresent();
  }

  @Test
  void public_figures_withhold_small_groups_and_hold_no_id() {
    for (int i = 0; i < 6; i++) {
      small.mentee("big-" + i, "Тюмень");
      small.mentor("big-mentor-" + i, "Тюмень");
      small.mentee("mid-" + i, "Ишим");
      small.mentor("mid-mentor-" + i, "Ишим");
    }
    small.mentee("lone", "Тобольск");
    small.mentor("lone-mentor", "Тобольск");

    PublicFigures figures = mentoring.publicFigures(propose());

    assertThat(figures.pairs()).isEqualTo(13);
    assertThat(figures.byMunicipality()).hasSize(1);
    assertThat(figures.withheld()).isEqualTo(2);
    assertThat(figures.toString()).doesNotContain("lone").doesNotContain("Тобольск");
  }

  @Test
  void who_has_become_unfit_since_the_proposal_cannot_be_locked() {
    twoAndTwo();
    MatchProposal proposal = propose();
    small.later();
    mentoring.retract(COORDINATOR, trainingOf("x"), "the certificate was forged").orElseThrow();
    small.fact(ParticipantId.of("a"), new Fact.Exclusion(ParticipantId.of("x")));

    assertThat(
            SmallProgramme.codes(mentoring.lock(COORDINATOR, proposal, pair("a", "x"), "please")))
        .containsExactlyInAnyOrder(
            "command.mentor-no-longer-eligible", "command.criterion-forbids");
  }

  private org.mentoring.identity.FactId trainingOf(String id) {
    return mentoring.dossier(ParticipantId.of(id), TODAY).facts().stream()
        .filter(known -> known.fact() instanceof Fact.Training)
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void a_merged_participant_cannot_be_locked_so_that_a_child_does_not_get_two_mentors() {
    twoAndTwo();
    MatchProposal proposal = propose();
    small.later();
    mentoring
        .merge(COORDINATOR, ParticipantId.of("a"), ParticipantId.of("b"), "the same child")
        .orElseThrow();

    assertThat(
            SmallProgramme.codes(mentoring.lock(COORDINATOR, proposal, pair("b", "y"), "please")))
        .containsExactly("command.participant-merged");
    assertThat(mentoring.lock(COORDINATOR, proposal, pair("a", "x"), "please").accepted())
        .isPresent();
  }

  @Test
  void a_forged_copy_of_a_proposal_changes_nothing() {
    twoAndTwo();
    MatchProposal proposal = propose();
    MatchProposal forged =
        new MatchProposal(
            proposal.id(),
            proposal.version(),
            proposal.practice(),
            proposal.policy(),
            TODAY.plusYears(3),
            proposal.knownAt(),
            "x",
            "y",
            proposal.result(),
            proposal.current(),
            proposal.interventions(),
            proposal.events());

    MatchProposal next =
        mentoring.reject(COORDINATOR, forged, pair("a", "x"), "neighbours").orElseThrow();

    assertThat(next.asOf()).isEqualTo(TODAY);
    assertThat(next.definitionHash()).isEqualTo(proposal.definitionHash());
  }
}
