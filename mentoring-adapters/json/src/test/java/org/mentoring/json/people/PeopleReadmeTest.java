package org.mentoring.json.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mentoring.validation.people.FactShape;
import org.mentoring.validation.people.PeopleImport;

/** The README tells how people are written. */
class PeopleReadmeTest {
  private static final Pattern FACT = Pattern.compile("`(\\{\"kind\": .*})` \\|");

  @Test
  void every_kind_of_fact_and_each_of_its_keys_is_told() throws IOException {
    for (FactShape shape : FactShape.byKind().values()) {
      String row =
          readme()
              .lines()
              .filter(line -> line.startsWith("| `" + shape.kind() + "` |") && line.contains("{"))
              .findFirst()
              .orElse("");
      assertThat(row).as(shape.kind()).isNotEmpty();
      for (FactShape.Component component : shape.components()) {
        String key = "`" + component.name() + "`";
        assertThat(row).contains(component.optional() ? key : "**" + key + "**");
        if (!component.constants().isEmpty() && row.contains(key + "** (`")) {
          assertThat(component.constants())
              .contains(row.split(key + "\\*\\* \\(`")[1].split("`")[0]);
        }
      }
    }
  }

  @Test
  void every_example_is_read() throws IOException {
    List<String> facts = new ArrayList<>();
    Matcher matcher = FACT.matcher(readme());
    while (matcher.find()) {
      facts.add(matcher.group(1));
    }
    assertThat(facts).hasSize(FactShape.byKind().size());
    for (String fact : facts) {
      assertThat(
              read("{\"participants\": [{\"id\": \"a\", \"facts\": [" + fact + "]}]}").problems())
          .as(fact)
          .isEmpty();
    }
  }

  @Test
  void the_whole_example_is_read() throws IOException {
    String people = readme().substring(readme().indexOf("## People"));
    String document = people.split("```json\n")[1].split("```")[0];
    assertThat(read(document).accepted()).hasSize(1);
  }

  private static PeopleImport read(String document) throws IOException {
    return PeopleJsonReader.open()
        .read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "people.json");
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
