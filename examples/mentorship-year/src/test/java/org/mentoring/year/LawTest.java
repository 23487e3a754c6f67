package org.mentoring.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.text.Language;

/** The page of the laws shows this code and what it prints. */
class LawTest {
  private static final Path SOURCE =
      Path.of("src/main/java/org/mentoring/year/LawsOfTheirDays.java");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)\\n```$");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^ *// [a-z-]+\\n(.*?)\\n+ *// end$");

  private static String told(Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LawsOfTheirDays.tell(language, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static List<String> blocks(String page, String kind) {
    return BLOCK
        .matcher(page)
        .results()
        .filter(block -> block.group(1).equals(kind))
        .map(block -> block.group(2))
        .toList();
  }

  /** To see what the pages have to show after a change: run with -Dlaw.write=FOLDER. */
  @ParameterizedTest
  @CsvSource({"LAW.md,EN", "LAW.ru.md,RU"})
  void the_page_shows_code_that_is_compiled_and_what_it_prints(String file, Language language)
      throws IOException {
    String page = Files.readString(Path.of(file));
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(SOURCE))
            .results()
            .map(found -> found.group(1).stripIndent())
            .toList();
    String folder = System.getProperty("law.write");
    if (folder != null) {
      Files.writeString(Path.of(folder, file + ".txt"), told(language));
    }
    assertThat(blocks(page, "java")).hasSize(5).allMatch(snippets::contains);
    assertThat(String.join("\n", blocks(page, "text")) + "\n").isEqualTo(told(language));
  }

  @Test
  void one_history_has_other_verdicts_under_the_law_of_2020_and_of_2025() {
    String told = told(Language.EN);
    assertThat(told)
        .contains("2020-09-30", "2025-02-05", "ELIGIBLE  oak", "NOT YET  oak", "[L1]", "[L3]");
    assertThat(told.indexOf("ELIGIBLE  oak")).isLessThan(told.indexOf("NOT YET  oak"));
  }
}
