package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.programme.Arrangement;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

/** A pair that may not be together any more is neither started nor resumed. */
class KeptApartTest {
  private final SmallMentorships small = new SmallMentorships();
  private final MentorshipCommands commands = small.commands();
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId mentee = small.mentee("mentee-1");

  private MentorshipId paused(MentorshipId id) {
    commands.pause(COORDINATOR, id, "a quarrel", small.today()).orElseThrow();
    return id;
  }

  private void menteeMoves(String town) {
    KnownFact lived =
        small.mentoring.dossier(mentee, small.today()).facts().stream()
            .filter(known -> known.fact() instanceof Fact.Trait)
            .findFirst()
            .orElseThrow();
    small
        .mentoring
        .correct(
            COORDINATOR,
            lived.id(),
            new Fact.Trait(Attribute.MUNICIPALITY, town),
            lived.validity(),
            "moved")
        .orElseThrow();
  }

  private MentorshipId group(ParticipantId other) {
    small.places(mentor, 2);
    small.programme.fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    NewMentorship terms =
        new NewMentorship(
            SmallMentorships.PRACTICE,
            Arrangement.GROUP,
            new TreeSet<>(Set.of(mentor)),
            new TreeSet<>(Set.of(mentee, other)),
            null,
            null,
            null,
            small.today());
    MentorshipId id = commands.assign(COORDINATOR, terms).orElseThrow().id();
    small.agree(id, SmallMentorships.AS_MENTOR, mentor).orElseThrow();
    for (ParticipantId each : List.of(mentee, other)) {
      small.agree(id, SmallMentorships.MENTEE, each).orElseThrow();
      small.agree(id, SmallMentorships.GUARDIAN, each).orElseThrow();
    }
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    commands.start(COORDINATOR, id, small.today()).orElseThrow();
    return id;
  }

  private Outcome<Mentorship> resumed(MentorshipId id) {
    return commands.resume(COORDINATOR, id, "let us go on", small.today());
  }

  @Test
  void a_paused_pair_is_not_resumed_when_one_of_them_has_excluded_the_other() {
    MentorshipId id = paused(small.active(mentor, mentee));
    small.programme.fact(mentee, new Fact.Exclusion(mentor));

    assertThat(codes(resumed(id))).containsExactly("mentorship.pair-not-allowed");
  }

  @Test
  void a_paused_pair_is_not_resumed_when_a_hard_criterion_no_longer_holds() {
    MentorshipId id = paused(small.active(mentor, mentee));
    assertThat(resumed(id).accepted()).isPresent();
    paused(id);
    menteeMoves("Tobolsk");

    assertThat(codes(resumed(id))).containsExactly("mentorship.pair-not-allowed");
  }

  @Test
  void an_agreed_pair_is_not_started_when_one_of_them_has_excluded_the_other() {
    MentorshipId id = small.agreed(mentor, mentee);
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    small.programme.fact(mentor, new Fact.Exclusion(mentee));

    assertThat(codes(commands.start(COORDINATOR, id, small.today())))
        .containsExactly("mentorship.pair-not-allowed");
  }

  @Test
  void a_group_is_not_resumed_while_a_child_is_in_it_who_is_kept_from_the_mentor() {
    ParticipantId other = small.mentee("mentee-2");
    MentorshipId id = paused(group(other));
    small.programme.fact(mentee, new Fact.Exclusion(mentor));

    assertThat(codes(resumed(id))).containsExactly("mentorship.pair-not-allowed");

    commands
        .leave(
            COORDINATOR,
            id,
            mentee,
            SmallMentorships.SAFETY,
            SmallMentorships.GUARDIAN,
            "kept from the mentor",
            small.today())
        .orElseThrow();
    assertThat(resumed(id).orElseThrow().state()).isEqualTo(MentorshipState.ACTIVE);
  }

  @Test
  void a_group_is_resumed_with_all_of_them_once_the_exclusion_is_lifted() {
    ParticipantId other = small.mentee("mentee-2");
    MentorshipId id = paused(group(other));
    FactId exclusion =
        small
            .mentoring
            .record(
                COORDINATOR,
                mentor,
                new Fact.Exclusion(other),
                Validity.from(small.today().minusDays(1)))
            .orElseThrow();
    assertThat(codes(resumed(id))).containsExactly("mentorship.pair-not-allowed");

    small.mentoring.retract(COORDINATOR, exclusion, "a mix-up").orElseThrow();

    assertThat(resumed(id).orElseThrow().state()).isEqualTo(MentorshipState.ACTIVE);
  }

  @Test
  void a_party_that_may_not_resume_reads_neither_whose_exclusion_it_is_nor_that_it_is_one() {
    MentorshipId id = small.active(mentor, mentee);
    Actor party = new Actor("mentor-1", Code.of("MENTOR"), "centre-1");
    commands.pause(party, id, "ill", small.today()).orElseThrow();
    small.programme.fact(mentee, new Fact.Exclusion(mentor));
    List<Finding> findings =
        commands.resume(party, id, "well", small.today()).refused().orElseThrow().findings();

    for (Language language : Language.values()) {
      assertThat(
              Renderer.of(small.mentoring.definition(), language, Audience.PARTY).lines(findings))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.found()).doesNotContain("mentee-1", "exclu", "исключ", "safety");
                assertThat(line.finding().toString()).doesNotContain("mentee-1", "exclu", "safety");
              });
    }
  }
}
