package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.TODAY;
import static org.mentoring.SmallWaivers.AUTHORITY;
import static org.mentoring.SmallWaivers.TRAINING;
import static org.mentoring.SmallWaivers.codes;
import static org.mentoring.SmallWaivers.definition;
import static org.mentoring.SmallWaivers.findings;
import static org.mentoring.SmallWaivers.waiver;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Actor;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.participant.Fact;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

class WaiverCommandsTest {
  private final SmallWaivers kept = new SmallWaivers();
  private final SmallMentorships small = kept.small;
  private final Mentoring mentoring = kept.mentoring;
  private final ParticipantId untrained = kept.untrained;

  @Test
  void a_waiver_is_taken_back_once_and_for_a_reason() {
    WaiverId id = kept.waive(TRAINING, untrained).orElseThrow();

    assertThat(codes(mentoring.waivers().revoke(AUTHORITY, id, " ")))
        .containsExactly("waiver.reason");
    assertThat(codes(mentoring.waivers().revoke(SmallProgramme.COORDINATOR, id, "why")))
        .containsExactly("waiver.without-authority");
    assertThat(mentoring.waivers().revoke(AUTHORITY, id, "why").orElseThrow()).isEqualTo(id);
    assertThat(codes(mentoring.waivers().revoke(AUTHORITY, id, "why")))
        .containsExactly("waiver.revoked-already");
    assertThat(codes(mentoring.waivers().revoke(AUTHORITY, WaiverId.of("w-none"), "why")))
        .containsExactly("waiver.unknown");
    assertThat(mentoring.waivers().find(id))
        .hasValueSatisfying(
            waiver -> {
              assertThat(waiver.revokedBy()).isEqualTo(AUTHORITY);
              assertThat(waiver.revokedBecause()).isEqualTo("why");
            });
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    Outcome<WaiverId> outcome =
        mentoring
            .waivers()
            .waive(
                SmallProgramme.COORDINATOR,
                "mentee-consent",
                ParticipantId.of("nobody"),
                null,
                "",
                TODAY,
                TODAY);

    assertThat(codes(outcome))
        .containsExactlyInAnyOrder(
            "waiver.without-authority",
            "waiver.reason",
            "waiver.end-before-beginning",
            "command.participant-unknown",
            "waiver.never");
    assertThat(mentoring.waivers().of(untrained)).isEmpty();
  }

  @Test
  void what_is_marked_by_kind_or_by_id_nobody_can_waive() {
    assertThat(codes(kept.waive("mentee-consent", untrained))).containsExactly("waiver.never");
    SmallMentorships other = new SmallMentorships(definition(TRAINING));
    ParticipantId mentor = other.programme.person("mentor-1");

    assertThat(
            codes(
                other
                    .mentoring
                    .waivers()
                    .waive(AUTHORITY, TRAINING, mentor, null, "why", TODAY, TODAY.plusDays(3))))
        .containsExactly("waiver.never");
  }

  @Test
  void nobody_waives_for_oneself() {
    assertThat(
            codes(
                mentoring
                    .waivers()
                    .waive(
                        inOffice(untrained),
                        TRAINING,
                        untrained,
                        null,
                        "why",
                        TODAY,
                        TODAY.plusDays(3))))
        .containsExactly("waiver.for-oneself");
    assertThat(kept.waive(TRAINING, untrained).accepted()).isPresent();
  }

  @Test
  void nobody_takes_back_in_an_office_what_was_waived_for_oneself_or_ones_pair() {
    WaiverId ofPerson = kept.waive(TRAINING, untrained).orElseThrow();
    ParticipantId mentor = small.mentor("oak");
    WaiverId ofPair =
        kept.waiveIn("LENGTH", small.active(mentor, small.mentee("kid"))).orElseThrow();

    assertThat(codes(mentoring.waivers().revoke(inOffice(untrained), ofPerson, "why")))
        .containsExactly("waiver.for-oneself");
    assertThat(codes(mentoring.waivers().revoke(inOffice(mentor), ofPair, "why")))
        .containsExactly("waiver.for-oneself");
    assertThat(mentoring.waivers().revoke(AUTHORITY, ofPerson, "why").accepted()).isPresent();
    assertThat(mentoring.waivers().revoke(AUTHORITY, ofPair, "why").accepted()).isPresent();
  }

  private static Actor inOffice(ParticipantId who) {
    return new Actor(who.value(), AUTHORITY.capacity(), AUTHORITY.organisation());
  }

  @Test
  void a_guardian_does_not_waive_for_its_own_child() {
    ParticipantId mentee = small.mentee("kid");
    ParticipantId parent = small.programme.person("parent");
    small
        .mentoring
        .record(SmallProgramme.COORDINATOR, mentee, new Fact.Guardian(parent), Validity.from(TODAY))
        .orElseThrow();
    Actor inOffice = new Actor("parent", AUTHORITY.capacity(), AUTHORITY.organisation());

    assertThat(
            codes(
                mentoring
                    .waivers()
                    .waive(inOffice, TRAINING, mentee, null, "why", TODAY, TODAY.plusDays(3))))
        .containsExactly("waiver.for-oneself");
    assertThat(kept.waive(TRAINING, mentee).accepted()).isPresent();
  }

  @Test
  void nobody_waives_for_a_mentorship_that_one_is_a_party_of() {
    ParticipantId mentor = small.mentor("oak");
    ParticipantId mentee = small.mentee("kid");
    MentorshipId pair = small.active(mentor, mentee);
    Actor oak = inOffice(mentor);

    assertThat(
            codes(
                mentoring
                    .waivers()
                    .waive(oak, "LENGTH", null, pair, "why", TODAY, TODAY.plusDays(3))))
        .containsExactly("waiver.for-oneself");
    assertThat(
            codes(
                mentoring
                    .waivers()
                    .waive(oak, TRAINING, mentee, null, "why", TODAY, TODAY.plusDays(3))))
        .containsExactly("waiver.for-oneself");
    assertThat(kept.waiveIn("LENGTH", pair).accepted()).isPresent();
  }

