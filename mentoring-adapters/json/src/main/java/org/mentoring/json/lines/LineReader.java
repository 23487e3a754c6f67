package org.mentoring.json.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lines of JSON, of bounded length and depth. Not thread-safe. */
final class LineReader {
  /** Above the proposal of a large region, and far below the memory of a server. */
  static final int LONGEST = 64 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxNumberLength(20)
                  .maxStringLength(1 << 20)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final InputStream in;
  private final Digest digest = new Digest();
  private byte[] line = new byte[0];

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** How a line was found. */
  enum Found {
    /** With its end. */
    WHOLE,
    /** Without its end: the file was cut, or it is too long. */
    PART,
    /** Nothing more. */
    NONE
  }

  /** Goes on to the next line. */
  Found next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    int each = in.read();
    while (each >= 0 && each != '\n' && bytes.size() < LONGEST) {
      bytes.write(each);
      each = in.read();
    }
    if (each == '\n') {
      bytes.write('\n');
    }
    line = bytes.toByteArray();
    if (each == '\n') {
      return Found.WHOLE;
    }
    return line.length == 0 ? Found.NONE : Found.PART;
  }

  /** Whether a part of a line is one because there is too much of it. */
  boolean tooLong() {
    return line.length >= LONGEST;
  }

  /** Makes the digest cover the line. */
  void cover() {
    digest.add(line);
  }

  Digest digest() {
    return digest;
  }

  /** The object that the line is; empty if it is none. */
  Optional<Map<String, Object>> object() {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, Object> object = object(json);
      return json.nextToken() == null ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException | CharConversionException e) {
      // Its message quotes the line; the other one is of bytes that begin like UTF-32.
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory are read", e);
    }
  }

  private static Map<String, Object> object(JsonParser json) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      Object value = value(json);
      if (value != null) {
        object.put(name, value);
      }
    }
    return object;
  }

  /** Null is as good as absent; numbers that are not whole are left to whoever wants none. */
  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT ->
          json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? json.getBigIntegerValue()
              : (Object) json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
      default -> null;
    };
  }

  private static List<Object> array(JsonParser json) throws IOException {
    List<Object> array = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(json);
      // A list of stored things has no gaps: an empty object fits nowhere.
      array.add(value == null ? Map.of() : value);
    }
    return array;
  }
}
