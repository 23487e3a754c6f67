package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.prebuilt.PrebuiltDefinition;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;

class BuiltInProgrammesTest {
  static List<Arguments> all() {
    return BuiltInProgrammes.names().stream()
        .flatMap(
            name ->
                BuiltInProgrammes.versions(name).stream()
                    .map(version -> Arguments.of(name, version)))
        .toList();
  }

  private static byte[] committed(String name) throws IOException {
    try (InputStream in =
        BuiltInProgrammes.class.getResourceAsStream(name + BuiltInProgrammes.PREBUILT)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  /** To renew the files after a change of a document: run with -Dprebuilt.write=FOLDER. */
  @ParameterizedTest
  @MethodSource("all")
  void the_prebuilt_form_says_what_the_document_says(String name, Version version)
      throws IOException {
    byte[] document = BuiltInProgrammes.text(name, version);
    String file = BuiltInProgrammes.file(name, version);
    ProgrammeDefinition definition = BuiltInProgrammes.readDocument(file, document);
    String prebuilt = PrebuiltDefinition.of(document, definition);
    String folder = System.getProperty("prebuilt.write");
    if (folder != null) {
      Files.writeString(Path.of(folder, file + BuiltInProgrammes.PREBUILT), prebuilt);
    }

    assertThat(new String(committed(file), StandardCharsets.UTF_8)).isEqualTo(prebuilt);
    assertThat(BuiltInProgrammes.read(name, version)).isEqualTo(definition);
    assertThat(BuiltInProgrammes.read(name, version).hash()).isEqualTo(definition.hash());
    assertThat(definition.id()).isEqualTo(name);
    assertThat(definition.version()).isEqualTo(version);
  }

  @Test
  void the_newest_version_is_meant_where_none_is_named_and_the_older_ones_stay() {
    assertThat(BuiltInProgrammes.versions("tyumen-2020"))
        .isSorted()
        .containsExactly(Version.parse("1.0.0"), Version.parse("2.0.0"));
    assertThat(BuiltInProgrammes.read("tyumen-2020").version()).isEqualTo(Version.parse("2.0.0"));
    assertThat(BuiltInProgrammes.text("tyumen-2020"))
        .isEqualTo(BuiltInProgrammes.text("tyumen-2020", Version.parse("2.0.0")))
        .isNotEqualTo(BuiltInProgrammes.text("tyumen-2020", Version.parse("1.0.0")));
  }

  /** What was decided under it names this hash. */
  @Test
  void an_older_version_keeps_the_hash_that_it_was_published_with() {
    assertThat(BuiltInProgrammes.read("tyumen-2020", Version.parse("1.0.0")).hash())
        .isEqualTo("c2f2549b24365eec106a6c222318f44c11849f9f3e74f6c8b0448f67e1fd7023");
  }

  @Test
  void a_name_or_version_that_is_not_there_is_told_with_those_that_are() {
    assertThatThrownBy(() -> BuiltInProgrammes.read("tyumen"))
        .isInstanceOfSatisfying(
            MentoringException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("programme.unknown");
              assertThat(refused.attributes().get("allowed")).contains("tyumen-2020");
            });
    assertThatThrownBy(() -> BuiltInProgrammes.text("tyumen-2020", Version.parse("1.5.0")))
        .isInstanceOfSatisfying(
            MentoringException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("programme.version-unknown");
              assertThat(refused.attributes()).containsEntry("allowed", "[1.0.0, 2.0.0]");
            });
  }

  @Test
  void packs_can_restate_whatever_is_due_in_a_built_in_practice() {
    for (String name : BuiltInProgrammes.names()) {
      assertThat(BuiltInProgrammes.read(name).practices())
          .flatExtracting(Practice::cadences)
          .allSatisfy(cadence -> assertThat(cadence.id()).isNotNull());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"desnogorsk-2022", "irkutsk-foster", "nefteyugansk-2023", "our-voices-2020"})
  void every_sort_of_programme_comes_back_from_its_prebuilt_form(String name) {
    byte[] document = SketchesTest.sketch(name);
    ProgrammeDefinition definition;
    try (DefinitionReader reader = DefinitionReader.open()) {
      definition = reader.read(name, document, DocumentFormat.YAML);
    }
    byte[] prebuilt = PrebuiltDefinition.of(document, definition).getBytes(StandardCharsets.UTF_8);

    assertThat(PrebuiltDefinition.read(prebuilt, document)).contains(definition);
  }

  @Test
  void a_form_of_another_document_is_not_used() throws IOException {
    byte[] prebuilt = committed("tyumen-2020");

    assertThat(PrebuiltDefinition.read(prebuilt, BuiltInProgrammes.text("tyumen-2020")))
        .isPresent();
    assertThat(PrebuiltDefinition.read(prebuilt, new byte[] {'x'})).isEmpty();
    assertThat(PrebuiltDefinition.read(new byte[0], new byte[0])).isEmpty();
  }

  @Test
  void a_form_that_is_cut_or_continued_is_refused() throws IOException {
    byte[] document = BuiltInProgrammes.text("civil-service-mentoring");
    String whole = new String(committed("civil-service-mentoring"), StandardCharsets.UTF_8);

    for (int end = whole.indexOf('\n') + 1; end < whole.stripTrailing().length(); end++) {
      byte[] cut = whole.substring(0, end).getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> PrebuiltDefinition.read(cut, document))
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] continued = (whole + ",").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> PrebuiltDefinition.read(continued, document))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
