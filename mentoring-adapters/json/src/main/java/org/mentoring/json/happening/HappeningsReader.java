package org.mentoring.json.happening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.document.ReadLimits;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/**
 * Reads files of dated happenings, in YAML or JSON: the programme, its people and what happens
 * when. Nothing is coerced, unknown keys are refused, every fault of a file is told at once with
 * line and column; what is said about people is never repeated. The README of this module describes
 * the format. Immutable and thread-safe.
 */
public final class HappeningsReader {
  private static final String FINDING = "finding.";

  private final ReadLimits limits;
  private final SortedSet<String> findings;

  private HappeningsReader(ReadLimits limits, Collection<String> findings) {
    this.limits = limits;
    this.findings = Collections.unmodifiableSortedSet(new TreeSet<>(findings));
  }

  /** A reader with the usual limits. */
  public static HappeningsReader open() {
    return of(ReadLimits.USUAL);
  }

  /** A reader with limits of one's own. */
  public static HappeningsReader of(ReadLimits limits) {
    return new HappeningsReader(
        limits,
        Messages.of(Language.EN).keys().stream()
            .filter(key -> key.startsWith(FINDING))
            .map(key -> key.substring(FINDING.length()))
            .toList());
  }

  /**
   * The same reader for files that may expect findings of one's own rules and evaluators, too; a
   * code that it does not know is a fault of the file.
   *
   * @param codes codes of findings that the library does not have
   */
  public HappeningsReader knowing(Collection<String> codes) {
    SortedSet<String> all = new TreeSet<>(findings);
    all.addAll(codes);
    return new HappeningsReader(limits, all);
  }

  /**
   * Reads a file that ends with {@code .yaml}, {@code .yml} or {@code .json}. Files that it names
   * are looked for in its folder.
   *
   * @throws InvalidInput with all faults
   * @throws InvalidDefinition with all faults of a definition that the file names
   * @throws MentoringException {@code format.unknown} or {@code file.unreadable}
   */
  public Happenings read(Path file) {
    String name = String.valueOf(file.getFileName());
    DocumentFormat format =
        DocumentFormat.ofFileName(name)
            .orElseThrow(
                () ->
                    new MentoringException(
                        "format.unknown",
                        Map.of("file", name),
                        "Name the file .yaml, .yml or .json."));
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(limits.bytes() + 1);
    } catch (IOException e) {
      throw new MentoringException(
          "file.unreadable",
          Map.of("file", name, "why", e.getClass().getSimpleName()),
          "Look whether the file is there and may be read.");
    }
    return read(name, bytes, format, file.toAbsolutePath().getParent());
  }

  /**
   * Reads a document that names a built-in programme and no other files.
   *
   * @param source how problems call it
   * @throws InvalidInput with all faults
   */
  public Happenings read(String source, byte[] bytes, DocumentFormat format) {
    return read(source, bytes, format, null);
  }

  private Happenings read(
      String source, byte[] bytes, DocumentFormat format, @Nullable Path folder) {
    return new FileReading(source, limits, folder, findings).read(bytes, format);
  }
}
