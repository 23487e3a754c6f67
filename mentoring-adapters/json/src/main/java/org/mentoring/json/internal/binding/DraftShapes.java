package org.mentoring.json.internal.binding;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoring.validation.KeyNames;
import org.mentoring.validation.constraint.Kind;

/** What the records of drafts look like in documents. */
public final class DraftShapes {
  /** The key that tells which of several records is meant. */
  public static final String KIND = "kind";

  private DraftShapes() {}

  /** The components of a draft by their keys, in their order. */
  public static Map<String, RecordComponent> components(Class<?> draft) {
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    for (RecordComponent component : draft.getRecordComponents()) {
      components.put(KeyNames.of(component.getName()), component);
    }
    return components;
  }

  /** The records that a sealed draft permits by their kinds, in their order. */
  public static Map<String, Class<?>> kinds(Class<?> sealed) {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    Arrays.stream(sealed.getPermittedSubclasses())
        .forEach(draft -> kinds.put(kindOf(draft), draft));
    return kinds;
  }

  /** The kind of a draft of a sealed type. */
  public static String kindOf(Class<?> draft) {
    Kind kind = draft.getAnnotation(Kind.class);
    if (kind == null) {
      throw new IllegalStateException("no kind: " + draft.getName());
    }
    return kind.value();
  }
}
