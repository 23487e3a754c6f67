package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/**
 * Every command of the facade, given by somebody who is nobody here: one table tells what is let
 * through, so that a command that asks nobody who he is shows at once.
 */
class EveryCommandRightsTest {
  private static final Actor MENTOR = new Actor("nobody", Code.of("MENTOR"), "home");
  private static final Actor MENTEE = new Actor("nobody", Code.of("MENTEE"), "home");
  private static final Actor OPERATOR =
      new Actor("o-7", Code.of("REGIONAL_OPERATOR"), "operator-1");
  private static final Actor SPECIALIST =
      new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4");

  /** Who is in danger is heard by whomever tells it, and whoever comes is registered. */
  private static final List<String> ANYBODY =
      List.of("IncidentCommands.report", "Mentoring.register");

  /**
   * Which office tells facts no definition says: hosts do. A proposal binds nobody, and pairs of
   * one are assigned each for itself, which asks who may.
   */
  private static final List<String> OFFICES =
      List.of(
          "IncidentCommands.report",
          "Mentoring.propose",
          "Mentoring.record",
          "Mentoring.register",
          "Mentoring.rematch",
          "MentorshipCommands.assignPairs");

  /** What is decided of pairs and events of the own centre's children. */
  private static final List<String> OF_OWN_CENTRE =
      List.of(
          "Mentoring.callOffEvent",
          "Mentoring.closeEvent",
          "Mentoring.planEvents",
          "Mentoring.recordRanking");

  /** Takes back what somebody else was let through to do. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1;

    TakenBack(String name) {
      super(name);
    }
  }

  /** Lets another one try each command, and takes back what comes of it. */
  private record Substitute(Stores stores, Actor stranger, SortedMap<String, Boolean> accepted)
      implements WholeLife.Giver {
    @Override
    public <T> void before(String name, Function<Actor, Outcome<T>> command) {
      boolean through = false;
      try {
        stores
            .work()
            .run(
                () -> {
                  if (command.apply(stranger).accepted().isPresent()) {
                    throw new TakenBack(name);
                  }
                  return false;
                });
      } catch (TakenBack let) {
        through = true;
      }
      accepted.merge(name, through, Boolean::logicalOr);
    }

    @Override
    public <T> T give(String name, Code matter, Actor by, Supplier<Outcome<T>> command) {
      return command.get().orElseThrow();
    }
  }

  private static SortedMap<String, Boolean> accepted(Actor stranger) {
    SortedMap<String, Boolean> accepted = new TreeMap<>();
    Stores stores = InMemoryStores.create();
    WholeLife life = new WholeLife(stores, new Substitute(stores, stranger, accepted));
    registerCommissions(life.small);
    life.live();
    return accepted;
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
                OF_OWN_CENTRE,
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

  /** Who tries it, by what one is to the children of a whole life, in the order of the columns. */
  private static final Map<String, Actor> RELATIONS = relations();

  private static Map<String, Actor> relations() {
    Map<String, Actor> all = new LinkedHashMap<>();
    all.put("mentor of nobody here", MENTOR);
    all.put("mentee of nobody here", MENTEE);
    all.put("who says to be a guardian", new Actor("nobody", SmallMentorships.GUARDIAN, "home"));
    all.put(
        "guardian on record",
        new Actor(WholeLife.PARENT.value(), SmallMentorships.GUARDIAN, "home"));
    all.put("the same in an office", inOffice(WholeLife.PARENT.value(), "CENTRE_HEAD"));
    all.put("mentor of a pair", new Actor("m-one", Code.of("MENTOR"), "home"));
    all.put("this one in an office", inOffice("m-one", "CENTRE_HEAD"));
    all.put("its mentee", new Actor("c-one", Code.of("MENTEE"), "home"));
    all.put("head of the centre", inOffice("h-7", "CENTRE_HEAD"));
    all.put("its coordinator", inOffice("c-7", "COORDINATOR"));
    all.put("coordinator elsewhere", Actor.coordinator("z", "elsewhere"));
    all.put("operator", OPERATOR);
    all.put("commission of the town", commission("town"));
    all.put("of the region", commission("region"));
    all.put("of another town", commission("other-town"));
    all.put("that nobody registered", commission("nowhere"));
    all.put("an office that runs nothing", SPECIALIST);
    return all;
  }

  private static Actor commission(String of) {
    return new Actor("k-" + of, Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission-of-" + of);
  }

  /** The commissions are on record before a life begins. */
  private static void registerCommissions(SmallMentorships small) {
    Map<String, Fact> told =
        Map.of(
            "town", new Fact.Trait(Attribute.MUNICIPALITY, WholeLife.TOWN),
            "other-town", new Fact.Trait(Attribute.MUNICIPALITY, "another town"),
            "region", new Fact.Trait(Attribute.ORGANISATION, "commission of the region"));
    told.forEach(
        (of, fact) -> {
          ParticipantId id = ParticipantId.of(commission(of).organisation());
          small
              .mentoring
              .register(OPERATOR, id, ParticipantKind.ORGANISATION, List.of())
              .orElseThrow();
          small.mentoring.record(OPERATOR, id, fact, Validity.from(small.today())).orElseThrow();
        });
  }

  /**
   * Which command is let through at least once in a whole life, and by whom: each cell is tried.
   * Whoever changes a right, or adds a command, renews the README with -Drights.write=true, which
   * fails once, and looks at what changed.
   */
  @Test
  void every_command_is_given_by_whom_the_readme_says_and_by_nobody_else() throws IOException {
    List<SortedMap<String, Boolean>> found =
        RELATIONS.values().stream().map(EveryCommandRightsTest::accepted).toList();
    StringBuilder table = new StringBuilder("| | ");
    table.append(String.join(" | ", RELATIONS.keySet())).append(" |\n");
    table.append("|---").append("|:-:".repeat(RELATIONS.size())).append("|\n");
    for (String command : CommandsOnRecordTest.commands()) {
      if (command.equals("Mentoring.recordStep")) {
        // It is recorded as a fact.
        continue;
      }
      table.append("| `").append(command).append('`');
      // A row without a cross would prove nothing of its blanks.
      assertThat(found).as(command).anyMatch(each -> each.getOrDefault(command, false));
      found.forEach(each -> table.append(each.getOrDefault(command, false) ? " | x" : " | "));
      table.append(" |\n");
    }
    ReadmeBlock block = new ReadmeBlock(Path.of("README.md"), "every-command");
    assertThat(block.renewed(table.toString())).isEqualTo(table.toString());
  }

  private static Actor inOffice(String id, String capacity) {
    return new Actor(id, Code.of(capacity), WholeLife.CENTRE.value());
  }

  private static SortedSet<String> with(
      List<String> commands, List<String> others, String... further) {
    SortedSet<String> all = new TreeSet<>(commands);
    all.addAll(others);
    all.addAll(List.of(further));
    return all;
  }
}
