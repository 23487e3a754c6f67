package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.memory.InMemoryStores;

/**
 * Every command of the facade, given by somebody who is nobody here: one table tells what is let
 * through, so that a command that asks nobody who he is shows at once.
 */
class EveryCommandRightsTest {
  private static final Actor MENTOR = new Actor("nobody", Code.of("MENTOR"), "home");
  private static final Actor MENTEE = new Actor("nobody", Code.of("MENTEE"), "home");
  private static final Actor SPECIALIST =
      new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4");

  /** Who is in danger is heard by whomever tells it, and whoever comes is registered. */
  private static final List<String> ANYBODY =
      List.of("IncidentCommands.report", "Mentoring.register");

  /**
   * Which office proposes pairs, plans events and tells facts no definition says: hosts do. Pairs
   * of a proposal are assigned each for itself, and each of them asks who may.
   */
  private static final List<String> OFFICES =
      List.of(
          "IncidentCommands.report",
          "Mentoring.callOffEvent",
          "Mentoring.closeEvent",
          "Mentoring.lock",
          "Mentoring.planEvents",
          "Mentoring.propose",
          "Mentoring.record",
          "Mentoring.recordRanking",
          "Mentoring.register",
          "Mentoring.reject",
          "Mentoring.release",
          "Mentoring.rematch",
          "Mentoring.replace",
          "MentorshipCommands.assignPairs");

