package org.mentoring.json.happening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Problem;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/** What a file of happenings may hold, and how everything that it may not is told. */
class HappeningsReaderTest {
  private static final String HEAD =
      """
      programme: tyumen-2020
      by: {id: h-1, capacity: CENTRE_HEAD, organisation: centre}
      """;

  @Test
  void happenings_are_played_by_the_day_on_which_they_become_known() {
    Happenings read =
        read(
            """
            happenings:
              - {on: 2020-09-05, do: register, who: late}
              - {on: 2020-09-01, known: 2020-09-07, do: register, who: told-later}
              - {on: 2020-09-02, do: register, who: early}
            """);

    assertThat(read.inOrder())
        .extracting(Happening::known)
        .containsExactly(
            LocalDate.of(2020, 9, 2), LocalDate.of(2020, 9, 5), LocalDate.of(2020, 9, 7));
    assertThat(read.inOrder().get(2).on()).isEqualTo(LocalDate.of(2020, 9, 1));
    assertThat(read.lastDay()).contains(LocalDate.of(2020, 9, 7));
  }

  @Test
  void a_person_is_registered_with_the_first_that_is_told_and_facts_become_known_on_their_day() {
    Happenings read =
        read(
            """
            people:
              boris:
                facts:
                  - {kind: birth, date: 1988-05-14}
                  - {kind: interest, topic: chess, from: 2020-10-01}
                  - {kind: interest, topic: music, from: 2020-09-03}
            happenings: []
            """);

    assertThat(read.inOrder())
        .extracting(happening -> happening.known() + " " + happening.verb())
        .containsExactly(
            "2020-09-03 register", "2020-09-03 record", "2020-09-03 record", "2020-10-01 record");
  }

  @Test
  void a_person_that_the_file_registers_itself_is_known_from_that_day_on() {
    Happenings read =
        read(
            """
            people:
              boris: {kind: PERSON, facts: [{kind: interest, topic: chess, from: 2020-08-01}]}
            happenings:
              - {on: 2020-09-03, do: register, who: boris}
            """);

    assertThat(read.inOrder())
        .extracting(happening -> happening.known() + " " + happening.verb())
        .containsExactly("2020-09-03 register", "2020-09-03 record");
  }

  @Test
  void a_withdrawn_consent_of_the_people_becomes_two_happenings() {
    Happenings read =
        read(
            """
            people:
              anna:
                facts:
                  - {kind: consent, by: GUARDIAN, with: MENTORING_CENTRE, purpose: PARTICIPATION, from: 2020-09-05, withdrawn: 2020-11-01}
            happenings: []
            """);

    assertThat(read.inOrder())
        .extracting(happening -> happening.known() + " " + happening.verb())
        .containsExactly("2020-09-05 register", "2020-09-05 record", "2020-11-01 withdraw-consent");
  }

  @Test
  void what_happens_every_month_counts_from_the_first_day_so_that_month_ends_stay_month_ends() {
    Happenings read =
        read(
            """
            people: {anna: {}}
            happenings:
              - {on: 2020-12-31, every: P1M, times: 4, do: record, who: anna, fact: {kind: interest, topic: chess}}
            """);

    assertThat(read.inOrder())
        .filteredOn(happening -> happening.verb().equals("record"))
        .extracting(Happening::on)
        .containsExactly(
            LocalDate.of(2020, 12, 31),
            LocalDate.of(2021, 1, 31),
            LocalDate.of(2021, 2, 28),
            LocalDate.of(2021, 3, 31));
  }

