package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.cli.Shell.Answer;

/** Rule packs that are laid over a definition on the command line. */
class PackOptionTest {
  @TempDir Path folder;

  private Path pack(String minutes) throws IOException {
    return Files.writeString(
        folder.resolve("region.yaml"),
        """
        id: our-region
        version: 1.0.0
        layer: REGIONAL_LAW
        title: {en: Our region, ru: Наш регион}
        rules:
          - code: hours
            from: 2026-01-01
            until: 2027-01-01
            change:
              kind: restatement
              requirement: {id: mentor-initial-training, kind: training, purpose: INITIAL, minutes: %s, by: REGIONAL_OPERATOR, cite: our-law}
            cite: our-law
        """
            .replace("%s", minutes));
  }

  @Test
  void check_tells_the_rules_of_packs_with_their_days_and_sources() throws IOException {
    Answer answer =
        Shell.run(
            "check",
            "tyumen-2020",
            "--pack",
            "ru-work-with-minors",
            "--pack",
            "ru-120fz-2025@1.0.0",
            "--pack",
            pack("600").toString());

    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(answer.out().lines().map(String::strip))
        .contains(
            "under ru-work-with-minors@2020, Work with minors and their personal data: 4 rules",
            "clearance  [V1]",
            "mentor-in-register: from 2025-02-05  [L1]",
            "under our-region@1.0.0, Our region: 1 rule",
            "hours: from 2026-01-01 until 2027-01-01  [our-law]");
    // What is laid is no longer said to be ignored.
    assertThat(answer.out()).doesNotContain("not laid over");
    assertThat(Shell.run("check", "tyumen-2020", "--pack", "ru-120fz-2025", "--lang", "ru").out())
        .contains("7 правил")
        .contains("с 2025-02-05");
  }

  @Test
  void check_tells_the_criteria_that_packs_add() throws IOException {
    Path file = projects();
    String named = "nefteyugansk-pedagogical-investment";

    assertThat(Shell.run("check", named).out()).contains("reverse: ").doesNotContain("our-law");
    assertThat(
            Shell.run("check", named, "--pack", file.toString()).out().lines().map(String::strip))
        .anyMatch(line -> line.startsWith("reverse: ") && line.contains("2 matching criteria"))
        .anyMatch(line -> line.startsWith("ahead-in-projects: ") && line.endsWith("[our-law]"));
  }

  @Test
  void explain_judges_two_who_may_not_take_part_yet_by_the_criteria_of_packs_too()
      throws IOException {
    Path people = folder.resolve("people.json");
    Files.writeString(
        people,
        """
        {"participants": [
          {"id": "asks", "facts": [{"kind": "birth", "date": "1970-01-01"}]},
          {"id": "gives", "facts": [{"kind": "birth", "date": "1995-01-01"}]}
        ]}
        """);
    List<String> asked =
        List.of(
            "explain",
            "--definition",
            "nefteyugansk-pedagogical-investment",
            "--practice",
            "reverse",
            "--people",
            people.toString(),
            "--as-of",
            "2023-03-01");
    List<String> under = new ArrayList<>(asked);
    under.addAll(List.of("--pack", projects().toString()));

    assertThat(explained(asked)).contains("asks").doesNotContain("project-teaching");
    assertThat(explained(under)).contains("project-teaching");
  }

  private static String explained(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("asks", "gives"));
    return Shell.run(all.toArray(String[]::new)).out();
  }

  /** A pack that asks for mentors who are ahead in projects, in reverse mentoring. */
  private Path projects() throws IOException {
    Path file = folder.resolve("projects.yaml");
    Files.writeString(
        file,
        """
        id: projects-first
        version: 1.0.0
        layer: STANDARD
        title: {en: projects, ru: проекты}
        rules:
          - code: ahead
            from: 2022-01-01
            change: {kind: criterion, practices: [reverse], criterion: {id: ahead-in-projects, term: {kind: ahead, scale: project-teaching, at-least: 1}, cite: our-law}}
            cite: our-law
        """);
    return file;
  }

  @Test
  void a_pack_that_loosens_is_refused_with_both_places() throws IOException {
    Answer answer = Shell.run("check", "tyumen-2020", "--pack", pack("360").toString());

    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.err())
        .contains("our-region@1.0.0 rule:hours [our-law]")
        .contains("practice:adolescents/requirement:mentor-initial-training [S2-04]");
  }

  @Test
  void a_faulty_pack_is_told_by_lines_and_an_unknown_one_by_what_it_is_like() throws IOException {
    assertThat(Shell.run("check", "tyumen-2020", "--pack", pack("none").toString()))
        .satisfies(
            answer -> {
              assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
              assertThat(answer.err()).contains("region.yaml:11");
            });
    assertThat(Shell.run("check", "tyumen-2020", "--pack", "ru-120fz-2024"))
        .satisfies(
            answer -> {
              assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
              assertThat(answer.err()).contains("Did you mean ru-120fz-2025?");
            });
    assertThat(Shell.run("check", "tyumen-2020", "--pack", folder.toString()).exitCode())
        .isEqualTo(ExitCode.INPUT);
    Path text = Files.writeString(folder.resolve("pack.txt"), "id: x");
    assertThat(Shell.run("check", "tyumen-2020", "--pack", text.toString()).exitCode())
        .isEqualTo(ExitCode.INPUT);
  }
}
