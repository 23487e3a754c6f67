package org.mentoring.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.DefinitionReader;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.text.Spelling;
import org.mentoring.text.Value;

/** Reads the definition that a command line names: built in, or a file. */
final class DefinitionSource {
  private DefinitionSource() {}

  /**
   * Reads a definition.
   *
   * @param named the name of a built-in programme, with {@code @} and a version if not the newest
   *     is meant, or a file; a built-in name wins
   * @throws org.mentoring.failure.InvalidDefinition with all faults
   */
  static ProgrammeDefinition read(String named) {
    if (BuiltInProgrammes.names().contains(named)) {
      return BuiltInProgrammes.read(named);
    }
    if (versions().contains(named)) {
      int at = named.indexOf('@');
      return BuiltInProgrammes.read(named.substring(0, at), Version.parse(named.substring(at + 1)));
    }
    Path file = existing(named);
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read(file);
    } catch (MentoringException e) {
      if (e.code().equals("format.unknown")) {
        throw Failure.input("error.definition-format", Map.of("file", Value.of(named)));
      }
      if (e.code().equals("file.unreadable")) {
        throw Failure.input("error.file-unreadable", Map.of("file", Value.of(named)));
      }
      throw e;
    }
  }

  /** Every version of every built-in programme, as {@code tyumen-2020@1.0.0}. */
  static List<String> versions() {
    return BuiltInProgrammes.names().stream()
        .flatMap(
            name -> BuiltInProgrammes.versions(name).stream().map(version -> name + "@" + version))
        .toList();
  }

  private static Path existing(String named) {
    Path file;
    try {
      file = Path.of(named);
    } catch (InvalidPathException e) {
      throw unknown(named);
    }
    if (Files.isDirectory(file)) {
      throw Failure.input("error.file-directory", Map.of("file", Value.of(named)));
    }
    if (!Files.exists(file)) {
      throw unknown(named);
    }
    return file;
  }

  private static Failure unknown(String named) {
    List<String> known = new ArrayList<>(BuiltInProgrammes.names());
    if (named.contains("@")) {
      known.addAll(versions());
    }
    return Failure.input(
        "error.definition-unknown",
        Map.of(
            "name",
            Value.of(named),
            "nearest",
            Value.of(Spelling.nearest(named, known, 1).get(0)),
            "allowed",
            Value.of(String.join(", ", known))));
  }
}