  @Test
  void every_fault_of_a_file_is_told_at_once_with_its_line() {
    List<Problem> problems =
        problems(
            """
            people: {anna: {facts: [{kind: brth, date: 2006-05-17}]}}
            happenings:
              - {on: 2020-02-30, do: register, who: bob}
              - {on: 2020-09-01, do: pawse, mentorship: pair}
              - {on: 2020-09-01, do: pause, mentorship: pair, reson: holidays}
              - {on: 2020-09-01, do: plan, mentorship: pair, month: 2020-13, events: workshop}
              - {on: 2020-09-05, known: 2020-09-04, do: start, mentorship: pair}
              - {do: start, mentorship: pair, as: started}
              - {on: 2020-09-01, do: check-in, mentorship: pair, with: [mentor], concern: "no", by: heda}
              - {on: 2020-09-01, do: start, mentorship: pair, every: P1M}
              - {on: 2020-09-01, do: assign, mentors: [m], mentees: [c], as: pair, every: P1M, times: 2}
            """);

    assertThat(problems)
        .extracting(problem -> problem.place().line() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "3 people.fact-kind-unknown",
            "3 people.from-missing",
            "5 shape.no-such-day",
            "6 shape.not-choice",
            "7 shape.key-missing",
            "7 shape.key-unknown",
            "8 happening.month-malformed",
            "8 shape.not-list",
            "9 happening.known-before",
            "10 shape.key-missing",
            "10 happening.names-nothing",
            "11 code.malformed",
            "11 shape.not-truth",
            "11 happening.actor-unknown",
            "12 happening.every-and-times",
            "13 happening.one-handle");
    assertThat(problems)
        .filteredOn(problem -> problem.place().line() == 6)
        .first()
        .satisfies(
            problem -> assertThat(text(Language.EN, problem)).contains("pawse").contains("pause"));
  }

  @Test
  void values_that_no_command_takes_are_told_all_at_once() {
    List<Problem> problems =
        problems(
            """
            people: {anna: {}, boris: {}}
            happenings:
              - {on: 2020-09-01, do: meeting, mentorship: pair, minutes: 99999}
              - {on: 2020-09-01, do: plan, mentorship: pair, events: []}
              - {on: 2020-09-01, do: assign, mentors: [], mentees: [anna]}
              - {on: 2020-09-01, do: check-in, mentorship: pair, with: []}
              - {on: 2020-09-01, do: assign, mentors: [boris, boris], mentees: [anna]}
            """);

    assertThat(problems)
        .extracting(problem -> problem.place().line() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "5 number.range",
            "5 happening.handle-unknown",
            "6 list.empty",
            "6 happening.handle-unknown",
            "7 list.empty",
            "8 list.empty",
            "8 happening.handle-unknown",
            "9 happening.element-twice");
  }

  @Test
  void a_handle_stands_for_something_that_was_there_before() {
    List<Problem> problems =
        problems(
            """
            people: {anna: {}, boris: {}}
            happenings:
              - {on: 2020-09-01, do: start, mentorship: pair-1}
              - {on: 2020-09-02, do: assign, mentors: [boris], mentees: [ana], as: pair-1}
              - {on: 2020-09-03, do: assign, mentors: [boris], mentees: [anna], as: pair-1}
              - {on: 2020-09-04, do: pause, mentorship: anna, reason: rest}
            """);

    assertThat(problems)
        .extracting(problem -> problem.place().line() + " " + problem.code())
        .containsExactly(
            "5 happening.handle-early",
            "6 happening.handle-unknown",
            "7 happening.handle-twice",
            "8 happening.handle-unknown");
    assertThat(text(Language.EN, problems.get(1))).contains("ana").contains("anna");
    assertThat(text(Language.RU, problems.get(1))).contains("ana").contains("anna");
  }

  @Test
  void faults_of_values_of_handles_and_of_the_programme_are_told_together() {
    List<Problem> problems =
        problems(
            """
            people: {anna: {facts: [{kind: brth}]}, boris: {}}
            happenings:
              - {on: 2020-09-01, do: assign, mentors: [boris], mentees: [anna], as: pair, modle: x}
              - {on: 2020-09-02, do: start, mentorship: pair}
              - {on: 2020-09-02, do: start, mentorship: pear}
              - {on: 2020-09-03, do: decide, who: boris, position: TUTOR}
              - {on: 2020-02-30, do: decide, who: borsi, position: MENTOR}
              - {on: 2020-09-04, do: register, who: vera, knd: PERSON}
              - {on: 2020-09-05, do: decide, who: vera, position: MENTOR}
            """);

    assertThat(problems)
        .extracting(problem -> problem.place().line() + " " + problem.code())
        .contains(
            "3 people.fact-kind-unknown",
            "5 shape.key-unknown",
            "7 happening.handle-unknown",
            "8 happening.unfit.position.unknown",
            "9 shape.no-such-day",
            "9 happening.handle-unknown",
            "10 shape.key-unknown")
        .doesNotContain("6 happening.handle-unknown", "11 happening.handle-unknown")
        .filteredOn(told -> told.endsWith("happening.handle-unknown"))
        .hasSize(2);
  }

