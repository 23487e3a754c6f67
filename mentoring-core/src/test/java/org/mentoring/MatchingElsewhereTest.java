package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** Who makes the pairs and the events of children: those who look after them. */
class MatchingElsewhereTest {
  private static final String LOOKED_AFTER = "mentorship.looked-after-elsewhere";
  private static final String OF_OTHERS = "choosing.event-of-others";
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Actor ELSEWHERE = Actor.coordinator("z", "elsewhere");
  private static final Actor OPERATOR =
      new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator-1");

  private final SmallMentorships small = new SmallMentorships();
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId oak = small.mentor("oak");
  private final ParticipantId fir = small.mentor("fir");
  private final ParticipantId kid = small.mentee("kid");
  private final PairKey pair = new PairKey(kid, oak);

  private FactId operatorTells(ParticipantId about, Fact fact) {
    return mentoring.record(OPERATOR, about, fact, Validity.from(small.today())).orElseThrow();
  }

  private ParticipantId organisation(String id) {
    return mentoring
        .register(OPERATOR, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
  }

  private Actor commission(String town) {
    ParticipantId id = organisation("commission-of-" + town);
    operatorTells(id, new Fact.Trait(Attribute.MUNICIPALITY, town));
    return new Actor("k-" + town, COMMISSION, id.value());
  }

  private void attached(ParticipantId child, String centre) {
    operatorTells(child, new Fact.AttachedTo(ParticipantId.of(centre), Code.of("CENTRE")));
  }

  @BeforeEach
  void centres() {
    for (String each : List.of("centre-1", "elsewhere")) {
      operatorTells(organisation(each), new Fact.PositionHeld(Position.CENTRE, null));
    }
    attached(kid, "centre-1");
  }

  private MatchProposal proposed(Actor by) {
    return mentoring
        .propose(by, SmallMentorships.PRACTICE, small.today(), Progress.NONE)
        .orElseThrow();
  }

  private List<EventDate> dates() {
    return List.of(new EventDate("Tyumen", small.today()));
  }

  private MentorSelectionEvent planned(Actor by) {
    return mentoring.planEvents(by, proposed(by), dates()).orElseThrow().events().get(0);
  }

  private static Ranking ranking(ParticipantId by, Position as, ParticipantId... named) {
    return Ranking.strict(by, as, List.of(named));
  }

  @Test
  void staff_of_others_locks_rejects_replaces_and_releases_no_pair_of_a_child() {
    MatchProposal proposal = proposed(ELSEWHERE);
    MatchProposal locked = mentoring.lock(COORDINATOR, proposal, pair, "why").orElseThrow();
    List<Actor> others =
        List.of(
            ELSEWHERE,
            commission("Tobolsk"),
            new Actor("k-0", COMMISSION, "commission-of-nowhere"));

    for (Actor each : others) {
      for (Outcome<MatchProposal> outcome :
          List.of(
              mentoring.lock(each, locked, new PairKey(kid, fir), "why"),
              mentoring.reject(each, locked, new PairKey(kid, fir), "why"),
              mentoring.replace(each, locked, pair, fir, "why"),
              mentoring.release(each, locked, pair, "why"))) {
        assertThat(codes(outcome)).as(each.toString()).containsExactly(LOOKED_AFTER);
      }
    }
    for (Actor each : List.of(COORDINATOR, OPERATOR, commission("Tyumen"))) {
      MatchProposal released = mentoring.release(each, locked, pair, "why").orElseThrow();
      locked = mentoring.lock(each, released, pair, "why").orElseThrow();
    }
  }

  @Test
  void nobody_locks_in_an_office_the_pair_that_one_would_be_part_of() {
    operatorTells(kid, new Fact.Guardian(small.programme.person("mother")));
    MatchProposal proposal = proposed(COORDINATOR);

    for (String each : List.of("oak", "mother")) {
      Actor inOffice = Actor.coordinator(each, "centre-1");
      assertThat(codes(mentoring.lock(inOffice, proposal, pair, "why")))
          .as(each)
          .containsExactly("mentorship.party-in-office");
    }
  }

  @Test
  void staff_of_others_plans_closes_and_calls_off_no_event_of_children() {
    MatchProposal proposal = proposed(ELSEWHERE);
    assertThat(codes(mentoring.planEvents(ELSEWHERE, proposal, dates())))
        .containsExactly(OF_OTHERS);

    MentorSelectionEvent event = planned(COORDINATOR);
    for (Actor each : List.of(ELSEWHERE, commission("Tobolsk"))) {
      assertThat(codes(mentoring.closeEvent(each, event))).containsExactly(OF_OTHERS);
      assertThat(codes(mentoring.callOffEvent(each, event, "why"))).containsExactly(OF_OTHERS);
      assertThat(codes(mentoring.recordRanking(each, event, ranking(kid, Position.MENTEE, oak))))
          .containsExactly(LOOKED_AFTER);
      assertThat(codes(mentoring.recordRanking(each, event, ranking(oak, Position.MENTOR, kid))))
          .containsExactly(OF_OTHERS);
    }
    assertThat(mentoring.callOffEvent(OPERATOR, event, "why").accepted()).isPresent();
  }

  @Test
  void an_event_of_the_children_of_two_centres_is_run_by_the_staff_of_either() {
    ParticipantId other = small.mentee("other");
    attached(other, "elsewhere");
    MentorSelectionEvent off = planned(ELSEWHERE);
    assertThat(off.mentees()).containsExactlyInAnyOrder(kid, other);
    mentoring.callOffEvent(COORDINATOR, off, "the hall is closed").orElseThrow();

    MentorSelectionEvent event = planned(COORDINATOR);
    assertThat(codes(mentoring.recordRanking(ELSEWHERE, event, ranking(kid, Position.MENTEE, oak))))
        .containsExactly(LOOKED_AFTER);
    event =
        mentoring
            .recordRanking(ELSEWHERE, event, ranking(other, Position.MENTEE, fir))
            .orElseThrow();
    event =
        mentoring
            .recordRanking(COORDINATOR, event, ranking(kid, Position.MENTEE, oak))
            .orElseThrow();
    for (ParticipantId mentor : List.of(oak, fir)) {
      event =
          mentoring
              .recordRanking(
                  ELSEWHERE,
                  event,
                  ranking(mentor, Position.MENTOR, mentor.equals(oak) ? kid : other))
              .orElseThrow();
    }
    assertThat(mentoring.closeEvent(ELSEWHERE, event).orElseThrow().outcome().orElseThrow().pairs())
        .hasSize(2);
  }
}
