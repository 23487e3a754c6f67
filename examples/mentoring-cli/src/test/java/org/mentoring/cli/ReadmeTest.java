package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"README.md,Run it,Test it", "README.ru.md,Запустить,Проверить"})
  void the_sections_to_run_and_to_test_have_one_block_of_one_line(
      String file, String run, String test) throws IOException {
    String readme = Files.readString(ROOT.resolve(file));

    assertThat(shellBlocks(section(readme, run)))
        .singleElement()
        .satisfies(
            block ->
                assertThat(block.lines())
                    .singleElement()
                    .asString()
                    .startsWith(
                        "mvn -q -B -DskipTests -pl examples/mentoring-cli -am package && java -jar"
                            + " examples/mentoring-cli/target/mentoring-cli.jar demo"));
    assertThat(shellBlocks(section(readme, test))).containsExactly("mvn -B verify\n");
  }

  @ParameterizedTest
  @CsvSource({"README.md,Run it,en", "README.ru.md,Запустить,ru"})
  void the_demo_prints_what_the_readme_shows(String file, String run, String language)
      throws IOException {
    String readme = Files.readString(ROOT.resolve(file));
    Shell.Answer answer =
        Shell.run("demo", "--quiet", "--lang", language, "--out", folder.toString());
    List<String> printed = new ArrayList<>(masked(answer.out()));

    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    for (String line : masked(blocks(section(readme, run), "text").get(0))) {
      if (!line.strip().equals("...")) {
        int at = printed.indexOf(line);
        assertThat(at).as(line).isNotNegative();
        printed.subList(0, at + 1).clear();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"README.md", "README.ru.md", "CONTRIBUTING.md"})
  void every_link_into_the_project_leads_somewhere(String file) throws IOException {
    List<MatchResult> links = LINK.matcher(Files.readString(ROOT.resolve(file))).results().toList();

    assertThat(links)
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link.group(1))).exists());
  }

  @Test
  void both_readmes_have_the_same_sections() throws IOException {
    assertThat(outline("README.ru.md")).isEqualTo(outline("README.md"));
  }

  /** The level of each heading and the languages of the blocks. */
  private static List<String> outline(String file) throws IOException {
    return Files.readAllLines(ROOT.resolve(file)).stream()
        .filter(line -> line.startsWith("#") || line.startsWith("```"))
        .map(line -> line.startsWith("#") ? line.replaceAll("[^#]", "") : line)
        .toList();
  }

  /** Times and folders differ from run to run. */
  private static List<String> masked(String text) {
    return text.lines()
        .map(line -> line.replaceAll("\\d+\\.\\d(?=,|$)", "*"))
        .map(line -> line.replaceAll("^(Full results in|Полные результаты в) .*?: ", "$1 *: "))
        .toList();
  }

  private static String section(String readme, String title) {
    int begin = readme.indexOf("\n## " + title + "\n");
    assertThat(begin).as(title).isNotNegative();
    int end = readme.indexOf("\n## ", begin + 1);
    return readme.substring(begin, end);
  }

  private static List<String> shellBlocks(String section) {
    return blocks(section, "sh");
  }

  private static List<String> blocks(String section, String language) {
    return BLOCK
        .matcher(section)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }
}
