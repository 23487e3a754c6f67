package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.participant.Fact;
import org.mentoring.testkit.KnockOut;

/** What a completion rests on stays as it was, and a mistake in it can be put right. */
class TyumenAfterCompletionTest {
  private static final LocalDate DAY = LocalDate.of(2021, 6, 1);
  private static final Actor STAFF = new Actor("w-1", Tyumen.CENTRE, "ishim");
  private static final Actor OPERATOR = new Actor("op-1", Tyumen.OPERATOR, "operator");
  private static final ParticipantId CHILD = ParticipantId.of("child-1");
  private static final Code MENTOR = Code.of("MENTOR");

  private static MentorshipId summingUp(Tyumen tyumen) {
    tyumen.today(DAY);
    ParticipantId centre = tyumen.centre("ishim", Tyumen.TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", Tyumen.TOWN);
    tyumen.beforeGraduation(pair, DAY);
    tyumen.graduation(centre, DAY, CHILD);
    return pair;
  }

  private static ActivityId interview(Tyumen tyumen, MentorshipId pair) {
    return tyumen.mentoring.activities().of(About.mentorship(pair)).stream()
        .filter(
            each ->
                each.happened() instanceof Happened.PartGiven part && part.party().equals(MENTOR))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  private static WaiverId waived(Tyumen tyumen, MentorshipId pair) {
    tyumen
        .mentoring
        .activities()
        .retract(STAFF, interview(tyumen, pair), "of another pair")
        .orElseThrow();
    return tyumen
        .mentoring
        .waivers()
        .waive(
            OPERATOR,
            "EXIT_INTERVIEW.MENTOR",
            null,
            pair,
            "abroad",
            DAY.minusDays(3),
            DAY.plusDays(30))
        .orElseThrow();
  }

  @Test
  void a_completion_rests_on_a_waiver_that_was_taken_back_after_it() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      MentorshipId pair = summingUp(tyumen);
      WaiverId waiver = waived(tyumen, pair);
      tyumen.mentoring.mentorships().complete(STAFF, pair, DAY).orElseThrow();
      tyumen.today(DAY.plusDays(5));

      tyumen.mentoring.waivers().revoke(OPERATOR, waiver, "why").orElseThrow();

      for (LocalDate day : List.of(DAY, DAY.plusDays(5), DAY.plusDays(60))) {
        assertThat(tyumen.mentoring.oversight().completion(pair, day).verdict())
            .as("%s", day)
            .isEqualTo(Verdict.ELIGIBLE);
      }
      assertThat(tyumen.mentoring.oversight().completion(pair, DAY).findings())
          .extracting(Finding::code)
          .containsExactly("waiver.applied");
    }
  }

  @Test
  void a_waiver_that_was_taken_back_before_it_completes_nothing() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      MentorshipId pair = summingUp(tyumen);

      tyumen.mentoring.waivers().revoke(OPERATOR, waived(tyumen, pair), "why").orElseThrow();

      assertThat(found(tyumen.mentoring.mentorships().complete(STAFF, pair, DAY)))
          .containsExactly("completion.exit-interview-missing");
    }
  }

  @Test
  void a_wrong_exit_interview_is_recorded_anew_after_the_completion_and_then_taken_back() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      MentorshipId pair = summingUp(tyumen);
      About own = About.mentorship(pair);
      Happened part = new Happened.PartGiven(MENTOR);
      assertThat(found(tyumen.tried(STAFF, "EXIT_INTERVIEW", own, DAY, part)))
          .containsExactly("command.activity-part-given");
      tyumen.mentoring.mentorships().complete(STAFF, pair, DAY).orElseThrow();
      tyumen.today(DAY.plusDays(5));
      ActivityId wrong = interview(tyumen, pair);
      assertThat(found(tyumen.mentoring.activities().retract(STAFF, wrong, "of another pair")))
          .containsExactly("command.activity-bears-completion");

      ActivityId right = tyumen.done(STAFF, "EXIT_INTERVIEW", own, DAY, part);

      // One comes in its place, and not more.
      assertThat(found(tyumen.tried(STAFF, "EXIT_INTERVIEW", own, DAY, part)))
          .containsExactly("command.activity-part-given");
      tyumen.mentoring.activities().retract(STAFF, wrong, "of another pair").orElseThrow();
      assertThat(found(tyumen.mentoring.activities().retract(STAFF, right, "why")))
          .containsExactly("command.activity-bears-completion");
      assertThat(tyumen.mentoring.oversight().completion(pair, DAY).verdict())
          .isEqualTo(Verdict.ELIGIBLE);
    }
  }

  @Test
  void a_child_that_asked_to_be_kept_from_the_mentor_is_not_told_to_have_completed_with_it() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      MentorshipId pair = summingUp(tyumen);
      ParticipantId mentor =
          Objects.requireNonNull(
                  tyumen.mentoring.mentorships().find(pair).orElseThrow().particulars().mentors())
              .first();

      tyumen.record(Tyumen.HEAD, CHILD, new Fact.Exclusion(mentor), DAY.minusDays(100));

      assertThat(tyumen.mentoring.oversight().completion(pair, DAY).findings())
          .extracting(Finding::code)
          .containsExactly("mentorship.pair-not-allowed");
      assertThat(found(tyumen.mentoring.mentorships().complete(STAFF, pair, DAY)))
          .containsExactly("mentorship.pair-not-allowed");
    }
  }
}
