package org.mentoring.json.internal.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The only class that touches the YAML library, which may be absent at run time. */
final class YamlParsers {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().streamReadConstraints(TreeReader.constraints()).build();

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
}
