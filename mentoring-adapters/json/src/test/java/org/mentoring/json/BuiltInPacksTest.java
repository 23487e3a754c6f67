package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.prebuilt.PrebuiltDefinition;
import org.mentoring.participant.Position;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;

class BuiltInPacksTest {
  private static final LocalDate LAW = LocalDate.of(2025, 2, 5);

  static List<String> names() {
    return BuiltInPacks.names();
  }

  private static byte[] committed(String name) throws IOException {
    try (InputStream in =
        BuiltInPacks.class.getResourceAsStream(name + BuiltInProgrammes.PREBUILT)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static List<String> asked(ProgrammeDefinition definition, Position position) {
    return definition.practices().get(0).party(position).map(PartyTerms::requirements).stream()
        .flatMap(List::stream)
        .map(Requirement::id)
        .toList();
  }

  /** To renew the files after a change of a document: run with -Dprebuilt.write=FOLDER. */
  @ParameterizedTest
  @MethodSource("names")
  void the_prebuilt_form_says_what_the_document_says(String name) throws IOException {
    byte[] document = BuiltInPacks.text(name);
    RulePack pack = BuiltInPacks.readDocument(name, document);
    String prebuilt = PrebuiltDefinition.of(document, pack);
    String folder = System.getProperty("prebuilt.write");
    if (folder != null) {
      Files.writeString(Path.of(folder, name + BuiltInProgrammes.PREBUILT), prebuilt);
    }

    assertThat(new String(committed(name), StandardCharsets.UTF_8)).isEqualTo(prebuilt);
    assertThat(BuiltInPacks.read(name)).isEqualTo(pack);
    assertThat(BuiltInPacks.read(pack.name())).isEqualTo(pack);
    assertThat(pack.id()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_rule_has_a_source_and_what_it_asks_has_the_same(String name) {
    for (PackRule rule : BuiltInPacks.read(name).rules()) {
      assertThat(rule.citation().source()).isNotEqualTo("choice");
      org.mentoring.digest.CanonicalForm.visit(
          rule,
          Requirement.class,
          asked -> assertThat(asked.citation()).isEqualTo(rule.citation()));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void each_pack_can_be_laid_over_each_built_in_programme(String name) {
    for (String programme : BuiltInProgrammes.names()) {
      ProgrammeDefinition laid =
          BuiltInProgrammes.read(programme).withPacks(List.of(BuiltInPacks.read(name)));
      assertThat(laid.packs()).hasSize(1);
    }
  }

  @Test
  void all_packs_can_be_laid_together() {
    List<RulePack> all = BuiltInPacks.names().stream().map(BuiltInPacks::read).toList();
    ProgrammeDefinition laid = BuiltInProgrammes.read("tyumen-2020").withPacks(all);
    assertThat(laid.packs()).hasSize(all.size());
    assertThat(laid.on(LAW).hash()).isNotEqualTo(laid.on(LAW.minusDays(1)).hash());
  }

  @Test
  void the_law_of_2025_asks_from_its_day_on_for_what_the_programme_of_2020_does_not() {
    ProgrammeDefinition tyumen = BuiltInProgrammes.read("tyumen-2020");
    ProgrammeDefinition laid = tyumen.withPacks(List.of(BuiltInPacks.read("ru-120fz-2025")));
    assertThat(asked(laid.on(LAW.minusDays(1)), Position.MENTOR))
        .isEqualTo(asked(tyumen, Position.MENTOR));
    // Eight hours of training are more than the law asks for.
    assertThat(asked(laid.on(LAW), Position.MENTOR))
        .contains("law-mentor-register", "law-entry-approved", "mentor-initial-training")
        .doesNotContain("law-mentor-trained");
    assertThat(asked(laid.on(LAW), Position.MENTEE))
        .contains("law-mentor-appointed", "law-parents-consent", "law-child-consents");
  }

  @Test
  void the_programme_of_2020_asks_for_all_that_the_law_of_its_time_does() {
    ProgrammeDefinition tyumen = BuiltInProgrammes.read("tyumen-2020");
    ProgrammeDefinition laid = BuiltInPacks.laidOver(tyumen);
    assertThat(laid.packs()).extracting(RulePack::name).containsExactly("ru-work-with-minors@2020");
    ProgrammeDefinition then = laid.on(LocalDate.of(2020, 9, 1));
    assertThat(then.practices()).isEqualTo(tyumen.practices());
    assertThat(then.waivers()).isEqualTo(tyumen.waivers());
  }

  @Test
  void a_definition_that_names_no_pack_stays_as_it_is() {
    ProgrammeDefinition irkutsk = BuiltInProgrammes.read("irkutsk-2017");
    assertThat(BuiltInPacks.laidOver(irkutsk)).isSameAs(irkutsk);
  }

  @Test
  void a_definition_under_packs_is_written_and_read_back() {
    ProgrammeDefinition laid =
        BuiltInProgrammes.read("tyumen-2020")
            .withPacks(BuiltInPacks.names().stream().map(BuiltInPacks::read).toList());
    try (DefinitionReader reader = DefinitionReader.open()) {
      for (DocumentFormat format : DocumentFormat.values()) {
        byte[] written = DefinitionWriter.write(laid, format).getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read("laid", written, format).hash()).isEqualTo(laid.hash());
      }
    }
  }

  @Test
  void a_name_that_is_not_there_is_told_with_those_that_are() {
    assertThatThrownBy(() -> BuiltInPacks.read("ru-120fz"))
        .isInstanceOfSatisfying(
            MentoringException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("pack.unknown");
              assertThat(refused.attributes().get("allowed")).contains("ru-120fz-2025");
            });
    assertThatThrownBy(() -> BuiltInPacks.read("eepm-4@9.9.9"))
        .isInstanceOf(MentoringException.class);
  }
}
