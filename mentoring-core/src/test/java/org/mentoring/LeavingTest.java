package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MENTOR;
import static org.mentoring.SmallMentorships.MOVED;
import static org.mentoring.SmallMentorships.PRACTICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipSnapshot;
import org.mentoring.mentorship.MentorshipSnapshot.LeavingRow;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Arrangement;

/** One child of a group leaves a mentorship that goes on for the others. */
class LeavingTest {
  private final SmallMentorships small = new SmallMentorships();
  private final ParticipantId mentor = small.mentor("m-1");
  private final ParticipantId first = small.mentee("e-1");
  private final ParticipantId second = small.mentee("e-2");
  private MentorshipId id = MentorshipId.of("none");

  @BeforeEach
  void group() {
    small.places(mentor, 2);
    small.programme.fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    id =
        small
            .commands()
            .assign(
                COORDINATOR,
                new NewMentorship(
                    PRACTICE,
                    Arrangement.GROUP,
                    new TreeSet<>(Set.of(mentor)),
                    new TreeSet<>(Set.of(first, second)),
                    null,
                    null,
                    null,
                    small.today()))
            .orElseThrow()
            .id();
    small.agree(id, AS_MENTOR, mentor).orElseThrow();
    for (ParticipantId mentee : List.of(first, second)) {
      small.agree(id, MENTEE, mentee).orElseThrow();
    }
    guardian(first, "g-1");
    guardian(second, "g-2");
    small.agree(id, GUARDIAN, first).orElseThrow();
    small
        .commands()
        .agree(new Actor("g-2", GUARDIAN, "family"), id, GUARDIAN, second, small.today())
        .orElseThrow();
    small.step(MENTOR, id, "first-meeting").orElseThrow();
    small.commands().start(COORDINATOR, id, small.today()).orElseThrow();
    small.days(10);
  }

  private void guardian(ParticipantId child, String guardian) {
    small.programme.fact(child, new Fact.Guardian(ParticipantId.of(guardian)));
  }

