package org.mentoring.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mentoring.testkit.SyntheticRegion;

/** Runs the command line in this process. */
final class Shell {
  private Shell() {}

  record Answer(int exitCode, String out, String err) {}

  static Answer run(String... arguments) {
    return runOn("", arguments);
  }

  static Answer runOn(String standardInput, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
    int exitCode = MentoringCommand.run(in, new PrintWriter(out), new PrintWriter(err), arguments);
    return new Answer(exitCode, out.toString(), err.toString());
  }

  /** A command on people of the Tyumen programme, as of 2020-10-01. */
  static Answer onPeople(String command, Path people, String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--quiet",
                "--definition",
                "tyumen-2020",
                "--as-of",
                "2020-10-01",
                "--people",
                people.toString()));
    arguments.addAll(List.of(further));
    return run(arguments.toArray(String[]::new));
  }

  /** A file of made-up people: 40 mentees and 50 mentors. */
  static Path people(Path folder) {
    Path file = folder.resolve("people.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      SyntheticRegion.standard().sized(40, 50).writeCsv(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
