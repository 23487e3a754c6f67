package org.mentoring.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.mentoring.csv.PeopleCsvReader;
import org.mentoring.json.people.PeopleJsonReader;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Value;
import org.mentoring.validation.people.Expectations;
import org.mentoring.validation.people.PeopleImport;

/** Reads the people that a command line names: CSV or JSON, a file or standard input. */
final class PeopleSource {
  private static final String STANDARD_INPUT = "-";

  private final Dialect dialect;
  private final Expectations expectations;

  /** A source that expects the words of a definition, and nobody born after a day. */
  PeopleSource(ProgrammeDefinition definition, LocalDate asOf, Dialect dialect) {
    this.dialect = dialect;
    this.expectations = Expectations.of(definition).bornBy(asOf);
  }

  /** Reads a file, or standard input for {@code -}. */
  PeopleImport read(String named, InputStream standardInput) {
    try {
      if (named.equals(STANDARD_INPUT)) {
        return read(new BufferedInputStream(standardInput), STANDARD_INPUT);
      }
      Path file = existing(named);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        return read(in, String.valueOf(file.getFileName()));
      }
    } catch (AccessDeniedException e) {
      throw Failure.input("error.file-denied", Map.of("file", Value.of(named)));
    } catch (IOException e) {
      throw Failure.input("error.file-unreadable", Map.of("file", Value.of(named)));
    }
  }

  /**
   * Reads a stream that can be marked; a name that says nothing about the format asks the stream.
   */
  PeopleImport read(InputStream in, String name) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean json = lower.endsWith(".json") || (name.equals(STANDARD_INPUT) && beginsAsJson(in));
    if (!json
        && !lower.endsWith(".csv")
        && !lower.endsWith(".txt")
        && !name.equals(STANDARD_INPUT)) {
      throw Failure.input("error.people-format", Map.of("file", Value.of(name)));
    }
    return json
        ? PeopleJsonReader.of(expectations).read(in, name)
        : PeopleCsvReader.of(dialect.options(), expectations).read(in, name);
  }

  private static boolean beginsAsJson(InputStream in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first == '{' || first == '[';
  }

  private static Path existing(String named) {
    try {
      Path file = Path.of(named);
      if (Files.isDirectory(file)) {
        throw Failure.input("error.file-directory", Map.of("file", Value.of(named)));
      }
      if (Files.exists(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw Failure.input("error.file-missing", Map.of("file", Value.of(named)));
    }
    throw Failure.input("error.file-missing", Map.of("file", Value.of(named)));
  }
}