  @Test
  void what_happens_several_times_does_so_with_a_period_in_between() {
    List<Problem> problems =
        problems(
            """
            people: {anna: {}}
            happenings:
              - {on: 2020-09-01, do: decide, who: anna, position: MENTOR, every: P0D, times: 3}
              - {on: 2020-09-01, do: decide, who: anna, position: MENTOR, every: P0Y0M, times: 3}
              - {on: 2020-09-01, do: decide, who: anna, position: MENTOR, every: -P1D, times: 3}
              - {on: 2020-09-01, do: decide, who: anna, position: MENTOR, every: P1D, times: 3}
            """);

    assertThat(problems)
        .extracting(
            problem -> problem.place().line() + " " + problem.place().path() + " " + problem.code())
        .containsExactly(
            "5 happenings[0].every period.notPositive",
            "6 happenings[1].every period.notPositive",
            "7 happenings[2].every shape.not-period");
    assertThat(text(Language.EN, problems.get(0))).contains("P0D");
    assertThat(text(Language.RU, problems.get(0))).contains("P0D");
  }

  @Test
  void texts_about_people_are_never_repeated() {
    List<Problem> problems =
        problems(
            """
            people: {anna: {facts: [{kind: person-name, given: [Anna Petrova], family: P}]}}
            happenings:
              - {on: 2020-09-01, do: pause, mentorship: pair, reason: [Anna Petrova is ill]}
              - {on: 2020-09-01, do: pause, mentorship: pair, Anna Petrova is ill: 1}
              - {on: 2020-09-01, do: record, who: anna, fact: {kind: Anna Petrova}}
            """);

    assertThat(problems).extracting(problem -> problem.place().line()).contains(3, 5, 6, 7);
    for (Language language : Language.values()) {
      assertThat(problems)
          .extracting(problem -> text(language, problem) + problem.place() + problem)
          .noneMatch(text -> text.contains("Petrova"));
    }
  }

  @Test
  void a_name_that_stands_where_a_handle_is_expected_is_never_repeated() {
    List<Problem> problems =
        problemsOf(
            """
            programme: Анна Петрова
            by: Анна Петрова
            actors: {Анна Петрова: {id: Анна Петрова, capacity: Анна Петрова, organisation: o}, head: {id: h, capacity: HEAD, organisation: o}}
            people: {Анна Петрова: {}}
            people-files: [Анна Петрова.json]
            happenings:
              - {on: Анна Петрова, do: Анна Петрова, by: Анна Петрова}
              - {on: 2020-09-01, do: register, who: Анна Петрова, kind: Анна Петрова}
              - {on: 2020-09-01, do: assign, mentors: [Анна Петрова, Анна Петрова], mentees: [c], as: Анна Петрова}
              - {on: 2020-09-01, do: plan, mentorship: pair, month: Анна Петрова, events: [Анна Петрова]}
              - {on: 2020-09-01, do: start, mentorship: Petrova Anna, every: Анна Петрова, times: Анна Петрова, expect-refused: [Анна Петрова]}
              - {on: 2020-09-01, do: close-incident, incident: anna.petrova@example.org, outcome: o, by: anna}
              - {on: 2020-09-01, do: obligations, count: Анна Петрова}
            """);

    assertThat(problems).hasSizeGreaterThan(15);
    for (Language language : Language.values()) {
      assertThat(problems)
          .extracting(problem -> text(language, problem) + problem.place() + problem)
          .noneMatch(text -> text.contains("Петров") || text.contains("Petrova"))
          .noneMatch(text -> text.contains("example.org"));
    }
  }

  @Test
  void a_finding_that_there_is_not_is_told_with_the_nearest_that_are() {
    String happenings =
        """
        people: {anna: {}}
        happenings:
          - {on: 2020-09-01, do: register, who: anna, expect-refused: [consent.mising, consent.missing]}
          - {on: 2020-09-01, do: decide, who: anna, position: MENTEE, findings: [our.rule]}
        """;
    List<Problem> problems = problems(happenings);

    assertThat(problems)
        .extracting(problem -> problem.place().line() + " " + problem.code())
        .containsExactly("5 happening.finding-unknown", "6 happening.finding-unknown");
    assertThat(text(Language.EN, problems.get(0))).contains("consent.missing");
    assertThat(text(Language.RU, problems.get(0))).contains("Может быть, consent.missing");
    assertThat(
            HappeningsReader.open()
                .knowing(List.of("our.rule", "consent.mising"))
                .read(
                    "year.yaml",
                    (HEAD + happenings).getBytes(StandardCharsets.UTF_8),
                    DocumentFormat.YAML)
                .inOrder())
        .hasSize(2);
  }

