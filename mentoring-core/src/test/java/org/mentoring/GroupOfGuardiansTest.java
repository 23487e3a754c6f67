package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MOVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.time.Validity;

/** In a group nobody decides for the children of others. */
class GroupOfGuardiansTest {
  private static final String NOT_RUNNING = "mentorship.not-running";

  private final SmallMentorships small = new SmallMentorships();
  private final MentorshipCommands commands = small.commands();
  private final ParticipantId first = small.mentee("first");
  private final ParticipantId second = small.mentee("second");
  private final ParticipantId third = small.mentee("third");
  private final MentorshipId id = small.group(small.mentor("oak"), first, second, third);

  private static Actor as(String id, Code capacity) {
    return new Actor(id, capacity, "home");
  }

  private static Actor guardian(String id) {
    return as(id, GUARDIAN);
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private void named(ParticipantId child, String guardian) {
    small
        .mentoring
        .record(
            COORDINATOR,
            child,
            new Fact.Guardian(ParticipantId.of(guardian)),
            Validity.from(small.today().minusDays(1)))
        .orElseThrow();
  }

  private Outcome<?> leaves(Actor by, ParticipantId who, Code askedBy) {
    return commands.leave(by, id, who, MOVED, askedBy, "why", small.today());
  }

  @Test
  void by_word_alone_nobody_agrees_or_leaves_for_a_child_nor_for_all() {
    named(first, "mother");

    for (String each : List.of("mother", "stranger")) {
      assertThat(found(commands.agree(guardian(each), id, GUARDIAN, second, small.today())))
          .as(each)
          .containsExactly("mentorship.agrees-for-another");
      assertThat(found(commands.withdraw(guardian(each), id, "why", small.today())))
          .as(each)
          .containsExactly(NOT_RUNNING);
    }
    assertThat(commands.agree(guardian("mother"), id, GUARDIAN, first, small.today()).accepted())
        .isPresent();
    assertThat(found(leaves(guardian("stranger"), second, GUARDIAN))).contains(NOT_RUNNING);
    assertThat(found(leaves(guardian("mother"), second, GUARDIAN)))
        .containsExactly("mentorship.leaves-another");
    assertThat(leaves(guardian("mother"), first, GUARDIAN).accepted()).isPresent();
  }

  @Test
  void one_guardian_and_one_child_neither_pause_nor_end_for_all_and_may_leave() {
    small.begun(id);
    named(first, "mother");
    named(second, "mother");

    for (Actor each : List.of(guardian("mother"), as("third", MENTEE))) {
      Code party = each.capacity();
      assertThat(found(commands.pause(each, id, "why", small.today())))
          .as(each.toString())
          .containsExactly(NOT_RUNNING);
      assertThat(found(commands.endEarly(each, id, MOVED, party, "why", small.today())))
          .as(each.toString())
          .containsExactly(NOT_RUNNING);
    }
    named(third, "mother");
    commands.pause(guardian("mother"), id, "holidays", small.today()).orElseThrow();
    commands.resume(guardian("mother"), id, "back", small.today()).orElseThrow();
    assertThat(leaves(as("third", MENTEE), third, MENTEE).accepted()).isPresent();
    assertThat(
            commands
                .endEarly(guardian("mother"), id, MOVED, GUARDIAN, "why", small.today())
                .accepted())
        .isPresent();
  }
}
