package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallMentorships.COORDINATOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.record.RecordTree;

/** Commands under an id that the caller chose: carried out once, however often they are given. */
class GivenOnceTest {
  private static final CommandId ID = CommandId.of("portal-1");

  private final WatchedStores watched = new WatchedStores();
  private final SmallMentorships small =
      new SmallMentorships(SmallMentorships.definition(), watched.stores);
  private final ParticipantId mentor = small.mentor("mentor");

  @Test
  void a_command_is_carried_out_once_and_its_lost_reply_is_found_again() {
    ParticipantId mentee = small.mentee("mentee");
    Supplier<Outcome<Mentorship>> command = () -> small.assign(mentor, mentee);
    assertThat(small.mentoring.command(ID)).isEmpty();

    Given<Mentorship> first = small.mentoring.once(ID, command);
    Given<Mentorship> second = small.mentoring.once(ID, command);

    assertThat(small.commands().of(mentor)).hasSize(1);
    CommandRecord record = small.mentoring.command(ID).orElseThrow();
    assertThat(first).isInstanceOf(Given.Now.class);
    assertThat(second).isEqualTo(new Given.Before<>(record));
    Mentorship made = small.commands().of(mentor).get(0);
    assertThat(record.result()).isEqualTo(made.id().value());
    assertThat(made.particulars().changes().get(0).decision()).isEqualTo("portal-1");
  }

