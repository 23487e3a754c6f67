package org.mentoring.json.happening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.choosing.EventDate;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.json.internal.people.PersonTree;
import org.mentoring.json.internal.tree.Faults;
import org.mentoring.json.internal.tree.Node;
import org.mentoring.json.internal.tree.StrictReader;
import org.mentoring.json.internal.tree.Values;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.LocatedDraft;
import org.mentoring.validation.people.PeopleImport;
import org.mentoring.validation.people.PeopleIntake;

/**
 * Reads the values of happenings by their form. Each answers null after it has told the fault. Free
 * texts and facts are told by their shape alone. Not thread-safe.
 */
final class ValueReading {
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final Pattern FINDING = Pattern.compile("[a-z][a-zA-Z0-9.-]{0,99}");
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final int LONGEST_MINUTES = 1_440;
  private static final Set<String> START_BY_THEMSELVES = Set.of("birth", "clearance-certificate");

  private final Faults told;
  private final Faults shapes;
  private final PersonTree tree;
  private final PeopleIntake intake;
  private final List<String> practices;
  private final Map<String, Actor> actors;
  private final Set<String> findings;

  /**
   * @param told takes faults of what is not about persons
   * @param shapes takes faults of what may be about persons
   * @param practices ids of the programme's practices; empty if the programme is not known
   * @param actors by their names
   * @param findings codes of all findings that there are
   */
  ValueReading(
      Faults told,
      Faults shapes,
      PersonTree tree,
      PeopleIntake intake,
      List<String> practices,
      Map<String, Actor> actors,
      Set<String> findings) {
    this.told = told;
    this.shapes = shapes;
    this.tree = tree;
    this.intake = intake;
    this.practices = List.copyOf(practices);
    this.actors = Map.copyOf(actors);
    this.findings = Set.copyOf(findings);
  }

  /** The value of a field, or null after its fault was told. */
  @Nullable Object value(Field field, Node node, LocalDate on) {
    return switch (field.form()) {
      case HANDLE -> reference(field, node);
      case HANDLES -> some(field, node, each -> reference(field, each));
      case ORDER -> some(field, node, each -> alike(field, each));
      case CODE -> code(node);
      case CODES -> some(field, node, this::code);
      case FINDINGS -> elements(node, this::finding);
      case PART -> spelt(node, PART, "happening.part-malformed");
      case PRACTICE -> Values.choice(node, practices, told);
      case WORD -> Values.choice(node, field.words(), told);
      case REASON -> text(node, 500);
      case NOTE -> text(node, 10_000);
      case NAME -> text(node, 200);
      case DAY -> Values.date(node, told);
      case MONTH -> month(node);
      case NUMBER -> Values.integer(node, 0, 1_000_000_000, told);
      case MINUTES -> Values.integer(node, 0, LONGEST_MINUTES, told);
      case TRUTH -> Values.truth(node, told);
      case FACT -> fact(node, on);
      case ACTOR -> actor(node);
      case LEFT_OUT -> leftOut(node);
      case EVENT_DATES -> elements(node, this::eventDate);
    };
  }

  /** The practice where the file names none: the only one. */
  Optional<String> onlyPractice() {
    return practices.size() == 1 ? Optional.of(practices.get(0)) : Optional.empty();
  }

  /** Whether the programme is known, so that a practice that is not named is missing. */
  boolean programmeKnown() {
    return !practices.isEmpty();
  }

  /** A handle as it is given by {@code as}. */
  @Nullable String handle(Node node) {
    return spelt(node, HANDLE, "happening.handle-malformed");
  }

  /** An actor by its name among the actors, or as an object. */
  @Nullable Actor actor(Node node) {
    if (node instanceof Node.TextNode name) {
      Actor actor = actors.get(name.text());
      if (actor == null) {
        told.found(
            "happening.actor-unknown",
            node,
            Map.of("maybe", Faults.nearest(name.text(), spelt(actors.keySet()))));
      }
      return actor;
    }
    return actor(node, told);
  }

  /** Names that are not spelt as handles may be those of persons, and are not proposed. */
  private static List<String> spelt(Set<String> names) {
    return names.stream().filter(name -> HANDLE.matcher(name).matches()).toList();
  }

  static @Nullable Actor actor(Node node, Faults told) {
    StrictReader reader = StrictReader.of(node, told).orElse(null);
    if (reader == null) {
      return null;
    }
    String id = part(reader, "id", HANDLE, "happening.handle-malformed", told);
    String capacity = part(reader, "capacity", CODE, "code.malformed", told);
    String organisation = part(reader, "organisation", HANDLE, "happening.handle-malformed", told);
    reader.done();
    return id == null || capacity == null || organisation == null
        ? null
        : new Actor(id, Code.of(capacity), organisation);
  }

  private static @Nullable String part(
      StrictReader reader, String key, Pattern pattern, String code, Faults told) {
    Node node = reader.require(key) ? reader.node(key) : null;
    return node == null ? null : spelt(node, pattern, code, told);
  }

  private @Nullable String spelt(Node node, Pattern pattern, String code) {
    return spelt(node, pattern, code, told);
  }

  private static @Nullable String spelt(Node node, Pattern pattern, String code, Faults told) {
    String text = Values.text(node, told);
    if (text == null || pattern.matcher(text).matches()) {
      return text;
    }
    told.found(code, node);
    return null;
  }

