package org.mentoring.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.record.RecordTree;

/** A record a line: {@code {"type": its type, "value": its tree}}. */
final class JsonLines {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLines() {}

  static String line(Class<?> type, Object value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", type.getSimpleName());
      line.put("value", RecordTree.write(type, value));
      write(out, line);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Object tree) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        out.writeFieldName(String.valueOf(each.getKey()));
        write(out, each.getValue());
      }
      out.writeEndObject();
    } else if (tree instanceof List<?> list) {
      out.writeStartArray();
      for (Object each : list) {
        write(out, each);
      }
      out.writeEndArray();
    } else if (tree instanceof Boolean value) {
      out.writeBoolean(value);
    } else if (tree instanceof Number value) {
      out.writeNumber(value.longValue());
    } else {
      out.writeString((String) tree);
    }
  }

  static Map<?, ?> read(String line) throws IOException {
    try (JsonParser in = JSON.createParser(line)) {
      in.nextToken();
      return (Map<?, ?>) value(in);
    }
  }

  private static Object value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    switch (token) {
      case START_OBJECT:
        Map<String, Object> map = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          map.put(name, value(in));
        }
        return map;
      case START_ARRAY:
        List<Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(in));
        }
        return list;
      case VALUE_NUMBER_INT:
        return in.getLongValue();
      case VALUE_TRUE:
        return true;
      case VALUE_FALSE:
        return false;
      case VALUE_STRING:
        return in.getText();
      default:
        throw new IllegalStateException("not of a corpus: " + token);
    }
  }
}
