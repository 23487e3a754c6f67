package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.MENTOR;
import static org.mentoring.SmallMentorships.MOVED;
import static org.mentoring.SmallMentorships.TODAY;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.time.Validity;

/**
 * Whoever is known today to be barred begins nothing, and goes on with nothing, by naming a day on
 * which that was not known; what truly happened then may still be told.
 */
class EarlierDayTest {
  private static final LocalDate EARLIER = TODAY.plusDays(5);

  private final SmallMentorships small = new SmallMentorships();
  private final MentorshipCommands commands = small.commands();
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId mentee = small.mentee("mentee-1");

  private void withdrawConsent() {
    small.mentoring.withdrawConsent(COORDINATOR, consent(), small.today()).orElseThrow();
  }

  private FactId consent() {
    return small.mentoring.dossier(mentee, small.today()).facts().stream()
        .filter(known -> known.fact() instanceof Fact.Consent)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void exclude() {
    small
        .mentoring
        .record(COORDINATOR, mentee, new Fact.Exclusion(mentor), Validity.from(small.today()))
        .orElseThrow();
  }

  private Outcome<Mentorship> assign(LocalDate on) {
    return commands.assign(
        COORDINATOR, NewMentorship.individual(SmallMentorships.PRACTICE, mentor, mentee, on));
  }

  @Test
  void a_pair_without_consent_today_is_not_assigned_yesterday() {
    small.days(10);
    withdrawConsent();

    assertThat(codes(assign(EARLIER))).containsExactly("mentorship.party-not-eligible");
    assertThat(codes(assign(small.today()))).containsExactly("mentorship.party-not-eligible");
  }

  @Test
  void a_pair_kept_apart_today_is_not_assigned_yesterday() {
    small.days(10);
    exclude();

    assertThat(codes(assign(EARLIER))).containsExactlyElementsOf(codes(assign(small.today())));
  }

  @Test
  void a_hard_criterion_that_fails_on_both_days_is_told_once() {
    ParticipantId far = small.programme.mentor("mentor-2", "Ishim");
    small.days(10);

    assertThat(
            codes(
                commands.assign(
                    COORDINATOR,
                    NewMentorship.individual(SmallMentorships.PRACTICE, far, mentee, EARLIER))))
        .containsExactly("command.criterion-forbids");
  }

  @Test
  void nobody_agrees_or_starts_on_a_day_before_the_consent_was_taken_back() {
    MentorshipId proposed = assign(TODAY).orElseThrow().id();
    MentorshipId agreed = small.agreed(small.mentor("mentor-2"), small.mentee("mentee-2"));
    small.step(MENTOR, agreed, "first-meeting").orElseThrow();
    small.days(10);
    withdrawConsent();
    FactId other =
        small.mentoring.dossier(ParticipantId.of("mentee-2"), small.today()).facts().stream()
            .filter(known -> known.fact() instanceof Fact.Consent)
            .findFirst()
            .orElseThrow()
            .id();
    small.mentoring.withdrawConsent(COORDINATOR, other, small.today()).orElseThrow();

    List<Finding> findings =
        commands
            .agree(COORDINATOR, proposed, AS_MENTOR, mentor, EARLIER)
            .refused()
            .orElseThrow()
            .findings();
    assertThat(findings.stream().map(Finding::code))
        .containsExactly("mentorship.party-not-eligible");
    assertThat(findings.get(0).parameters().get("missing").toString()).contains("mentee-consent");
    assertThat(codes(commands.start(COORDINATOR, agreed, EARLIER)))
        .containsExactly("mentorship.party-not-eligible");
  }

  @Test
  void nobody_agrees_or_starts_on_a_day_before_they_were_kept_apart() {
    MentorshipId proposed = assign(TODAY).orElseThrow().id();
    small.days(10);
    exclude();

    assertThat(codes(commands.agree(COORDINATOR, proposed, AS_MENTOR, mentor, EARLIER)))
        .containsExactly("mentorship.pair-not-allowed");
  }

  @Test
  void a_pair_goes_on_only_with_what_holds_today() {
    MentorshipId pair = small.active(mentor, mentee);
    commands.pause(COORDINATOR, pair, "illness", TODAY).orElseThrow();
    small.days(10);
    withdrawConsent();

    assertThat(codes(commands.resume(COORDINATOR, pair, "well again", EARLIER)))
        .containsExactly("mentorship.party-not-eligible");
    assertThat(small.now(pair).state()).isEqualTo(MentorshipState.PAUSED);
  }

  @Test
  void a_follow_up_begins_only_with_a_consent_that_holds_today() {
    MentorshipId pair = small.closing(mentor, mentee);
    commands.complete(COORDINATOR, pair, TODAY).orElseThrow();
    small.days(10);
    withdrawConsent();

    assertThat(codes(commands.beginFollowUp(COORDINATOR, pair, EARLIER)))
        .containsExactly("mentorship.consent-missing");
  }

  @Test
  void what_happened_while_all_held_is_told_later() {
    MentorshipId pair = small.active(mentor, mentee);
    small.days(10);
    withdrawConsent();
    exclude();

    commands.recordStep(COORDINATOR, pair, "support", EARLIER).orElseThrow();
    commands.recordStep(COORDINATOR, pair, "monitoring", EARLIER).orElseThrow();
    commands.beginClosing(COORDINATOR, pair, EARLIER).orElseThrow();
    commands.complete(COORDINATOR, pair, EARLIER).orElseThrow();
    assertThat(small.now(pair).state()).isEqualTo(MentorshipState.CLOSED);
  }

  @Test
  void a_completion_before_the_assignment_is_refused() {
    small.days(10);
    MentorshipId pair = small.closing(mentor, mentee);

    assertThat(codes(commands.complete(COORDINATOR, pair, TODAY)))
        .contains("mentorship.day-before");
  }

  @Test
  void an_ending_is_told_later() {
    MentorshipId pair = small.active(mentor, mentee);
    small.days(10);
    withdrawConsent();

    assertThat(
            commands
                .endEarly(COORDINATOR, pair, MOVED, SmallMentorships.MENTEE, "moved", EARLIER)
                .accepted())
        .isPresent();
  }

  @Test
  void without_a_consent_no_early_ending_counts_as_completed() {
    MentorshipId pair = small.active(mentor, mentee);
    small.days(40);
    withdrawConsent();

    commands
        .endEarly(COORDINATOR, pair, MOVED, SmallMentorships.MENTEE, "moved", small.today())
        .orElseThrow();
    assertThat(small.now(pair).state()).isEqualTo(MentorshipState.ENDED);
    assertThat(small.now(pair).particulars().closure())
        .satisfies(closure -> assertThat(closure.asCompleted()).isFalse());
  }

  @Test
  void a_pair_of_whom_all_holds_on_both_days_begins_earlier() {
    small.days(10);

    MentorshipId pair = assign(EARLIER).orElseThrow().id();
    commands.agree(COORDINATOR, pair, AS_MENTOR, mentor, EARLIER).orElseThrow();
    commands.agree(COORDINATOR, pair, SmallMentorships.MENTEE, mentee, EARLIER).orElseThrow();
    commands.agree(COORDINATOR, pair, SmallMentorships.GUARDIAN, mentee, EARLIER).orElseThrow();
    commands.recordStep(small.mentorOf(pair), pair, "first-meeting", EARLIER).orElseThrow();
    assertThat(commands.start(COORDINATOR, pair, EARLIER).accepted()).isPresent();
  }
}