  @Test
  void the_group_goes_on_and_whoever_left_keeps_its_history() {
    Mentorship left = leave(COORDINATOR, first, GUARDIAN).orElseThrow();

    assertThat(left.state()).isEqualTo(MentorshipState.ACTIVE);
    assertThat(left.particulars().mentees()).containsExactly(second);
    assertThat(left.particulars().leavings())
        .extracting(Leaving::participant, Leaving::on, Leaving::askedBy)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(first, small.today(), GUARDIAN));
    assertThat(small.mentoring.mentorships().of(first)).containsExactly(left);
    assertThat(Mentorship.restore(left.snapshot())).isEqualTo(left);
  }

  @Test
  void who_left_is_erased_though_the_group_goes_on_and_who_is_in_it_is_not() {
    leave(COORDINATOR, first, GUARDIAN).orElseThrow();
    Code demand = Code.of("ON_DEMAND");

    assertThat(
            SmallProgramme.codes(
                small.mentoring.erasure().erase(COORDINATOR, second, demand, small.today())))
        .containsExactly("erasure.mentorship-open");
    small.mentoring.erasure().erase(COORDINATOR, first, demand, small.today()).orElseThrow();

    Mentorship left = small.now(id);
    assertThat(left.particulars().leavings())
        .extracting(Leaving::participant, Leaving::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(first, org.mentoring.erasure.ErasedText.MARKER));
    assertThat(left.particulars().mentees()).containsExactly(second);
    assertThat(Mentorship.restore(left.snapshot())).isEqualTo(left);
    assertThat(small.mentoring.oversight().obligations(id, small.today())).isNotNull();
    small.days(1);
    small.commands().pause(COORDINATOR, id, "holidays", small.today()).orElseThrow();
  }

  @Test
  void nobody_left_as_no_command_would_have_it() {
    MentorshipSnapshot real = leave(COORDINATOR, first, GUARDIAN).orElseThrow().snapshot();
    LeavingRow row = real.leavings().get(0);
    LocalDate day = row.on();

    assertThat(faults(real, row("e-2", day, "MOVED", row))).contains("leavings");
    assertThat(faults(real, row("m-1", day, "MOVED", row))).contains("leavings");
    assertThat(faults(real, row("e-1", day.minusDays(60), "MOVED", row))).contains("leavings");
    assertThat(faults(real, row("e-1", day.plusDays(60), "MOVED", row)))
        .isEqualTo("leavings.recordedAt");
    assertThat(faults(real, row("e 1", day, "moved away", row)))
        .isEqualTo("leavings[0].participant, leavings[0].reason");
    assertThat(faults(real, row("e-1", day, "WHIM", row))).isEqualTo("leavings.reason");
    assertThat(faults(real)).contains("agreements", "version");
    assertThat(
            Mentorship.restore(real, SmallMentorships.definition().practices().get(0)).snapshot())
        .isEqualTo(real);
  }

  @Test
  void nobody_left_for_whom_nobody_could_ask_or_before_it_was_decided_or_after_it_was_known() {
    MentorshipSnapshot real = leave(COORDINATOR, first, GUARDIAN).orElseThrow().snapshot();
    LeavingRow row = real.leavings().get(0);
    LeavingRow unwilling = row("e-1", row.on(), "UNWILLING_PARTY", row);

    assertThat(faults(real, asked(unwilling, "COORDINATOR", "digest", row.recordedAt())))
        .isEqualTo("leavings.askedBy");
    assertThat(faults(real, asked(unwilling, null, "digest", row.recordedAt())))
        .isEqualTo("leavings.askedBy");
    assertThat(faults(real, asked(row, "GUARDIAN", "", row.recordedAt())))
        .isEqualTo("leavings.decision");
    assertThat(
            faults(
                real,
                asked(
                    row,
                    "GUARDIAN",
                    "digest",
                    row.on()
                        .atTime(9, 0)
                        .toInstant(java.time.ZoneOffset.UTC)
                        .minusSeconds(86_400))))
        .isEqualTo("leavings.recordedAt");
  }

  private static LeavingRow asked(
      LeavingRow from,
      @org.jspecify.annotations.Nullable String askedBy,
      String decision,
      java.time.Instant recordedAt) {
    return new LeavingRow(
        1,
        from.participant(),
        from.asMentor(),
        from.on(),
        from.reason(),
        askedBy,
        from.why(),
        from.by(),
        from.capacity(),
        from.organisation(),
        decision,
        recordedAt);
  }

  private static LeavingRow row(String who, LocalDate on, String reason, LeavingRow from) {
    return new LeavingRow(
        1,
        who,
        from.asMentor(),
        on,
        reason,
        from.askedBy(),
        from.why(),
        from.by(),
        from.capacity(),
        from.organisation(),
        from.decision(),
        from.recordedAt());
  }

  /** What of a table is refused in which somebody has rewritten who left. */
  private static String faults(MentorshipSnapshot from, LeavingRow... leavings) {
    MentorshipSnapshot forged =
        new MentorshipSnapshot(
            from.id(),
            from.version(),
            from.practice(),
            from.arrangement(),
            from.state(),
            from.mentors(),
            from.mentees(),
            from.centre(),
            from.model(),
            from.continues(),
            from.startedOn(),
            from.agreements(),
            from.pauses(),
            from.rungs(),
            from.steps(),
            from.changes(),
            from.closure(),
            List.of(leavings));
    InvalidValue refused =
        catchThrowableOfType(
            InvalidValue.class,
            () -> Mentorship.restore(forged, SmallMentorships.definition().practices().get(0)));
    assertThat(refused.code()).isEqualTo("mentorship.history");
    return Objects.toString(refused.attributes().get("what"));
  }

  @Test
  void the_place_and_the_child_are_free_again() {
    ParticipantId third = small.mentee("e-3");
    assertThat(codes(small.assign(mentor, third))).contains("mentorship.mentor-full");

    leave(COORDINATOR, first, GUARDIAN).orElseThrow();

    assertThat(small.assign(mentor, third).accepted()).isPresent();
    // After an early ending a child waits for its next mentor, and so after this.
    assertThat(codes(small.assign(small.mentor("m-2"), first)))
        .containsExactly("mentorship.buffer");
    small.days(30);
    assertThat(small.assign(small.mentor("m-3"), first).accepted()).isPresent();
  }

  @Test
  void a_child_who_leaves_for_a_reason_that_counts_as_completed_has_completed() {
    small.days(30);

    Mentorship left = leave(COORDINATOR, first, GUARDIAN).orElseThrow();

    assertThat(left.particulars().leavings().get(0).countsAsCompleted()).isTrue();
    MentorshipSnapshot rows = left.snapshot();
    assertThat(Mentorship.restore(rows, SmallMentorships.definition())).isEqualTo(left);
    LeavingRow row = rows.leavings().get(0);
    LeavingRow unwilling = completed(row, "UNWILLING_PARTY", row.on());
    LeavingRow early = completed(row, "MOVED", row.on().minusDays(25));
    assertThat(faults(rows, unwilling)).isEqualTo("leavings.asCompleted");
    assertThat(faults(rows, early)).isEqualTo("leavings.asCompleted");
  }

  private static LeavingRow completed(LeavingRow from, String reason, LocalDate on) {
    return new LeavingRow(
        1,
        from.participant(),
        from.asMentor(),
        on,
        reason,
        from.askedBy(),
        from.why(),
        from.by(),
        from.capacity(),
        from.organisation(),
        from.decision(),
        from.recordedAt(),
        true);
  }

  @Test
  void one_who_leaves_sooner_or_for_another_reason_has_not() {
    Mentorship left = leave(COORDINATOR, first, GUARDIAN).orElseThrow();

    assertThat(left.particulars().leavings().get(0).countsAsCompleted()).isFalse();
  }

  @Test
  void a_child_may_leave_before_the_start_and_then_the_others_have_all_agreed() {
    ParticipantId other = small.mentor("m-9");
    ParticipantId third = small.mentee("e-3");
    ParticipantId fourth = small.mentee("e-4");
    small.places(other, 2);
    small.programme.fact(
        other,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    MentorshipId proposed =
        small
            .commands()
            .assign(
                COORDINATOR,
                new NewMentorship(
                    PRACTICE,
                    Arrangement.GROUP,
                    new TreeSet<>(Set.of(other)),
                    new TreeSet<>(Set.of(third, fourth)),
                    null,
                    null,
                    null,
                    small.today()))
            .orElseThrow()
            .id();
    small.agree(proposed, AS_MENTOR, other).orElseThrow();
    small.agree(proposed, MENTEE, third).orElseThrow();
    small.agree(proposed, GUARDIAN, third).orElseThrow();
    guardian(fourth, "g-4");
    small.days(1);

    Mentorship left =
        small
            .commands()
            .leave(
                new Actor("g-4", GUARDIAN, "family"),
                proposed,
                fourth,
                SmallMentorships.MOVED,
                GUARDIAN,
                "does not want to",
                small.today())
            .orElseThrow();

    assertThat(left.state()).isEqualTo(MentorshipState.AGREED);
    assertThat(left.particulars().mentees()).containsExactly(third);
    assertThat(left.particulars().leavings().get(0).countsAsCompleted()).isFalse();
    assertThat(Mentorship.restore(left.snapshot(), SmallMentorships.definition())).isEqualTo(left);
    // It never began for the child, so nothing keeps it from another mentor, or from this one.
    assertThat(small.assign(other, fourth).accepted()).isPresent();
    assertThat(small.mentoring.oversight().obligationsOf(fourth, small.today())).isEmpty();
    small.step(MENTOR, proposed, "first-meeting").orElseThrow();
    small.commands().start(COORDINATOR, proposed, small.today()).orElseThrow();
    small.days(1);
    assertThat(small.mentoring.oversight().obligationsOf(fourth, small.today())).isEmpty();
    assertThat(small.mentoring.oversight().risks(proposed, small.today())).isNotNull();
    assertThat(Mentorship.restore(small.now(proposed).snapshot(), SmallMentorships.definition()))
        .isEqualTo(small.now(proposed));
  }

  @Test
  void the_last_child_does_not_leave() {
    leave(COORDINATOR, first, GUARDIAN).orElseThrow();

    assertThat(codes(leave(COORDINATOR, second, GUARDIAN)))
        .containsExactly("mentorship.leaves-last");
    assertThat(codes(leave(COORDINATOR, mentor, AS_MENTOR)))
        .containsExactly("mentorship.leaves-last");
    assertThat(codes(leave(COORDINATOR, first, GUARDIAN)))
        .containsExactly("mentorship.leaves-not-in-it");
  }

  @Test
  void a_child_takes_nobody_out_but_itself() {
    Actor child = new Actor("e-2", MENTEE, "centre-1");

    assertThat(codes(leave(child, first, MENTEE))).containsExactly("mentorship.leaves-another");
    assertThat(leave(child, second, MENTEE).accepted()).isPresent();
  }

  @Test
  void nobody_takes_a_child_out_but_those_who_run_it_and_its_guardian() {
    for (Actor stranger :
        List.of(
            new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4"),
            new Actor("n-1", Code.of("PARTNER"), "chess-club"),
            new Actor("m-9", AS_MENTOR, "centre-1"),
            new Actor("e-9", MENTEE, "centre-1"))) {
      assertThat(codes(leave(stranger, first, stranger.capacity())))
          .contains("mentorship.not-running");
    }
    Actor parent = new Actor("g-1", GUARDIAN, "family");
    assertThat(codes(leave(parent, mentor, GUARDIAN))).contains("mentorship.not-running");
    assertThat(leave(parent, first, GUARDIAN).accepted()).isPresent();
  }

  @Test
  void the_guardian_of_one_child_takes_out_no_other() {
    Actor parent = new Actor("g-2", GUARDIAN, "family");

    assertThat(codes(leave(parent, first, GUARDIAN))).containsExactly("mentorship.leaves-another");
    assertThat(leave(parent, second, GUARDIAN).accepted()).isPresent();
  }

  @Test
  void the_next_mentorship_of_whoever_left_continues_this_one_after_the_buffer() {
    leave(COORDINATOR, first, GUARDIAN).orElseThrow();
    assertThat(codes(continuing("m-2", first))).containsExactly("mentorship.buffer");
    small.days(30);

    assertThat(codes(continuing("m-3", second)))
        .contains("mentorship.continues-open", "mentorship.mentee-taken");
    Mentorship next = continuing("m-4", first).orElseThrow();
    assertThat(next.particulars().continues()).isEqualTo(id);
    small.commands().withdraw(COORDINATOR, next.id(), "why", small.today()).orElseThrow();
    continuing("m-5", first).orElseThrow();
    assertThat(codes(continuing("m-6", first)))
        .containsExactlyInAnyOrder("mentorship.mentee-taken", "mentorship.continued-already");
  }

  private Outcome<Mentorship> continuing(String next, ParticipantId mentee) {
    return small
        .commands()
        .assign(
            COORDINATOR,
            new NewMentorship(
                PRACTICE,
                Arrangement.INDIVIDUAL,
                new TreeSet<>(Set.of(small.mentor(next))),
                new TreeSet<>(Set.of(mentee)),
                null,
                null,
                id,
                small.today()));
  }

  @Test
  void the_reasons_are_those_of_an_early_ending_and_only_while_it_runs() {
    assertThat(
            codes(
                small
                    .commands()
                    .leave(
                        COORDINATOR, id, first, Code.of("WHIM"), GUARDIAN, "why", small.today())))
        .containsExactly("mentorship.ending-unknown");
    small.commands().endEarly(COORDINATOR, id, MOVED, GUARDIAN, "why", small.today()).orElseThrow();
    assertThat(codes(leave(COORDINATOR, first, GUARDIAN)))
        .containsExactly("mentorship.wrong-state");
  }

  @Test
  void the_day_before_it_was_still_there() {
    Particulars left = leave(COORDINATOR, first, GUARDIAN).orElseThrow().particulars();

    assertThat(left.withPartiesOn(small.today().minusDays(1)).mentees())
        .containsExactly(first, second);
    assertThat(left.withPartiesOn(small.today()).mentees()).containsExactly(second);
  }

  @Test
  void what_a_mentor_owes_ends_with_the_day_on_which_it_left_a_team() {
    KeptObligations kept = new KeptObligations();
    MentorshipId team = kept.mentorship("s-1", "m-1", "e-1", "2020-02-10");
    Particulars begun = kept.stores.mentorships().find(team).orElseThrow();
    kept.stores
        .mentorships()
        .save(
            new Particulars(
                team,
                begun.version() + 1,
                PRACTICE,
                Arrangement.TEAM,
                begun.mentors(),
                begun.mentees(),
                null,
                null,
                null,
                List.of(),
                begun.startedOn(),
                List.of(),
                List.of(),
                List.of(),
                begun.changes(),
                null,
                List.of(
                    new Leaving(
                        kept.person("m-2"),
                        true,
                        KeptObligations.day("2020-08-01"),
                        MOVED,
                        AS_MENTOR,
                        "far away",
                        COORDINATOR,
                        "",
                        KeptObligations.at("2020-08-02"))),
                null,
                List.of()));

    assertThat(trainings(kept, "m-1", "2021-02-01", "2030-01-01"))
        .containsExactly(
            "IN_SERVICE_TRAINING 1 OVERDUE",
            "IN_SERVICE_TRAINING 2 OVERDUE",
            "IN_SERVICE_TRAINING 3 OVERDUE",
            "IN_SERVICE_TRAINING 4 DUE",
            "IN_SERVICE_TRAINING 5 UPCOMING");
    assertThat(trainings(kept, "m-2", "2021-02-01", "2030-01-01"))
        .containsExactly("IN_SERVICE_TRAINING 1 OVERDUE");
    assertThat(trainings(kept, "m-2", "2021-02-01", "2020-08-01"))
        .isEqualTo(trainings(kept, "m-1", "2021-02-01", "2020-08-01"));
  }

  private static List<String> trainings(
      KeptObligations kept, String mentor, String asOf, String knownAt) {
    return KeptObligations.told(
        kept.mentoring
            .oversight()
            .obligationsOf(
                ParticipantId.of(mentor), KeptObligations.day(asOf), KeptObligations.at(knownAt)),
        KeptObligations.TRAINING);
  }

  private Outcome<Mentorship> leave(Actor by, ParticipantId who, Code askedBy) {
    return small.commands().leave(by, id, who, MOVED, askedBy, "the family moves", small.today());
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }
}
