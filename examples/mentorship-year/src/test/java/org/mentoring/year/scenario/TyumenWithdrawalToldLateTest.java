package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.testkit.KnockOut;

/** A withdrawn consent stops what rested on it, before the withdrawal is told and after. */
class TyumenWithdrawalToldLateTest {
  private static final LocalDate DAY = LocalDate.of(2021, 6, 1);
  private static final Actor STAFF = new Actor("w-1", Tyumen.CENTRE, "ishim");
  private static final ParticipantId CHILD = ParticipantId.of("child-1");

  /** What a pair does while it sums up, and the withdrawal from five days ago; then a consent. */
  private static MentorshipId lived(Tyumen tyumen, boolean toldBefore) {
    tyumen.today(DAY);
    ParticipantId centre = tyumen.centre("ishim", Tyumen.TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", Tyumen.TOWN);
    tyumen.done(
        STAFF,
        "ACQUAINTANCE_TRAINING",
        About.participant(centre),
        DAY.minusDays(10),
        Tyumen.event(ParticipantId.of("mentor-1"), CHILD));
    tyumen
        .mentoring
        .mentorships()
        .recordStep(STAFF, pair, "acquaintance", DAY.minusDays(10))
        .orElseThrow();
    tyumen
        .mentoring
        .mentorships()
        .recordStep(
            Tyumen.of(ParticipantId.of("mentor-1")), pair, "events-settled", DAY.minusDays(10))
        .orElseThrow();
    tyumen.mentoring.mentorships().beginClosing(STAFF, pair, DAY.minusDays(10)).orElseThrow();
    if (toldBefore) {
      withdrawn(tyumen);
    }
    for (String party : List.of("MENTOR", "MENTEE")) {
      tyumen.tried(
          STAFF,
          "EXIT_INTERVIEW",
          About.mentorship(pair),
          DAY.minusDays(2),
          new Happened.PartGiven(Code.of(party)));
    }
    for (String event : List.of("GRADUATION_EVENT", "SUMMING_UP")) {
      tyumen.tried(STAFF, event, About.participant(centre), DAY.minusDays(2), Tyumen.event(CHILD));
    }
    if (!toldBefore) {
      assertThat(tyumen.mentoring.oversight().completion(pair, DAY).verdict())
          .isEqualTo(Verdict.ELIGIBLE);
      withdrawn(tyumen);
    }
    tyumen.today(DAY.plusDays(2));
    tyumen.record(
        STAFF,
        CHILD,
        new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, Tyumen.CENTRE, Code.of("PARTICIPATION")),
        DAY.plusDays(2));
    return pair;
  }

  private static void withdrawn(Tyumen tyumen) {
    FactId consent =
        tyumen.mentoring.dossier(CHILD, DAY).facts().stream()
            .filter(known -> known.fact() instanceof Fact.Consent)
            .findFirst()
            .orElseThrow()
            .id();
    tyumen.mentoring.withdrawConsent(Tyumen.HEAD, consent, DAY.minusDays(5)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_the_child_took_part_in_without_consent_counts_for_no_completion(boolean toldBefore) {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      MentorshipId pair = lived(tyumen, toldBefore);

      Decision told = tyumen.mentoring.oversight().completion(pair, DAY.plusDays(2));

      assertThat(told.findings())
          .extracting(Finding::code, Finding::requirement)
          .containsExactlyInAnyOrder(
              tuple("completion.activity-missing", "GRADUATION_EVENT"),
              tuple("completion.activity-missing", "SUMMING_UP"),
              tuple("completion.exit-interview-missing", "EXIT_INTERVIEW.MENTEE"));
      assertThat(
              tyumen
                  .mentoring
                  .mentorships()
                  .complete(STAFF, pair, DAY.plusDays(2))
                  .refused()
                  .orElseThrow()
                  .findings())
          .extracting(Finding::code)
          .contains("completion.activity-missing", "completion.exit-interview-missing");
    }
  }

  @Test
  void what_is_done_once_more_with_consent_completes_it_and_bears_the_completion_alone() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      MentorshipId pair = lived(tyumen, false);
      LocalDate day = DAY.plusDays(2);
      Happened.PartGiven part = new Happened.PartGiven(Code.of("MENTEE"));
      About own = About.mentorship(pair);
      var first =
          tyumen.mentoring.activities().of(own).stream()
              .filter(each -> each.happened().equals(part))
              .findFirst()
              .orElseThrow();
      tyumen.mentoring.activities().retract(STAFF, first.id(), "without consent").orElseThrow();
      var anew = tyumen.done(STAFF, "EXIT_INTERVIEW", own, day, part);
      tyumen.graduation(ParticipantId.of("ishim"), day, CHILD);

      tyumen.mentoring.mentorships().complete(STAFF, pair, day).orElseThrow();

      assertThat(
              tyumen
                  .mentoring
                  .activities()
                  .retract(STAFF, anew, "why")
                  .refused()
                  .orElseThrow()
                  .findings())
          .extracting(Finding::code)
          .containsExactly("command.activity-bears-completion");
      for (var graduation :
          tyumen
              .mentoring
              .activities()
              .attendedBy(CHILD, java.time.Instant.parse("2022-01-01T00:00:00Z"))) {
        if (graduation.kind().value().equals("GRADUATION_EVENT")) {
          assertThat(
                  tyumen
                      .mentoring
                      .activities()
                      .retract(STAFF, graduation.id(), "why")
                      .accepted()
                      .isPresent())
              .as("%s", graduation.on())
              .isEqualTo(graduation.on().isBefore(DAY));
        }
      }
    }
  }
}
