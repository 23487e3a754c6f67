package org.mentoring.json.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.MentoringException;

/** Writes trees as lines of JSON in UTF-8. Not thread-safe. */
final class LineWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final OutputStream out;
  private final Digest digest = new Digest();

  LineWriter(OutputStream out) {
    this.out = out;
  }

  Digest digest() {
    return digest;
  }

  /** Writes a line that the digest covers. */
  void write(Map<String, Object> tree) throws IOException {
    byte[] line = line(tree);
    digest.add(line);
    out.write(line);
  }

  /** Writes the line that tells the digest. */
  void end(Map<String, Object> tree) throws IOException {
    out.write(line(tree));
    out.flush();
  }

  private static byte[] line(Map<String, Object> tree) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      value(tree, json);
    } catch (JsonGenerationException e) {
      // Half a surrogate pair; its message is not passed on, as the text is personal.
      throw new MentoringException(
          "text.unstorable",
          Map.of("kind", tree.keySet().iterator().next()),
          "Take halves of surrogate pairs out of the texts of this kind of record.");
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static void value(Object tree, JsonGenerator json) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        json.writeFieldName((String) each.getKey());
        value(each.getValue(), json);
      }
      json.writeEndObject();
    } else if (tree instanceof List<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        value(each, json);
      }
      json.writeEndArray();
    } else if (tree instanceof Long number) {
      json.writeNumber(number);
    } else if (tree instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString((String) tree);
    }
  }
}
