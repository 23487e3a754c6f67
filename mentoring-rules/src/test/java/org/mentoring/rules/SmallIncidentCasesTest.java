package org.mentoring.rules;

import static org.mentoring.rules.Cases.DAY;
import static org.mentoring.rules.IncidentCases.DEADLINE;
import static org.mentoring.rules.IncidentCases.FIRST_STEP_BY;
import static org.mentoring.rules.IncidentCases.entrustedOn;
import static org.mentoring.rules.IncidentCases.pause;
import static org.mentoring.rules.IncidentCases.reported;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Pause;
import org.mentoring.programme.IncidentProcedure;

/**
 * Every small history of an incident asks for what stands in {@code small-incident-cases.txt}, no
 * more and no less; see {@link SmallCasesTest}.
 */
class SmallIncidentCasesTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void each_small_incident_asks_for_what_is_written_down() throws IOException {
    try (DroolsRules rules = DroolsRules.create()) {
      lines.add("# deadlines");
      histories().forEach((name, history) -> onEachDay(rules, name, history));
      lines.add("# demands");
      demands(rules);
    }
    SmallCasesTest.compare(lines, "small-incident-cases.txt");
  }

  /** On the last day of the step and of the whole, and on the days after them. */
  private void onEachDay(DroolsRules rules, String name, IncidentCases history) {
    for (LocalDate day :
        List.of(FIRST_STEP_BY, FIRST_STEP_BY.plusDays(1), DEADLINE, DEADLINE.plusDays(1))) {
      line(rules, name + " on " + day, history, day);
    }
  }

  private void line(DroolsRules rules, String name, IncidentCases history, LocalDate day) {
    lines.add(name + ": " + SmallCasesTest.told(rules.incidents().findings(history.on(day))));
  }

  /** Whether somebody is responsible, the step was taken, and who was told when. */
  private static Map<String, IncidentCases> histories() {
    Map<String, IncidentCases> begun = new LinkedHashMap<>();
    begun.put("entrusted", entrustedOn(DAY));
    begun.put("nobody", reported());
    begun.put("step", entrustedOn(DAY).took("talk-to-child", FIRST_STEP_BY));
    begun.put("nobody to tell", entrustedOn(DAY).nobodyToTell());
    List<LocalDate> days =
        List.of(FIRST_STEP_BY, FIRST_STEP_BY.plusDays(1), DEADLINE, DEADLINE.plusDays(1));
    Map<String, IncidentCases> all = new LinkedHashMap<>();
    begun.forEach(
        (name, so) -> {
          all.put(name, so);
          if (so.ladder().isEmpty()) {
            return;
          }
          for (LocalDate first : days) {
            all.put(name + ", told " + first, so.told(first));
            for (LocalDate second : days.subList(days.indexOf(first), days.size())) {
              all.put(name + ", told " + first + " and " + second, so.told(first).told(second));
            }
          }
        });
    return all;
  }

  /** What is demanded of a mentorship in each state, which rested before, since or never. */
  private void demands(DroolsRules rules) {
    LocalDate day = DAY.plusDays(1);
    Map<String, List<Pause>> rests = new LinkedHashMap<>();
    rests.put("never rested", List.of());
    rests.put("rested before", List.of(pause(DAY.minusDays(9), DAY)));
    rests.put("rested over the report", List.of(pause(DAY.minusDays(9), DAY.plusDays(1))));
    rests.put("rests since", List.of(pause(DAY, null)));
    rests.put("will rest", List.of(pause(day.plusDays(1), null)));
    List<IncidentProcedure.Effect> effects =
        new ArrayList<>(List.of(IncidentProcedure.Effect.values()));
    effects.add(null);
    for (IncidentProcedure.Effect effect : effects) {
      IncidentCases demanding = entrustedOn(DAY).demanding(effect);
      line(rules, effect + " of nobody", demanding, day);
      for (MentorshipState state : MentorshipState.values()) {
        rests.forEach(
            (name, pauses) ->
                line(
                    rules,
                    effect + " of " + state + ", " + name,
                    demanding.about(state, pauses.toArray(new Pause[0])),
                    day));
      }
    }
  }
}
