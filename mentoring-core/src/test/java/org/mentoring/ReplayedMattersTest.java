package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;

/** Decisions about mentorships and centres, and those that a waiver made. */
class ReplayedMattersTest {
  private static final String PRACTICE = "adolescents";

  @Test
  void what_a_mentorship_was_closed_on_replays_though_it_is_closed_since() {
    SmallMentorships small = new SmallMentorships();
    MentorshipId pair = small.closing(small.mentor("m"), small.mentee("c"));
    DecisionRecords records = small.mentoring.decisions();
    StoredDecision asked = records.keepCompletion(COORDINATOR, pair, small.today()).orElseThrow();
    small.commands().complete(COORDINATOR, pair, small.today()).orElseThrow();
    StoredDecision closed =
        records.list(null, 1_000).items().stream()
            .filter(each -> each.matter().equals(CompletionQueries.COMPLETION))
            .filter(each -> !each.id().equals(asked.id()))
            .findFirst()
            .orElseThrow();
    small.days(40);
    assertThat(records.replay(asked.id())).isEqualTo(new Replayed.Identical(asked.id()));
    assertThat(records.replay(closed.id())).isEqualTo(new Replayed.Identical(closed.id()));
    assertThat(records.replayAll(null, 1_000).items()).isEmpty();
    assertThat(records.replayAll(null, 1_000).counts().identical()).isGreaterThan(3);
  }

  @Test
  void what_was_decided_about_a_centre_does_not_hang_on_who_joins_it_later() {
    BusyProgramme busy = new BusyProgramme();
    DecisionRecords records = busy.mentoring.decisions();
    ParticipantId partner = busy.organisation("partner");
    busy.fact(partner, new Fact.AttachedTo(busy.centre, Code.of("PARTNER")));
    StoredDecision early =
        records.keepCentre(COORDINATOR, busy.centre, BusyProgramme.TODAY).orElseThrow();
    assertThat(early.parts()).hasSize(2);
    ParticipantId other = busy.organisation("other");
    busy.fact(other, new Fact.AttachedTo(busy.centre, Code.of("PARTNER")));
    ParticipantId coordinator = busy.person("coordinator");
    busy.fact(coordinator, new Fact.PositionHeld(Position.COORDINATOR, null));
    busy.fact(coordinator, new Fact.AttachedTo(busy.centre, Code.of("CENTRE")));
    StoredDecision late =
        records.keepCentre(COORDINATOR, busy.centre, BusyProgramme.TODAY).orElseThrow();
    assertThat(late.parts()).hasSize(4);
    assertThat(early.decision().findings()).isNotEqualTo(late.decision().findings());
    assertThat(records.replay(early.id())).isEqualTo(new Replayed.Identical(early.id()));
    assertThat(records.replay(late.id())).isEqualTo(new Replayed.Identical(late.id()));
  }

  @Test
  void a_waiver_counts_as_it_was_known_then() {
    SmallWaivers small = new SmallWaivers();
    ParticipantId novice = small.untrained;
    DecisionRecords records = small.mentoring.decisions();
    StoredDecision before =
        records.keep(COORDINATOR, novice, PRACTICE, Position.MENTOR, TODAY).orElseThrow();
    WaiverId waiver = small.waive(SmallWaivers.TRAINING, novice).orElseThrow();
    StoredDecision waived =
        records.keep(COORDINATOR, novice, PRACTICE, Position.MENTOR, TODAY).orElseThrow();
    small.mentoring.waivers().revoke(SmallWaivers.AUTHORITY, waiver, "no longer").orElseThrow();
    StoredDecision after =
        records.keep(COORDINATOR, novice, PRACTICE, Position.MENTOR, TODAY).orElseThrow();
    assertThat(List.of(before, waived, after))
        .extracting(stored -> stored.decision().verdict())
        .containsExactly(Verdict.NOT_YET, Verdict.ELIGIBLE, Verdict.NOT_YET);
    assertThat(records.replayAll(null, 100).counts()).isEqualTo(new Replayed.Counts(3, 0, 0, 0, 0));
  }
}
