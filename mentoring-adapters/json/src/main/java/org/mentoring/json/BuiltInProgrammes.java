package org.mentoring.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.prebuilt.PrebuiltDefinition;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;

/**
 * The programme definitions that come with this module. A version that a newer one replaced stays,
 * for whatever was decided under it. Stateless and thread-safe.
 */
public final class BuiltInProgrammes {
  /** The versions of each, oldest first. */
  private static final SortedMap<String, List<Version>> VERSIONS =
      new TreeMap<>(
          Map.of(
              "civil-service-mentoring", List.of(new Version(1, 0, 0)),
              "desnogorsk-social-apartment", List.of(new Version(1, 0, 0)),
              "irkutsk-2017", List.of(new Version(1, 0, 0)),
              "nefteyugansk-pedagogical-investment", List.of(new Version(1, 0, 0)),
              "our-voices-2019", List.of(new Version(1, 0, 0)),
              "tyumen-2020", List.of(new Version(1, 0, 0), new Version(2, 0, 0))));

  private static final List<String> NAMES = List.copyOf(VERSIONS.keySet());

  /** How the name of a definition's prebuilt form ends. */
  static final String PREBUILT = ".canonical";

  private BuiltInProgrammes() {}

  /** The names, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The versions of a definition, oldest first.
   *
   * @throws MentoringException {@code programme.unknown} if there is none of that name
   */
  public static List<Version> versions(String name) {
    List<Version> versions = VERSIONS.get(name);
    if (versions == null) {
      throw new MentoringException(
          "programme.unknown",
          Map.of("allowed", String.join(", ", NAMES)),
          "Name one of the built-in programmes, or read a file of your own with DefinitionReader.");
    }
    return versions;
  }

  /**
   * The newest definition of that name. It was read and checked when this module was built, so that
   * no YAML library is needed and a new process has it at once.
   *
   * @throws MentoringException {@code programme.unknown} if there is none of that name
   */
  public static ProgrammeDefinition read(String name) {
    return read(name, newest(name));
  }

  /**
   * The definition of that name in that version.
   *
   * @throws MentoringException {@code programme.unknown} or {@code programme.version-unknown}
   */
  public static ProgrammeDefinition read(String name, Version version) {
    String file = file(name, version);
    byte[] document = text(name, version);
    // Whoever changed a document and not yet its prebuilt form gets what the document says.
    return PrebuiltDefinition.read(resource(file + PREBUILT), document)
        .orElseGet(() -> readDocument(file, document));
  }

  static ProgrammeDefinition readDocument(String file, byte[] document) {
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read(file + ".yaml", document, DocumentFormat.YAML);
    }
  }

  /**
   * The file of the newest version as it is, UTF-8: to start a definition of one's own from.
   *
   * @throws MentoringException {@code programme.unknown} if there is none of that name
   */
  public static byte[] text(String name) {
    return text(name, newest(name));
  }

  /**
   * The file of that version as it is, UTF-8.
   *
   * @throws MentoringException {@code programme.unknown} or {@code programme.version-unknown}
   */
  public static byte[] text(String name, Version version) {
    return resource(file(name, version) + ".yaml");
  }

  /** The newest version lies under the bare name, so that links to it stay. */
  static String file(String name, Version version) {
    if (!versions(name).contains(version)) {
      throw new MentoringException(
          "programme.version-unknown",
          Map.of("name", name, "allowed", versions(name).toString()),
          "Ask for one of the versions that this module has, or for the newest.");
    }
    return version.equals(newest(name)) ? name : name + "-" + version;
  }

  private static Version newest(String name) {
    List<Version> versions = versions(name);
    return versions.get(versions.size() - 1);
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
