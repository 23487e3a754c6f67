package org.mentoring.json.internal.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The only class that touches the YAML library, which may be absent at run time. */
final class YamlParsers {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().streamReadConstraints(TreeReader.constraints()).build();

  private static final Pattern OPEN_QUOTE =
      Pattern.compile("while scanning a quoted scalar\\s+in [^\\n]*?line (\\d{1,9}), column");

  private YamlParsers() {}

  static JsonFactory factory() {
    return YAML;
  }

  /**
   * The code of what makes this token more than plain data, or null.
   *
   * @param first the character that the token begins with: an anchor or a tag before a scalar is
   *     not told by the parser, but plain data begins with neither
   */
  static @Nullable String refusal(JsonParser parser, char first) throws IOException {
    if (((YAMLParser) parser).isCurrentAlias()) {
      return "shape.alias";
    }
    if (first == '&' || parser.getObjectId() != null) {
      return "shape.anchor";
    }
    return first == '!' || parser.getTypeId() != null ? "shape.tag" : null;
  }

  /**
   * The line in which a quoted text begins that is never closed; 0 where that is not what is wrong.
   * The parser tells it in its message alone.
   */
  static int lineOfOpenQuote(JsonProcessingException e) {
    Matcher matcher = OPEN_QUOTE.matcher(String.valueOf(e.getOriginalMessage()));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
