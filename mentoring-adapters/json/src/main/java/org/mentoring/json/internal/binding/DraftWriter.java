package org.mentoring.json.internal.binding;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes drafts with their keys in the order of their components; what is null is left out. */
public final class DraftWriter {
  private final JsonGenerator out;

  /**
   * @param out takes the document
   */
  public DraftWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Writes a draft. */
  public void write(Record draft) throws IOException {
    value(draft);
  }

  private void value(Object value) throws IOException {
    if (value instanceof Record draft) {
      record(draft);
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object each : list) {
        value(each);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        value(entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(number.toPlainString());
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      out.writeString(value.toString());
    }
  }

  private void record(Record draft) throws IOException {
    out.writeStartObject();
    Map<String, RecordComponent> components = DraftShapes.components(draft.getClass());
    boolean ofKind = List.of(draft.getClass().getInterfaces()).stream().anyMatch(Class::isSealed);
    if (ofKind && !components.containsKey("id")) {
      kind(draft);
    }
    for (Map.Entry<String, RecordComponent> component : components.entrySet()) {
      Object value = read(component.getValue(), draft);
      if (value != null) {
        out.writeFieldName(component.getKey());
        value(value);
      }
      if (ofKind && component.getKey().equals("id")) {
        kind(draft);
      }
    }
    out.writeEndObject();
  }

  private void kind(Record draft) throws IOException {
    out.writeStringField(DraftShapes.KIND, DraftShapes.kindOf(draft.getClass()));
  }

  private static @Nullable Object read(RecordComponent component, Record draft) {
    try {
      return component.getAccessor().invoke(draft);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not readable: " + component, e);
    }
  }
}
