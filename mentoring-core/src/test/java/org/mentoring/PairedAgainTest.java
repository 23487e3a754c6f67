package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.SAFETY;
import static org.mentoring.SmallProgramme.codes;

import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipSnapshot;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Arrangement;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

/** Whoever was parted is not paired again as if nothing had been. */
class PairedAgainTest {
  private final SmallMentorships small = new SmallMentorships();
  private final MentorshipCommands commands = small.commands();
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId mentee = small.mentee("mentee-1");

  private MentorshipId ended(Code reason, Code askedBy) {
    MentorshipId id = small.active(mentor, mentee);
    commands
        .endEarly(COORDINATOR, id, reason, askedBy, "told by the guardian", small.today())
        .orElseThrow();
    small.days(20);
    return id;
  }

  private MentorshipId rematched(Code askedBy) {
    MentorshipId id = small.active(mentor, mentee);
    commands.rematch(HEAD, id, askedBy, null, "does not feel well with it", small.today());
    small.days(20);
    return id;
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
    MentorshipId id =
        commands.assign(COORDINATOR, groupOf(Set.of(mentee, other))).orElseThrow().id();
    small.agree(id, SmallMentorships.AS_MENTOR, mentor).orElseThrow();
    for (ParticipantId each : List.of(mentee, other)) {
      small.agree(id, SmallMentorships.MENTEE, each).orElseThrow();
      small.agree(id, SmallMentorships.GUARDIAN, each).orElseThrow();
    }
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    commands.start(COORDINATOR, id, small.today()).orElseThrow();
    return id;
  }

  private NewMentorship groupOf(Set<ParticipantId> mentees) {
    return new NewMentorship(
        SmallMentorships.PRACTICE,
        Arrangement.GROUP,
        new TreeSet<>(Set.of(mentor)),
        new TreeSet<>(mentees),
        null,
        null,
        null,
        small.today());
  }

  private Outcome<Mentorship> explained() {
    return commands.assign(
        COORDINATOR, small.terms(mentor, mentee).because("child and family ask for it"));
  }

  @Test
  void a_pair_that_ended_for_safety_is_never_paired_again_whatever_reason_is_given() {
    ended(SAFETY, SmallMentorships.GUARDIAN);

    assertThat(codes(small.assign(mentor, mentee)))
        .containsExactly("mentorship.pair-parted-for-good");
    assertThat(codes(explained())).containsExactly("mentorship.pair-parted-for-good");
    Finding finding = explained().refused().orElseThrow().findings().get(0);
    assertThat(finding.citation().source()).isEqualTo("S2-15");
    for (Language language : Language.values()) {
      assertThat(
              Renderer.of(small.mentoring.definition(), language, Audience.PARTY)
                  .lines(List.of(finding))
                  .get(0)
                  .found())
          .doesNotContain("mentor-1", "mentee-1", "SAFETY", "safety", "безопасн");
    }
  }

  @Test
  void nor_does_it_help_that_the_two_are_registered_anew() {
    ended(SAFETY, SmallMentorships.GUARDIAN);
    ParticipantId again = small.mentor("mentor-2");
    small.mentoring.merge(COORDINATOR, again, mentor, "the same person").orElseThrow();

    assertThat(codes(small.assign(again, mentee)))
        .containsExactly("mentorship.pair-parted-for-good");
  }

  @Test
  void a_child_who_left_a_group_for_safety_does_not_come_back_to_its_mentor() {
    ParticipantId other = small.mentee("mentee-2");
    MentorshipId id = group(other);
    commands
        .leave(
            COORDINATOR, id, mentee, SAFETY, SmallMentorships.GUARDIAN, "is afraid", small.today())
        .orElseThrow();
    small.days(20);

    assertThat(codes(explained())).containsExactly("mentorship.pair-parted-for-good");
    assertThat(small.assign(mentor, small.mentee("mentee-3")).accepted()).isPresent();
  }

  @Test
  void after_a_rematch_the_same_two_are_paired_again_only_with_a_reason_on_record() {
    rematched(SmallMentorships.GUARDIAN);

    Outcome<Mentorship> plain = small.assign(mentor, mentee);
    assertThat(codes(plain)).containsExactly("mentorship.pair-parted-before");
    assertThat(plain.refused().orElseThrow().verdict()).isEqualTo(Verdict.NEEDS_REVIEW);
    assertThat(plain.refused().orElseThrow().findings().get(0).citation().source()).isEqualTo("L4");

    Mentorship again = explained().orElseThrow();
    assertThat(again.particulars().changes().get(0).reason())
        .isEqualTo("child and family ask for it");
    MentorshipSnapshot rows = again.snapshot();
    assertThat(Mentorship.restore(rows).particulars()).isEqualTo(again.particulars());
  }

  @Test
  void so_they_are_after_an_early_ending_but_not_after_one_that_counts_as_completed() {
    ended(SmallMentorships.UNWILLING, SmallMentorships.GUARDIAN);
    assertThat(codes(small.assign(mentor, mentee)))
        .containsExactly("mentorship.pair-parted-before");

    MentorshipId second = explained().orElseThrow().id();
    commands.withdraw(COORDINATOR, second, "thought better of it", small.today()).orElseThrow();
    ParticipantId other = small.mentee("mentee-2");
    MentorshipId moved = small.active(mentor, other);
    small.days(Period.ofDays(40).getDays());
    commands
        .endEarly(
            COORDINATOR,
            moved,
            SmallMentorships.MOVED,
            SmallMentorships.GUARDIAN,
            "to the coast",
            small.today())
        .orElseThrow();
    small.days(20);
    small.consent(other);

    assertThat(small.assign(mentor, other).accepted()).isPresent();
  }

  @Test
  void a_pair_that_never_began_or_of_whom_only_one_was_there_was_not_parted() {
    MentorshipId id = small.assign(mentor, mentee).orElseThrow().id();
    commands.withdraw(COORDINATOR, id, "the family moves", small.today()).orElseThrow();

    assertThat(small.assign(mentor, mentee).orElseThrow().state())
        .isEqualTo(MentorshipState.PROPOSED);
    assertThat(small.assign(small.mentor("mentor-2"), small.mentee("mentee-2")).accepted())
        .isPresent();
  }

  @Test
  void nobody_proposes_or_locks_a_pair_that_was_parted_for_good() {
    MatchProposal before = proposal();
    assertThat(pairs(before)).containsExactly(new PairKey(mentee, mentor));
    small.days(1);
    ended(SAFETY, SmallMentorships.GUARDIAN);

    assertThat(pairs(proposal())).isEmpty();
    assertThat(
            codes(
                small.mentoring.lock(
                    COORDINATOR, before, new PairKey(mentee, mentor), "they know each other")))
        .contains("command.pair-parted-for-good");
  }

  private MatchProposal proposal() {
    return small
        .mentoring
        .propose(COORDINATOR, SmallMentorships.PRACTICE, small.today(), Progress.NONE)
        .orElseThrow();
  }

  private static List<PairKey> pairs(MatchProposal proposal) {
    return proposal.result().pairs().stream().map(ProposedPair::pair).toList();
  }
}
