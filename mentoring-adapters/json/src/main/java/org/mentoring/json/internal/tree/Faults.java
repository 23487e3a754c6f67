package org.mentoring.json.internal.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.text.Spelling;
import org.mentoring.validation.people.ValueShape;

/** Collects the problems of one document, so that all are told at once. Not thread-safe. */
public final class Faults {
  private static final int LONGEST = 80;

  private static final String OTHER_KEY = "…";

  /** Ids, handles, codes, words and days; no name as people write it, no address, no sentence. */
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  private final boolean tellsValues;
  private final boolean onlyHandles;
  private final Set<String> knownKeys;
  private final List<Problem> problems = new ArrayList<>();

  private Faults(boolean tellsValues, boolean onlyHandles, Set<String> knownKeys) {
    this.tellsValues = tellsValues;
    this.onlyHandles = onlyHandles;
    this.knownKeys = knownKeys;
  }

  /** For documents without personal data: problems repeat the value found. */
  public static Faults tellingValues() {
    return new Faults(true, false, Set.of());
  }

  /**
   * For values that are ids or words of a document about people: problems repeat the value found
   * where it is spelt as an id, and tell its shape otherwise, because a name may stand there.
   */
  public static Faults tellingHandles() {
    return new Faults(true, true, Set.of());
  }

  /**
   * For documents about people: problems tell the shape of the value found, and of a key too unless
   * it is one of those known, because whoever mistakes a value for a key writes it there.
   */
  public static Faults tellingShapes(Set<String> knownKeys) {
    return new Faults(false, false, Set.copyOf(knownKeys));
  }

  /** A key as it stands in the path of a place. */
  String inPath(String key) {
    return tellsValues || knownKeys.contains(key) ? key : OTHER_KEY;
  }

  /** A key as a problem tells it. */
  public String toldKey(String key) {
    return knownKeys.contains(key)
            || (tellsValues && (!onlyHandles || HANDLE.matcher(key).matches()))
        ? printable(key)
        : ValueShape.of(key);
  }

  /** Whether values may be repeated. */
  boolean tellsValues() {
    return tellsValues;
  }

  /** Adds a problem without parameters. */
  public void add(String code, Place place) {
    problems.add(Problem.of(code, place));
  }

  /** Adds a problem. */
  public void add(String code, Place place, Map<String, String> parameters) {
    problems.add(new Problem(code, place, parameters));
  }

  /** Adds a problem that tells what was found. */
  public void found(String code, Node node) {
    found(code, node, Map.of());
  }

  /** Adds a problem that tells what was found. */
  public void found(String code, Node node, Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.put("found", told(node));
    problems.add(new Problem(code, node.place(), all));
  }

  /** Whether there are problems. */
  public boolean any() {
    return !problems.isEmpty();
  }

  /** Whether a problem lies at the place or inside of it. */
  public boolean within(Place place) {
    String path = place.path() == null ? "" : place.path();
    return problems.stream()
        .map(problem -> problem.place().path())
        .anyMatch(told -> told != null && Paths.within(path, told));
  }

  /** All problems so far, in the order in which they were found. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * The words that are most like the one found, the nearest first, joined by commas; at most three.
   */
  public static String nearest(String found, Collection<String> allowed) {
    return String.join(", ", Spelling.alike(found, allowed, 3));
  }

  private String told(Node node) {
    if (!tellsValues) {
      return shape(node);
    }
    if (node instanceof Node.TextNode text) {
      if (onlyHandles && !HANDLE.matcher(text.text()).matches()) {
        return shape(node);
      }
      return "\"" + printable(text.text()) + "\"";
    }
    if (node instanceof Node.NumberNode number) {
      return number.literal();
    }
    if (node instanceof Node.TruthNode truth) {
      return Boolean.toString(truth.value());
    }
    if (node instanceof Node.ListNode) {
      return "[…]";
    }
    return node instanceof Node.ObjectNode ? "{…}" : "null";
  }

  private static String shape(Node node) {
    if (node instanceof Node.TextNode text) {
      return ValueShape.of(text.text());
    }
    if (node instanceof Node.NumberNode number) {
      return ValueShape.of(number.literal());
    }
    if (node instanceof Node.TruthNode truth) {
      return ValueShape.of(truth.value());
    }
    if (node instanceof Node.ListNode list) {
      return ValueShape.of(list.values());
    }
    return ValueShape.of(node instanceof Node.ObjectNode ? Map.of() : null);
  }

  /**
   * A text from a document made fit for one line of a message: short and without control
   * characters.
   */
  public static String printable(String text) {
    String flat = text.replaceAll("[\\p{Cntrl}\\p{Co}\\p{Cs}\\u2028\\u2029\\p{Cf}]", "·");
    if (flat.length() <= LONGEST) {
      return flat;
    }
    int end = Character.isHighSurrogate(flat.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return flat.substring(0, end) + "…";
  }
}