  @Test
  void what_is_left_out_of_an_algorithm_has_a_reason() {
    assertThat(
            problems(
                """
                happenings:
                  - {on: 2020-09-01, do: close-incident, incident: i, outcome: o, left-out: {семья: r, met: ""}}
                  - {on: 2020-09-01, do: close-incident, incident: i, outcome: o, left-out: [met]}
                """))
        .filteredOn(problem -> !problem.code().equals("happening.handle-unknown"))
        .extracting(problem -> problem.place().line() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "4 happening.part-malformed", "4 text.length", "5 shape.not-object");
  }

  @Test
  void a_programme_that_is_not_known_is_told_with_those_that_are() {
    Problem problem =
        problemsOf("programme: tumen-2020\nhappenings: []\n").stream().findFirst().orElseThrow();

    assertThat(problem.code()).isEqualTo("happening.programme-unknown");
    assertThat(text(Language.EN, problem)).contains("tyumen-2020@1.0.0");
  }

  @Test
  void whoever_takes_people_in_and_gives_commands_is_named() {
    assertThat(
            problemsOf(
                """
                programme: tyumen-2020
                people: {anna: {}}
                happenings:
                  - {on: 2020-09-01, do: register, who: anna}
                """))
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("happening.people-by-missing", "happening.by-missing");
  }

  @Test
  void people_of_other_files_are_looked_for_beside_the_file(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("people.json"),
        """
        {"participants": [{"id": "anna", "facts": [{"kind": "interest", "topic": "chess", "from": "2020-09-03"}]}]}
        """);
    Path file = folder.resolve("year.yaml");
    Files.writeString(file, HEAD + "people-files: [people.json]\nhappenings: []\n");

    assertThat(HappeningsReader.open().read(file).inOrder())
        .extracting(Happening::verb)
        .containsExactly("register", "record");

    Files.writeString(
        file,
        HEAD + "people: {anna: {}}\npeople-files: [people.json, none.json]\nhappenings: []\n");
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> HappeningsReader.open().read(file));
    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly("happening.person-twice", "happening.file-missing");
  }

  @Test
  void a_file_of_another_kind_and_one_that_is_not_there_are_told(@TempDir Path folder) {
    assertThat(
            catchThrowableOfType(
                    MentoringException.class,
                    () -> HappeningsReader.open().read(folder.resolve("year.xlsx")))
                .code())
        .isEqualTo("format.unknown");
    assertThat(
            catchThrowableOfType(
                    MentoringException.class,
                    () -> HappeningsReader.open().read(folder.resolve("year.yaml")))
                .code())
        .isEqualTo("file.unreadable");
  }

  @Test
  void the_same_happenings_can_be_put_into_another_programme() {
    Happenings read = read("happenings: []\n");
    Happenings under =
        read.under(org.mentoring.json.BuiltInProgrammes.read("civil-service-mentoring"));

    assertThat(under.definition().id()).isEqualTo("civil-service-mentoring");
    assertThat(under.source()).isEqualTo(read.source());
    assertThat(under).hasToString("Happenings[year.yaml, 0]");
  }

  private static Happenings read(String rest) {
    return HappeningsReader.open()
        .read("year.yaml", (HEAD + rest).getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
  }

  private static List<Problem> problems(String rest) {
    return problemsOf(HEAD + rest);
  }

  private static List<Problem> problemsOf(String document) {
    return catchThrowableOfType(
            InvalidInput.class,
            () ->
                HappeningsReader.open()
                    .read(
                        "year.yaml",
                        document.getBytes(StandardCharsets.UTF_8),
                        DocumentFormat.YAML))
        .problems();
  }

  private static String text(Language language, Problem problem) {
    return Messages.of(language).render(problem);
  }
}
