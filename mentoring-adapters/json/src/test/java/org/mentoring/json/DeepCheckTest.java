package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.programme.DeepCheck;
import org.mentoring.programme.Flaw;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/** A flaw is told with its witness, and not where nothing is wrong. */
class DeepCheckTest {
  private static final String SOUND =
      """
      id: sound
      version: 1.0.0
      title: {en: sound, ru: исправна}
      zone: Europe/Moscow
      phases:
        - {id: first, title: {en: first, ru: первый}, when: {from: 2024-01-01, until: 2025-01-01}, allows: [MATCHING], cite: S0-02}
        - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, LETTER], cite: S0-02}
      practices:
        - id: peer
          title: {en: peer, ru: равный}
          format: PEER
          arrangements: [INDIVIDUAL]
          cite: choice
          parties:
            - position: MENTEE
              kinds: [PERSON]
              cite: choice
              requirements:
                - {id: mentee-age, kind: age, at-least: 7, below: 18, cite: S0-04}
                - {id: mentee-school, kind: affiliation, any-of: [STUDENT], cite: S0-04}
                - {id: mentee-place, kind: trait, attribute: municipality, any-of: [Tobolsk, Ishim], cite: choice}
                - {id: mentee-consent, kind: consent, by: GUARDIAN, with: MENTORING_CENTRE, purpose: PARTICIPATION, below-age: 18, cite: D1}
              path:
                - {id: school, needs: [mentee-school], owner: COORDINATOR, title: {en: school, ru: школа}, cite: choice}
            - position: MENTOR
              kinds: [PERSON]
              cite: choice
              requirements:
                - {id: mentor-standard, kind: standard, standard: mentors, cite: S1-05}
          matching:
            policy: OPTIMAL
            cite: choice
            capacity: {usual: 1, most: 1, cite: choice}
            hard:
              - {id: older, term: {kind: age-gap, at-least: 2, at-most: 9}, cite: choice}
              - {id: same-place, term: {kind: same, attribute: municipality}, cite: choice}
            soft:
              - {id: far-older, term: {kind: age-gap, at-least: 5}, weight: 10, cite: choice}
              - {id: same-school, term: {kind: same, attribute: organisation}, weight: 10, cite: choice}
          mentorship:
            cite: choice
            path:
              - {id: assignment, stage: ASSIGNMENT, owner: COORDINATOR, title: {en: a, ru: а}, cite: choice}
              - {id: start, stage: START, after: [assignment], owner: COORDINATOR, title: {en: s, ru: с}, cite: choice}
              - {id: sum, stage: SUMMING_UP, after: [start], owner: COORDINATOR, title: {en: u, ru: и}, cite: choice}
              - {id: completion, stage: COMPLETION, after: [sum], owner: COORDINATOR, title: {en: c, ru: з}, cite: choice}
            agreed-by: [MENTOR]
          cadences:
            - {due: LETTER, by: MENTOR, every: P1Y, cite: choice}
          completion:
            cite: choice
            requires: [LETTER]
            joint-by: [MENTOR]
            at-least: P1Y
      standards:
        - {id: mentors, drafted-by: SCHOOL, approved-by: COORDINATOR, approved-on: 2023-05-01, items: [{en: kind, ru: добрый}], cite: S1-05}
      activities:
        - {kind: LETTER, shape: ENTRY, about: MENTORSHIP, by: [MENTOR], title: {en: letter, ru: письмо}, cite: choice}
        - {kind: FAIR, shape: EVENT, about: PARTICIPANT, by: [MENTORING_CENTRE], title: {en: fair, ru: ярмарка}, cite: choice}
        - {kind: MEETING, shape: MEETING, about: MENTORSHIP, by: [MENTOR], title: {en: meeting, ru: встреча}, cite: choice}
        - {kind: SUMMING_UP, shape: PART, about: MENTORSHIP, by: [MENTOR], title: {en: sum, ru: итог}, cite: choice}
      privacy: {smallest-group: 5, cite: choice}
      """;

