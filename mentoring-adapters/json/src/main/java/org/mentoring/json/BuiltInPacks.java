package org.mentoring.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.prebuilt.PrebuiltDefinition;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;

/**
 * The rule packs of law and standards that come with this module. Stateless and thread-safe. They
 * hold what their sources say of things that can be checked, and are no legal advice.
 */
public final class BuiltInPacks {
  /** Each with its version. */
  private static final SortedMap<String, String> VERSIONS =
      new TreeMap<>(
          Map.of(
              "eepm-4", "1.0.0",
              "eepm-5", "1.0.0",
              "escalation-imentor", "1.0.0",
              "r-145", "1.0.0",
              "ru-120fz-2025", "1.0.0",
              "ru-labour-code-351-8", "1.0.0",
              "ru-work-with-minors", "2020"));

  private static final List<String> NAMES = List.copyOf(VERSIONS.keySet());

  private BuiltInPacks() {}

  /** The ids, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The pack of that id. It was read and checked when this module was built.
   *
   * @param name an id, or id and version, as {@code eepm-4} or {@code eepm-4@1.0.0}
   * @throws MentoringException {@code pack.unknown} if there is none of that name
   */
  public static RulePack read(String name) {
    byte[] document = text(name);
    String file = file(name);
    return PrebuiltDefinition.read(
            resource(file + BuiltInProgrammes.PREBUILT), document, RulePack.class)
        .orElseGet(() -> readDocument(file, document));
  }

  static RulePack readDocument(String file, byte[] document) {
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.readPack(file + ".yaml", document, DocumentFormat.YAML);
    }
  }

  /**
   * The file of a pack as it is, UTF-8: to start a pack of one's own from.
   *
   * @throws MentoringException {@code pack.unknown} if there is none of that name
   */
  public static byte[] text(String name) {
    return resource(file(name) + ".yaml");
  }

  /**
   * A definition under those of the packs that it names ({@link ProgrammeDefinition#under()}) which
   * come with this module. It stays as it is under the others, which the embedder has to lay.
   *
   * @throws org.mentoring.failure.InvalidDefinition if the definition loosens what a pack asks
   */
  public static ProgrammeDefinition laidOver(ProgrammeDefinition definition) {
    List<RulePack> packs = new ArrayList<>();
    for (String name : definition.under()) {
      find(name).ifPresent(id -> packs.add(read(id)));
    }
    return packs.isEmpty() ? definition : definition.withPacks(packs);
  }

  private static Optional<String> find(String name) {
    return NAMES.stream()
        .filter(id -> name.equals(id) || name.equals(id + "@" + VERSIONS.get(id)))
        .findFirst();
  }

  private static String file(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new MentoringException(
                    "pack.unknown",
                    Map.of("allowed", String.join(", ", NAMES)),
                    "Name one of the built-in packs, or read a file of your own with DefinitionReader."));
  }

  private static byte[] resource(String file) {
    try (InputStream in = BuiltInPacks.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + file, e);
    }
  }
}
