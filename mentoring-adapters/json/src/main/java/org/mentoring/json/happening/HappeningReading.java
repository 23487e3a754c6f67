package org.mentoring.json.happening;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;
import org.mentoring.json.internal.tree.Faults;
import org.mentoring.json.internal.tree.Node;
import org.mentoring.json.internal.tree.StrictReader;
import org.mentoring.json.internal.tree.Values;
import org.mentoring.programme.Practice;
import org.mentoring.validation.people.ParticipantInput;

/** Reads the happenings of a file, one after the other. Not thread-safe. */
final class HappeningReading {
  private static final Field REFUSED = Field.may("expect-refused", Field.Form.FINDINGS);
  private static final Pattern KEY = Pattern.compile("[a-z][a-z-]{0,30}");
  private static final int MOST_TIMES = 1_000;

  private final ValueReading values;
  private final Faults told;
  private final Faults shapes;
  private final Map<String, ParticipantInput> people;
  private final @Nullable Actor usual;
  private final List<Practice> practices;
  private final List<Unread> unread = new ArrayList<>();

  /**
   * @param people by their handles
   * @param usual who gives the command where a happening names nobody
   * @param practices of the programme; empty if it is not known
   */
  HappeningReading(
      ValueReading values,
      Faults told,
      Faults shapes,
      Map<String, ParticipantInput> people,
      @Nullable Actor usual,
      List<Practice> practices) {
    this.values = values;
    this.told = told;
    this.shapes = shapes;
    this.people = Map.copyOf(people);
    this.usual = usual;
    this.practices = List.copyOf(practices);
  }

  /** The happenings that one element tells: several where it happens several times. */
  List<Happening> read(Node node) {
    // A key that does not look like one may be a value that slipped: it is not repeated.
    boolean keys =
        node instanceof Node.ObjectNode object
            && object.members().keySet().stream().allMatch(key -> KEY.matcher(key).matches());
    StrictReader reader = StrictReader.of(node, keys ? told : shapes).orElse(null);
    if (reader == null) {
      unread.add(new Unread(null, null, true, List.of()));
      return List.of();
    }
    int before = told.problems().size() + shapes.problems().size();
    LocalDate on = day(reader, "on", true);
    LocalDate known = day(reader, "known", false);
    Verb verb = verb(reader);
    Actor by = by(reader);
    String as = as(reader, verb);
    SortedSet<String> refusal = refusal(reader, on);
    Period every = every(reader);
    Long times = reader.integer("times", 1, MOST_TIMES);
    if ((every == null) != (times == null) && reader.has("every") != reader.has("times")) {
      told.add("happening.every-and-times", reader.place());
    }
    if (as != null && times != null) {
      told.add("happening.one-handle", reader.place("as"));
    }
    if (on != null && known != null && known.isBefore(on)) {
      told.add("happening.known-before", reader.place("known"));
    }
    Map<String, Object> read =
        verb == null ? Map.of() : values(reader, verb, on == null ? LocalDate.EPOCH : on);
    if (verb != null) {
      reader.done();
    }
    if (told.problems().size() + shapes.problems().size() > before
        || verb == null
        || on == null
        || by == null) {
      boolean misspelt = as == null && reader.has("as");
      unread.add(new Unread(verb, as, misspelt, Happening.references(read).toList()));
      return List.of();
    }
    Happening first =
        new Happening(reader.place(), on, known == null ? on : known, verb, by, as, refusal, read);
    return times == null || every == null
        ? List.of(first)
        : repeated(first, every, times.intValue());
  }

  /** What could be read of those that are at fault. */
  List<Unread> unread() {
    return List.copyOf(unread);
  }

  /** Days count from the first one, so that the end of a month stays the end of a month. */
  private static List<Happening> repeated(Happening first, Period every, int times) {
    List<Happening> all = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      all.add(first.later(every.multipliedBy(time)));
    }
    return all;
  }

  /** Several times on one day is no period. */
  private @Nullable Period every(StrictReader reader) {
    Node node = reader.node("every");
    Period every = node == null ? null : Values.period(node, told);
    if (node != null && every != null && every.isZero()) {
      told.found("period.notPositive", node);
    }
    return every;
  }

  private @Nullable LocalDate day(StrictReader reader, String key, boolean needed) {
    if (needed && !reader.require(key)) {
      return null;
    }
    Node node = reader.node(key);
    return node == null ? null : Values.date(node, told);
  }

  private @Nullable Verb verb(StrictReader reader) {
    Node node = reader.require("do") ? reader.node("do") : null;
    String name =
        node == null ? null : Values.choice(node, List.copyOf(Verbs.byName().keySet()), told);
    return name == null ? null : Verbs.byName().get(name);
  }

  private @Nullable Actor by(StrictReader reader) {
    Node node = reader.node("by");
    if (node != null) {
      return values.actor(node);
    }
    if (usual == null) {
      told.add("happening.by-missing", reader.place());
    }
    return usual;
  }

  private @Nullable String as(StrictReader reader, @Nullable Verb verb) {
    Node node = reader.node("as");
    if (node != null && verb != null && verb.names() == null) {
      told.add("happening.names-nothing", node.place(), Map.of("verb", verb.name()));
      return null;
    }
    return node == null ? null : values.handle(node);
  }

  private @Nullable SortedSet<String> refusal(StrictReader reader, @Nullable LocalDate on) {
    Node node = reader.node(REFUSED.name());
    if (node == null) {
      return null;
    }
    SortedSet<String> codes = new TreeSet<>();
    Object read = values.value(REFUSED, node, on == null ? LocalDate.EPOCH : on);
    if (read instanceof List<?> list) {
      list.forEach(code -> codes.add((String) code));
    }
    return codes;
  }

  private Map<String, Object> values(StrictReader reader, Verb verb, LocalDate on) {
    Map<String, Object> read = new LinkedHashMap<>();
    for (Field field : verb.fields()) {
      Node node = reader.node(field.name());
      if (node != null) {
        Object value = values.value(field, node, on);
        if (value != null) {
          read.put(field.name(), value);
        }
      } else if (field.form() == Field.Form.PRACTICE && values.onlyPractice().isPresent()) {
        read.put(field.name(), values.onlyPractice().get());
      } else if (field.needed()
          && (field.form() != Field.Form.PRACTICE || values.programmeKnown())) {
        reader.require(field.name());
      }
    }
    if (verb.equals(PeopleVerbs.DECIDE)) {
      position(reader, read);
    }
    if (verb.equals(PeopleVerbs.REGISTER) && read.get("who") instanceof Reference who) {
      ParticipantInput person = people.get(who.handle());
      if (person != null) {
        read.put(PeopleVerbs.PERSON, person);
      }
    }
    return read;
  }

  /** A question about a position that its practice does not have is never answered. */
  private void position(StrictReader reader, Map<String, Object> read) {
    for (Practice practice : practices) {
      List<String> allowed =
          practice.parties().stream().map(party -> party.position().name()).toList();
      if (practice.id().equals(read.get("practice"))
          && read.get("position") instanceof String position
          && !allowed.contains(position)) {
        told.add(
            "happening.unfit.position.unknown",
            reader.place("position"),
            Map.of(
                "verb", PeopleVerbs.DECIDE.name(),
                "practice", practice.id(),
                "position", position,
                "allowed", String.join(", ", allowed)));
      }
    }
  }
}
