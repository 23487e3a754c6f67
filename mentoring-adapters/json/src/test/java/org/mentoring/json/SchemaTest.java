package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.binding.DraftShapes;
import org.mentoring.programme.Version;
import org.mentoring.validation.definition.ProgrammeDefinitionDraft;

class SchemaTest {
  private static final String RESOURCE = "programme-definition.schema.json";

  /**
   * Faults that lie in the shape of one value; a schema cannot see text encodings and references.
   */
  private static final Set<String> SEEN_BY_SCHEMA =
      Set.of(
          "shape.not-object",
          "shape.not-text",
          "shape.not-integer",
          "shape.not-decimal",
          "shape.not-list",
          "shape.not-truth",
          "shape.not-date",
          "shape.not-period",
          "shape.not-choice",
          "shape.key-unknown",
          "shape.key-missing",
          "shape.kind-missing",
          "shape.null",
          "number.least",
          "number.most",
          "list.empty",
          "code.malformed",
          "definition.id-malformed",
          "version.malformed",
          "citation.malformed",
          "definition.pack-malformed",
          "definition.text-blank",
          "definition.size",
          "waiver.name-malformed",
          "period.notPositive");

  /** An editor reads yes and no as texts, as YAML 1.2 has it. */
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private static String committed() throws IOException {
    try (InputStream in = DefinitionReader.class.getResourceAsStream(RESOURCE)) {
      return in == null ? "{}" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(committed());
  }

  private static JsonNode tree(byte[] bytes, DocumentFormat format) throws IOException {
    ObjectMapper mapper =
        format == DocumentFormat.YAML ? YAMLMapper.builder(YAML).build() : new ObjectMapper();
    return mapper.readTree(bytes);
  }

  /** To renew the file after a change of the drafts: run this test with -Dschema.write=FILE. */
  @Test
  void the_published_schema_says_what_the_reader_does() throws IOException {
    String drawn =
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(SchemaDrawing.schema())
                .replace("\r\n", "\n")
            + "\n";
    String file = System.getProperty("schema.write");
    if (file != null) {
      Files.writeString(Path.of(file), drawn);
    }
    assertThat(committed()).isEqualTo(drawn);
  }

  @Test
  void every_key_that_the_reader_knows_is_in_the_schema_and_no_other() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(committed());
    Set<Class<?>> drafts = new HashSet<>();
    collect(ProgrammeDefinitionDraft.class, drafts);
    for (Class<?> draft : drafts) {
      if (draft.isRecord()) {
        Set<String> known = new TreeSet<>(DraftShapes.components(draft).keySet());
        if (List.of(draft.getInterfaces()).stream().anyMatch(Class::isSealed)) {
          known.add(DraftShapes.KIND);
        }
        JsonNode node =
            draft == ProgrammeDefinitionDraft.class
                ? schema
                : schema.get("$defs").get(SchemaDrawing.nameOf(draft));
        Set<String> published = new TreeSet<>();
        node.get("properties").fieldNames().forEachRemaining(published::add);
        assertThat(published).as(draft.getSimpleName()).isEqualTo(known);
      }
    }
    assertThat(drafts).hasSizeGreaterThan(50);
  }

  private static void collect(java.lang.reflect.Type type, Set<Class<?>> into) {
    if (type instanceof java.lang.reflect.ParameterizedType generic) {
      for (java.lang.reflect.Type argument : generic.getActualTypeArguments()) {
        collect(argument, into);
      }
    } else if (type instanceof Class<?> draft
        && (draft.isRecord() || (draft.isSealed() && !draft.isEnum()))
        && into.add(draft)) {
      if (draft.isSealed()) {
        DraftShapes.kinds(draft).values().forEach(kind -> collect(kind, into));
      } else {
        DraftShapes.components(draft).values().forEach(one -> collect(one.getGenericType(), into));
      }
    }
  }

  @Test
  void the_definitions_are_valid_under_the_schema() throws IOException {
    for (String name : BuiltInProgrammes.names()) {
      for (Version version : BuiltInProgrammes.versions(name)) {
        byte[] text = BuiltInProgrammes.text(name, version);
        assertThat(schema().validate(tree(text, DocumentFormat.YAML)))
            .as(name + "@" + version)
            .isEmpty();
      }
    }
    for (String name : SketchesTest.NAMES) {
      assertThat(schema().validate(tree(SketchesTest.sketch(name), DocumentFormat.YAML)))
          .as(name)
          .isEmpty();
    }
    assertThat(schema().validate(tree(FullMatchingTest.document(), DocumentFormat.YAML))).isEmpty();
    String json =
        DefinitionWriter.write(BuiltInProgrammes.read("tyumen-2020"), DocumentFormat.JSON);
    assertThat(schema().validate(new ObjectMapper().readTree(json))).isEmpty();
  }

  static List<BrokenDefinition> brokenShapes() {
    return BrokenDefinition.all().stream()
        .filter(one -> SEEN_BY_SCHEMA.contains(one.code()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("brokenShapes")
  void an_editor_with_the_schema_sees_a_broken_shape_too(BrokenDefinition broken)
      throws IOException {
    assertThat(schema().validate(tree(broken.bytes(), broken.format()))).isNotEmpty();
  }

  @Test
  void the_guide_for_authors_explains_every_key() throws IOException {
    String guide = Files.readString(Path.of("README.md"));
    Set<Class<?>> drafts = new HashSet<>();
    collect(ProgrammeDefinitionDraft.class, drafts);
    for (Class<?> draft : drafts) {
      if (draft.isRecord()) {
        for (String key : DraftShapes.components(draft).keySet()) {
          assertThat(guide).as(SchemaDrawing.nameOf(draft)).contains("`" + key + "`");
        }
      } else {
        for (String kind : DraftShapes.kinds(draft).keySet()) {
          assertThat(guide).as(SchemaDrawing.nameOf(draft)).contains("`" + kind + "`");
        }
      }
    }
    assertThat(guide).contains("programme-definition.schema.json");
  }
}
