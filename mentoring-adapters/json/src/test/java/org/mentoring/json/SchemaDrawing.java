package org.mentoring.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoring.json.internal.binding.DraftShapes;
import org.mentoring.validation.constraint.AttributeText;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.ExtensionName;
import org.mentoring.validation.constraint.FilledText;
import org.mentoring.validation.constraint.PackText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;
import org.mentoring.validation.constraint.VersionText;
import org.mentoring.validation.constraint.WaivableName;
import org.mentoring.validation.definition.ProgrammeDefinitionDraft;

/** Draws the JSON Schema of definitions from the drafts and their constraints. */
final class SchemaDrawing {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<Class<?>, String> PATTERNS =
      Map.of(
          CodeText.class, CodeText.PATTERN,
          PartId.class, PartId.PATTERN,
          AttributeText.class, AttributeText.PATTERN,
          CitationText.class, CitationText.PATTERN,
          VersionText.class, VersionText.PATTERN,
          PackText.class, PackText.PATTERN,
          WaivableName.class, WaivableName.PATTERN,
          ExtensionName.class, ExtensionName.PATTERN);

  private final Map<String, JsonNode> drawn = new LinkedHashMap<>();

  private SchemaDrawing() {}

  static ObjectNode schema() {
    SchemaDrawing drawing = new SchemaDrawing();
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:org.mentoring:programme-definition");
    schema.put("title", "Programme definition");
    schema.put(
        "description",
        "What a mentoring programme asks of its parties, how pairs form and what is due. References between"
            + " parts and the vocabulary are checked when the definition is read.");
    schema.setAll((ObjectNode) drawing.record(ProgrammeDefinitionDraft.class, null));
    ObjectNode definitions = schema.putObject("$defs");
    drawing.drawn.forEach(definitions::set);
    return schema;
  }

  /** The name of a draft in the schema. */
  static String nameOf(Class<?> draft) {
    Class<?> outer = draft.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName().replace("Draft", "") + ".")
        + draft.getSimpleName().replace("Draft", "");
  }

  private ObjectNode reference(Class<?> draft, String kind) {
    String name = nameOf(draft);
    if (!drawn.containsKey(name)) {
      // Taken before it is drawn: terms hold terms.
      drawn.put(name, JSON.nullNode());
      drawn.put(name, draft.isSealed() ? sealed(draft) : record(draft, kind));
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  private JsonNode sealed(Class<?> draft) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", "object");
    schema.putArray("required").add(DraftShapes.KIND);
    ArrayNode kinds = JSON.arrayNode();
    ArrayNode branches = JSON.arrayNode();
    DraftShapes.kinds(draft)
        .forEach(
            (kind, type) -> {
              kinds.add(kind);
              ObjectNode branch = branches.addObject();
              branch
                  .putObject("if")
                  .putObject("properties")
                  .putObject(DraftShapes.KIND)
                  .put("const", kind);
              branch.set("then", reference(type, kind));
            });
    schema.putObject("properties").putObject(DraftShapes.KIND).set("enum", kinds);
    schema.set("allOf", branches);
    return schema;
  }

  private JsonNode record(Class<?> draft, String kind) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ArrayNode required = JSON.arrayNode();
    ObjectNode properties = JSON.objectNode();
    if (kind != null) {
      properties.putObject(DraftShapes.KIND).put("const", kind);
      required.add(DraftShapes.KIND);
    }
    DraftShapes.components(draft)
        .forEach(
            (key, component) -> {
              properties.set(key, property(component));
              if (component.getAccessor().isAnnotationPresent(Required.class)) {
                required.add(key);
              }
            });
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.set("properties", properties);
    return schema;
  }

  private ObjectNode property(RecordComponent component) {
    ObjectNode schema = typed(component.getAnnotatedType(), component.getAccessor());
    Usually usually = component.getAnnotation(Usually.class);
    if (usually != null) {
      if (component.getType() == String.class) {
        schema.put("default", usually.value());
      } else {
        schema.put("default", Long.parseLong(usually.value()));
      }
    }
    return schema;
  }

  private ObjectNode typed(AnnotatedType annotated, AnnotatedElement constraints) {
    Type type = annotated.getType();
    ObjectNode schema = JSON.objectNode();
    if (type instanceof ParameterizedType generic) {
      AnnotatedType[] arguments =
          ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
      if (generic.getRawType() == Map.class) {
        schema.put("type", "object");
        schema.set("propertyNames", typed(arguments[0], arguments[0]));
        schema.set("additionalProperties", typed(arguments[1], arguments[1]));
        bounds(schema, constraints, "Properties");
      } else {
        schema.put("type", "array");
        schema.set("items", typed(arguments[0], arguments[0]));
        bounds(schema, constraints, "Items");
      }
      return schema;
    }
    return scalar((Class<?>) type, constraints);
  }

  private ObjectNode scalar(Class<?> type, AnnotatedElement constraints) {
    ObjectNode schema = JSON.objectNode();
    if (type.isRecord() || type.isSealed()) {
      return reference(type, null);
    }
    if (type.isEnum()) {
      ArrayNode names = schema.putArray("enum");
      for (Object constant : type.getEnumConstants()) {
        names.add(((Enum<?>) constant).name());
      }
    } else if (type == Boolean.class) {
      schema.put("type", "boolean");
    } else if (Number.class.isAssignableFrom(type)) {
      schema.put("type", type == java.math.BigDecimal.class ? "number" : "integer");
      Min min = constraints.getAnnotation(Min.class);
      Max max = constraints.getAnnotation(Max.class);
      if (min != null) {
        schema.put("minimum", min.value());
      }
      if (max != null) {
        schema.put("maximum", max.value());
      }
    } else {
      schema.put("type", "string");
      text(schema, type, constraints);
    }
    return schema;
  }

  private static void text(ObjectNode schema, Class<?> type, AnnotatedElement constraints) {
    if (type == LocalDate.class) {
      schema.put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
      schema.put("format", "date");
    } else if (type == Period.class) {
      // Everything in a definition that lasts lasts some time.
      schema.put(
          "pattern", "^P(?=\\d)(?=.*[1-9])(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$");
    }
    for (Annotation constraint : constraints.getAnnotations()) {
      String pattern = pattern(constraint);
      if (pattern != null) {
        schema.put("pattern", pattern);
      }
      if (constraint instanceof Size size) {
        schema.put("maxLength", size.max());
      }
    }
  }

  private static String pattern(Annotation constraint) {
    if (constraint instanceof FilledText) {
      return "\\S";
    }
    String known = PATTERNS.get(constraint.annotationType());
    return known == null ? null : "^" + known + "$";
  }

  private static void bounds(ObjectNode schema, AnnotatedElement constraints, String what) {
    if (constraints.isAnnotationPresent(NotEmpty.class)) {
      schema.put("min" + what, 1);
    }
    Size size = constraints.getAnnotation(Size.class);
    if (size != null) {
      schema.put("min" + what, size.min());
      schema.put("max" + what, size.max());
    }
  }
}
