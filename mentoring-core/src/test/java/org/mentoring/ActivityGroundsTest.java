package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.BusyProgramme.event;
import static org.mentoring.BusyProgramme.item;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

class ActivityGroundsTest {
  private final BusyProgramme busy = new BusyProgramme();
  private final About child = About.participant(busy.child);

  private Outcome<ActivityId> workshop(LocalDate on) {
    return busy.record(HEAD, "WORKSHOP", About.participant(busy.centre), on, event(busy.child));
  }

  private Outcome<ActivityId> decided(LocalDate on) {
    return busy.record(HEAD, "BANK_DECISION", child, on, item(null));
  }

  private Outcome<FactId> entered(LocalDate from) {
    return busy.mentoring.record(
        COORDINATOR, busy.child, new Fact.RegisterEntry(Code.of("BANK")), Validity.from(from));
  }

  private Outcome<ActivityId> retracted(ActivityId activity) {
    return busy.mentoring.activities().retract(HEAD, activity, "a mistake");
  }

  @Test
  void what_rests_on_a_record_is_not_there_before_it() {
    assertThat(codes(decided(TODAY))).containsExactly("command.activity-ground-missing");
    workshop(TODAY).orElseThrow();
    assertThat(codes(decided(TODAY.minusDays(1))))
        .containsExactly("command.activity-ground-missing");
    decided(TODAY).orElseThrow();
  }

  @Test
  void what_another_record_rests_on_is_taken_back_only_after_it() {
    ActivityId workshop = workshop(TODAY.minusDays(1)).orElseThrow();
    ActivityId decision = decided(TODAY).orElseThrow();

    assertThat(codes(retracted(workshop))).containsExactly("command.activity-rested-on");
    ActivityId other = workshop(TODAY).orElseThrow();
    retracted(workshop).orElseThrow();
    retracted(decision).orElseThrow();
    retracted(other).orElseThrow();
  }

  @Test
  void nobody_is_entered_in_a_register_before_that_is_decided() {
    assertThat(codes(entered(TODAY))).containsExactly("command.register-undecided");
    workshop(TODAY.minusDays(2)).orElseThrow();
    decided(TODAY).orElseThrow();
    assertThat(codes(entered(TODAY.minusDays(1)))).containsExactly("command.register-undecided");
    FactId entry = entered(TODAY).orElseThrow();
    assertThat(
            codes(
                busy.mentoring.correct(
                    COORDINATOR,
                    entry,
                    new Fact.RegisterEntry(Code.of("BANK")),
                    Validity.from(TODAY.minusDays(1)),
                    "it was the day before")))
        .containsExactly("command.register-undecided");
  }

  private Outcome<FactId> takes(Position position, LocalDate from) {
    return busy.mentoring.record(
        COORDINATOR, busy.child, new Fact.PositionHeld(position, null), Validity.from(from));
  }

  private Outcome<ActivityId> told(String kind, String item, LocalDate on) {
    return busy.record(HEAD, kind, child, on, item(item));
  }

  @Test
  void nobody_takes_a_position_before_that_is_decided_of_this_position() {
    assertThat(codes(takes(Position.CONSUMER, TODAY)))
        .containsExactly("command.position-undecided");
    for (String answer : List.of("SEAT_REFUSED", "SEAT_DECISION")) {
      told("SEAT_REQUEST", "consumer", TODAY.minusDays(1)).orElseThrow();
      assertThat(codes(takes(Position.CONSUMER, TODAY)))
          .containsExactly("command.position-undecided");
      told(answer, "consumer", TODAY).orElseThrow();
    }
    assertThat(codes(takes(Position.CONSUMER, TODAY.minusDays(1))))
        .containsExactly("command.position-undecided");
    takes(Position.CONSUMER, TODAY).orElseThrow();
  }

  @Test
  void a_decision_about_another_position_opens_none() {
    told("SEAT_REQUEST", "mentor", TODAY).orElseThrow();
    told("SEAT_DECISION", "mentor", TODAY).orElseThrow();
    assertThat(codes(takes(Position.CONSUMER, TODAY)))
        .containsExactly("command.position-undecided");
  }

  @Test
  void positions_that_nothing_opens_are_free() {
    for (Position position : List.of(Position.MENTEE, Position.MENTOR, Position.COORDINATOR)) {
      takes(position, TODAY).orElseThrow();
    }
  }

  @Test
  void a_decision_is_taken_back_only_after_the_position_that_rests_on_it() {
    told("SEAT_REQUEST", "consumer", TODAY).orElseThrow();
    ActivityId decision = told("SEAT_DECISION", "consumer", TODAY).orElseThrow();
    FactId position = takes(Position.CONSUMER, TODAY).orElseThrow();

    assertThat(codes(retracted(decision))).containsExactly("command.activity-bears-position");
    busy.mentoring.retract(COORDINATOR, position, "a mistake").orElseThrow();
    retracted(decision).orElseThrow();
  }

  @Test
  void other_registers_need_no_decision() {
    assertThat(
            busy.mentoring
                .record(
                    COORDINATOR,
                    busy.child,
                    new Fact.RegisterEntry(Code.of("STATUTE")),
                    Validity.from(TODAY))
                .accepted())
        .isPresent();
  }

  @Test
  void a_decision_is_taken_back_only_after_the_entry_that_rests_on_it() {
    workshop(TODAY).orElseThrow();
    ActivityId decision = decided(TODAY).orElseThrow();
    FactId entry = entered(TODAY).orElseThrow();

    assertThat(codes(retracted(decision))).containsExactly("command.activity-bears-entry");
    busy.mentoring.retract(COORDINATOR, entry, "a mistake").orElseThrow();
    retracted(decision).orElseThrow();
  }

  @Test
  void there_are_no_more_records_about_the_same_than_there_may_be() {
    ActivityId first = busy.record("DIRECTION", item(null)).orElseThrow();
    assertThat(codes(busy.record("DIRECTION", item(null))))
        .containsExactly("command.activity-most");
    busy.record("FESTIVAL_WORK", item(null)).orElseThrow();
    assertThat(codes(retracted(first))).containsExactly("command.activity-rested-on");
    busy.menteeInPair("other");
    assertThat(
            busy.record(
                    HEAD,
                    "DIRECTION",
                    About.mentorship(org.mentoring.identity.MentorshipId.of("pair-of-other")),
                    item(null))
                .accepted())
        .isPresent();
  }
}