  /**
   * One change of the sound definition.
   *
   * @param place where the flaw is told
   */
  record Change(String code, String from, String to, String place) {
    @Override
    public String toString() {
      return code + " at " + place;
    }
  }

  static List<Change> changes() {
    String practice = "practice:peer";
    String mentee = practice + "/requirement:";
    return List.of(
        new Change(
            "flaw.ages-apart",
            "- {id: mentee-school,",
            "- {id: mentee-adult, kind: age, at-least: 18, cite: choice}\n          - {id: mentee-school,",
            mentee + "mentee-adult"),
        new Change(
            "flaw.affiliations-barred",
            "- {id: mentee-school,",
            "- {id: mentee-not, kind: affiliation, none-of: [STUDENT], cite: choice}\n          - {id: mentee-school,",
            mentee + "mentee-school"),
        new Change(
            "flaw.step-unreachable",
            "cite: D1}\n        path:\n          - {id: school, needs: [mentee-school]",
            "cite: D1}\n          - {id: mentee-not, kind: affiliation, none-of: [STUDENT], cite: choice}\n        path:\n          - {id: school, needs: [mentee-school, mentee-not]",
            practice + "/party:MENTEE/step:school"),
        new Change(
            "flaw.step-unreachable",
            "cite: D1}\n        path:\n          - {id: school, needs: [mentee-school]",
            "cite: D1}\n          - {id: mentee-adult, kind: age, at-least: 18, cite: choice}\n        path:\n          - {id: school, needs: [mentee-age, mentee-adult]",
            practice + "/party:MENTEE/step:school"),
        new Change(
            "flaw.standard-draft", " approved-on: 2023-05-01,", "", mentee + "mentor-standard"),
        new Change("flaw.never-asked", "below-age: 18", "from-age: 18", mentee + "mentee-consent"),
        new Change(
            "flaw.weight-always",
            "at-least: 5}, weight",
            "at-least: 2}, weight",
            practice + "/criterion:far-older"),
        new Change(
            "flaw.weight-never",
            "at-least: 5}, weight",
            "at-least: 10}, weight",
            practice + "/criterion:far-older"),
        new Change(
            "flaw.weight-always",
            "attribute: organisation}, weight",
            "attribute: municipality}, weight",
            practice + "/criterion:same-school"),
        new Change("undecided.stage-missing", "stage: SUMMING_UP, ", "", practice + "/completion"),
        new Change("undecided.stage-missing", "stage: COMPLETION, ", "", practice + "/completion"),
        new Change(
            "flaw.phase-gap", "when: {from: 2025-01-01", "when: {from: 2025-01-02", "phase:second"),
        new Change("flaw.no-matching", "allows: [MATCHING]", "allows: [LETTER]", practice),
        new Change(
            "flaw.never-begins",
            "allows: [MATCHING], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, LETTER]",
            "allows: [MEETING, LETTER], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MATCHING]",
            practice),
        new Change(
            "flaw.cadence-beyond",
            "every: P1Y, cite",
            "every: P1Y1D, cite",
            practice + "/cadence:LETTER#1"),
        new Change(
            "undecided.cadence-beyond",
            "every: P1Y, cite",
            "every: P2Y, calendar: true, cite",
            practice + "/cadence:LETTER#1"),
        new Change(
            "flaw.duration-short",
            "every: P1Y, cite",
            "every: P1Y, duration: P11M, cite",
            practice + "/cadence:LETTER#1"),
        new Change(
            "flaw.duration-short",
            "every: P1Y, cite",
            "every: P1M, calendar: true, beginning: FIRST_FULL, duration: P27D, cite",
            practice + "/cadence:LETTER#1"),
        new Change(
            "flaw.duration-short",
            "at-least: P1Y\n",
            "at-least: P1Y\n      follow-up:\n        - {due: LETTER, by: MENTOR, every: P6M, duration: P3M, cite: choice}\n",
            practice + "/follow-up:LETTER#1"),
        new Change(
            "undecided.duration-short",
            "every: P1Y, cite",
            "every: P1M, duration: P4W, cite",
            practice + "/cadence:LETTER#1"),
        new Change(
            "undecided.duration-short",
            "every: P1Y, cite",
            "every: P6M, calendar: true, duration: P1M, cite",
            practice + "/cadence:LETTER#1"),
        new Change(
            "flaw.silence-beyond",
            "agreed-by: [MENTOR]",
            "agreed-by: [MENTOR]\n      silences:\n        - {party: MENTOR, longer-than: P364D, cite: choice}",
            practice + "/silence:MENTOR"),
        new Change(
            "undecided.centre-beyond",
            "standards:",
            "centre:\n  cite: choice\n  cadences:\n    - {due: FAIR, by: MENTORING_CENTRE, every: P3Y, cite: choice}\nstandards:",
            "centre/cadence:FAIR#1"),
        new Change(
            "flaw.length-beyond", "at-least: P1Y\n", "at-least: P13M\n", practice + "/completion"),
        new Change(
            "flaw.completion-over",
            "allows: [MATCHING], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, LETTER]",
            "allows: [LETTER], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, MATCHING]",
            practice + "/completion"),
        new Change(
            "undecided.completion-over",
            "allows: [MATCHING], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, LETTER]",
            "allows: [LETTER], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, MATCHING]@waivers: {authorities: [COORDINATOR], cite: choice}",
            practice + "/completion"),
        new Change(
            "undecided.completion-over",
            "allows: [MATCHING], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, LETTER]",
            "allows: [SUMMING_UP], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, LETTER, MATCHING]@waivers: {authorities: [COORDINATOR], never: [LETTER], cite: choice}",
            practice + "/completion"),
        new Change(
            "flaw.completion-over",
            "allows: [MATCHING], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, LETTER]",
            "allows: [SUMMING_UP], cite: S0-02}\n  - {id: second, title: {en: second, ru: второй}, when: {from: 2025-01-01, until: 2026-01-01}, allows: [MEETING, LETTER, MATCHING]@waivers: {authorities: [COORDINATOR], never: [SUMMING_UP], cite: choice}",
            practice + "/completion"),
        new Change(
            "undecided.criteria-apart",
            "      soft:",
            "        - {id: peers, term: {kind: age-gap, at-least: 0, at-most: 1}, cite: choice}\n      soft:",
            practice + "/criterion:older"),
        new Change(
            "undecided.criteria-apart",
            "      soft:",
            "        - {id: elsewhere, term: {kind: different, attribute: municipality}, cite: choice}\n      soft:",
            practice + "/criterion:elsewhere"),
        new Change(
            "undecided.gap-beyond-ages",
            "- {id: mentor-standard,",
            "- {id: mentor-young, kind: age, below: 9, cite: choice}\n          - {id: mentor-standard,",
            practice + "/criterion:older"),
        new Change(
            "undecided.gap-beyond-ages",
            "- {id: mentor-standard,",
            "- {id: mentor-old, kind: age, at-least: 28, cite: choice}\n          - {id: mentor-standard,",
            practice + "/criterion:older"),
        new Change(
            "undecided.age-of-no-person",
            "kinds: [PERSON]\n        cite: choice\n        requirements:\n          - {id: mentor-standard,",
            "kinds: [ORGANISATION]\n        cite: choice\n        requirements:\n          - {id: mentor-old, kind: age, at-least: 18, cite: choice}\n          - {id: mentor-standard,",
            mentee + "mentor-old"),
        new Change(
            "undecided.weight-emphasised",
            "at-least: 5}, weight: 10, cite: choice}\n        - {id: same-school, term: {kind: same, attribute: organisation}, weight: 10, cite: choice}\n",
            "at-least: 2}, weight: 10, cite: choice}\n        - {id: same-school, term: {kind: same, attribute: organisation}, weight: 10, cite: choice}\n      emphases:\n        - {circumstance: AT_RISK, criterion: far-older, times: 5, cite: choice}\n",
            practice + "/criterion:far-older"),
        new Change(
            "undecided.trait-values",
            "- {id: mentee-school,",
            "- {id: mentee-far, kind: trait, attribute: municipality, any-of: [Omsk], cite: choice}\n          - {id: mentee-school,",
            mentee + "mentee-far"),
        new Change(
            "undecided.weight",
            "term: {kind: same, attribute: organisation}, weight",
            "term: {kind: not, term: {kind: same, attribute: organisation}}, weight",
            practice + "/criterion:same-school"),
        new Change(
            "undecided.never-asked",
            "below-age: 18, cite: D1}",
            "from-age: 18, cite: D1}@waivers: {authorities: [COORDINATOR], never: [consent], cite: choice}",
            mentee + "mentee-consent"),
        new Change(
            "undecided.step-unreachable",
            "cite: D1}\n        path:\n          - {id: school, needs: [mentee-school]",
            "cite: D1}\n          - {id: mentee-not, kind: affiliation, none-of: [STUDENT], cite: choice}\n        path:\n          - {id: school, needs: [mentee-school, mentee-not]@waivers: {authorities: [COORDINATOR], never: [consent], cite: choice}",
            practice + "/party:MENTEE/step:school"),
        new Change(
            "undecided.extension",
            "- {id: mentee-school,",
            "- {id: mentee-swims, kind: extension, name: org.example.swims, version: 1, title: {en: swims, ru: плавает}, cite: choice}\n          - {id: mentee-school,",
            mentee + "mentee-swims"));
  }

