package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;
import static org.mentoring.SmallProgramme.codes;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.choosing.ChoosingOutcome;
import org.mentoring.choosing.ChoosingOutcome.ChosenPair;
import org.mentoring.choosing.ChoosingOutcome.Reason;
import org.mentoring.choosing.ChoosingOutcome.StillOpen;
import org.mentoring.choosing.ChoosingRenderer;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.choosing.RecordedRanking;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class SelectionEventsTest {
  private static final EventDate HERE_TODAY = new EventDate("Ишим", TODAY);

  private final SmallProgramme small = new SmallProgramme();
  private final Mentoring mentoring = small.mentoring;

  private MatchProposal propose() {
    return mentoring.propose(COORDINATOR, "adolescents", TODAY, Progress.NONE).orElseThrow();
  }

  private void mentees(String... ids) {
    for (String id : ids) {
      small.mentee(id, "Ишим");
    }
  }

  private void mentors(String... ids) {
    for (String id : ids) {
      small.mentor(id, "Ишим");
    }
  }

  private MentorSelectionEvent event(MatchProposal proposal) {
    EventSchedule schedule =
        mentoring.planEvents(COORDINATOR, proposal, List.of(HERE_TODAY)).orElseThrow();
    assertThat(schedule.events()).hasSize(1);
    return schedule.events().get(0);
  }

  private static List<ParticipantId> ids(String... ids) {
    return List.of(ids).stream().map(ParticipantId::of).toList();
  }

  private static PairKey pair(String mentee, String mentor) {
    return new PairKey(ParticipantId.of(mentee), ParticipantId.of(mentor));
  }

  private static Ranking mentee(String id, String... named) {
    return Ranking.strict(ParticipantId.of(id), Position.MENTEE, ids(named));
  }

  private static Ranking mentor(String id, String... named) {
    return Ranking.strict(ParticipantId.of(id), Position.MENTOR, ids(named));
  }

  private MentorSelectionEvent ranked(MentorSelectionEvent event, Ranking... rankings) {
    MentorSelectionEvent newest = event;
    for (Ranking ranking : rankings) {
      newest = mentoring.recordRanking(COORDINATOR, newest, ranking).orElseThrow();
    }
    return newest;
  }

  private ChoosingOutcome closed(MentorSelectionEvent event) {
    return mentoring.closeEvent(COORDINATOR, event).orElseThrow().outcome().orElseThrow();
  }

  private static List<PairKey> pairs(ChoosingOutcome outcome) {
    return outcome.pairs().stream().map(ChosenPair::pair).toList();
  }

  @Test
  void each_mentee_meets_as_many_mentors_as_the_plan_says_and_nobody_two_at_once() {
    mentees("a", "b", "c", "d");
    mentors("w", "x", "y", "z");

    MentorSelectionEvent event = event(propose());

    assertThat(event.mentees()).hasSize(4);
    assertThat(event.mentors()).hasSize(4);
    assertThat(event.meetings().rounds()).hasSize(3);
    assertThat(event.meetings().rounds()).allSatisfy(round -> assertThat(round).hasSize(4));
    assertThat(event.plannedBy()).isEqualTo(COORDINATOR);
  }

  @Test
  void pairs_are_stable_and_tell_whose_which_wish_came_true() {
    mentees("a", "b");
    mentors("x", "y");

    ChoosingOutcome outcome =
        closed(
            ranked(
                event(propose()),
                mentee("a", "x", "y"),
                mentee("b", "x", "y"),
                mentor("x", "b", "a"),
                mentor("y", "b", "a")));

    assertThat(pairs(outcome)).containsExactly(pair("a", "y"), pair("b", "x"));
    assertThat(outcome.pairs().get(0).menteeRank()).isEqualTo(1);
    assertThat(outcome.pairs().get(0).mentorRank()).isEqualTo(1);
    assertThat(outcome.pairs().get(0).explanation().possible()).isTrue();
    assertThat(outcome.open()).isEmpty();
  }

  @Test
  void mentees_get_their_best_because_the_definition_lets_them_propose() {
    mentees("a", "b");
    mentors("x", "y");

    ChoosingOutcome outcome =
        closed(
            ranked(
                event(propose()),
                mentee("a", "x", "y"),
                mentee("b", "y", "x"),
                mentor("x", "b", "a"),
                mentor("y", "a", "b")));

    assertThat(pairs(outcome)).containsExactly(pair("a", "x"), pair("b", "y"));
  }

  @Test
  void who_stays_open_is_told_why_and_invited_to_the_next_event() {
    mentees("a", "b", "c");
    mentors("x", "y", "z");
    MatchProposal proposal = propose();

    MentorSelectionEvent event =
        ranked(
            event(proposal),
            mentee("a", "x"),
            mentee("b", "x", "y"),
            mentee("c"),
            mentor("x", "a", "b"),
            mentor("y", "c"),
            mentor("z", "b"));
    ChoosingOutcome outcome = closed(event);

    assertThat(pairs(outcome)).containsExactly(pair("a", "x"));
    assertThat(outcome.open())
        .extracting(StillOpen::id, StillOpen::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ParticipantId.of("b"), Reason.OTHERS_PREFERRED),
            org.assertj.core.groups.Tuple.tuple(ParticipantId.of("c"), Reason.NAMED_NOBODY),
            org.assertj.core.groups.Tuple.tuple(ParticipantId.of("y"), Reason.NOT_NAMED_BACK),
            org.assertj.core.groups.Tuple.tuple(ParticipantId.of("z"), Reason.NOT_NAMED_BACK));

    MentorSelectionEvent next = event(proposal);

    assertThat(next.id()).isNotEqualTo(event.id());
    assertThat(next.mentees()).containsExactlyElementsOf(ids("b", "c"));
    assertThat(next.mentors().keySet()).containsExactlyElementsOf(ids("y", "z"));
  }

  @Test
  void a_lock_stands_over_every_wish_and_a_rejected_pair_is_not_made() {
    mentees("a", "b", "c");
    mentors("x", "y", "z");
    MatchProposal proposal = propose();
    MentorSelectionEvent event =
        ranked(
            event(proposal),
            mentee("a", "x"),
            mentee("b", "x", "y"),
            mentee("c", "z"),
            mentor("x", "a", "b"),
            mentor("y", "b"),
            mentor("z", "c"));
    MatchProposal locked =
        mentoring
            .lock(COORDINATOR, proposal, pair("b", "x"), "siblings of old pairs")
            .orElseThrow();
    mentoring.reject(COORDINATOR, locked, pair("c", "z"), "a quarrel").orElseThrow();

    ChoosingOutcome outcome = closed(event);

    assertThat(pairs(outcome)).containsExactly(pair("b", "x"));
    assertThat(outcome.pairs().get(0).locked()).isTrue();
    assertThat(outcome.open())
        .extracting(StillOpen::reason)
        .containsExactly(
            Reason.LOCKED_AWAY, Reason.RULED_OUT, Reason.LOCKED_AWAY, Reason.RULED_OUT);
  }

  @Test
  void a_ranking_is_told_everything_that_is_wrong_with_it_at_once() {
    mentees("a", "b");
    mentors("x", "y", "z");
    small.fact(ParticipantId.of("a"), new Fact.Exclusion(ParticipantId.of("z")));
    MatchProposal proposal = propose();
    MentorSelectionEvent event = event(proposal);
    mentoring.reject(COORDINATOR, proposal, pair("a", "y"), "a quarrel").orElseThrow();

    Outcome<MentorSelectionEvent> outcome =
        mentoring.recordRanking(
            COORDINATOR, event, mentee("a", "x", "x", "a", "b", "nobody", "y", "z"));

    assertThat(codes(outcome))
        .containsExactlyInAnyOrder(
            "choosing.named-twice",
            "choosing.named-itself",
            "choosing.named-own-side",
            "choosing.named-not-invited",
            "choosing.pair-rejected",
            "choosing.criterion-forbids");
    assertThat(codes(mentoring.recordRanking(COORDINATOR, event, mentor("a", "b"))))
        .containsExactly("choosing.ranker-not-invited");
    assertThat(mentoring.selectionEvent(event.id())).contains(event);
  }

  @Test
  void a_wish_opens_no_door_that_a_criterion_closes() {
    mentees("a", "b");
    mentors("x", "y");
    MentorSelectionEvent event = event(propose());
    small.later();
    small.fact(ParticipantId.of("a"), new Fact.Exclusion(ParticipantId.of("x")));

    Outcome<MentorSelectionEvent> outcome =
        mentoring.recordRanking(COORDINATOR, event, mentee("a", "x", "y"));

    assertThat(codes(outcome)).containsExactly("choosing.criterion-forbids");
    for (Language language : Language.values()) {
      assertThat(
              mentoring
                  .renderer(language, Audience.COORDINATOR)
                  .text(outcome.refused().orElseThrow()))
          .contains("x")
          .doesNotContain("{");
      assertThat(mentoring.renderer(language, Audience.PARTY).text(outcome.refused().orElseThrow()))
          .doesNotContain("safety");
    }
  }

  @Test
  void what_comes_to_light_after_the_rankings_still_counts_when_the_event_is_closed() {
    mentees("a", "b");
    mentors("x");
    ParticipantId y = small.mentor("y", "Ишим");
    MentorSelectionEvent event =
        ranked(
            event(propose()),
            mentee("a", "x"),
            mentee("b", "y"),
            mentor("x", "a"),
            mentor("y", "b"));
    small.later();
    small.fact(ParticipantId.of("a"), new Fact.Exclusion(ParticipantId.of("x")));
    mentoring.dossier(y, TODAY).facts().stream()
        .filter(known -> known.fact() instanceof Fact.Training)
        .toList()
        .forEach(known -> mentoring.retract(COORDINATOR, known.id(), "not attended").orElseThrow());

    ChoosingOutcome outcome = closed(event);

    assertThat(outcome.pairs()).isEmpty();
    assertThat(outcome.open())
        .extracting(StillOpen::reason)
        .containsExactly(Reason.RULED_OUT, Reason.RULED_OUT, Reason.RULED_OUT, Reason.NOT_ELIGIBLE);
  }

  @Test
  void an_event_is_not_closed_while_a_ranking_is_missing() {
    mentees("a", "b");
    mentors("x", "y");
    MentorSelectionEvent event = ranked(event(propose()), mentee("a", "x"), mentor("x", "a"));

    Outcome<MentorSelectionEvent> outcome = mentoring.closeEvent(COORDINATOR, event);

    assertThat(codes(outcome))
        .containsExactly("choosing.ranking-missing", "choosing.ranking-missing");
  }

  @Test
  void the_last_ranking_holds_and_who_recorded_which_stays_known() {
    mentees("a");
    mentors("x");
    Actor other = Actor.coordinator("c-2", "centre-1");
    MentorSelectionEvent event = ranked(event(propose()), mentee("a"), mentor("x", "a"));
    small.later();
    MentorSelectionEvent corrected =
        mentoring.recordRanking(other, event, mentee("a", "x")).orElseThrow();

    assertThat(pairs(closed(corrected))).containsExactly(pair("a", "x"));
    assertThat(corrected.rankings())
        .extracting(RecordedRanking::by)
        .containsExactly(COORDINATOR, COORDINATOR, other);
    assertThat(corrected.rankings().get(2).at()).isAfter(corrected.rankings().get(0).at());
    assertThat(corrected.toString()).doesNotContain("order=");
  }

  @Test
  void ties_may_stand_in_a_ranking() {
    mentees("a", "b");
    mentors("x", "y");
    Ranking alike =
        new Ranking(ParticipantId.of("a"), Position.MENTEE, List.of(List.of(), ids("x", "y")));

    ChoosingOutcome outcome =
        closed(
            ranked(
                event(propose()),
                alike,
                mentee("b", "x"),
                mentor("x", "a", "b"),
                mentor("y", "a")));

    assertThat(pairs(outcome)).containsExactly(pair("a", "y"), pair("b", "x"));
    assertThat(outcome.pairs().get(0).menteeRank()).isZero();
    assertThatThrownBy(() -> Ranking.strict(ParticipantId.of("a"), Position.COORDINATOR, ids()))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void twelve_pairs_need_two_events_and_each_wants_its_day() {
    for (int i = 10; i < 22; i++) {
      mentees("a" + i);
      mentors("x" + i);
    }
    MatchProposal proposal = propose();
    EventDate later = new EventDate("Ишим", TODAY.plusDays(7));
    EventDate elsewhere = new EventDate("Тобольск", TODAY);

    Outcome<EventSchedule> refused =
        mentoring.planEvents(
            COORDINATOR, proposal, List.of(new EventDate("Ишим", TODAY.minusDays(1)), elsewhere));
    EventSchedule schedule =
        mentoring
            .planEvents(COORDINATOR, proposal, List.of(later, elsewhere, HERE_TODAY))
            .orElseThrow();

    assertThat(codes(refused)).containsExactly("choosing.date-past", "choosing.dates-short");
    assertThat(schedule.events())
        .extracting(MentorSelectionEvent::day)
        .containsExactly(TODAY, TODAY.plusDays(7));
    assertThat(schedule.events())
        .allSatisfy(event -> assertThat(event.mentees()).hasSize(6))
        .allSatisfy(event -> assertThat(event.mentors()).hasSize(6));
    assertThat(schedule.unusedDates()).containsExactly(elsewhere);
    assertThat(mentoring.selectionEvents(proposal.id())).isEqualTo(schedule.events());
    Outcome<MentorSelectionEvent> early =
        mentoring.recordRanking(COORDINATOR, schedule.events().get(1), mentee("a10"));
    assertThat(codes(early)).contains("choosing.event-not-yet");
  }

  @Test
  void mentees_without_a_proposed_mentor_come_where_there_is_room_and_others_are_named() {
    mentees("a", "b");
    mentors("x");
    small.mentee("far", "Тобольск");

    EventSchedule schedule =
        mentoring.planEvents(COORDINATOR, propose(), List.of(HERE_TODAY)).orElseThrow();

    assertThat(schedule.events().get(0).mentees()).containsExactlyElementsOf(ids("a", "b"));
    assertThat(schedule.menteesWithoutEvent()).containsExactlyElementsOf(ids("far"));
  }

  @Test
  void the_mentees_of_one_mentor_come_to_the_same_event_and_fill_his_places() {
    mentees("a", "b", "c");
    small.fact(small.mentor("x", "Ишим"), new Fact.MentoringCapacity(3));

    MentorSelectionEvent event = event(propose());
    ChoosingOutcome outcome =
        closed(
            ranked(
                event,
                mentee("a", "x"),
                mentee("b", "x"),
                mentee("c"),
                mentor("x", "b", "a", "c")));

    assertThat(event.mentors()).containsEntry(ParticipantId.of("x"), 3);
    assertThat(pairs(outcome)).containsExactly(pair("a", "x"), pair("b", "x"));
    assertThat(outcome.open())
        .extracting(StillOpen::reason)
        .containsExactly(Reason.NAMED_NOBODY, Reason.ALL_CAME);
  }

  @Test
  void an_event_called_off_lets_its_people_go() {
    mentees("a");
    mentors("x");
    MatchProposal proposal = propose();
    MentorSelectionEvent event = event(proposal);

    assertThat(
            mentoring.planEvents(COORDINATOR, proposal, List.of(HERE_TODAY)).orElseThrow().events())
        .isEmpty();
    MentorSelectionEvent off =
        mentoring.callOffEvent(COORDINATOR, event, "the hall is closed").orElseThrow();

    assertThat(off.toString()).doesNotContain("hall");
    assertThat(event(proposal).mentees()).containsExactlyElementsOf(ids("a"));
    assertThat(codes(mentoring.closeEvent(COORDINATOR, off))).contains("choosing.event-over");
    assertThat(codes(mentoring.callOffEvent(COORDINATOR, off, "twice")))
        .containsExactly("choosing.event-over");
    assertThatThrownBy(() -> mentoring.callOffEvent(COORDINATOR, off, " "))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_mentor_whose_mentee_was_locked_elsewhere_has_a_place_less() {
    for (int i = 10; i < 21; i++) {
      mentees("a" + i);
      mentors("x" + i);
    }
    MatchProposal proposal = propose();
    List<MentorSelectionEvent> events =
        mentoring
            .planEvents(COORDINATOR, proposal, List.of(HERE_TODAY, HERE_TODAY))
            .orElseThrow()
            .events();
    ParticipantId away = events.get(1).mentees().first();
    ParticipantId mentor = events.get(0).mentors().firstKey();
    mentoring.lock(COORDINATOR, proposal, new PairKey(away, mentor), "agreed").orElseThrow();
    MentorSelectionEvent event = events.get(0);
    for (ParticipantId id : events.get(0).mentees()) {
      event =
          ranked(event, Ranking.strict(id, Position.MENTEE, List.copyOf(event.mentors().keySet())));
    }
    for (ParticipantId id : events.get(0).mentors().keySet()) {
      event = ranked(event, Ranking.strict(id, Position.MENTOR, List.copyOf(event.mentees())));
    }

    ChoosingOutcome outcome = closed(event);

    assertThat(pairs(outcome)).hasSize(event.mentees().size() - 1);
    assertThat(pairs(outcome)).noneMatch(each -> each.mentor().equals(mentor));
  }

  @Test
  void who_looks_at_an_old_version_or_a_foreign_event_is_stopped() {
    mentees("a");
    mentors("x");
    MatchProposal proposal = propose();
    MentorSelectionEvent event = event(proposal);
    ranked(event, mentee("a", "x"));

    assertThatThrownBy(() -> mentoring.closeEvent(COORDINATOR, event))
        .isInstanceOf(StaleVersion.class);
    try (Mentoring other = new SmallProgramme().mentoring) {
      assertThatThrownBy(() -> other.closeEvent(COORDINATOR, event))
          .isInstanceOf(MentoringException.class)
          .hasMessageContaining("selection-event.unknown");
    }
  }

  @Test
  void outcomes_are_told_in_both_languages_and_a_party_reads_nothing_of_the_others_wishes() {
    List<StillOpen> open = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      open.add(new StillOpen(ParticipantId.of("a"), Position.MENTEE, reason, 3, 2));
    }
    mentees("a");
    mentors("x");
    ChosenPair chosen =
        closed(ranked(event(propose()), mentee("a", "x"), mentor("x", "a"))).pairs().get(0);
    for (Language language : Language.values()) {
      Messages messages = Messages.of(language);
      ChoosingRenderer staff = ChoosingRenderer.of(messages, Audience.COORDINATOR);
      ChoosingRenderer party = ChoosingRenderer.of(messages, Audience.PARTY);
      ChoosingRenderer all = ChoosingRenderer.of(messages, Audience.PUBLIC);

      assertThat(open).extracting(staff::text).doesNotHaveDuplicates().doesNotContain("");
      assertThat(open).extracting(party::text).containsOnly(messages.render("choosing.open.party"));
      assertThat(open).extracting(all::text).containsOnly("");
      assertThat(staff.text(chosen)).contains("1");
      assertThat(party.text(chosen)).doesNotContain("1");
      assertThat(all.text(chosen)).isEmpty();
    }
  }
}
