package org.mentoring.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Problem;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.document.ReadLimits;
import org.mentoring.json.internal.binding.DraftBinder;
import org.mentoring.json.internal.tree.Faults;
import org.mentoring.json.internal.tree.TreeReader;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.validation.Checked;
import org.mentoring.validation.definition.DraftedDefinitions;
import org.mentoring.validation.definition.ProgrammeDefinitionDraft;
import org.mentoring.validation.definition.RulePackDraft;

/**
 * Reads programme definitions from JSON and YAML. A file that cannot be taken is refused with all
 * of its faults, each with its line, what was found and what is allowed. Thread-safe; opening one
 * takes a noticeable time, so keep it and close it when done.
 */
public final class DefinitionReader implements AutoCloseable {
  private static final Set<String> UNREAD = Set.of("shape.alias", "shape.anchor", "shape.tag");

  private final DraftedDefinitions drafts = DraftedDefinitions.open();
  private final ReadLimits limits;

  private DefinitionReader(ReadLimits limits) {
    this.limits = limits;
  }

  /** Opens a reader with the usual limits. */
  public static DefinitionReader open() {
    return open(ReadLimits.USUAL);
  }

  /** Opens a reader with limits of one's own. */
  public static DefinitionReader open(ReadLimits limits) {
    return new DefinitionReader(limits);
  }

  /**
   * Reads a file that ends with {@code .json}, {@code .yaml} or {@code .yml}.
   *
   * @throws InvalidDefinition with all faults
   * @throws MentoringException {@code format.unknown} or {@code file.unreadable}
   */
  public ProgrammeDefinition read(Path file) {
    return read(nameOf(file), bytes(file), formatOf(file));
  }

  /**
   * Reads a rule pack from a file that ends with {@code .json}, {@code .yaml} or {@code .yml}.
   *
   * @throws InvalidDefinition with all faults
   * @throws MentoringException {@code format.unknown} or {@code file.unreadable}
   */
  public RulePack readPack(Path file) {
    return readPack(nameOf(file), bytes(file), formatOf(file));
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static DocumentFormat formatOf(Path file) {
    String name = nameOf(file);
    return DocumentFormat.ofFileName(name)
        .orElseThrow(
            () ->
                new MentoringException(
                    "format.unknown", Map.of("file", name), "Name the file .json, .yaml or .yml."));
  }

  private byte[] bytes(Path file) {
    formatOf(file);
    try (InputStream in = Files.newInputStream(file)) {
      return atMost(in);
    } catch (IOException e) {
      throw new MentoringException(
          "file.unreadable",
          Map.of("file", nameOf(file), "why", e.getClass().getSimpleName()),
          "Look whether the file is there and may be read.");
    }
  }

  /** One byte more than allowed shows that there is too much without reading all of it. */
  private byte[] atMost(InputStream in) throws IOException {
    return in.readNBytes(limits.bytes() + 1);
  }

  /**
   * Reads a stream to its end; does not close it.
   *
   * @param source how problems call it
   * @throws InvalidDefinition with all faults
   */
  public ProgrammeDefinition read(String source, InputStream in, DocumentFormat format)
      throws IOException {
    return read(source, atMost(in), format);
  }

  /**
   * Reads a document.
   *
   * @param source how problems call it
   * @throws InvalidDefinition with all faults
   */
  public ProgrammeDefinition read(String source, byte[] bytes, DocumentFormat format) {
    DefinitionDocument document = check(source, bytes, format);
    return document.definition().orElseThrow(() -> new InvalidDefinition(document.problems()));
  }

  /**
   * As {@link #read(String, byte[], DocumentFormat)}, but answers with the problems instead of
   * throwing them.
   */
  public DefinitionDocument check(String source, byte[] bytes, DocumentFormat format) {
    Faults faults = Faults.tellingValues();
    DraftBinder binder = new DraftBinder(source, faults);
    ProgrammeDefinitionDraft draft =
        TreeReader.read(source, bytes, format, limits, faults)
            .map(root -> binder.bind(root, ProgrammeDefinitionDraft.class))
            .orElse(null);
    List<Problem> told = faults.problems();
    Checked<ProgrammeDefinition> checked =
        draft == null ? new Checked<>(null, told) : drafts.toDefinition(draft, binder, told);
    return new DefinitionDocument(
        told.stream().anyMatch(problem -> UNREAD.contains(problem.code()))
            ? withoutMissing(checked)
            : checked,
        binder);
  }

  /**
   * Reads a rule pack.
   *
   * @param source how problems call it
   * @throws InvalidDefinition with all faults
   */
  public RulePack readPack(String source, byte[] bytes, DocumentFormat format) {
    Checked<RulePack> checked = checkPack(source, bytes, format);
    return checked.value().orElseThrow(() -> new InvalidDefinition(checked.problems()));
  }

  /**
   * As {@link #readPack(String, byte[], DocumentFormat)}, but answers with the problems instead of
   * throwing them.
   */
  public Checked<RulePack> checkPack(String source, byte[] bytes, DocumentFormat format) {
    Faults faults = Faults.tellingValues();
    DraftBinder binder = new DraftBinder(source, faults);
    RulePackDraft draft =
        TreeReader.read(source, bytes, format, limits, faults)
            .map(root -> binder.bind(root, RulePackDraft.class))
            .orElse(null);
    List<Problem> told = faults.problems();
    Checked<RulePack> checked =
        draft == null ? new Checked<>(null, told) : drafts.toPack(draft, binder, told);
    return told.stream().anyMatch(problem -> UNREAD.contains(problem.code()))
        ? withoutMissing(checked)
        : checked;
  }

  /** What is behind an alias was not read, so nobody knows which keys are missing. */
  private static <T> Checked<T> withoutMissing(Checked<T> checked) {
    return new Checked<>(
        null,
        checked.problems().stream()
            .filter(problem -> !problem.code().equals("shape.key-missing"))
            .toList());
  }

  @Override
  public void close() {
    drafts.close();
  }
}
