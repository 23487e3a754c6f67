package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.text.LocalizedText;

class DefinitionFormatsTest {
  private static DefinitionReader reader;

  @BeforeContainer
  static void open() {
    reader = DefinitionReader.open();
  }

  @AfterContainer
  static void close() {
    reader.close();
  }

  private static ProgrammeDefinition again(ProgrammeDefinition definition, DocumentFormat format) {
    String text = DefinitionWriter.write(definition, format);
    return reader.read("again", text.getBytes(StandardCharsets.UTF_8), format);
  }

  /** Any words as a title, any numbers as levels: what looks like another type stays text. */
  @Property(tries = 200)
  void yaml_and_json_of_the_same_content_have_the_same_hash(
      @ForAll @NotBlank @StringLength(max = 30) String words,
      @ForAll @Size(min = 2, max = 5) List<@IntRange Integer> numbers) {
    String title = words.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", "·");
    List<String> levels = new TreeSet<>(numbers).stream().map(Object::toString).toList();
    if (levels.size() < 2) {
      levels = List.of("no", "1e3");
    }
    ProgrammeDefinition definition = with(title.isBlank() ? "-" : title, levels);

    ProgrammeDefinition fromJson = again(definition, DocumentFormat.JSON);
    ProgrammeDefinition fromYaml = again(definition, DocumentFormat.YAML);

    assertThat(fromJson).isEqualTo(definition);
    assertThat(fromYaml).isEqualTo(definition);
    assertThat(fromYaml.hash()).isEqualTo(fromJson.hash());
  }

  @Property(tries = 20)
  void a_definition_is_written_the_same_after_it_was_read_again(@ForAll DocumentFormat format) {
    ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");

    assertThat(DefinitionWriter.write(again(definition, format), format))
        .isEqualTo(DefinitionWriter.write(definition, format));
  }

  @Property(tries = 1)
  void every_built_in_programme_survives_both_formats() {
    for (String name : BuiltInProgrammes.names()) {
      for (Version version : BuiltInProgrammes.versions(name)) {
        ProgrammeDefinition definition = BuiltInProgrammes.read(name, version);
        for (DocumentFormat format : DocumentFormat.values()) {
          assertThat(again(definition, format).hash()).isEqualTo(definition.hash());
        }
      }
    }
  }

  private static ProgrammeDefinition with(String title, List<String> levels) {
    ProgrammeDefinition base =
        reader.read(
            "whole", BrokenDefinition.WHOLE.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
    var scale = base.scales().get(0);
    return new ProgrammeDefinition(
        base.id(),
        base.version(),
        new LocalizedText(title, title),
        Objects.requireNonNullElse(base.source(), title),
        base.zone(),
        base.under(),
        base.phases(),
        base.vocabulary(),
        List.of(new org.mentoring.programme.Scale(scale.attribute(), levels, scale.citation())),
        base.attributes(),
        base.standards(),
        base.practices(),
        base.centre(),
        base.targets(),
        base.records(),
        base.privacy());
  }
}