  /** What stands behind an {@code @} is a further key of the whole. */
  private static ProgrammeDefinition changed(Change change) {
    int further = change.to().indexOf('@');
    String to = further < 0 ? change.to() : change.to().substring(0, further);
    assertThat(SOUND).contains(change.from());
    return read(
        SOUND.replace(change.from(), to)
            + (further < 0 ? "" : change.to().substring(further + 1) + "\n"));
  }

  private static ProgrammeDefinition read(String text) {
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read("sound.yaml", text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
    }
  }

  private static List<Flaw> all(ProgrammeDefinition definition) {
    DeepCheck check = DeepCheck.of(definition);
    List<Flaw> all = new ArrayList<>(check.flaws());
    all.addAll(check.undecided());
    assertThat(check.flaws()).noneMatch(Flaw::isUndecided);
    assertThat(check.undecided()).allMatch(Flaw::isUndecided);
    return all;
  }

  /**
   * One of 9 years may be two years older than one of 7, one of 27 nine years older than one of 17.
   */
  @Test
  void ages_that_leave_the_gap_are_none_too_narrow() {
    for (String age : List.of("below: 10", "at-least: 27")) {
      assertThat(
              all(
                  read(
                      SOUND.replace(
                          "- {id: mentor-standard,",
                          "- {id: mentor-age, kind: age, "
                              + age
                              + ", cite: choice}\n          - {id: mentor-standard,"))))
          .extracting(Flaw::code)
          .doesNotContain("undecided.gap-beyond-ages");
    }
  }

