package org.mentoring.json.happening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoring.json.document.DocumentFormat;

/** The README tells how happenings are written. */
class HappeningsReadmeTest {
  @Test
  void every_word_and_each_of_its_keys_is_told() throws IOException {
    String readme = readme();
    List<String> rows = Verbs.byName().values().stream().map(HappeningsReadmeTest::row).toList();

    assertThat(readme.lines().toList()).containsSubsequence(rows);
  }

  @Test
  void the_example_is_read() throws IOException {
    String happenings = readme().substring(readme().indexOf("## Happenings"));
    String document = happenings.split("```yaml\n")[1].split("```")[0];
    Happenings read =
        HappeningsReader.open()
            .read("example.yaml", document.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);

    assertThat(read.inOrder())
        .extracting(Happening::verb)
        .containsExactly("register", "register", "record", "record", "record", "decide");
  }

  private static String row(Verb verb) {
    Thing names = verb.names();
    return "| `"
        + verb.name()
        + "` | "
        + (names == null ? "" : names.name().toLowerCase(Locale.ROOT))
        + " | "
        + verb.fields().stream().map(HappeningsReadmeTest::key).collect(Collectors.joining(", "))
        + " |";
  }

  private static String key(Field field) {
    String name = "`" + field.name() + "`";
    boolean bold = field.needed() && field.form() != Field.Form.PRACTICE;
    return (bold ? "**" + name + "**" : name) + " (" + form(field) + ")";
  }

  private static String form(Field field) {
    Thing thing = field.thing();
    String of = thing == null ? "" : thing.name().toLowerCase(Locale.ROOT);
    return switch (field.form()) {
      case HANDLE -> of;
      case HANDLES -> "list: " + of;
      case ORDER -> "list: " + of + ", or lists of those liked alike";
      case WORD ->
          field.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
      case PRACTICE -> "id; absent: the only one";
      case PART -> "id";
      case CODES -> "list: code";
      case FINDINGS -> "list: codes of all findings";
      case LEFT_OUT -> "reasons by id";
      case EVENT_DATES -> "list: `municipality`, **`day`**";
      case REASON, NOTE, NAME -> "text";
      case TRUTH -> "true, false";
      case MINUTES -> "number up to 1,440";
      case CODE, DAY, MONTH, NUMBER, FACT, ACTOR -> field.form().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
