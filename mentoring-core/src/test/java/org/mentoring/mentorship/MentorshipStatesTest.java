package org.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipSnapshot.ChangeRow;
import org.mentoring.programme.Arrangement;

/** The states as types: what each offers, what histories come back from rows, what days allow. */
class MentorshipStatesTest {
  private static final LocalDate DAY = LocalDate.of(2020, 2, 29);
  private static final Actor ACTOR = Actor.coordinator("c-1", "centre-1");
  private static final ParticipantId MENTOR = ParticipantId.of("mentor");
  private static final ParticipantId MENTEE = ParticipantId.of("mentee");

  @Test
  void each_state_offers_its_legal_commands_and_no_others() {
    assertThat(commands(Proposed.class))
        .containsExactly("agree", "allAgreed", "leave", "moveTo", "takeStep", "withdraw");
    assertThat(commands(Agreed.class))
        .containsExactly("agree", "leave", "moveTo", "start", "takeStep", "withdraw");
    assertThat(commands(Active.class))
        .containsExactly(
            "beginClosing",
            "endEarly",
            "escalate",
            "handOver",
            "leave",
            "moveTo",
            "pause",
            "takeStep");
    assertThat(commands(Paused.class))
        .containsExactly("endEarly", "handOver", "leave", "moveTo", "resume");
    assertThat(commands(Closing.class))
        .containsExactly("complete", "endEarly", "leave", "moveTo", "pause", "takeStep");
    assertThat(commands(Closed.class))
        .containsExactly("beginFollowUp", "end", "moveTo", "takeStep");
    assertThat(commands(InFollowUp.class)).containsExactly("end", "moveTo", "takeStep");
    assertThat(commands(Ended.class)).isEmpty();
  }

  private static List<String> commands(Class<? extends Mentorship> state) {
    SortedSet<String> names = new TreeSet<>();
    for (Method method : state.getMethods()) {
      List<Class<?>> takes = List.of(method.getParameterTypes());
      if (!takes.isEmpty() && takes.get(takes.size() - 1) == Act.class) {
        names.add(method.getName());
      }
    }
    names.remove("propose");
    return List.copyOf(names);
  }

  @Test
  void a_snapshot_is_made_of_scalars_and_of_rows_of_scalars() {
    Set<Class<?>> scalars =
        Set.of(String.class, long.class, int.class, boolean.class, LocalDate.class, Instant.class);
    for (RecordComponent component : MentorshipSnapshot.class.getRecordComponents()) {
      assertThat(
              scalars.contains(component.getType())
                  || component.getType() == List.class
                  || component.getType() == MentorshipSnapshot.ClosureRow.class)
          .as(component.getName())
          .isTrue();
    }
    for (Class<?> row : MentorshipSnapshot.class.getDeclaredClasses()) {
      for (RecordComponent component : row.getRecordComponents()) {
        assertThat(scalars).as(row + "." + component.getName()).contains(component.getType());
      }
    }
  }

  @Test
  void rows_come_back_in_any_order_but_never_with_gaps() {
    MentorshipSnapshot snapshot = completed().snapshot();
    List<ChangeRow> shuffled = new ArrayList<>(snapshot.changes());
    Collections.reverse(shuffled);
    assertThat(Mentorship.restore(with(snapshot, shuffled, snapshot.state())))
        .isEqualTo(completed());

    for (int gone = 0; gone < snapshot.changes().size(); gone++) {
      List<ChangeRow> rows = new ArrayList<>(snapshot.changes());
      rows.remove(gone);
      String state = rows.isEmpty() ? "PROPOSED" : rows.get(rows.size() - 1).to();
      if (gone < rows.size()) {
        assertThatThrownBy(() -> with(snapshot, rows, state)).hasMessageContaining("without gaps");
      }
      assertThatThrownBy(() -> Mentorship.restore(with(snapshot, numbered(rows), state)))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("mentorship.history");
    }
  }

  @Test
  void a_state_that_no_command_leaves_behind_is_refused() {
    MentorshipSnapshot snapshot = completed().snapshot();
    assertThatThrownBy(() -> Mentorship.restore(with(snapshot, snapshot.changes(), "ACTIVE")))
        .hasMessageContaining("mentorship.history")
        .hasMessageContaining("state");
    assertThatThrownBy(() -> Mentorship.restore(with(snapshot, snapshot.changes(), "HAPPY")))
        .hasMessageContaining("mentorship.history");
    Particulars record = completed().particulars();
    assertThatThrownBy(() -> new Active(record)).hasMessageContaining("mentorship.history");
    assertThatThrownBy(() -> new Closed(version(record, record.version() + 1)))
        .hasMessageContaining("version");
    assertThatThrownBy(() -> new Closed(version(record, 2))).hasMessageContaining("version");
  }

