package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jazzer looks for inputs that reach what others did not, where it is on the class path: in profile
 * {@code release-checks}, with {@code -Djazzer.runs} executions of each parser, a million unless it
 * is said. What it finds lies in {@code target/jazzer}, to be put into the corpus that every build
 * replays.
 */
class JazzerTest {
  private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

  static boolean jazzerIsThere() {
    return ParserFuzzTarget.class.getClassLoader().getResource(JAZZER.replace('.', '/') + ".class")
        != null;
  }

  @ParameterizedTest
  @EnumSource
  @EnabledIf("jazzerIsThere")
  void no_input_that_jazzer_finds_does_harm(Parser parser) throws Exception {
    Path folder = Path.of("target", "jazzer", parser.name().toLowerCase(Locale.ROOT));
    Path found = Files.createDirectories(folder.resolve("found"));
    Path given = Files.createDirectories(folder.resolve("given"));
    List<byte[]> valid = parser.valid();
    for (int i = 0; i < valid.size(); i++) {
      Files.write(given.resolve("valid-" + i), valid.get(i));
    }
    assertThat(run(parser, folder, found, given)).as("see %s", folder).isZero();
  }

  private static int run(Parser parser, Path folder, Path found, Path given)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-Dfile.encoding=UTF-8",
            "-Dfuzz.parser=" + parser,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            JAZZER,
            "--target_class=" + ParserFuzzTarget.class.getName(),
            "--instrumentation_includes=org.mentoring.**",
            "-runs=" + Integer.getInteger("jazzer.runs", 1_000_000),
            "-timeout=10",
            "-max_len=100000",
            found.toAbsolutePath().toString(),
            given.toAbsolutePath().toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("jazzer.log").toFile())
        .start()
        .waitFor();
  }
}
