package org.mentoring.json.happening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.document.ReadLimits;

/**
 * Reads files of dated happenings, in YAML or JSON: the programme, its people and what happens
 * when. Nothing is coerced, unknown keys are refused, every fault of a file is told at once with
 * line and column; what is said about people is never repeated. The README of this module describes
 * the format. Immutable and thread-safe.
 */
public final class HappeningsReader {
  private final ReadLimits limits;

  private HappeningsReader(ReadLimits limits) {
    this.limits = limits;
  }

  /** A reader with the usual limits. */
  public static HappeningsReader open() {
    return of(ReadLimits.USUAL);
  }

  /** A reader with limits of one's own. */
  public static HappeningsReader of(ReadLimits limits) {
    return new HappeningsReader(limits);
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
    return new FileReading(source, limits, folder).read(bytes, format);
  }
}