  @Test
  void nobody_is_on_both_sides_and_the_arrangement_fits_the_numbers() {
    assertThatThrownBy(() -> proposed(Arrangement.INDIVIDUAL, Set.of(MENTOR), Set.of(MENTOR)))
        .hasMessageContaining("mentors, mentees");
    assertThatThrownBy(() -> proposed(Arrangement.TEAM, Set.of(MENTOR), Set.of(MENTEE)))
        .hasMessageContaining("arrangement");
    assertThatThrownBy(
            () ->
                proposed(
                    Arrangement.INDIVIDUAL,
                    Set.of(MENTOR),
                    Set.of(MENTEE, ParticipantId.of("second"))))
        .hasMessageContaining("arrangement");
    assertThat(
            proposed(Arrangement.GROUP, Set.of(MENTOR), Set.of(MENTEE, ParticipantId.of("second")))
                .state())
        .isEqualTo(MentorshipState.PROPOSED);
  }

  @Test
  void days_never_run_backwards() {
    Proposed proposed = proposed(Arrangement.INDIVIDUAL, Set.of(MENTOR), Set.of(MENTEE));
    assertThatThrownBy(() -> proposed.allAgreed(act(DAY.minusDays(1))))
        .hasMessageContaining("mentorship.day-back");
    assertThatThrownBy(
            () ->
                proposed.takeStep("meeting", act(DAY.plusDays(5))).allAgreed(act(DAY.plusDays(4))))
        .hasMessageContaining("mentorship.day-back");
  }

  @Test
  void a_pause_of_the_summing_up_leads_back_to_it_and_nowhere_else() {
    Paused paused =
        proposed(Arrangement.INDIVIDUAL, Set.of(MENTOR), Set.of(MENTEE))
            .allAgreed(act(DAY))
            .start(act(DAY))
            .beginClosing(act(DAY.plusDays(1)))
            .pause("an incident", act(DAY.plusDays(2)));

    assertThat(paused.resume("settled", act(DAY.plusDays(3)))).isInstanceOf(Closing.class);
  }

  @Test
  void words_of_people_are_not_printed() {
    Active active =
        proposed(Arrangement.INDIVIDUAL, Set.of(MENTOR), Set.of(MENTEE))
            .allAgreed(act(DAY))
            .start(act(DAY))
            .escalate("warning", "SECRET words", act(DAY));
    Closed closed =
        active
            .pause("SECRET words", act(DAY))
            .endEarly(Code.of("MOVED"), null, "SECRET words", false, act(DAY));
    assertThat(closed.toString()).doesNotContain("SECRET");
    assertThat(closed.snapshot().toString()).doesNotContain("SECRET");
  }

