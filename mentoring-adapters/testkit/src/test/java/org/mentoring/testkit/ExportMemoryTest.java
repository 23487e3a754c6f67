package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An export takes no more memory for more rows. For a release, {@code
 * -Dmentoring.export.mentorships=1000000 -Dmentoring.export.megabytes=128}.
 */
class ExportMemoryTest {
  private static final int MENTORSHIPS = Integer.getInteger("mentoring.export.mentorships", 60_000);
  private static final int MEGABYTES = Integer.getInteger("mentoring.export.megabytes", 32);

  private record Ended(int exitCode, String output) {}

  @Test
  void many_mentorships_are_exported_in_little_memory() throws Exception {
    Ended ended = export(Integer.toString(MENTORSHIPS));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output().strip()).matches((MENTORSHIPS + 1) + " [0-9a-f]{64}");
  }

  @Test
  void an_export_that_keeps_what_it_has_read_is_found() throws Exception {
    Ended ended = export(Integer.toString(MENTORSHIPS), "hoard");
    assertThat(ended.exitCode()).isNotZero();
    assertThat(ended.output()).contains("OutOfMemoryError");
  }

  private static Ended export(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ExportOfMany.class.getName()));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
