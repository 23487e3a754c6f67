package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.programme.Cadence;
import org.mentoring.rules.internal.LoadedRules;
import org.mentoring.rules.internal.LoadedRules.LoadedRule;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class ObligationRulesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final LocalDate FIRST = LocalDate.of(2020, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2020, 10, 14);
  private static final LocalDate GRACE = LocalDate.of(2020, 10, 17);
  private static final List<LoadedRule> LOADED =
      LoadedRules.all().stream()
          .filter(rule -> rule.folder().equals("org.mentoring.rules.obligation"))
          .toList();

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void there_is_one_rule_for_each_state() {
    Set<String> states = new TreeSet<>();
    for (ObligationState state : ObligationState.values()) {
      states.add(code(state));
    }

    assertThat(LOADED.stream().map(LoadedRule::name)).containsExactlyInAnyOrderElementsOf(states);
    assertThat(LOADED).allMatch(rule -> rule.code().equals(rule.name()));
    assertThat(LOADED).extracting(LoadedRule::kind).containsOnly("obligation@1");
    assertThat(LOADED).allMatch(rule -> Citation.of(rule.source()).source().equals(rule.source()));
  }

  @ParameterizedTest
  @EnumSource(ObligationState.class)
  void a_rule_fires_on_its_state_and_on_no_other(ObligationState state) {
    for (ObligationState other : ObligationState.values()) {
      assertThat(judged(window(other), day(other)))
          .as(other.name())
          .isEqualTo(other)
          .matches(found -> (found == state) == (other == state));
    }
  }

  @ParameterizedTest
  @EnumSource(ObligationState.class)
  void a_state_is_told_in_both_languages(ObligationState state) {
    for (Language language : Language.values()) {
      assertThat(Messages.of(language).keys()).contains("finding." + code(state));
    }
    Obligation obligation = new Obligation(window(state), state);

    assertThat(obligation.finding(day(state)).code()).isEqualTo(code(state));
    assertThat(obligation.finding(day(state)).citation()).isEqualTo(Citation.of("S2-08"));
  }

  @Test
  void the_last_day_of_the_grace_is_in_time_and_the_next_is_not() {
    assertThat(judged(window(1, 0, 0, false), GRACE)).isEqualTo(ObligationState.DUE);
    assertThat(judged(window(1, 0, 0, false), GRACE.plusDays(1)))
        .isEqualTo(ObligationState.OVERDUE);
    assertThat(judged(window(1, 0, 0, false), FIRST)).isEqualTo(ObligationState.DUE);
    assertThat(judged(window(1, 0, 0, false), FIRST.minusDays(1)))
        .isEqualTo(ObligationState.UPCOMING);
  }

  @Test
  void three_of_four_are_not_enough() {
    assertThat(judged(window(4, 3, 0, false), GRACE.plusDays(1)))
        .isEqualTo(ObligationState.OVERDUE);
    assertThat(judged(window(4, 3, 1, false), GRACE.plusDays(1)))
        .isEqualTo(ObligationState.MET_LATE);
    assertThat(judged(window(4, 4, 0, false), GRACE.plusDays(1))).isEqualTo(ObligationState.MET);
  }

  @Test
  void what_was_done_in_time_needs_no_waiver_and_what_was_late_does() {
    assertThat(judged(window(1, 1, 0, true), GRACE)).isEqualTo(ObligationState.MET);
    assertThat(judged(window(1, 0, 1, true), GRACE)).isEqualTo(ObligationState.WAIVED);
  }

  private static LocalDate day(ObligationState state) {
    return switch (state) {
      case UPCOMING -> FIRST.minusDays(1);
      case DUE, MET -> LAST;
      case MET_LATE, OVERDUE, WAIVED -> GRACE.plusDays(3);
    };
  }

  private static ObligationWindow window(ObligationState state) {
    return switch (state) {
      case UPCOMING, DUE, OVERDUE -> window(1, 0, 0, false);
      case MET -> window(1, 1, 0, false);
      case MET_LATE -> window(1, 0, 1, false);
      case WAIVED -> window(1, 0, 0, true);
    };
  }

  private static ObligationWindow window(int times, int inTime, int late, boolean waived) {
    return window(times, inTime, late, waived, FIRST, GRACE);
  }

  static ObligationWindow window(
      int times, int inTime, int late, boolean waived, LocalDate opens, LocalDate deadline) {
    Cadence cadence =
        new Cadence(
            Code.of("MENTOR_REPORT"),
            Code.of("MENTOR"),
            Period.ofWeeks(2),
            times,
            false,
            Period.ofDays(3),
            null,
            Citation.of("S2-08"));
    return new ObligationWindow(
        cadence,
        MentorshipId.of("m-1"),
        null,
        null,
        1,
        opens,
        deadline,
        deadline,
        inTime,
        late,
        inTime + late >= times ? deadline : null,
        waived);
  }

  private static ObligationState judged(ObligationWindow window, LocalDate asOf) {
    return RULES.obligations().judge(List.of(window), asOf).get(0).state();
  }

  private static String code(ObligationState state) {
    return "obligation." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