  private @Nullable Object reference(Field field, Node node) {
    String handle = handle(node);
    Thing thing = field.thing();
    return handle == null || thing == null ? null : new Reference(thing, handle, node.place());
  }

  private @Nullable Object alike(Field field, Node node) {
    if (node instanceof Node.ListNode) {
      return elements(node, each -> reference(field, each));
    }
    Object one = reference(field, node);
    return one == null ? null : List.of(one);
  }

  private @Nullable Code code(Node node) {
    String text = spelt(node, CODE, "code.malformed");
    return text == null ? null : Code.of(text);
  }

  private @Nullable String finding(Node node) {
    String code = spelt(node, FINDING, "happening.finding-malformed");
    if (code == null || findings.contains(code)) {
      return code;
    }
    told.found("happening.finding-unknown", node, Map.of("maybe", Faults.nearest(code, findings)));
    return null;
  }

  private @Nullable YearMonth month(Node node) {
    String text = spelt(node, MONTH, "happening.month-malformed");
    if (text == null) {
      return null;
    }
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      told.found("happening.month-malformed", node);
      return null;
    }
  }

  private @Nullable String text(Node node, int most) {
    String text = Values.text(node, shapes);
    if (text != null && (text.isBlank() || text.length() > most)) {
      shapes.found("text.length", node, Map.of("most", Integer.toString(most)));
      return null;
    }
    return text;
  }

  /** Reasons by the ids of parts of the definition that were left out. */
  private @Nullable Object leftOut(Node node) {
    Node.ObjectNode object = Values.object(node, told);
    if (object == null) {
      return null;
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    boolean whole = true;
    for (Map.Entry<String, Node.Member> each : object.members().entrySet()) {
      if (!PART.matcher(each.getKey()).matches()) {
        told.add(
            "happening.part-malformed",
            each.getValue().keyPlace(),
            Map.of("found", told.toldKey(each.getKey())));
        whole = false;
      }
      String reason = text(each.getValue().value(), 10_000);
      whole &= reason != null;
      if (reason != null) {
        reasons.put(each.getKey(), reason);
      }
    }
    return whole ? Collections.unmodifiableMap(reasons) : null;
  }

  private @Nullable Object eventDate(Node node) {
    StrictReader reader = StrictReader.of(node, told).orElse(null);
    if (reader == null) {
      return null;
    }
    Node where = reader.node("municipality");
    String municipality = where == null ? "" : text(where, 200);
    LocalDate day = reader.requiredDate("day");
    reader.done();
    return municipality == null || day == null ? null : new EventDate(municipality, day);
  }

  /** The elements, each once and at least one where they are needed. */
  private @Nullable List<Object> some(
      Field field, Node node, java.util.function.Function<Node, @Nullable Object> reading) {
    List<Object> elements = elements(node, reading);
    if (elements == null || !(node instanceof Node.ListNode list)) {
      return null;
    }
    if (elements.isEmpty() && field.needed()) {
      told.add("list.empty", node.place());
      return null;
    }
    Set<String> before = new HashSet<>();
    boolean once = true;
    for (Node each : list.values()) {
      if (each instanceof Node.TextNode text && !before.add(text.text())) {
        told.found("happening.element-twice", each);
        once = false;
      }
    }
    return once ? elements : null;
  }

  /** The elements, or null if one of them is at fault. */
  private @Nullable List<Object> elements(
      Node node, java.util.function.Function<Node, @Nullable Object> reading) {
    List<Node> nodes = Values.list(node, told);
    if (nodes == null) {
      return null;
    }
    List<Object> elements = new ArrayList<>();
    boolean whole = true;
    for (Node each : nodes) {
      Object element = reading.apply(each);
      whole &= element != null;
      if (element != null) {
        elements.add(element);
      }
    }
    return whole ? elements : null;
  }

  /** A fact holds from the day of its happening on, unless it tells another. */
  private @Nullable FactInput fact(Node node, LocalDate on) {
    Node dated = node;
    if (node instanceof Node.ObjectNode object) {
      Node.Member withdrawn = object.members().get("withdrawn");
      if (withdrawn != null) {
        told.add("happening.withdrawn-apart", withdrawn.keyPlace());
        return null;
      }
      Map<String, Node.Member> members = new LinkedHashMap<>(object.members());
      if (!startsByItself(object)) {
        members.putIfAbsent(
            "from", new Node.Member(node.place(), new Node.TextNode(node.place(), on.toString())));
      }
      dated = new Node.ObjectNode(node.place(), members);
    }
    Node holder =
        new Node.ObjectNode(
            node.place(),
            Map.of(
                "facts",
                new Node.Member(node.place(), new Node.ListNode(node.place(), List.of(dated)))));
    LocatedDraft draft = tree.participant(holder, "fact", List.of());
    PeopleImport read = intake.take(List.of(draft));
    read.problems()
        .forEach(problem -> shapes.add(problem.code(), problem.place(), problem.parameters()));
    return read.accepted().stream()
        .flatMap(person -> person.facts().stream())
        .findFirst()
        .orElse(null);
  }

  private static boolean startsByItself(Node.ObjectNode fact) {
    Node.Member kind = fact.members().get("kind");
    return kind != null
        && kind.value() instanceof Node.TextNode text
        && START_BY_THEMSELVES.contains(text.text());
  }
}
