package org.mentoring.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.text.Language;

class QuickstartTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path SOURCE =
      Path.of("src/main/java/org/mentoring/quickstart/Quickstart.java");

  @ParameterizedTest
  @CsvSource({"README.md,EN", "README.ru.md,RU"})
  void the_readme_shows_this_code_and_what_it_prints(String file, Language language)
      throws IOException {
    String readme = Files.readString(ROOT.resolve(file));
    String source = Files.readString(SOURCE);
    String snippet =
        source
            .substring(
                source.indexOf("// snippet\n") + "// snippet\n".length(),
                source.indexOf("\n    // end of snippet"))
            .stripIndent();

    assertThat(readme).contains("```java\n" + snippet + "\n```");
    assertThat(readme).contains("```text\n" + Quickstart.decide(language) + "\n```");
  }
}
