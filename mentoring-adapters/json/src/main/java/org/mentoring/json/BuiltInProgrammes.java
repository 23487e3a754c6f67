package org.mentoring.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.prebuilt.PrebuiltDefinition;
import org.mentoring.programme.ProgrammeDefinition;

/** The programme definitions that come with this module. Stateless and thread-safe. */
public final class BuiltInProgrammes {
  private static final List<String> NAMES = List.of("civil-service-mentoring", "tyumen-2020");

  /** How the name of a definition's prebuilt form ends. */
  static final String PREBUILT = ".canonical";

  private BuiltInProgrammes() {}

  /** The names, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The definition of that name. It was read and checked when this module was built, so that no
   * YAML library is needed and a new process has it at once.
   *
   * @throws MentoringException {@code programme.unknown} if there is none of that name
   */
  public static ProgrammeDefinition read(String name) {
    byte[] document = text(name);
    // Whoever changed a document and not yet its prebuilt form gets what the document says.
    return PrebuiltDefinition.read(resource(name + PREBUILT), document)
        .orElseGet(() -> readDocument(name, document));
  }

  static ProgrammeDefinition readDocument(String name, byte[] document) {
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read(name + ".yaml", document, DocumentFormat.YAML);
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
    return resource(name + ".yaml");
  }

  private static byte[] resource(String file) {
    try (InputStream in = BuiltInProgrammes.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + file, e);
    }
  }
}
