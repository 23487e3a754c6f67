package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.KeptObligations.CHECK_IN;
import static org.mentoring.KeptObligations.EVENT;
import static org.mentoring.KeptObligations.MONITORING;
import static org.mentoring.KeptObligations.REFERRAL;
import static org.mentoring.KeptObligations.REPORT;
import static org.mentoring.KeptObligations.TRAINING;
import static org.mentoring.KeptObligations.at;
import static org.mentoring.KeptObligations.day;
import static org.mentoring.KeptObligations.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationPage;
import org.mentoring.obligation.ObligationRenderer;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;
import org.mentoring.waiver.Waiver;

class ObligationsTest {
  private static final Instant ALWAYS = at("2030-01-01");

  private final KeptObligations kept = new KeptObligations();
  private final Oversight oversight = kept.mentoring.oversight();

  @Test
  void reports_are_due_from_the_start_on_and_met_by_what_is_on_record() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    kept.report(id, "2020-10-12");

    assertThat(told(oversight.obligations(id, day("2020-11-01"), ALWAYS), REPORT))
        .containsExactly(
            "MENTOR_REPORT 1 MET",
            "MENTOR_REPORT 2 OVERDUE",
            "MENTOR_REPORT 3 DUE",
            "MENTOR_REPORT 4 UPCOMING");
  }

  @Test
  void nothing_is_due_before_mentoring_begins() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");

    assertThat(oversight.obligations(id, day("2020-09-30"), ALWAYS)).isEmpty();
    assertThat(oversight.obligations(id, day("2020-10-20"), at("2020-09-01"))).isEmpty();
  }

  @Test
  void an_unknown_mentorship_or_participant_is_an_error_of_the_caller() {
    assertThatThrownBy(() -> oversight.obligations(MentorshipId.of("x"), day("2020-10-01")))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("mentorship.unknown");
    assertThatThrownBy(() -> oversight.obligationsOf(ParticipantId.of("x"), day("2020-10-01")))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("participant.unknown");
  }

  @Test
  void what_became_known_later_does_not_count() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    ActivityId report = kept.report(id, "2020-10-12", "2020-11-05");
    kept.retracted(report, About.mentorship(id), "2020-11-20");

    assertThat(first(id, "2020-11-01", "2020-11-04")).isEqualTo("MENTOR_REPORT 1 OVERDUE");
    assertThat(first(id, "2020-11-01", "2020-11-05")).isEqualTo("MENTOR_REPORT 1 MET");
    assertThat(first(id, "2020-11-01", "2020-11-20")).isEqualTo("MENTOR_REPORT 1 OVERDUE");
  }

  @Test
  void a_pause_that_became_known_later_does_not_count_before() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    kept.changed(id, MentorshipState.PAUSED, "2020-10-05", "2020-10-25", null);
    kept.changed(id, MentorshipState.ACTIVE, "2020-10-20", "2020-10-26", null);

    assertThat(first(id, "2020-10-24", "2020-10-24")).isEqualTo("MENTOR_REPORT 1 OVERDUE");
    assertThat(first(id, "2020-10-24", "2020-10-30")).isEqualTo("MENTOR_REPORT 1 DUE");
    assertThat(first(id, "2020-11-02", "2020-10-30")).isEqualTo("MENTOR_REPORT 1 OVERDUE");
    assertThat(first(id, "2020-12-24", "2020-10-25")).isEqualTo("MENTOR_REPORT 1 DUE");
  }

  @Test
  void check_ins_are_due_with_each_party_and_not_in_holidays() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-04-01");
    kept.checkIn(id, "2020-04-20", "MENTOR");

    assertThat(told(oversight.obligations(id, day("2020-06-02"), ALWAYS), CHECK_IN))
        .containsExactly(
            "CHECK_IN MENTOR 1 MET",
            "CHECK_IN MENTEE 1 OVERDUE",
            "CHECK_IN MENTOR 3 DUE",
            "CHECK_IN MENTEE 3 DUE",
            "CHECK_IN MENTOR 4 UPCOMING",
            "CHECK_IN MENTEE 4 UPCOMING");
  }

  @Test
  void a_closed_mentorship_owes_what_fell_due_before_and_follow_up_once_completed() {
    MentorshipId early = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    kept.changed(early, MentorshipState.CLOSED, "2020-10-20");
    MentorshipId done = kept.mentorship("s-2", "m-1", "e-2", "2020-10-01");
    kept.completed(done, "2020-10-20");

    assertThat(told(oversight.obligations(early, day("2021-01-20"), ALWAYS)))
        .containsExactly("MENTOR_REPORT 1 OVERDUE");
    assertThat(told(oversight.obligations(done, day("2021-01-20"), ALWAYS)))
        .containsExactly(
            "MENTOR_REPORT 1 OVERDUE",
            "OCCUPATION_MONITORING 1 OVERDUE",
            "OCCUPATION_MONITORING 2 OVERDUE",
            "OCCUPATION_MONITORING 3 OVERDUE");
    assertThat(told(oversight.obligations(done, day("2020-10-19"), ALWAYS), MONITORING)).isEmpty();
  }

  @Test
  void nothing_more_falls_due_after_the_follow_up_has_ended() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    kept.completed(id, "2020-10-20");
    kept.changed(id, MentorshipState.IN_FOLLOW_UP, "2020-10-21");
    kept.changed(id, MentorshipState.ENDED, "2020-12-01");

    assertThat(told(oversight.obligations(id, day("2021-06-01"), ALWAYS), MONITORING))
        .containsExactly("OCCUPATION_MONITORING 1 OVERDUE");
  }

  @Test
  void a_mentor_owes_training_once_for_all_mentorships_and_in_person() {
    ParticipantId mentor = kept.person("m-1");
    kept.mentorship("s-1", "m-1", "e-1", "2020-02-10");
    kept.mentorship("s-2", "m-1", "e-2", "2020-05-10");
    trained(mentor, "2020-05-05", Fact.Mode.IN_PERSON);
    trained(mentor, "2020-08-05", Fact.Mode.ONLINE);

    assertThat(told(oversight.obligationsOf(mentor, day("2020-10-01"), ALWAYS), TRAINING))
        .containsExactly(
            "IN_SERVICE_TRAINING 1 MET",
            "IN_SERVICE_TRAINING 2 OVERDUE",
            "IN_SERVICE_TRAINING 3 DUE",
            "IN_SERVICE_TRAINING 4 UPCOMING");
  }

  @Test
  void a_mentors_series_rests_while_all_mentorships_do_and_begins_anew_with_the_next() {
    MentorshipId first = kept.mentorship("s-1", "m-1", "e-1", "2020-01-01");
    kept.changed(first, MentorshipState.PAUSED, "2020-03-20");
    kept.changed(first, MentorshipState.ACTIVE, "2020-07-05");
    kept.changed(first, MentorshipState.CLOSED, "2020-10-05");
    kept.mentorship("s-2", "m-1", "e-2", "2021-02-01");

    assertThat(told(oversight.obligationsOf(kept.person("m-1"), day("2021-04-01"), ALWAYS)))
        .containsExactly(
            "IN_SERVICE_TRAINING 1 OVERDUE",
            "IN_SERVICE_TRAINING 3 OVERDUE",
            "IN_SERVICE_TRAINING 5 DUE",
            "IN_SERVICE_TRAINING 6 UPCOMING");
  }

  @Test
  void a_mentee_is_owed_a_referral_within_a_year() {
    kept.mentorship("s-1", "m-1", "e-1", "2020-02-10");
    ParticipantId mentee = kept.person("e-1");

    assertThat(told(oversight.obligationsOf(mentee, day("2020-10-01"), ALWAYS)))
        .containsExactly("SERVICE_REFERRAL 1 DUE");

    kept.activity(
        REFERRAL,
        About.participant(mentee),
        "2020-09-01",
        "2020-09-01",
        new Happened.ServiceReferral(kept.organisation("partner")));

    assertThat(told(oversight.obligationsOf(mentee, day("2020-10-01"), ALWAYS)))
        .containsExactly("SERVICE_REFERRAL 1 MET");
  }

  @Test
  void a_joint_event_counts_for_both_centres() {
    ParticipantId one = centre("c-one");
    ParticipantId other = centre("c-other");
    ParticipantId third = centre("c-third");
    kept.activity(
        EVENT,
        About.participant(one),
        "2020-09-15",
        "2020-09-15",
        new Happened.EventHeld(Fact.Mode.IN_PERSON, new TreeSet<>(), new TreeSet<>(Set.of(other))));

    assertThat(told(oversight.obligationsOf(one, day("2020-12-01"), ALWAYS)))
        .containsExactly("JOINT_EVENT 1 MET", "JOINT_EVENT 2 UPCOMING");
    assertThat(told(oversight.obligationsOf(other, day("2020-12-01"), ALWAYS)))
        .containsExactly("JOINT_EVENT 1 MET", "JOINT_EVENT 2 UPCOMING");
    assertThat(told(oversight.obligationsOf(third, day("2020-12-01"), ALWAYS)))
        .containsExactly("JOINT_EVENT 1 DUE", "JOINT_EVENT 2 UPCOMING");
  }

  @Test
  void what_falls_due_within_a_waiver_that_is_known_is_waived() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    kept.stores.waivers().save(waiver("w-1", id, null));
    MentorshipId other = kept.mentorship("s-2", "m-2", "e-2", "2020-10-01");
    kept.stores.waivers().save(waiver("w-2", null, ParticipantId.of("m-2")));

    for (MentorshipId each : List.of(id, other)) {
      assertThat(told(oversight.obligations(each, day("2020-11-20"), ALWAYS), REPORT))
          .containsExactly(
              "MENTOR_REPORT 1 OVERDUE",
              "MENTOR_REPORT 2 WAIVED",
              "MENTOR_REPORT 3 OVERDUE",
              "MENTOR_REPORT 4 DUE",
              "MENTOR_REPORT 5 UPCOMING");
      assertThat(told(oversight.obligations(each, day("2020-11-20"), at("2020-10-10")), REPORT))
          .doesNotContain("MENTOR_REPORT 2 WAIVED");
    }
  }

  @Test
  void pages_of_what_is_due_tell_everything_once_and_in_one_order() {
    region();
    List<Obligation> whole = pages(1_000);

    assertThat(whole).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    for (int most : List.of(1, 2, 7, 10, 31)) {
      assertThat(pages(most)).isEqualTo(whole);
    }
    assertThat(whole).extracting(Obligation::state).doesNotContain(ObligationState.MET);
  }

  @Test
  void what_is_recorded_between_two_pages_makes_nothing_be_skipped_or_told_twice() {
    region();
    List<Obligation> whole = pages(1_000);
    ObligationPage first = due(null, 12);
    kept.report(MentorshipId.of("s-1"), "2020-10-03");
    kept.mentorship("s-0", "m-9", "e-0", "2020-10-01");

    List<Obligation> rest = new ArrayList<>(first.items());
    String next = first.next();
    while (next != null) {
      ObligationPage page = due(next, 12);
      rest.addAll(page.items());
      next = page.next();
    }

    assertThat(rest).containsAll(whole).doesNotHaveDuplicates();
  }

  @Test
  void a_mark_that_no_page_gave_is_refused() {
    assertThatThrownBy(() -> due("elsewhere", 10))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("page.unknown");
  }

  @Test
  void an_obligation_is_told_as_a_sentence_in_both_languages_and_not_to_the_public() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    List<Obligation> overdue =
        oversight.obligations(id, day("2020-10-20"), ALWAYS).stream()
            .filter(each -> each.state() == ObligationState.OVERDUE)
            .toList();

    assertThat(lines(overdue, Language.EN, Audience.PARTY))
        .containsExactly(
            "Overdue: mentor's report, was due by 2020-10-17, 3 days ago; done 0 of 1; to be done"
                + " by: mentor.");
    assertThat(lines(overdue, Language.RU, Audience.COORDINATOR))
        .containsExactly(
            "Просрочено: отчёт наставника, срок был до 2020-10-17 включительно, прошло 3 дня;"
                + " сделано 0 из 1; кто выполняет: наставник.");
    assertThat(lines(overdue, Language.RU, Audience.PUBLIC)).isEmpty();
  }

  @Test
  void the_party_with_whom_something_is_due_is_told() {
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    List<Obligation> contacts =
        oversight.obligations(id, day("2020-10-20"), ALWAYS).stream()
            .filter(each -> each.window().cadence().due().equals(CHECK_IN))
            .filter(each -> each.state() == ObligationState.DUE)
            .toList();

    assertThat(lines(contacts, Language.EN, Audience.COORDINATOR))
        .hasSize(2)
        .first()
        .asString()
        .endsWith("With: mentor.");
  }

  private List<String> lines(List<Obligation> obligations, Language language, Audience audience) {
    return ObligationRenderer.of(kept.mentoring.definition(), language, audience)
        .lines(obligations, day("2020-10-20"))
        .stream()
        .map(ObligationRenderer.Line::told)
        .toList();
  }

  private void region() {
    for (int i = 1; i <= 5; i++) {
      MentorshipId id = kept.mentorship("s-" + i, "m-" + (i % 3), "e-" + i, "2020-09-0" + i);
      kept.report(id, "2020-09-1" + i);
    }
    centre("c-one");
    centre("c-other");
  }

  private List<Obligation> pages(int most) {
    List<Obligation> all = new ArrayList<>();
    String next = null;
    do {
      ObligationPage page = due(next, most);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(most);
      all.addAll(page.items());
      next = page.next();
    } while (next != null);
    return all;
  }

  private ObligationPage due(@Nullable String after, int most) {
    return oversight.due(
        day("2020-11-20"),
        EnumSet.complementOf(EnumSet.of(ObligationState.MET, ObligationState.MET_LATE)),
        after,
        most);
  }

  private String first(MentorshipId id, String asOf, String knownAt) {
    return told(oversight.obligations(id, day(asOf), at(knownAt)), REPORT).get(0);
  }

  private ParticipantId centre(String id) {
    ParticipantId centre = kept.organisation(id);
    kept.mentoring
        .record(
            Actor.coordinator("c-1", id),
            centre,
            new Fact.PositionHeld(Position.CENTRE, null),
            Validity.from(day("2020-09-01")))
        .orElseThrow();
    return centre;
  }

  private void trained(ParticipantId mentor, String on, Fact.Mode mode) {
    kept.programme.now.set(at("2021-01-01"));
    kept.mentoring
        .record(
            SmallProgramme.COORDINATOR,
            mentor,
            new Fact.Training(
                Fact.TrainingKind.IN_SERVICE, null, 60, mode, Code.of("MENTORING_CENTRE")),
            Validity.from(day(on)))
        .orElseThrow();
  }

  private static Waiver waiver(
      String id, @Nullable MentorshipId mentorship, @Nullable ParticipantId participant) {
    return new Waiver(
        WaiverId.of(id),
        "MENTOR_REPORT",
        participant,
        mentorship,
        Code.of("REGIONAL_OPERATOR"),
        "illness",
        day("2020-10-20"),
        day("2020-11-01"),
        SmallProgramme.COORDINATOR,
        at("2020-10-20"));
  }
}
