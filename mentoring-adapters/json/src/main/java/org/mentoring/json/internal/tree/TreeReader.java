package org.mentoring.json.internal.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Place;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.document.ReadLimits;

/**
 * Reads a document into a tree without coercing anything. Numbers are never expanded: they stay the
 * characters that were written. Faults that leave the rest readable (a key that stands twice, a
 * number that is too long) are collected and reading goes on; after a fault of syntax it ends.
 */
public final class TreeReader {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*+)(\\.\\d++)?([eE][+-]?\\d++)?");
  private static final Pattern TAB = Pattern.compile("[ -]*\\t");
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(constraints()).build();

  private final String source;
  private final ReadLimits limits;
  private final Faults faults;
  private final JsonParser parser;
  private final boolean yaml;
  private final Lines lines;
  private final int length;

  private TreeReader(
      String source,
      String text,
      JsonParser parser,
      boolean yaml,
      ReadLimits limits,
      Faults faults) {
    this.lines = new Lines(text);
    this.length = text.length();
    this.source = source;
    this.parser = parser;
    this.yaml = yaml;
    this.limits = limits;
    this.faults = faults;
  }

  /**
   * The root of the document, or empty if it could not be read to its end; then the faults tell
   * why.
   *
   * @param source the document's name in problems
   * @param bytes UTF-8, with or without a byte-order mark
   * @throws MentoringException {@code yaml.missing} if YAML is asked for and its library is not
   *     there
   */
  public static Optional<Node> read(
      String source, byte[] bytes, DocumentFormat format, ReadLimits limits, Faults faults) {
    Optional<String> text = SourceText.of(source, bytes, limits, faults);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean yaml = format == DocumentFormat.YAML;
    try (JsonParser parser = (yaml ? yamlFactory() : JSON).createParser(text.get())) {
      return new TreeReader(source, text.get(), parser, yaml, limits, faults).document();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  static StreamReadConstraints constraints() {
    // The reader's own limits are smaller and give better messages; these only have to be out of
    // their way.
    return StreamReadConstraints.builder()
        .maxNestingDepth(1_000)
        .maxNumberLength(1_000_000_000)
        .maxStringLength(1_000_000_000)
        .maxNameLength(1_000_000_000)
        .build();
  }

  private static JsonFactory yamlFactory() {
    try {
      return YamlParsers.factory();
    } catch (NoClassDefFoundError e) {
      throw new MentoringException(
          "yaml.missing",
          Map.of("needed", "com.fasterxml.jackson.dataformat:jackson-dataformat-yaml"),
          "Add jackson-dataformat-yaml to the class path, or give the document as JSON.");
    }
  }

  private Optional<Node> document() throws IOException {
    try {
      if (parser.nextToken() == null) {
        faults.add("shape.empty", Place.of(source));
        return Optional.empty();
      }
      Node root = value("", 1);
      if (parser.nextToken() != null) {
        faults.add(yaml ? "shape.several-documents" : "shape.trailing", here(""));
        return Optional.empty();
      }
      return Optional.of(root);
    } catch (TooDeep e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      tellSyntax(e);
      return Optional.empty();
    }
  }

  private Node value(String path, int depth) throws IOException {
    Place place = here(path);
    if (yaml && refusedYaml(place)) {
      skip();
      return new Node.BrokenNode(place);
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(path, place, depth);
      case START_ARRAY -> list(path, place, depth);
      case VALUE_STRING -> text(place, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> truth(place, token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> nothing(place);
      default -> throw new IllegalStateException("token " + token);
    };
  }

  private Node object(String path, Place place, int depth) throws IOException {
    refuseDepth(place, depth);
    Map<String, Node.Member> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      String memberPath = Paths.member(path, faults.inPath(key));
      Place keyPlace = here(memberPath);
      boolean refused = (yaml && refusedYaml(keyPlace)) || refusedText(keyPlace, key);
      parser.nextToken();
      Node value = value(memberPath, depth + 1);
      if (refused) {
        continue;
      }
      if (members.containsKey(key)) {
        faults.add("shape.key-twice", keyPlace, Map.of("found", faults.toldKey(key)));
      } else {
        members.put(key, new Node.Member(keyPlace, value));
      }
    }
    return new Node.ObjectNode(place, members);
  }

  private Node list(String path, Place place, int depth) throws IOException {
    refuseDepth(place, depth);
    List<Node> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(Paths.element(path, values.size()), depth + 1));
    }
    return new Node.ListNode(place, values);
  }

  private Node text(Place place, String text) {
    if (yaml && refusedInfinity(place, text)) {
      return new Node.BrokenNode(place);
    }
    return refusedText(place, text) ? new Node.BrokenNode(place) : new Node.TextNode(place, text);
  }

  private Node number(Place place, String literal) {
    if (!NUMBER.matcher(literal).matches()) {
      // YAML calls more things numbers than JSON does: 0x10, 1_000, 12:30, .inf. Here they are what
      // they look like.
      return text(place, literal);
    }
    if (literal.length() > limits.digits()) {
      faults.add("shape.number-long", place, Map.of("most", Integer.toString(limits.digits())));
      return new Node.BrokenNode(place);
    }
    if (literal.indexOf('e') >= 0 || literal.indexOf('E') >= 0) {
      faults.found("shape.number-exponent", new Node.NumberNode(place, literal));
      return new Node.BrokenNode(place);
    }
    return new Node.NumberNode(place, literal);
  }

  private Node truth(Place place, boolean value) throws IOException {
    String text = parser.getText();
    return text.equals("true") || text.equals("false")
        ? new Node.TruthNode(place, value)
        : new Node.TextNode(place, text);
  }

  private Node nothing(Place place) throws IOException {
    String text = parser.getText();
    return text == null || text.isEmpty() || text.equals("null") || text.equals("~")
        ? new Node.NullNode(place)
        : new Node.TextNode(place, text);
  }

  private boolean refusedInfinity(Place place, String text) {
    boolean infinite = text.matches("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    if (infinite) {
      faults.add("shape.number-not-finite", place);
    }
    return infinite;
  }

  private boolean refusedYaml(Place place) throws IOException {
    String code = YamlParsers.refusal(parser, lines.at(place));
    if (code != null) {
      faults.add(code, place);
    }
    return code != null;
  }

  private void skip() throws IOException {
    parser.skipChildren();
  }

  private boolean refusedText(Place place, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SourceText.isRefusedControl(c)) {
        faults.add("shape.control-character", place, Map.of("found", SourceText.name(c)));
        return true;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        faults.add("shape.surrogate", place, Map.of("found", SourceText.name(c)));
        return true;
      }
    }
    return false;
  }

  private void refuseDepth(Place place, int depth) {
    if (depth > limits.depth()) {
      faults.add("shape.deep", place, Map.of("most", Integer.toString(limits.depth())));
      throw new TooDeep();
    }
  }

  private void tellSyntax(JsonProcessingException e) {
    Place place = at(e.getLocation());
    int opened = yaml ? YamlParsers.lineOfOpenQuote(e) : 0;
    int tab = yaml ? lineOfTab(place.line()) : 0;
    if (opened > 0) {
      faults.add("shape.quote-open", place, Map.of("line", Integer.toString(opened)));
    } else if (tab > 0) {
      faults.add("shape.tab", new Place(source, tab, 1, null));
    } else if (!yaml && faults.tellsValues() && lines.lookLikeYaml()) {
      faults.add("shape.yaml-as-json", place);
    } else {
      faults.add(syntaxCode(e, length), place, Map.of("format", yaml ? "YAML" : "JSON"));
    }
  }

  /** The parser tells the end of what it understood: a tab stands there or in the line after. */
  private int lineOfTab(int told) {
    for (int line = told; line <= told + 1; line++) {
      if (TAB.matcher(lines.line(line)).lookingAt()) {
        return line;
      }
    }
    return 0;
  }

  private static String syntaxCode(JsonProcessingException e, int length) {
    JsonLocation location = e.getLocation();
    if (e instanceof JsonEOFException || (location != null && location.getCharOffset() >= length)) {
      return "shape.ends-early";
    }
    String message = e.getOriginalMessage();
    // Jackson has no type of its own for NaN and Infinity.
    return message != null && message.startsWith("Non-standard token")
        ? "shape.number-not-finite"
        : "shape.syntax";
  }

  private Place here(String path) {
    JsonLocation location = parser.currentTokenLocation();
    return new Place(
        source,
        Math.max(location.getLineNr(), 0),
        Math.max(location.getColumnNr(), 0),
        path.isEmpty() ? null : path);
  }

  private Place at(@Nullable JsonLocation location) {
    return location == null
        ? Place.of(source)
        : new Place(
            source, Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0), null);
  }

  /** Ends the reading of a document that is nested too deeply. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooDeep() {
      super(null, null, false, false);
    }
  }
}
