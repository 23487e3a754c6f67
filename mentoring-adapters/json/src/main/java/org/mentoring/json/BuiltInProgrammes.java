package org.mentoring.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.programme.ProgrammeDefinition;

/** The programme definitions that come with this module. Stateless and thread-safe. */
public final class BuiltInProgrammes {
  private static final List<String> NAMES = List.of("civil-service-mentoring", "tyumen-2020");

  private BuiltInProgrammes() {}

  /** The names, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Reads one; needs jackson-dataformat-yaml.
   *
   * @throws MentoringException {@code programme.unknown} if there is none of that name
   */
  public static ProgrammeDefinition read(String name) {
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read(name + ".yaml", text(name), DocumentFormat.YAML);
    }
  }

  /**
   * The file as it is, UTF-8: to start a definition of one's own from.
   *
   * @throws MentoringException {@code programme.unknown} if there is none of that name
   */
  public static byte[] text(String name) {
    if (!NAMES.contains(name)) {
      throw new MentoringException(
          "programme.unknown",
          Map.of("allowed", String.join(", ", NAMES)),
          "Name one of the built-in programmes, or read a file of your own with DefinitionReader.");
    }
    try (InputStream in = BuiltInProgrammes.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name + ".yaml");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + name + ".yaml", e);
    }
  }
}
