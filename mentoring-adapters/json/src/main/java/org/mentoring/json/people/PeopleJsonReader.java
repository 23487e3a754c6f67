package org.mentoring.json.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.document.ReadLimits;
import org.mentoring.json.internal.tree.Faults;
import org.mentoring.json.internal.tree.Node;
import org.mentoring.json.internal.tree.StrictReader;
import org.mentoring.json.internal.tree.TreeReader;
import org.mentoring.validation.people.Expectations;
import org.mentoring.validation.people.FactDraft;
import org.mentoring.validation.people.FactShape;
import org.mentoring.validation.people.LocatedDraft;
import org.mentoring.validation.people.ParticipantDraft;
import org.mentoring.validation.people.PeopleImport;
import org.mentoring.validation.people.PeopleIntake;
import org.mentoring.validation.people.ReferenceDraft;

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

  private static final Set<String> OF_EVERY_FACT = Set.of("kind", "from", "until", "withdrawn");

  private static final String PARTICIPANTS = "participants";
  private static final String EXPECTED = "{\"participants\": [{\"id\": …, \"facts\": […]}]}";
  private static final String EXAMPLE = "{\"kind\": \"birth\", \"date\": \"2006-05-14\"}";

  /** The keys that documents may have anywhere; others are not repeated. */
  private static final Set<String> KEYS = keys();

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
    Faults faults = Faults.tellingShapes(KEYS);
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
    Faults around = Faults.tellingShapes(KEYS);
    StrictReader reader = StrictReader.of(root.get(), around).orElseThrow();
    for (Node node : reader.list(PARTICIPANTS)) {
      drafts.add(participant(node, outside));
    }
    reader.done();
    outside.addAll(around.problems());
    PeopleImport taken = intake.take(drafts);
    List<Problem> problems = new ArrayList<>(outside);
    problems.addAll(taken.problems());
    return new PeopleImport(taken.accepted(), problems, drafts.size());
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(OF_EVERY_FACT);
    keys.addAll(List.of(PARTICIPANTS, "id", "references", "system", "value", "facts"));
    FactShape.byKind()
        .values()
        .forEach(shape -> shape.components().forEach(each -> keys.add(each.name())));
    return keys;
  }

  private static LocatedDraft participant(Node node, List<Problem> outside) {
    Faults faults = Faults.tellingShapes(KEYS);
    outside.stream()
        .filter(problem -> within(problem, node))
        .forEach(problem -> faults.add(problem.code(), problem.place(), problem.parameters()));
    Map<String, Place> places = new HashMap<>();
    Set<String> told = new HashSet<>();
    Optional<StrictReader> read = StrictReader.of(node, faults);
    if (read.isEmpty()) {
      return new LocatedDraft(
          new ParticipantDraft(null, null, List.of(), List.of()),
          node.place(),
          path -> node.place(),
          faults.problems(),
          Set.of("id"));
    }
    StrictReader person = read.get();
    String id = text(person, "id", "", told);
    String kind = text(person, "kind", "", told);
    places.put("id", person.place("id"));
    places.put("kind", person.place("kind"));
    places.put("references", person.place("references"));
    List<ReferenceDraft> references = new ArrayList<>();
    for (Node each : person.list("references")) {
      StrictReader.of(each, faults)
          .ifPresent(
              reference -> {
                String path = "references[" + references.size() + "]";
                places.put(path, reference.place());
                references.add(
                    new ReferenceDraft(
                        text(reference, "system", path + ".", told),
                        text(reference, "value", path + ".", told)));
                reference.done();
              });
    }
    List<FactDraft> facts = new ArrayList<>();
    for (Node each : person.list("facts")) {
      StrictReader.of(each, faults)
          .ifPresent(
              fact -> facts.add(fact(fact, "facts[" + facts.size() + "]", places, faults, told)));
    }
    person.done("people.person-key-unknown", Map.of("example", EXAMPLE));
    return new LocatedDraft(
        new ParticipantDraft(id, kind, references, facts),
        node.place(),
        path -> place(path, places, node.place()),
        faults.problems(),
        told);
  }

  /** A text that may be absent; one that is there and refused was told, and is noted as such. */
  private static @Nullable String text(
      StrictReader object, String key, String path, Set<String> told) {
    String text = object.text(key);
    if (text == null && object.has(key)) {
      told.add(path + key);
    }
    return text;
  }

  private static FactDraft fact(
      StrictReader fact, String path, Map<String, Place> places, Faults faults, Set<String> told) {
    places.put(path, fact.place());
    Map<String, Object> values = new LinkedHashMap<>();
    for (String key : fact.keys()) {
      places.put(path + "." + key, fact.place(key));
      if (!OF_EVERY_FACT.contains(key)) {
        Node node = fact.node(key);
        Object value = raw(node);
        if (value != null) {
          values.put(key, value);
        } else {
          told.add(path + "." + key);
          if (node instanceof Node.NullNode) {
            faults.add("shape.null", node.place());
          }
        }
      }
    }
    return new FactDraft(
        text(fact, "kind", path + ".", told),
        values,
        text(fact, "from", path + ".", told),
        text(fact, "until", path + ".", told),
        text(fact, "withdrawn", path + ".", told));
  }

  /**
   * The value as a draft holds it; what drafts do not know becomes something that their check
   * refuses.
   */
  private static @Nullable Object raw(@Nullable Node node) {
    if (node instanceof Node.TextNode text) {
      return text.text();
    }
    if (node instanceof Node.NumberNode number) {
      String literal = number.literal();
      return literal.matches("-?\\d{1,18}")
          ? (Object) Long.valueOf(literal)
          : new java.math.BigDecimal(literal);
    }
    if (node instanceof Node.TruthNode truth) {
      return truth.value();
    }
    if (node instanceof Node.ListNode list) {
      List<Object> values = new ArrayList<>();
      for (Node each : list.values()) {
        Object value = raw(each);
        values.add(value == null ? Map.of() : value);
      }
      return values;
    }
    return node instanceof Node.ObjectNode ? Map.of() : null;
  }

  private static Place place(String path, Map<String, Place> places, Place otherwise) {
    String at = path;
    while (!at.isEmpty()) {
      Place place = places.get(at);
      if (place != null) {
        return at.equals(path) ? place : missing(place, path.substring(at.length() + 1));
      }
      int dot = at.lastIndexOf('.');
      at = dot < 0 ? "" : at.substring(0, dot);
    }
    return missing(otherwise, path);
  }

  /** Keeps the line of what would hold an absent part, but names the part itself. */
  private static Place missing(Place holder, String key) {
    return new Place(holder.source(), holder.line(), holder.column(), holder.path() + "." + key);
  }

  private static boolean within(Problem problem, Node node) {
    String path = problem.place().path();
    String own = node.place().path();
    return path != null && own != null && (path.equals(own) || path.startsWith(own + "."));
  }
}
