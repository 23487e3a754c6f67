package org.mentoring.jdbc.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.jdbc.harness.Harness;
import org.mentoring.testkit.internal.HarnessRounds;

/**
 * Nothing personal is logged, by this library or by what it is built on, at any level: by rules,
 * stores, pools, migrations and drivers, through SLF4J, {@code java.util.logging}, {@code
 * System.Logger} or the output. Some hundred people are judged, in profile {@code release-checks}
 * ten thousand, and others live, are erased and fail in a database.
 */
@Tag("proof")
class LogsTest {
  private static final int PEOPLE = Harness.release() ? 10_000 : 300;

  @TempDir Path folder;

  @Test
  void no_log_tells_anything_personal_of_those_who_are_judged_or_are_in_an_h2_file() {
    HarnessRounds harness =
        Harness.of("C-canaries", "program of canary lives, all of whose logs are read", 1, 1);
    harness.run(
        number -> {
          List<String> told = told("h2", PEOPLE);

          assertThat(told).filteredOn(line -> line.startsWith("leak ")).isEmpty();
          // Whoever hears nothing finds no leak.
          assertThat(told)
              .anyMatch(line -> line.startsWith("logged slf4j org.drools"))
              .anyMatch(line -> line.startsWith("logged slf4j org.flywaydb"));
        });
    harness.tell(String.format(Locale.ROOT, "%,d people judged, nothing told", PEOPLE));
  }

  @Test
  void no_log_tells_anything_personal_of_people_in_postgresql_but_what_its_driver_is_asked_for()
      throws Exception {
    List<String> told = told("postgresql", 0);

    assertThat(told).filteredOn(line -> line.startsWith("leak ")).isEmpty();
    assertThat(told).anyMatch(line -> line.startsWith("logged slf4j com.zaxxer.hikari"));
    // As the guide says; and it shows that the search sees what goes to a database.
    assertThat(told).anyMatch(line -> line.matches("driver [1-9]\\d*"));
  }

  @Test
  void a_leak_is_found_wherever_it_is_logged() throws Exception {
    List<String> told = told("planted", 0);

    for (String leak :
        List.of(
            "leak slf4j planted: of told00001x",
            "leak slf4j planted: failed java.lang.IllegalStateException: told00002x",
            "leak java planted: of told00003x",
            "leak java planted: told00004x")) {
      assertThat(told).anyMatch(line -> line.startsWith(leak));
    }
    assertThat(told)
        .anyMatch(line -> line.startsWith("leak output: ") && line.contains("сказано00005ю"))
        .anyMatch(line -> line.startsWith("leak output: ") && line.contains("1971-01-07"));
  }

  private List<String> told(String what, int people) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Dslf4j.provider=" + EveryLevel.class.getName(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LoggedLife.class.getName(),
                what,
                Integer.toString(people))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the program went on: " + Files.readString(output));
    }
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertThat(lines).as("how the program ended").contains("end");
    return lines;
  }
}
