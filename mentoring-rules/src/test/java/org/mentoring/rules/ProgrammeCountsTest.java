package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the front page says that each programme needed beyond the general rules and types. */
class ProgrammeCountsTest {
  private static final Pattern RULE =
      Pattern.compile("@code\\(\"([^\"]+)\"\\)\\s+@source\\(\"(S[034])-");

  private static final List<String> PACKAGES =
      List.of("criterion", "indicator", "journey", "participant", "programme", "spi");

  @ParameterizedTest
  @CsvSource({
    "README.md,S0", "README.md,S3", "README.md,S4",
    "README.ru.md,S0", "README.ru.md,S3", "README.ru.md,S4"
  })
  void the_counted_rules_are_those_that_name_the_programme(String file, String programme)
      throws IOException {
    String cell = cells(file, programme).get(2);
    assertThat(named(cell)).isEqualTo(rules(programme));
    assertThat(number(cell)).isEqualTo(rules(programme).size());
  }

  @ParameterizedTest
  @CsvSource({
    "README.md,S0", "README.md,S3", "README.md,S4",
    "README.ru.md,S0", "README.ru.md,S3", "README.ru.md,S4"
  })
  void the_counted_types_are_there(String file, String programme) throws IOException {
    String cell = cells(file, programme).get(3);
    assertThat(number(cell)).isEqualTo(named(cell).size());
    for (String type : named(cell)) {
      assertThat(PACKAGES.stream().filter(each -> isThere(each, type))).as(type).hasSize(1);
    }
  }

  /** Rules of formats and of safety are general: any programme may have the format. */
  private static SortedSet<String> rules(String programme) throws IOException {
    SortedSet<String> rules = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".drl")).toList()) {
        Matcher matcher = RULE.matcher(Files.readString(file));
        while (matcher.find()) {
          if (matcher.group(2).equals(programme) && !isGeneral(matcher.group(1))) {
            rules.add(matcher.group(1));
          }
        }
      }
    }
    return rules;
  }

  private static boolean isGeneral(String rule) {
    return rule.startsWith("safety.")
        || rule.startsWith("format.reverse")
        || rule.startsWith("format.partnership");
  }

  private static boolean isThere(String inPackage, String type) {
    try {
      Class.forName("org.mentoring." + inPackage + "." + type.replace('.', '$'));
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The row of the table of counts that begins with the programme. */
  private static List<String> cells(String file, String programme) throws IOException {
    return Files.readAllLines(Path.of("..", file)).stream()
        .filter(line -> line.startsWith("| " + programme + " |"))
        .map(line -> List.of(line.split("\\|", -1)))
        .findFirst()
        .orElseThrow();
  }

  private static SortedSet<String> named(String cell) {
    List<String> names = new ArrayList<>();
    Matcher matcher = Pattern.compile("`([^`]+)`").matcher(cell);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return new TreeSet<>(names);
  }

  private static int number(String cell) {
    Matcher matcher = Pattern.compile("\\d+").matcher(cell);
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group());
  }
}
