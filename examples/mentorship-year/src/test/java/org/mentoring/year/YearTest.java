package org.mentoring.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.happening.Happening;
import org.mentoring.json.happening.HappeningPlayer;
import org.mentoring.json.happening.HappeningPlayer.Surprise;
import org.mentoring.json.happening.Happenings;
import org.mentoring.json.happening.HappeningsReader;
import org.mentoring.json.happening.Played;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.text.Language;

/** The guide shows this code, what it prints, and files that play as they say. */
class YearTest {
  private static final Path SOURCES = Path.of("src/main/java/org/mentoring/year");
  private static final Path YEARS = Path.of("src/main/resources/org/mentoring/year");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)\\n```$");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^ *// [a-z-]+\\n(.*?)\\n+ *// end$");

  @ParameterizedTest
  @CsvSource({"README.md,EN", "README.ru.md,RU"})
  void the_guide_shows_code_that_is_compiled_and_what_it_prints(String file, Language language)
      throws IOException {
    String guide = Files.readString(Path.of(file));
    List<String> snippets = new ArrayList<>();
    for (String source : List.of("YearOfAMentorship.java", "Intake.java")) {
      SNIPPET
          .matcher(Files.readString(SOURCES.resolve(source)))
          .results()
          .forEach(found -> snippets.add(found.group(1).stripIndent()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    YearOfAMentorship.tell(language, new PrintStream(bytes, true, StandardCharsets.UTF_8));

    assertThat(blocks(guide, "java")).hasSizeGreaterThan(5).allMatch(snippets::contains);
    assertThat(String.join("\n", blocks(guide, "text")) + "\n")
        .isEqualTo(bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void both_guides_have_the_same_sections() throws IOException {
    assertThat(outline("README.ru.md")).isEqualTo(outline("README.md"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tyumen-year.yaml", "irkutsk-year.yaml"})
  void a_year_plays_to_its_end_as_its_file_says(String file) {
    Happenings year = HappeningsReader.open().read(YEARS.resolve(file));
    try (HappeningPlayer player = HappeningPlayer.open(year)) {
      List<Played> played = player.playAll(Surprise.STOPS);

      assertThat(played).hasSameSizeAs(year.inOrder()).allMatch(Played::asExpected);
      assertThat(player.mentoring().mentorships().find(player.mentorship("pair").orElseThrow()))
          .get()
          .extracting(mentorship -> mentorship.state())
          .isIn(MentorshipState.CLOSED, MentorshipState.ENDED);
    }
  }

  @Test
  void a_year_can_be_played_day_by_day_with_the_same_end() {
    Happenings year = HappeningsReader.open().read(YEARS.resolve("tyumen-year.yaml"));
    List<String> atOnce = new ArrayList<>();
    List<String> dayByDay = new ArrayList<>();
    try (HappeningPlayer player = HappeningPlayer.open(year)) {
      player.playAll(Surprise.STOPS).forEach(played -> atOnce.add(played.toString()));
    }
    try (HappeningPlayer player = HappeningPlayer.open(year)) {
      LocalDate last = year.lastDay().orElseThrow();
      for (LocalDate day = LocalDate.of(2020, 8, 1); !day.isAfter(last); day = day.plusDays(1)) {
        player.playUntil(day).forEach(played -> dayByDay.add(played.toString()));
      }
    }
    assertThat(dayByDay.stream().map(YearTest::withoutInstants))
        .containsExactlyElementsOf(atOnce.stream().map(YearTest::withoutInstants).toList());
  }

  @Test
  void a_refusal_that_nobody_expects_stops_the_play_and_can_be_told_instead() {
    Happenings year =
        read(
            """
            programme: tyumen-2020
            by: {id: h-1, capacity: MENTORING_CENTRE, organisation: centre}
            people: {anna: {}, boris: {}}
            happenings:
              - {on: 2020-10-01, do: assign, mentors: [boris], mentees: [anna], as: pair}
              - {on: 2020-10-02, do: start, mentorship: pair}
              - {on: 2020-10-03, do: decide, who: anna, position: MENTEE, verdict: ELIGIBLE}
              - {on: 2020-10-03, do: assign, mentors: [boris], mentees: [anna], expect-refused: [consent.missing]}
              - {on: 2020-10-03, do: assign, mentors: [boris], mentees: [anna], expect-refused: []}
            """);
    try (HappeningPlayer player = HappeningPlayer.open(year)) {
      List<Played> played = player.playAll(Surprise.STOPS);

      assertThat(player.stopped()).isTrue();
      assertThat(played.get(played.size() - 1)).isInstanceOf(Played.Refused.class);
      assertThat(player.playUntil(LocalDate.of(2021, 1, 1))).isEmpty();
    }
    try (HappeningPlayer player = HappeningPlayer.open(year)) {
      List<Played> played = player.playAll(Surprise.IS_TOLD);

      assertThat(played.subList(2, 7))
          .extracting(each -> each.getClass().getSimpleName() + " " + each.asExpected())
          .containsExactly(
              "Refused false", "Skipped false", "Answered false", "Refused false", "Refused true");
      assertThat(player.mentorship("pair")).isEmpty();
    }
  }

  @Test
  void an_incident_is_closed_without_a_step_that_has_a_reason() throws IOException {
    String document =
        Files.readString(YEARS.resolve("tyumen-year.yaml"))
            .replaceAll("(?m)^.*step: family-met.*\\n", "")
            .replace(
                "outcome: Agreed on days for the meetings.",
                "outcome: Over, left-out: {family-met: The family has moved away.}");
    try (HappeningPlayer player = HappeningPlayer.open(read(document))) {
      assertThat(player.playUntil(LocalDate.of(2021, 3, 6)))
          .allMatch(Played::asExpected)
          .last()
          .extracting(played -> played.happening().verb())
          .isEqualTo("close-incident");
    }
    String without = document.replace(", left-out: {family-met: The family has moved away.}", "");
    try (HappeningPlayer player = HappeningPlayer.open(read(without))) {
      assertThat(player.playUntil(LocalDate.of(2021, 3, 6)))
          .last()
          .isInstanceOf(Played.Refused.class);
    }
  }

  @Test
  void the_example_of_the_format_plays_as_it_says() throws IOException {
    String readme = Files.readString(Path.of("../../mentoring-adapters/json/README.md"));
    String document =
        blocks(readme.substring(readme.indexOf("## Happenings")), "yaml").get(0) + "\n";
    try (HappeningPlayer player = HappeningPlayer.open(read(document))) {
      assertThat(player.playAll(Surprise.STOPS))
          .allMatch(Played::asExpected)
          .extracting(played -> played.happening())
          .extracting(Happening::verb)
          .contains("decide");
    }
  }

  private static Happenings read(String document) {
    return HappeningsReader.open()
        .read("year.yaml", document.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
  }

  /** Played at once or day by day, the same becomes known at the same hour but for milliseconds. */
  private static String withoutInstants(String played) {
    return played.replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "*");
  }

  private static List<String> blocks(String guide, String language) {
    return BLOCK
        .matcher(guide)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static List<String> outline(String file) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith("#") || line.startsWith("```"))
        .map(line -> line.startsWith("#") ? line.replaceAll("[^#]", "") : line)
        .toList();
  }
}
