package org.mentoring.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.Stores;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.LocalizedText;
import org.mentoring.text.Messages;
import org.mentoring.time.Validity;

class RuntimeReadmeTest {
  private static final Path SOURCES = Path.of("src/test/java/org/mentoring/runtime");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  @ParameterizedTest
  @CsvSource({"README.md,EN", "README.ru.md,RU"})
  void the_readme_shows_these_rules_this_code_and_what_it_prints(String file, Language language)
      throws IOException {
    String readme = Files.readString(Path.of(file));

    assertThat(readme)
        .contains(
            "```drl\n" + Town.resource("town.drl") + "```",
            "```csv\n" + Town.resource("hours.csv") + "```",
            "```properties\n"
                + Town.resource(
                    language == Language.RU ? "town_ru.properties" : "town_en.properties")
                + "```",
            "```java\n" + snippet("RuntimeReadmeTest.java") + "\n```",
            "```java\n" + snippet("EnoughReferences.java") + "\n```");
    StringBuilder told = new StringBuilder();
    for (Renderer.Line line : lines(language)) {
      if (line.finding().code().startsWith("own.")) {
        told.append(line.found()).append('\n').append(line.remedy().orElseThrow()).append('\n');
      }
    }
    assertThat(told).isNotEmpty();
    assertThat(readme).contains("```text\n" + told + "```");
  }

  private static List<Renderer.Line> lines(Language language) {
    ProgrammeDefinition definition = Town.PROGRAMME;
    Stores stores = InMemoryStores.create();
    ParticipantId mentor = ParticipantId.of("m-1");
    LocalDate day = Town.DAY;
    try (DroolsRules rules = DroolsRules.create();
        Mentoring before = Mentoring.of(definition).rules(rules).stores(stores).build()) {
      before
          .register(Actor.coordinator("c-1", "centre-1"), mentor, ParticipantKind.PERSON, List.of())
          .orElseThrow();
      before
          .record(
              Actor.coordinator("c-1", "centre-1"),
              mentor,
              new Fact.MentoringCapacity(3),
              Validity.from(day))
          .orElseThrow();
    }
    return decided(language, definition, stores, mentor, day);
  }

  private static List<Renderer.Line> decided(
      Language language,
      ProgrammeDefinition definition,
      Stores stores,
      ParticipantId mentor,
      LocalDate day) {
    String drl = Town.resource("town.drl");
    Map<String, String> english = Town.texts("town_en.properties");
    Map<String, String> russian = Town.texts("town_ru.properties");
    // snippet
    OwnRules town =
        OwnRules.named("town", "1.0.0")
            .drl("town.drl", drl)
            .texts(Language.EN, english)
            .texts(Language.RU, russian)
            .load();
    try (RuntimeRules rules = RuntimeRules.of(DroolsRules.create(), town);
        Mentoring mentoring = Mentoring.of(definition).rules(rules).stores(stores).build()) {
      Decision decision = mentoring.decide(mentor, "adolescents", Position.MENTOR, day);
      Messages messages = rules.messages(language);
      return Renderer.of(definition, messages, Audience.COORDINATOR).lines(decision);
    }
    // end of snippet
  }

  private static String snippet(String file) throws IOException {
    String source = Files.readString(SOURCES.resolve(file));
    int start = source.indexOf("// snippet\n") + "// snippet\n".length();
    return source
        .substring(start, source.indexOf("// end of snippet", start))
        .stripIndent()
        .strip();
  }

  @Test
  void both_readmes_have_the_same_sections_tables_and_blocks() throws IOException {
    assertThat(outline("README.ru.md")).isEqualTo(outline("README.md"));
  }

  private static List<String> outline(String file) throws IOException {
    List<String> outline = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(file))) {
      if (line.startsWith("#")) {
        outline.add(line.replaceAll("[^#]", ""));
      } else if (line.startsWith("```") || line.startsWith("|")) {
        outline.add(line.substring(0, line.startsWith("|") ? 1 : line.length()));
      }
    }
    return outline;
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void every_link_leads_somewhere(String file) throws IOException {
    List<MatchResult> links = LINK.matcher(Files.readString(Path.of(file))).results().toList();

    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(Path.of(link.group(1))).exists());
  }

  @Test
  void the_evaluator_of_the_readme_counts_references() {
    Requirement.Extension asked =
        new Requirement.Extension(
            "references",
            Citation.CHOICE,
            "org.example.references",
            1,
            new TreeMap<>(Map.of("least", "2")),
            new LocalizedText("References", "Рекомендации"));
    Fact reference = new Fact.ReferenceChecked(Fact.Outcome.POSITIVE);

    assertThat(new EnoughReferences().evaluate(asked, Town.mentor(reference).dossier()))
        .extracting(Finding::requirement)
        .containsExactly("references");
    assertThat(new EnoughReferences().evaluate(asked, Town.mentor(reference, reference).dossier()))
        .isEmpty();
  }
}
