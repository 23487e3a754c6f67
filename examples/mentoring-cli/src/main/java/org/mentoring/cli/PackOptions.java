package org.mentoring.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.DefinitionReader;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.text.Spelling;
import org.mentoring.text.Value;
import picocli.CommandLine.Option;

/** Rule packs that are laid over the definition. */
final class PackOptions {
  @Option(names = "--pack", paramLabel = "FILE|NAME")
  List<String> packs = new ArrayList<>();

  /**
   * The definition under the packs.
   *
   * @throws org.mentoring.failure.InvalidDefinition with all faults of a pack, or with all that it
   *     would loosen
   */
  ProgrammeDefinition laidOver(ProgrammeDefinition definition) {
    List<RulePack> read = new ArrayList<>();
    packs.forEach(named -> read.add(read(named)));
    return read.isEmpty() ? definition : definition.withPacks(read);
  }

  /** A built-in name wins over a file. */
  static RulePack read(String named) {
    if (names().contains(named)) {
      return BuiltInPacks.read(named);
    }
    Path file = existing(named);
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.readPack(file);
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

  /** The built-in packs, with and without their versions. */
  private static List<String> names() {
    List<String> names = new ArrayList<>(BuiltInPacks.names());
    BuiltInPacks.names().forEach(name -> names.add(BuiltInPacks.read(name).name()));
    return names;
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
    List<String> known = BuiltInPacks.names();
    return Failure.input(
        "error.pack-unknown",
        Map.of(
            "name",
            Value.of(named),
            "nearest",
            Value.of(Spelling.nearest(named, known, 1).get(0)),
            "allowed",
            Value.of(String.join(", ", known))));
  }
}
