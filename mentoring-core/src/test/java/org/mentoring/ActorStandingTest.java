package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.MENTOR;
import static org.mentoring.BusyProgramme.codes;
import static org.mentoring.BusyProgramme.report;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;

/** Whoever is on record as a party stays one, in whichever capacity it acts. */
class ActorStandingTest {
  private final BusyProgramme busy = new BusyProgramme();
  private final ActivityCommands activities = busy.mentoring.activities();

  private static List<String> found(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_party_takes_back_only_what_it_recorded_itself() {
    ActivityId concern =
        busy.record("CHECK_IN", new Happened.CheckIn(codes("MENTOR"), codes(), true)).orElseThrow();
    ActivityId own =
        busy.record(MENTOR, "MENTOR_REPORT", About.mentorship(busy.pair), report()).orElseThrow();

    for (Actor party :
        List.of(
            MENTOR,
            new Actor("mentor", HEAD.capacity(), "centre-1"),
            new Actor("child", Code.of("MENTEE"), "home"),
            new Actor("g-1", Code.of("GUARDIAN"), "home"))) {
      assertThat(found(activities.retract(party, concern, "all lies")))
          .containsExactly("command.activity-not-yours");
    }
    assertThat(activities.retract(MENTOR, own, "of another month").accepted()).isPresent();
    assertThat(activities.retract(HEAD, concern, "of another pair").accepted()).isPresent();
  }

  @Test
  void a_record_is_taken_back_only_in_a_capacity_that_makes_such_records() {
    ActivityId plan =
        busy.record(
                MENTOR,
                "MONTHLY_PLAN",
                About.mentorship(busy.pair),
                new Happened.MonthlyPlan(
                    java.time.YearMonth.from(BusyProgramme.TODAY).plusMonths(1),
                    List.of(Code.of("WORKSHOP"))))
            .orElseThrow();

    assertThat(
            found(
                activities.retract(
                    new Actor("v-1", Code.of("VOLUNTEER"), "centre-1"), plan, "no reason")))
        .containsExactly("command.activity-not-yours");
  }
}