  @Test
  void a_sound_definition_has_no_flaw_and_nothing_undecided() {
    assertThat(all(read(SOUND))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void each_flaw_is_found_at_its_part(Change change) {
    assertThat(all(changed(change)))
        .anySatisfy(
            flaw -> {
              assertThat(flaw.code()).isEqualTo(change.code());
              assertThat(flaw.path()).isEqualTo(change.place());
              assertThat(flaw.day()).isNull();
            });
  }

  @ParameterizedTest
  @MethodSource("changes")
  void each_flaw_is_told_with_all_of_its_witness_in_both_languages(Change change) {
    for (Flaw flaw : all(changed(change))) {
      for (Language language : Language.values()) {
        String text = flaw.text(Messages.of(language));
        assertThat(text).isNotBlank().doesNotContain("{").doesNotContain("}");
        flaw.witness().values().forEach(value -> assertThat(text).contains(value));
      }
    }
  }

  /** Each step is judged by what it needs itself, and one of the two is met by somebody. */
  @Test
  void a_step_that_needs_one_of_two_that_exclude_each_other_is_reached() {
    for (String other :
        List.of(
            "{id: mentee-not, kind: affiliation, none-of: [STUDENT], cite: choice}",
            "{id: mentee-adult, kind: age, at-least: 18, cite: choice}")) {
      String text =
          SOUND
              .replace("- {id: mentee-school,", "- " + other + "\n          - {id: mentee-school,")
              .replace("needs: [mentee-school]", "needs: [mentee-school, mentee-age]");

      assertThat(all(read(text)))
          .extracting(Flaw::code)
          .isNotEmpty()
          .doesNotContain("flaw.step-unreachable", "undecided.step-unreachable");
    }
  }

  @Test
  void a_step_that_needs_what_nobody_meets_at_all_is_reached_by_nobody() {
    String text =
        SOUND
            .replace(" approved-on: 2023-05-01,", "")
            .replace(
                "standard: mentors, cite: S1-05}",
                "standard: mentors, cite: S1-05}\n        path:\n          - {id: standard, needs: [mentor-standard], owner: COORDINATOR, title: {en: s, ru: с}, cite: choice}");

    assertThat(all(read(text)))
        .extracting(Flaw::code)
        .containsExactlyInAnyOrder("flaw.standard-draft", "flaw.step-unreachable");
  }

  /** Told exactly where no age in whole years is in both intervals. */
  @Property(tries = 100)
  void ages_are_apart_where_nobody_can_have_both(
      @ForAll @IntRange(min = 0, max = 20) int from,
      @ForAll @IntRange(min = 1, max = 5) int span,
      @ForAll @IntRange(min = 0, max = 20) int otherFrom,
      @ForAll @IntRange(min = 1, max = 5) int otherSpan) {
    String text =
        SOUND.replace(
            "- {id: mentee-age, kind: age, at-least: 7, below: 18, cite: S0-04}",
            "- {id: one, kind: age, at-least: "
                + from
                + ", below: "
                + (from + span)
                + ", cite: choice}\n          - {id: other, kind: age, at-least: "
                + otherFrom
                + ", below: "
                + (otherFrom + otherSpan)
                + ", cite: choice}");

    boolean possible =
        IntStream.range(0, 30)
            .anyMatch(
                age ->
                    age >= from
                        && age < from + span
                        && age >= otherFrom
                        && age < otherFrom + otherSpan);

    assertThat(all(read(text)).stream().anyMatch(flaw -> flaw.code().equals("flaw.ages-apart")))
        .isEqualTo(!possible);
  }

  @Test
  void a_silence_of_one_day_less_is_noticed_on_the_last_day_of_the_programme() {
    assertThat(
            all(
                read(
                    SOUND.replace(
                        "agreed-by: [MENTOR]",
                        "agreed-by: [MENTOR]\n      silences:\n        - {party: MENTOR, longer-than: P363D, cite: choice}"))))
        .isEmpty();
  }

  @Test
  void a_centre_that_begins_with_the_programme_may_owe_something_on_its_last_day() {
    assertThat(
            all(
                read(
                    SOUND.replace(
                        "standards:",
                        "centre:\n  cite: choice\n  cadences:\n    - {due: FAIR, by: MENTORING_CENTRE, every: P2Y, cite: choice}\nstandards:"))))
        .isEmpty();
  }

  @Test
  void a_series_that_lasts_as_long_as_its_period_is_none_too_short() {
    assertThat(all(read(SOUND.replace("every: P1Y, cite", "every: P1Y, duration: P12M, cite"))))
        .isEmpty();
  }

  private static RulePack pack(String rule) {
    String text =
        """
        id: strict
        version: 1.0.0
        layer: STANDARD
        title: {en: strict, ru: строгий}
        rules:
        """
            + rule.indent(2);
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.readPack(
          "strict.yaml", text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
    }
  }

  private static List<Flaw> under(String rule) {
    return all(read(SOUND).withPacks(List.of(pack(rule))));
  }

  @Test
  void a_rule_about_a_party_that_the_programme_does_not_have_fires_on_nothing() {
    String rule =
        """
        - code: centre-papers
          change: {kind: requirement, position: %s, requirement: {id: papers, kind: documents, kinds: [PASSPORT], cite: E4}}
          cite: E4
        """;

    assertThat(under(rule.replace("%s", "CENTRE")))
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.code()).isEqualTo("flaw.rule-nowhere");
              assertThat(flaw.path()).isEqualTo("pack:strict@1.0.0/rule:centre-papers");
              assertThat(flaw.text(Messages.of(Language.EN))).contains("strict@1.0.0");
              assertThat(flaw.text(Messages.of(Language.RU))).contains("strict@1.0.0");
            });
    assertThat(under(rule.replace("%s", "MENTOR"))).isEmpty();
  }

  @Test
  void a_rule_on_pairs_that_is_over_before_the_first_phase_fires_on_nothing() {
    String rule =
        """
        - code: agreement
          until: %s
          change: {kind: agreement, by: [MENTEE]}
          cite: E4
        """;

    assertThat(under(rule.replace("%s", "2024-01-01")))
        .extracting(Flaw::code)
        .containsExactly("flaw.rule-over");
    assertThat(under(rule.replace("%s", "2024-01-02"))).isEmpty();
  }

  @Test
  void a_rule_that_begins_after_the_last_phase_judges_what_is_still_open_alone() {
    String rule =
        """
        - code: agreement
          from: %s
          change: {kind: agreement, by: [MENTEE]}
          cite: E4
        """;

    assertThat(under(rule.replace("%s", "2026-01-01")))
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.code()).isEqualTo("undecided.rule-late");
              assertThat(flaw.path()).isEqualTo("pack:strict@1.0.0/rule:agreement");
              assertThat(flaw.witness()).containsEntry("end", "2025-12-31");
              assertThat(flaw.text(Messages.of(Language.EN))).contains("2026-01-01", "2025-12-31");
              assertThat(flaw.text(Messages.of(Language.RU))).contains("2026-01-01", "2025-12-31");
            });
    assertThat(under(rule.replace("%s", "2025-12-31"))).isEmpty();
  }

  @Test
  void the_law_on_mentoring_at_work_came_after_the_programme_of_nefteyugansk() {
    assertThat(
            all(
                BuiltInPacks.laidOver(
                    BuiltInProgrammes.read("nefteyugansk-pedagogical-investment"))))
        .extracting(Flaw::code)
        .isNotEmpty()
        .containsOnly("undecided.rule-late");
  }

  @Test
  void a_requirement_that_is_over_before_the_first_phase_may_still_judge_who_applies_early() {
    assertThat(
            under(
                """
                - code: papers
                  until: 2023-06-01
                  change: {kind: requirement, position: MENTOR, requirement: {id: papers, kind: documents, kinds: [PASSPORT], cite: E4}}
                  cite: E4
                """))
        .extracting(Flaw::code)
        .containsExactly("undecided.rule-over");
  }

  @Test
  void a_contradiction_that_a_pack_brings_is_told_with_its_first_day() {
    assertThat(
            under(
                """
                - code: adults
                  from: 2025-03-01
                  change: {kind: requirement, position: MENTEE, requirement: {id: adults, kind: age, at-least: 18, cite: E4}}
                  cite: E4
                """))
        .filteredOn(flaw -> flaw.code().equals("flaw.ages-apart"))
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.day()).isEqualTo(LocalDate.of(2025, 3, 1));
              assertThat(flaw.witness()).containsEntry("other", "mentee-age");
            });
  }

  /** What is known of the originals; a new line here is a thing to be looked at. */
  @Test
  void the_built_in_programmes_have_these_flaws_alone() {
    SortedMap<String, List<String>> found = new TreeMap<>();
    for (String name : new TreeSet<>(BuiltInProgrammes.names())) {
      List<String> told =
          all(BuiltInProgrammes.read(name)).stream()
              .map(flaw -> flaw.code() + " " + flaw.path())
              .toList();
      if (!told.isEmpty()) {
        found.put(name, told);
      }
    }

    assertThat(found)
        .isEqualTo(
            Map.of("desnogorsk-social-apartment", List.of("flaw.phase-gap phase:summing-up")));
  }
}