  @Test
  void who_left_a_team_or_a_group_comes_back_from_rows_and_is_there_on_the_days_before() {
    ParticipantId other = ParticipantId.of("mentor-2");
    Active team =
        proposed(Arrangement.TEAM, Set.of(MENTOR, other), Set.of(MENTEE))
            .allAgreed(act(DAY))
            .start(act(DAY));
    Active alone =
        team.leave(
            other, Code.of("MOVED"), Code.of("MENTOR"), "far away", false, act(DAY.plusDays(9)));

    assertThat(Mentorship.restore(alone.snapshot())).isEqualTo(alone);
    assertThat(alone.version()).isEqualTo(team.version() + 1);
    assertThat(alone.particulars().mentors()).containsExactly(MENTOR);
    assertThat(alone.particulars().withPartiesOn(DAY.plusDays(8)).mentors())
        .containsExactly(MENTOR, other);
    assertThat(alone.particulars().withPartiesOn(DAY.plusDays(9)).mentors())
        .containsExactly(MENTOR);
    assertThat(alone.particulars().involves(other)).isTrue();
    assertThat(alone.snapshot().leavings()).singleElement().asString().doesNotContain("far away");
    assertThatThrownBy(
            () -> alone.leave(MENTOR, Code.of("MOVED"), null, "too", false, act(DAY.plusDays(10))))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () -> alone.leave(other, Code.of("MOVED"), null, "again", false, act(DAY.plusDays(10))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void who_left_is_known_to_have_left_only_since_it_was_recorded() {
    Instant known = Instant.parse("2020-04-01T00:00:00Z");
    ParticipantId other = ParticipantId.of("mentee-2");
    Active group =
        proposed(Arrangement.GROUP, Set.of(MENTOR), Set.of(MENTEE, other))
            .allAgreed(act(DAY))
            .start(act(DAY));
    Active one =
        group.leave(
            other,
            Code.of("MOVED"),
            null,
            "far away",
            false,
            Act.of(DAY.plusDays(9), ACTOR, known));

    assertThat(one.particulars().knownAt(known.minusSeconds(1)).orElseThrow().mentees())
        .containsExactly(MENTEE, other);
    assertThat(one.particulars().knownAt(known).orElseThrow().mentees()).containsExactly(MENTEE);
  }

  @Property(tries = 300)
  void every_sequence_of_offered_commands_leaves_a_history_that_comes_back(
      @ForAll("lives") ActionChain<Holder> chain) {
    chain
        .withInvariant(
            "restored",
            holder -> {
              Mentorship now = holder.mentorship;
              assertThat(Mentorship.restore(now.snapshot())).isEqualTo(now);
              assertThat(Mentorship.of(now.particulars())).isEqualTo(now);
              assertThat(now.version()).isEqualTo(holder.commands + 1L);
            })
        .run();
  }

  @Provide
  Arbitrary<ActionChain<Holder>> lives() {
    return ActionChain.startWith(Holder::new).withAction(new Any()).withMaxTransformations(25);
  }

  /** A mentorship and how many commands made it. */
  static final class Holder {
    Mentorship mentorship = proposed(Arrangement.INDIVIDUAL, Set.of(MENTOR), Set.of(MENTEE));
    int commands;
    LocalDate day = DAY;

    void carryOn(int choice, int days) {
      day = day.plusDays(days);
      Act act = act(day);
      Mentorship before = mentorship;
      mentorship = next(before, choice, act);
      commands += mentorship.equals(before) ? 0 : 1;
    }

    private static Mentorship next(Mentorship before, int choice, Act act) {
      if (before instanceof Proposed proposed) {
        return choice % 4 == 0 ? proposed.withdraw("why", act) : proposed.allAgreed(act);
      } else if (before instanceof Agreed agreed) {
        return choice % 5 == 0 ? agreed.withdraw("why", act) : agreed.start(act);
      } else if (before instanceof Active active) {
        return switch (choice % 6) {
          case 0 -> active.endEarly(Code.of("MOVED"), null, "why", choice > 50, act);
          case 1 -> active.handOver(Code.of("GUARDIAN"), "why", act);
          case 2 -> active.beginClosing(act);
          case 3 -> active.escalate("warning", "why", act);
          default -> active.pause("why", act);
        };
      } else if (before instanceof Paused paused) {
        return choice % 7 == 0
            ? paused.endEarly(Code.of("MOVED"), null, "why", false, act)
            : paused.resume("why", act);
      } else if (before instanceof Closing closing) {
        return switch (choice % 4) {
          case 0 -> closing.endEarly(Code.of("MOVED"), Code.of("MENTEE"), "why", true, act);
          case 1 -> closing.pause("why", act);
          default -> closing.complete(act);
        };
      } else if (before instanceof Closed closed) {
        boolean completed =
            java.util.Objects.requireNonNull(closed.particulars().closure()).asCompleted();
        return completed && choice % 2 == 0 ? closed.beginFollowUp(act) : closed.end(act);
      } else if (before instanceof InFollowUp followed) {
        return followed.end(act);
      }
      return before;
    }
  }

  private static final class Any implements Action.Independent<Holder> {
    @Override
    public Arbitrary<Transformer<Holder>> transformer() {
      return Combinators.combine(
              Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 3))
          .as(
              (choice, days) ->
                  Transformer.mutate(choice + "/" + days, holder -> holder.carryOn(choice, days)));
    }
  }

  private static Closed completed() {
    Active resumed =
        (Active)
            proposed(Arrangement.INDIVIDUAL, Set.of(MENTOR), Set.of(MENTEE))
                .agree(Code.of("MENTOR"), MENTOR, act(DAY))
                .allAgreed(act(DAY))
                .start(act(DAY))
                .pause("illness", act(DAY.plusDays(1)))
                .resume("well again", act(DAY.plusDays(3)));
    return resumed.beginClosing(act(DAY.plusDays(30))).complete(act(DAY.plusDays(31)));
  }

  private static Proposed proposed(
      Arrangement arrangement, Set<ParticipantId> mentors, Set<ParticipantId> mentees) {
    return Mentorship.propose(
        MentorshipId.of("one"),
        new NewMentorship(
            "practice",
            arrangement,
            new TreeSet<>(mentors),
            new TreeSet<>(mentees),
            null,
            null,
            null,
            DAY),
        act(DAY));
  }

  private static Act act(LocalDate day) {
    return Act.of(day, ACTOR, day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static List<ChangeRow> numbered(List<ChangeRow> rows) {
    List<ChangeRow> numbered = new ArrayList<>();
    for (ChangeRow row : rows) {
      numbered.add(
          new ChangeRow(
              numbered.size() + 1,
              row.to(),
              row.on(),
              row.by(),
              row.capacity(),
              row.organisation(),
              row.reason(),
              row.decision(),
              row.recordedAt()));
    }
    return numbered;
  }

  private static Particulars version(Particulars record, long version) {
    return new Particulars(
        record.id(),
        version,
        record.practice(),
        record.arrangement(),
        record.mentors(),
        record.mentees(),
        record.centre(),
        record.model(),
        record.continues(),
        record.agreements(),
        record.startedOn(),
        record.pauses(),
        record.rungs(),
        record.steps(),
        record.changes(),
        record.closure());
  }

  private static MentorshipSnapshot with(
      MentorshipSnapshot snapshot, List<ChangeRow> changes, String state) {
    return new MentorshipSnapshot(
        snapshot.id(),
        snapshot.version(),
        snapshot.practice(),
        snapshot.arrangement(),
        state,
        snapshot.mentors(),
        snapshot.mentees(),
        snapshot.centre(),
        snapshot.model(),
        snapshot.continues(),
        snapshot.startedOn(),
        snapshot.agreements(),
        snapshot.pauses(),
        snapshot.rungs(),
        snapshot.steps(),
        changes,
        snapshot.closure(),
        snapshot.leavings());
  }
}
