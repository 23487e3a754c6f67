package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
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
          "Mentoring.withdrawConsent",
          "MentorshipCommands.assignPairs");

  /** Ends a life once the command that is looked at was tried. */
  private static final class Tried extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient String name;
    private final boolean accepted;

    Tried(String name, boolean accepted) {
      super(name);
      this.name = name;
      this.accepted = accepted;
    }
  }

  private static List<Tried> tried(Actor stranger) {
    List<Tried> all = new ArrayList<>();
    while (true) {
      int at = all.size();
      try {
        new WholeLife(InMemoryStores.create(), new Substitute(stranger, at)).live();
        return all;
      } catch (Tried one) {
        all.add(one);
      }
    }
  }

  /** Lets another one give the command of a number, and nobody any after it. */
  private static final class Substitute implements WholeLife.Giver {
    private final Actor stranger;
    private final int at;
    private int given;

    Substitute(Actor stranger, int at) {
      this.stranger = stranger;
      this.at = at;
    }

    @Override
    public Actor actor(String name, Actor by) {
      return given == at ? stranger : by;
    }

    @Override
    public <T> T give(String name, Code matter, Actor by, Supplier<Outcome<T>> command) {
      if (given++ == at) {
        throw new Tried(name, command.get().accepted().isPresent());
      }
      return command.get().orElseThrow();
    }
  }

  private static SortedMap<String, Boolean> accepted(Actor stranger) {
    SortedMap<String, Boolean> accepted = new TreeMap<>();
    tried(stranger).forEach(each -> accepted.merge(each.name, each.accepted, Boolean::logicalOr));
    return accepted;
  }

  private static List<String> letThrough(Actor stranger) {
    return accepted(stranger).entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void a_mentor_of_nobody_registers_and_reports_and_gives_no_other_command() {
    assertThat(letThrough(MENTOR)).containsExactlyElementsOf(ANYBODY);
  }

  @Test
  void a_child_of_no_mentorship_registers_and_reports_and_gives_no_other_command() {
    assertThat(letThrough(MENTEE)).containsExactlyElementsOf(ANYBODY);
  }

  @Test
  void an_office_that_runs_no_mentorship_touches_none() {
    assertThat(letThrough(SPECIALIST)).containsExactlyElementsOf(OFFICES);
  }
}