  /** Ends a life once somebody else has given a command of it. */
  private static final class Accepted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Accepted(String name) {
      super(name);
    }
  }

  /** Lets another one try each command from a number on; what is refused changes nothing. */
  private static final class Substitute implements WholeLife.Giver {
    private final Actor stranger;
    private final SortedMap<String, Boolean> accepted;
    private final int from;
    private int given;

    Substitute(Actor stranger, SortedMap<String, Boolean> accepted, int from) {
      this.stranger = stranger;
      this.accepted = accepted;
      this.from = from;
    }

    @Override
    public <T> void before(String name, Function<Actor, Outcome<T>> command) {
      if (given++ < from) {
        return;
      }
      boolean through = command.apply(stranger).accepted().isPresent();
      accepted.merge(name, through, Boolean::logicalOr);
      if (through) {
        throw new Accepted(name);
      }
    }

    @Override
    public <T> T give(String name, Code matter, Actor by, Supplier<Outcome<T>> command) {
      return command.get().orElseThrow();
    }
  }

  private static SortedMap<String, Boolean> accepted(Actor stranger) {
    SortedMap<String, Boolean> accepted = new TreeMap<>();
    int from = 0;
    while (true) {
      Substitute substitute = new Substitute(stranger, accepted, from);
      try {
        new WholeLife(InMemoryStores.create(), substitute).live();
        return accepted;
      } catch (Accepted one) {
        from = substitute.given;
      }
    }
  }

  private static List<String> letThrough(Actor stranger) {
    return accepted(stranger).entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHILD", "SELF", "ALUMNUS", "EMPLOYEE"})
  void whoever_speaks_for_oneself_registers_and_reports_and_gives_no_other_command(String as) {
    assertThat(letThrough(new Actor("nobody", Code.of(as), "home")))
        .containsExactlyElementsOf(ANYBODY);
  }

  /** Who is no child here has no guardian by word, and a child only the named one. */
  @ParameterizedTest
  @ValueSource(strings = {"GUARDIAN", "FAMILY"})
  void whoever_says_to_be_a_guardian_touches_no_child_whose_guardian_is_named(String as) {
    assertThat(letThrough(new Actor("nobody", Code.of(as), "home")))
        .containsExactlyElementsOf(ANYBODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COORDINATOR", "CENTRE_HEAD"})
  void the_staff_of_another_centre_touches_no_mentorship(String as) {
    assertThat(letThrough(new Actor("z", Code.of(as), "elsewhere")))
        .containsExactlyElementsOf(OFFICES);
  }

  @Test
  void an_organisation_without_an_agreement_touches_no_mentorship() {
    assertThat(letThrough(new Actor("z", Code.of("NGO"), "elsewhere")))
        .containsExactlyElementsOf(OFFICES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COORDINATOR", "CENTRE_HEAD"})
  void a_guardian_in_an_office_touches_no_mentorship_of_its_children(String as) {
    assertThat(letThrough(inOffice(WholeLife.PARENT.value(), as)))
        .containsExactlyElementsOf(
            with(
                OFFICES,
                "Mentoring.correct",
                "Mentoring.merge",
                "Mentoring.retract",
                "Mentoring.withdrawConsent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COORDINATOR", "CENTRE_HEAD"})
  void a_mentor_in_an_office_touches_others_mentorships_and_not_its_own(String as) {
    assertThat(letThrough(inOffice("m-one", as)))
        .contains("MentorshipCommands.endEarly", "MentorshipCommands.leave")
        .doesNotContain(
            "ActivityCommands.record",
            "ActivityCommands.retract",
            "MentorshipCommands.beginClosing",
            "MentorshipCommands.beginFollowUp",
            "MentorshipCommands.complete",
            "MentorshipCommands.endFollowUp",
            "MentorshipCommands.escalate",
            "MentorshipCommands.moveTo",
            "MentorshipCommands.pause",
            "MentorshipCommands.resume");
  }

  /** Who tries it, in the order of the columns of {@link #TABLE}. */
  private static final List<Actor> RELATIONS =
      List.of(
          MENTOR,
          MENTEE,
          new Actor("nobody", SmallMentorships.GUARDIAN, "home"),
          new Actor(WholeLife.PARENT.value(), SmallMentorships.GUARDIAN, "home"),
          inOffice(WholeLife.PARENT.value(), "CENTRE_HEAD"),
          new Actor("m-one", Code.of("MENTOR"), "home"),
          inOffice("m-one", "CENTRE_HEAD"),
          new Actor("c-one", Code.of("MENTEE"), "home"),
          inOffice("h-7", "CENTRE_HEAD"),
          Actor.coordinator("z", "elsewhere"),
          new Actor("o-7", Code.of("REGIONAL_OPERATOR"), "operator-1"),
          SPECIALIST);

  /**
   * Which command is let through at least once in a whole life: for a mentor, a mentee and a
   * guardian of nobody here; the guardian on record, and the same in an office; the mentor of a
   * pair, and the same in an office; its mentee; the staff of the centre; the staff of another one;
   * the regional operator; an office that runs nothing. It stands apart from the code: whoever
   * changes a right, or adds a command, changes it here as well.
   */
  private static final String TABLE =
      """
      . . . x . x . x x . . .  ActivityCommands.record
      . . . . . . . . x . . .  ActivityCommands.retract
      . . . . . . x . x . x .  ErasureCommands.erase
      . . . . . . x . x . x .  ErasureCommands.eraseWithUnreadable
      . . . . . . . . . . x .  IncidentCommands.close
      . . . . . . x . x . x .  IncidentCommands.entrust
      . . . . . . x . x . x .  IncidentCommands.escalate
      x x x x x x x x x x x x  IncidentCommands.report
      . . . . . . x . x . . .  IncidentCommands.takeStep
      . . . . x . x . x x x x  Mentoring.callOffEvent
      . . . . x . x . x x x x  Mentoring.closeEvent
      . . . . x . x . x . x .  Mentoring.correct
      . . . . x . x . x x x x  Mentoring.lock
      . . . . x . x . x . x .  Mentoring.merge
      . . . . x . x . x x x x  Mentoring.planEvents
      . . . . x . x . x x x x  Mentoring.propose
      . . . x x x x x x x x x  Mentoring.record
      . . . x x . x . x x x x  Mentoring.recordRanking
      x x x x x x x x x x x x  Mentoring.register
      . . . . x . x . x x x x  Mentoring.reject
      . . . . x . x . x x x x  Mentoring.release
      . . . . x . x . x x x x  Mentoring.rematch
      . . . . x . x . x x x x  Mentoring.replace
      . . . . x . x . x . x .  Mentoring.retract
      . . . . x . x . x . x .  Mentoring.withdrawConsent
      . . . x . x . x . . . .  MentorshipCommands.agree
      . . . . . . . . . . . .  MentorshipCommands.assign
      . . . . x . x . x x x x  MentorshipCommands.assignPairs
      . . . . . . . . . . . .  MentorshipCommands.beginClosing
      . . . . . . . . x . . .  MentorshipCommands.beginFollowUp
      . . . . . . . . . . . .  MentorshipCommands.complete
      . . . . . . x . x . . .  MentorshipCommands.endEarly
      . . . . . . . . x . . .  MentorshipCommands.endFollowUp
      . . . . . . . . x . . .  MentorshipCommands.escalate
      . . . . . . x . x . . .  MentorshipCommands.leave
      . . . . . . . . x . x .  MentorshipCommands.moveTo
      . . . x . x . x x . . .  MentorshipCommands.pause
      . . . . . x . . . . . .  MentorshipCommands.recordStep
      . . . . . . x . x . . .  MentorshipCommands.rematch
      . . . . . . . . x . . .  MentorshipCommands.resume
      . . . . . . . . . . . .  MentorshipCommands.start
      . . . x . . x . x . . .  MentorshipCommands.withdraw
      . . . . . . . . . . x .  WaiverCommands.revoke
      . . . . . . . . . . x .  WaiverCommands.waive
      """;

  @Test
  void every_command_is_given_by_whom_the_table_says_and_by_nobody_else() {
    List<SortedMap<String, Boolean>> found =
        RELATIONS.stream().map(EveryCommandRightsTest::accepted).toList();
    StringBuilder table = new StringBuilder();
    for (String command : CommandsOnRecordTest.commands()) {
      if (command.equals("Mentoring.recordStep")) {
        // It is recorded as a fact.
        continue;
      }
      StringBuilder row = new StringBuilder();
      found.forEach(each -> row.append(each.getOrDefault(command, false) ? " x" : " ."));
      table.append(String.join("", row.substring(1), "  ", command, "\n"));
    }
    assertThat(table.toString()).isEqualTo(TABLE);
  }

  private static Actor inOffice(String id, String capacity) {
    return new Actor(id, Code.of(capacity), WholeLife.CENTRE.value());
  }

  private static SortedSet<String> with(List<String> commands, String... further) {
    SortedSet<String> all = new TreeSet<>(commands);
    all.addAll(List.of(further));
    return all;
  }
}
