package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.BusyProgramme.item;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.journey.IndividualRoute;

class AnsweredRecordsTest {
  private final BusyProgramme busy = new BusyProgramme();
  private final About child = About.participant(busy.child);

  private Outcome<ActivityId> entered(String kind, LocalDate on, String item) {
    return busy.record(HEAD, kind, child, on, item(item));
  }

  @Test
  void an_answer_needs_something_of_its_item_to_answer_and_answers_it_once() {
    assertThat(codes(entered("ROUTE_STEP_DONE", TODAY, "window")))
        .containsExactly("command.activity-nothing-asked");
    entered("ROUTE_STEP", TODAY, "window").orElseThrow();
    assertThat(codes(entered("ROUTE_STEP_DONE", TODAY, "mixed-age")))
        .containsExactly("command.activity-nothing-asked");
    entered("ROUTE_STEP_DONE", TODAY, "window").orElseThrow();
    assertThat(codes(entered("ROUTE_STEP_DONE", TODAY, "window")))
        .containsExactly("command.activity-nothing-asked");
  }

  @Test
  void nothing_is_answered_before_it_was_asked() {
    entered("ROUTE_STEP", TODAY, "window").orElseThrow();
    assertThat(codes(entered("ROUTE_STEP_DONE", TODAY.minusDays(1), "window")))
        .containsExactly("command.activity-nothing-asked");
  }

  @Test
  void an_answer_of_an_earlier_day_takes_nothing_from_a_later_one() {
    entered("ROUTE_STEP", TODAY.minusDays(3), "window").orElseThrow();
    entered("ROUTE_STEP_DONE", TODAY, "window").orElseThrow();
    assertThat(codes(entered("ROUTE_STEP_DONE", TODAY.minusDays(1), "window")))
        .containsExactly("command.activity-nothing-asked");
  }

  @Test
  void what_was_answered_is_taken_back_only_after_its_answer() {
    ActivityId asked = entered("ROUTE_STEP", TODAY, "window").orElseThrow();
    ActivityId done = entered("ROUTE_STEP_DONE", TODAY, "window").orElseThrow();

    assertThat(codes(busy.mentoring.activities().retract(HEAD, asked, "wrong child")))
        .containsExactly("command.activity-rested-on");
    busy.mentoring.activities().retract(HEAD, done, "wrong child").orElseThrow();
    busy.mentoring.activities().retract(HEAD, asked, "wrong child").orElseThrow();
  }

  @Test
  void a_decision_that_has_to_tell_its_reasons_tells_them() {
    entered("ROUTE_STEP", TODAY, "window").orElseThrow();
    assertThat(codes(entered("ROUTE_STEP_WAIVED", TODAY, "window")))
        .containsExactly("command.activity-reasons");
  }

  @Test
  void a_route_tells_what_is_open_and_what_came_of_the_rest() {
    entered("ROUTE_STEP", TODAY.minusDays(2), "window").orElseThrow();
    entered("ROUTE_STEP_DONE", TODAY.minusDays(1), "window").orElseThrow();
    entered("ROUTE_STEP", TODAY, "window").orElseThrow();

    List<IndividualRoute.Step> steps = busy.mentoring.reports().route(busy.child, TODAY).steps();
    assertThat(steps).extracting(IndividualRoute.Step::kind).containsOnly(Code.of("ROUTE_STEP"));
    assertThat(steps)
        .extracting(step -> step.asked().on(), step -> step.answer() == null)
        .containsExactly(tuple(TODAY.minusDays(2), false), tuple(TODAY, true));
  }
}
