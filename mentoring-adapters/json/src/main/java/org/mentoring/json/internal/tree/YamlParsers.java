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

  /** The code of what makes this token more than plain data, or null. */
  static @Nullable String refusal(JsonParser parser) throws IOException {
    if (((YAMLParser) parser).isCurrentAlias()) {
      return "shape.alias";
    }
    if (parser.getObjectId() != null) {
      return "shape.anchor";
    }
    return parser.getTypeId() != null ? "shape.tag" : null;
  }
}
