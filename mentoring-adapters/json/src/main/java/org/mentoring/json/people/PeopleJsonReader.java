package org.mentoring.json.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoring.failure.Problem;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.document.ReadLimits;
import org.mentoring.json.internal.people.PersonTree;
import org.mentoring.json.internal.tree.Faults;
import org.mentoring.json.internal.tree.Node;
import org.mentoring.json.internal.tree.StrictReader;
import org.mentoring.json.internal.tree.TreeReader;
import org.mentoring.validation.people.Expectations;
import org.mentoring.validation.people.LocatedDraft;
import org.mentoring.validation.people.PeopleImport;
import org.mentoring.validation.people.PeopleIntake;

/**
 * Reads people from JSON: {@code {"participants": [...]}}. A participant has {@code id}, {@code
 * kind} (absent for a person), {@code references} as objects of {@code system} and {@code value},
 * and {@code facts}. A fact has its {@code kind}, the components of that kind by name, {@code
 * from}, {@code until} and, a consent, {@code withdrawn}:
 *
 * <pre>{@code
 * {"participants": [
 *   {"id": "m-1", "facts": [
 *     {"kind": "birth", "date": "1988-05-14"},
 *     {"kind": "training", "purpose": "INITIAL", "minutes": 480, "mode": "IN_PERSON",
 *      "by": "REGIONAL_OPERATOR", "from": "2020-09-01"},
 *     {"kind": "availability", "windows": ["MON 15:00-18:00"], "from": "2020-09-01"}]}]}
 * }</pre>
 *
 * Nothing is coerced, unknown keys are refused, every fault is told with its line and without the
 * value. Who has no fault is accepted, as long as the document itself can be read to its end.
 * Immutable and thread-safe.
 */
public final class PeopleJsonReader {
  /** People are many: 64 MiB. */
  private static final ReadLimits LIMITS = new ReadLimits(64 * 1024 * 1024, 16, 20);

  private static final String PARTICIPANTS = "participants";
  private static final String EXPECTED = "{\"participants\": [{\"id\": …, \"facts\": […]}]}";

  private static final PersonTree PEOPLE = PersonTree.with(Set.of(PARTICIPANTS));

  private final ReadLimits limits;
  private final PeopleIntake intake;

  private PeopleJsonReader(ReadLimits limits, PeopleIntake intake) {
    this.limits = limits;
    this.intake = intake;
  }

  /** A reader of at most 64 MiB that takes every well spelt code. */
  public static PeopleJsonReader open() {
    return of(LIMITS, Expectations.none());
  }

  /** A reader with limits and expectations of one's own. */
  public static PeopleJsonReader of(ReadLimits limits, Expectations expectations) {
    return new PeopleJsonReader(limits, PeopleIntake.with(expectations));
  }

  /** A reader of at most 64 MiB with expectations of one's own. */
  public static PeopleJsonReader of(Expectations expectations) {
    return of(LIMITS, expectations);
  }

  /**
   * Reads a file; problems name it without its folders.
   *
   * @throws IOException if the file cannot be read
   */
  public PeopleImport read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, String.valueOf(file.getFileName()));
    }
  }

  /**
   * Reads a stream and leaves it open.
   *
   * @param in UTF-8
   * @param source how problems name it
   * @throws IOException if the stream cannot be read
   */
  public PeopleImport read(InputStream in, String source) throws IOException {
    byte[] bytes = in.readNBytes(limits.bytes() + 1);
    Faults faults = Faults.tellingShapes(PEOPLE.keys());
    Optional<Node> root = TreeReader.read(source, bytes, DocumentFormat.JSON, limits, faults);
    if (root.isEmpty()) {
      return PeopleImport.failed(faults.problems());
    }
    if (root.get() instanceof Node.BrokenNode) {
      return PeopleImport.failed(faults.problems());
    }
    boolean fitting =
        root.get() instanceof Node.ObjectNode object && object.members().containsKey(PARTICIPANTS);
    if (!fitting) {
      faults.found("people.not-participants", root.get(), Map.of("expected", EXPECTED));
      return PeopleImport.failed(faults.problems());
    }
    List<LocatedDraft> drafts = new ArrayList<>();
    // What is wrong with the document itself is told once; what is wrong inside of a participant
    // leaves only this one out.
    List<Problem> outside = new ArrayList<>(faults.problems());
    Faults around = Faults.tellingShapes(PEOPLE.keys());
    StrictReader reader = StrictReader.of(root.get(), around).orElseThrow();
    for (Node node : reader.list(PARTICIPANTS)) {
      drafts.add(PEOPLE.participant(node, null, outside));
    }
    reader.done();
    outside.addAll(around.problems());
    PeopleImport taken = intake.take(drafts);
    List<Problem> problems = new ArrayList<>(outside);
    problems.addAll(taken.problems());
    return new PeopleImport(taken.accepted(), problems, drafts.size());
  }
}