  @Test
  void an_id_of_another_command_is_refused_and_nothing_is_swallowed() {
    small.mentoring.once(ID, this::registered);
    String before = watched.everything();

    assertThatThrownBy(() -> small.mentoring.once(ID, () -> small.assign(mentor, mentor)))
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.code()).isEqualTo("command.other");
              assertThat(e.attributes())
                  .containsEntry("command", "portal-1")
                  .containsEntry("before", "REGISTER_PARTICIPANT")
                  .containsEntry("actor", "same");
            });
    assertThat(watched.everything()).isEqualTo(before);
  }

  @Test
  void an_id_of_another_actor_is_refused() {
    small.mentoring.once(ID, this::registered);

    assertThatThrownBy(
            () ->
                small.mentoring.once(
                    ID,
                    () ->
                        small.mentoring.register(
                            new Actor("other", COORDINATOR.capacity(), COORDINATOR.organisation()),
                            ParticipantKind.PERSON,
                            List.of())))
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.code()).isEqualTo("command.other");
              assertThat(e.attributes()).containsEntry("actor", "other");
            });
    assertThat(small.mentoring.once(ID, this::registered)).isInstanceOf(Given.Before.class);
  }

  @Test
  void an_id_of_the_same_command_about_somebody_else_is_refused_and_nothing_is_swallowed() {
    ParticipantId anna = small.mentee("anna");
    ParticipantId boris = small.mentee("boris");
    small.mentoring.once(ID, () -> small.assign(mentor, anna));
    String before = watched.everything();

    assertThatThrownBy(() -> small.mentoring.once(ID, () -> small.assign(mentor, boris)))
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.code()).isEqualTo("command.other");
              assertThat(e.attributes())
                  .containsEntry("matter", "ASSIGN_MENTORSHIP")
                  .containsEntry("before", "ASSIGN_MENTORSHIP")
                  .containsEntry("actor", "same")
                  .containsEntry("subject", "other")
                  .doesNotContainValue("boris");
            });
    assertThat(watched.everything()).isEqualTo(before);
    assertThat(small.mentoring.once(ID, () -> small.assign(mentor, anna)))
        .isInstanceOf(Given.Before.class);
  }

  @Test
  void acts_of_two_mentorships_under_one_id_are_told_apart() {
    MentorshipId one = small.assign(mentor, small.mentee("anna")).orElseThrow().id();
    MentorshipId other =
        small.assign(small.mentor("second"), small.mentee("boris")).orElseThrow().id();
    LocalDate on = SmallMentorships.TODAY;
    small.mentoring.once(ID, () -> small.commands().start(COORDINATOR, one, on));

    assertThatThrownBy(
            () -> small.mentoring.once(ID, () -> small.commands().start(COORDINATOR, other, on)))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("command.other"));
  }

  @Test
  void what_a_command_named_is_kept_as_a_digest_that_no_other_command_has() {
    ParticipantId anna = small.mentee("anna");
    small.mentoring.once(ID, () -> small.assign(mentor, anna));
    CommandId second = CommandId.of("portal-2");
    small.mentoring.once(second, () -> small.assign(mentor, anna));

    String subject = small.mentoring.command(ID).orElseThrow().subject();
    assertThat(subject).matches("[0-9a-f]{64}");
    assertThat(small.mentoring.command(second).orElseThrow().subject()).isNotEqualTo(subject);
    small.mentoring.once(CommandId.of("portal-3"), this::registered);
    assertThat(small.mentoring.command(CommandId.of("portal-3")).orElseThrow().subject()).isNull();
  }

  @Test
  void a_record_of_an_earlier_release_is_read_and_compared_without_its_subject() {
    CommandRecord earlier =
        new CommandRecord(
            ID,
            Code.of("ASSIGN_MENTORSHIP"),
            COORDINATOR,
            Instant.parse("2020-09-01T08:00:00Z"),
            true,
            "m-1",
            new TreeSet<>(),
            List.of());
    watched.stores.commands().append(earlier);

    assertThat(RecordTree.write(CommandRecord.class, earlier).toString()).doesNotContain("subject");
    ParticipantId anna = small.mentee("anna");
    assertThat(small.mentoring.once(ID, () -> small.assign(mentor, anna)))
        .isEqualTo(new Given.Before<>(earlier));
  }

  @Test
  void an_id_that_was_given_is_not_answered_where_no_command_is_given() {
    small.mentoring.once(ID, this::registered);

    assertThatThrownBy(() -> small.mentoring.once(ID, () -> new Outcome.Accepted<>("nothing")))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("command.none"));
  }

  @Test
  void a_refusal_stays_the_answer() {
    small.mentoring.once(ID, () -> small.assign(mentor, ParticipantId.of("later")));
    ParticipantId later = small.mentee("later");

    Given<Mentorship> again = small.mentoring.once(ID, () -> small.assign(mentor, later));

    assertThat(again).isInstanceOf(Given.Before.class);
    assertThat(small.mentoring.command(ID).orElseThrow().refusedBy())
        .contains("command.participant-unknown");
    assertThat(small.commands().of(mentor)).isEmpty();
  }

  @Test
  void two_commands_under_one_id_are_a_fault_that_leaves_neither() {
    String before = watched.everything();

    assertThatThrownBy(
            () ->
                small.mentoring.once(
                    ID,
                    () -> {
                      small.programme.person("one");
                      return registered();
                    }))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("command.twice"));

    assertThat(watched.everything()).isEqualTo(before);
    assertThat(small.mentoring.once(ID, this::registered)).isInstanceOf(Given.Now.class);
  }

  private Outcome<ParticipantId> registered() {
    return small.mentoring.register(COORDINATOR, ParticipantKind.PERSON, List.of());
  }

  @Test
  void an_id_without_a_command_is_a_fault() {
    assertThatThrownBy(
            () -> small.mentoring.once(ID, () -> new Outcome.Accepted<>("nothing was given")))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("command.none"));
  }

  @Test
  void a_command_that_fails_may_be_given_again_under_its_id() {
    String before = watched.everything();
    watched.broken = true;
    assertThatThrownBy(() -> small.mentoring.once(ID, this::registered))
        .isInstanceOf(WatchedStores.Broken.class);
    watched.broken = false;

    assertThat(watched.everything()).isEqualTo(before);
    assertThat(small.mentoring.once(ID, this::registered)).isInstanceOf(Given.Now.class);
  }

  @Test
  void commands_after_it_have_ids_of_their_own() {
    small.mentoring.once(ID, this::registered);

    ParticipantId other = registered().orElseThrow();

    assertThat(small.mentoring.command(ID).orElseThrow().result()).isNotEqualTo(other.value());
  }

  @Test
  void of_many_at_once_one_is_carried_out() {
    int before = small.stores.participants().ids().size();

    long done =
        Stream.generate(() -> ID)
            .limit(20)
            .parallel()
            .map(id -> small.mentoring.once(id, this::registered))
            .filter(Given.Now.class::isInstance)
            .count();

    assertThat(done).isEqualTo(1);
    assertThat(small.stores.participants().ids()).hasSize(before + 1);
  }
}
