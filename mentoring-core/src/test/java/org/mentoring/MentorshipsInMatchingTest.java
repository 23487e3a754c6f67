package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.PRACTICE;
import static org.mentoring.SmallMentorships.TODAY;
import static org.mentoring.SmallProgramme.codes;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.matching.LeftOut;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;

class MentorshipsInMatchingTest {
  private final SmallMentorships small = new SmallMentorships();
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId anna = small.mentee("anna");
  private final ParticipantId boris = small.mentee("boris");

  @Test
  void an_open_mentorship_uses_its_place_and_keeps_its_mentee_out_of_the_next_proposal() {
    small.places(mentor, 2);
    small.agreed(mentor, anna);
    MatchProposal proposal = propose();

    assertThat(proposal.result().pairs())
        .extracting(ProposedPair::pair)
        .containsExactly(new PairKey(boris, mentor));
    assertThat(proposal.result().freePlaces()).isEmpty();
    assertThat(proposal.leftOut())
        .containsExactly(new LeftOut(anna, LeftOut.Reason.IN_MENTORSHIP, null));
  }

  @Test
  void a_mentor_without_a_free_place_gets_nobody() {
    small.agreed(mentor, anna);
    assertThat(propose().result().pairs()).isEmpty();
  }

  @Test
  void a_mentee_in_its_buffer_is_left_out_with_the_day_on_which_it_is_over() {
    MentorshipId id = small.active(mentor, anna);
    small.commands().rematch(HEAD, id, GUARDIAN, null, "no contact", TODAY).orElseThrow();

    assertThat(propose().leftOut())
        .containsExactly(new LeftOut(anna, LeftOut.Reason.IN_BUFFER, TODAY.plusWeeks(2)));
    small.days(14);
    assertThat(propose().leftOut()).isEmpty();
  }

  @Test
  void a_pair_that_runs_as_a_mentorship_is_no_pair_to_be_matched_again() {
    small.agreed(mentor, anna);
    MatchProposal again =
        small
            .mentoring
            .rematch(
                COORDINATOR,
                PRACTICE,
                small.today(),
                List.of(new PairKey(anna, mentor)),
                Progress.NONE)
            .orElseThrow();
    assertThat(again.current()).isEmpty();
    assertThat(again.ended()).isEmpty();
  }

  @Test
  void what_was_assigned_after_a_proposal_cannot_be_locked_in_it_any_more() {
    ParticipantId second = small.mentor("mentor-2");
    MatchProposal proposal = propose();
    small.programme.later();
    small.agreed(mentor, anna);

    assertThat(
            codes(
                small.mentoring.lock(COORDINATOR, proposal, new PairKey(anna, second), "sisters")))
        .containsExactly("mentorship.mentee-taken");
    assertThat(
            codes(
                small.mentoring.lock(
                    COORDINATOR, proposal, new PairKey(boris, mentor), "brothers")))
        .containsExactly("mentorship.mentor-full");
  }

  @Test
  void who_was_assigned_after_a_proposal_is_not_invited_to_its_events() {
    small.places(mentor, 2);
    MatchProposal proposal = propose();
    small.programme.later();
    small.agreed(mentor, anna);

    assertThat(
            small
                .mentoring
                .planEvents(
                    COORDINATOR, proposal, List.of(new EventDate("Tyumen", TODAY.plusDays(1))))
                .orElseThrow()
                .events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.mentees()).containsExactly(boris);
              assertThat(event.mentors()).containsExactly(java.util.Map.entry(mentor, 1));
            });
  }

  @Test
  void own_mentorships_tie_people_to_each_other() {
    MentorshipId id = small.active(mentor, anna);
    assertThat(small.mentoring.ties(TODAY).open()).containsExactly(new PairKey(anna, mentor));
    small.commands().rematch(HEAD, id, GUARDIAN, null, "no contact", TODAY).orElseThrow();
    assertThat(small.mentoring.ties(TODAY).open()).isEmpty();
    assertThat(small.mentoring.ties(TODAY).former()).containsExactly(new PairKey(anna, mentor));
  }

  @Test
  void pairs_of_a_closed_event_become_mentorships_without_being_copied() {
    ParticipantId second = small.mentor("mentor-2");
    MatchProposal proposal = propose();
    MentorSelectionEvent event =
        small
            .mentoring
            .planEvents(COORDINATOR, proposal, List.of(new EventDate("Tyumen", small.today())))
            .orElseThrow()
            .events()
            .get(0);
    assertThat(codes(assignPairs(event.id()))).containsExactly("mentorship.event-not-closed");
    for (ParticipantId mentee : List.of(anna, boris)) {
      event = rank(event, mentee, Position.MENTEE, mentor, second);
    }
    for (ParticipantId each : List.of(mentor, second)) {
      event = rank(event, each, Position.MENTOR, anna, boris);
    }
    event = small.mentoring.closeEvent(COORDINATOR, event).orElseThrow();

    SortedMap<PairKey, Outcome<Mentorship>> assigned = assignPairs(event.id()).orElseThrow();
    assertThat(assigned.keySet())
        .containsExactly(new PairKey(anna, mentor), new PairKey(boris, second));
    assertThat(assigned.values())
        .allSatisfy(
            each -> assertThat(each.orElseThrow().state()).isEqualTo(MentorshipState.PROPOSED));
    assertThat(assignPairs(event.id()).orElseThrow().values())
        .allSatisfy(each -> assertThat(codes(each)).contains("mentorship.mentee-taken"));
    assertThat(small.mentoring.planEvents(COORDINATOR, proposal, List.of()).orElseThrow().events())
        .isEmpty();
  }

  @Test
  void pairs_of_a_proposal_become_groups_where_groups_are_asked_for() {
    small.places(mentor, 2);
    small.programme.fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    MatchProposal proposal = propose();
    SortedMap<PairKey, Outcome<Mentorship>> assigned =
        small
            .commands()
            .assignPairs(COORDINATOR, proposal.id(), Arrangement.GROUP, null, null, small.today())
            .orElseThrow();

    assertThat(assigned).hasSize(2);
    assertThat(assigned.values().stream().distinct()).hasSize(1);
    assertThat(assigned.get(assigned.firstKey()).orElseThrow().particulars().mentees())
        .containsExactly(anna, boris);
  }

  @Test
  void events_and_proposals_that_do_not_exist_are_thrown() {
    assertThatThrownBy(() -> assignPairs(SelectionEventId.of("none")))
        .hasMessageContaining("selection-event.unknown");
    assertThatThrownBy(
            () ->
                small
                    .commands()
                    .assignPairs(
                        COORDINATOR,
                        ProposalId.of("none"),
                        Arrangement.INDIVIDUAL,
                        null,
                        null,
                        TODAY))
        .hasMessageContaining("proposal.unknown");
  }

  private Outcome<SortedMap<PairKey, Outcome<Mentorship>>> assignPairs(SelectionEventId event) {
    return small
        .commands()
        .assignPairs(COORDINATOR, event, Arrangement.INDIVIDUAL, null, null, small.today());
  }

  private MentorSelectionEvent rank(
      MentorSelectionEvent event, ParticipantId by, Position as, ParticipantId... liked) {
    return small
        .mentoring
        .recordRanking(COORDINATOR, event, Ranking.strict(by, as, List.of(liked)))
        .orElseThrow();
  }

  private MatchProposal propose() {
    return small
        .mentoring
        .propose(COORDINATOR, PRACTICE, small.today(), Progress.NONE)
        .orElseThrow();
  }
}