  @Test
  void a_name_that_means_nothing_is_refused_with_what_may_be_meant() {
    assertThat(findings(kept.waive("mentor-trainning", untrained)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("waiver.requirement-unknown");
              assertThat(finding.parameters().get("maybe"))
                  .isInstanceOfSatisfying(
                      Parameter.TermId.class,
                      maybe -> assertThat(maybe.value()).startsWith(TRAINING + ","));
            });
  }

  @Test
  void a_waiver_lasts_no_longer_than_the_definition_lets_it() {
    assertThat(codes(kept.waive(TRAINING, untrained, TODAY, TODAY.plusMonths(6).plusDays(1))))
        .containsExactly("waiver.too-long");
    assertThat(kept.waive(TRAINING, untrained, TODAY, TODAY.plusMonths(6)).accepted()).isPresent();
  }

  @Test
  void the_same_is_not_waived_twice_for_a_day() {
    WaiverId first = kept.waive(TRAINING, untrained, TODAY, TODAY.plusDays(10)).orElseThrow();

    assertThat(codes(kept.waive(TRAINING, untrained, TODAY.plusDays(9), TODAY.plusDays(20))))
        .containsExactly("waiver.overlaps");
    assertThat(kept.waive(TRAINING, untrained, TODAY.plusDays(10), TODAY.plusDays(20)).accepted())
        .isPresent();
    mentoring.waivers().revoke(AUTHORITY, first, "why").orElseThrow();
    assertThat(kept.waive(TRAINING, untrained, TODAY.plusDays(9), TODAY.plusDays(10)).accepted())
        .isPresent();
  }

  @Test
  void a_waiver_is_for_a_participant_or_for_a_mentorship() {
    MentorshipId mentorship = kept.mentorship();

    assertThat(
            codes(
                mentoring
                    .waivers()
                    .waive(
                        AUTHORITY,
                        TRAINING,
                        untrained,
                        mentorship,
                        "why",
                        TODAY,
                        TODAY.plusDays(3))))
        .contains("waiver.subject");
    assertThat(codes(kept.waive(TRAINING, null))).contains("waiver.subject");
    assertThat(codes(kept.waiveIn("MENTOR_REPORT", MentorshipId.of("m-none"))))
        .containsExactly("command.mentorship-unknown");
  }

  @Test
  void a_mentorship_is_freed_of_what_is_due_and_asked_in_it_and_of_no_requirement() {
    MentorshipId mentorship = kept.mentorship();

    for (String name :
        List.of("MENTOR_REPORT", "FOLLOW_UP_REPORT", "SUMMING_UP.GUARDIAN", "GUARDIAN", "LENGTH")) {
      assertThat(kept.waiveIn(name, mentorship).accepted()).as(name).isPresent();
    }
    assertThat(codes(kept.waiveIn(TRAINING, mentorship)))
        .containsExactly("waiver.requirement-unknown");
    assertThat(codes(kept.waiveIn("EXIT_INTERVIEW.MENTOR", mentorship)))
        .containsExactly("waiver.requirement-unknown");
    assertThat(mentoring.waivers().of(mentorship)).hasSize(5);
  }

  @Test
  void a_mark_on_a_kind_of_activity_holds_for_each_partys_part() {
    SmallMentorships other = new SmallMentorships(definition("SUMMING_UP"));
    MentorshipId mentorship =
        other.assign(other.mentor("mentor-2"), other.mentee("mentee-2")).orElseThrow().id();

    assertThat(
            codes(
                other
                    .mentoring
                    .waivers()
                    .waive(
                        AUTHORITY,
                        "SUMMING_UP.GUARDIAN",
                        null,
                        mentorship,
                        "why",
                        TODAY,
                        TODAY.plusDays(3))))
        .containsExactly("waiver.never");
  }

  @Test
  void a_programme_that_says_nothing_of_waivers_has_none() {
    SmallMentorships other = new SmallMentorships();
    ParticipantId mentor = other.programme.person("mentor-1");

    assertThat(
            codes(
                other
                    .mentoring
                    .waivers()
                    .waive(AUTHORITY, TRAINING, mentor, null, "why", TODAY, TODAY.plusDays(3))))
        .containsExactly("waiver.nobody");
  }

  @Test
  void refusals_and_waivers_are_told_in_both_languages() {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(kept.waive("x", null, TODAY, TODAY).refused().orElseThrow());
    decisions.add(kept.waive("mentee-consent", untrained).refused().orElseThrow());
    decisions.add(
        kept.waive(TRAINING, untrained, TODAY, TODAY.plusYears(2)).refused().orElseThrow());
    kept.waive(TRAINING, untrained).orElseThrow();
    decisions.add(kept.waive(TRAINING, untrained).refused().orElseThrow());
    decisions.add(kept.decided());
    for (Language language : Language.values()) {
      for (Audience audience : List.of(Audience.COORDINATOR, Audience.PARTY)) {
        Renderer renderer = mentoring.renderer(language, audience);
        for (Decision decision : decisions) {
          assertThat(renderer.lines(decision))
              .isNotEmpty()
              .allSatisfy(
                  line ->
                      assertThat(line.found())
                          .isNotBlank()
                          .doesNotContain(line.finding().code(), "{", "}"));
        }
      }
    }
  }
}
