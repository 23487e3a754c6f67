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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.prebuilt.PrebuiltDefinition;
import org.mentoring.programme.ProgrammeDefinition;

class BuiltInProgrammesTest {
  static List<String> names() {
    return BuiltInProgrammes.names();
  }

  private static byte[] committed(String name) throws IOException {
    try (InputStream in =
        BuiltInProgrammes.class.getResourceAsStream(name + BuiltInProgrammes.PREBUILT)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  /** To renew the files after a change of a document: run with -Dprebuilt.write=FOLDER. */
  @ParameterizedTest
  @MethodSource("names")
  void the_prebuilt_form_says_what_the_document_says(String name) throws IOException {
    byte[] document = BuiltInProgrammes.text(name);
    ProgrammeDefinition definition = BuiltInProgrammes.readDocument(name, document);
    String prebuilt = PrebuiltDefinition.of(document, definition);
    String folder = System.getProperty("prebuilt.write");
    if (folder != null) {
      Files.writeString(Path.of(folder, name + BuiltInProgrammes.PREBUILT), prebuilt);
    }

    assertThat(new String(committed(name), StandardCharsets.UTF_8)).isEqualTo(prebuilt);
    assertThat(BuiltInProgrammes.read(name)).isEqualTo(definition);
    assertThat(BuiltInProgrammes.read(name).hash()).isEqualTo(definition.hash());
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
