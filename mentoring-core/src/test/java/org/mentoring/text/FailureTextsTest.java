package org.mentoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;

/** Reads the sources of all modules: whatever they throw is told in both languages. */
class FailureTextsTest {
  /** Where an exception of ours gets its code, as the first or, with a condition, the second. */
  private static final Pattern THROWN =
      Pattern.compile(
          "new (?:MentoringException|InvalidValue|StoreFailure)\\(|Invariants\\.(holds)\\(");

  private static final Pattern OWN_CLASS =
      Pattern.compile("extends (?:MentoringException|InvalidInput)\\b");
  private static final Pattern GIVEN_ON = Pattern.compile("(?:super|this)\\(\\s*(\"[a-z.-]+\")");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9.-]*)\"");
  private static final Pattern VALUE = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

  /** Codes that are put together or handed on, by the expression; no others may be. */
  private static final Map<String, Set<String>> COMPUTED =
      Map.of(
          "Mentoring code",
          Set.of("practice.unknown", "position.unknown"),
          "Invariants code",
          Set.of(),
          "Vocabulary \"match.\" + what + \"-unknown\"",
          Set.of("match.scale-unknown", "match.places-unknown", "match.neighbours-unknown"),
          "VersionedTable kind.name() + \".exists\"",
          Set.of(
              "incident.exists", "mentorship.exists", "proposal.exists", "selection-event.exists"));

  /** Attributes of exceptions whose map is not written where they are thrown. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("clock.lead", Set.of("most", "recorded")),
          Map.entry("command.refused", Set.of("matter", "participant", "findings")),
          Map.entry("definition.invalid", Set.of("problems", "first")),
          Map.entry("incident.exists", Set.of("incident")),
          Map.entry("input.invalid", Set.of("problems", "first")),
          Map.entry("match.neighbours-unknown", Set.of("neighbours")),
          Map.entry("match.places-unknown", Set.of("places")),
          Map.entry("match.scale-unknown", Set.of("scale")),
          Map.entry("mentorship.exists", Set.of("mentorship")),
          Map.entry("own-rules.invalid", Set.of("problems", "first")),
          Map.entry("position.unknown", Set.of("practice", "position", "allowed")),
          Map.entry("practice.unknown", Set.of("programme", "practice", "allowed")),
          Map.entry("record.malformed", Set.of("place")),
          Map.entry("proposal.exists", Set.of("proposal")),
          Map.entry("selection-event.exists", Set.of("selection-event")),
          Map.entry("version.stale", Set.of("what", "id", "expected", "found")));

  @Test
  void every_code_that_is_thrown_has_a_text_and_a_hint_in_both_languages() throws IOException {
    SortedMap<String, Set<String>> thrown = thrown();
    SortedSet<String> missing = new TreeSet<>();

    for (String code : thrown.keySet()) {
      for (Language language : Language.values()) {
        for (String kind : List.of("failure.", "failure-hint.")) {
          if (!Messages.of(language).keys().contains(kind + code)) {
            missing.add(language + " " + kind + code);
          }
        }
      }
    }

    assertThat(thrown).hasSizeGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  @Test
  void no_text_is_kept_of_a_code_that_nobody_throws() throws IOException {
    SortedSet<String> thrown = new TreeSet<>(thrown().keySet());
    for (String key : Messages.of(Language.EN).keys()) {
      if (key.startsWith("failure.")) {
        String code = key.substring("failure.".length());
        assertThat(thrown)
            .as(key)
            .containsAnyOf(code, code.substring(0, Math.max(0, code.lastIndexOf('.'))));
      }
    }
  }

  @Test
  void a_text_names_only_what_every_exception_of_its_code_carries() throws IOException {
    thrown()
        .forEach(
            (code, attributes) -> {
              SortedMap<String, Value> values = new TreeMap<>();
              attributes.forEach(name -> values.put(name, Value.of("x")));
              for (Language language : Language.values()) {
                for (String kind : List.of("failure.", "failure-hint.")) {
                  Messages messages = Messages.of(language);
                  assertThat(VALUE.matcher(messages.render(kind + code, values)).find())
                      .as(kind + code)
                      .isFalse();
                }
              }
            });
  }

  @Test
  void an_exception_is_told_in_the_language_asked_for_with_its_attributes() {
    MentoringException stale = new StaleVersion("mentorship", "ms-7", 3, 5);

    assertThat(Messages.of(Language.EN).render(stale))
        .isEqualTo(
            "Somebody changed mentorship ms-7 in the meantime: version 3 was expected, 5 was found."
                + " Read it again and repeat the command.");
    assertThat(Messages.of(Language.RU).render(stale))
        .isEqualTo(
            "Запись ms-7 (mentorship) тем временем изменили: ожидалась версия 3, найдена 5."
                + " Прочтите её снова и повторите команду.");
    assertThat(
            Messages.of(Language.RU).render(new InvalidValue("id.malformed", "event", "1 to 64")))
        .startsWith("Это не идентификатор (event). Пишите от 1 до 64");
  }

  @Test
  void a_reason_chooses_its_own_text_where_there_is_one() {
    assertThat(Messages.of(Language.RU).render(lock("places")))
        .isEqualTo(
            "Закрепить пару m-1 и m-2 нельзя: у наставника не осталось мест."
                + " Освободите другую пару этого наставника или дайте ему ещё место.");
    assertThat(Messages.of(Language.EN).render(lock("else")))
        .startsWith("The pair m-1 and m-2 cannot be locked (else).");
  }

  @Test
  void an_exception_without_texts_or_without_their_values_is_told_as_it_is() {
    MentoringException own =
        new MentoringException("school.closed", Map.of("school", "s-1"), "Call again in autumn.");

    assertThat(Messages.of(Language.RU).render(own))
        .isEqualTo("school.closed {school=s-1}. Call again in autumn.");
    assertThat(
            Messages.of(Language.RU)
                .with(
                    Map.of(
                        "failure.school.closed",
                        "Школа {school} закрыта.",
                        "failure-hint.school.closed",
                        "Звоните осенью."))
                .render(own))
        .isEqualTo("Школа s-1 закрыта. Звоните осенью.");
    assertThat(
            Messages.of(Language.RU)
                .render(new MentoringException("participant.unknown", Map.of(), "Look at the id.")))
        .isEqualTo("participant.unknown {}. Look at the id.");
  }

  private static MentoringException lock(String why) {
    return new MentoringException(
        "match.lock-impossible", Map.of("mentee", "m-1", "mentor", "m-2", "why", why), "No.");
  }

  /** Codes with the attributes that all exceptions of the code carry. */
  private static SortedMap<String, Set<String>> thrown() throws IOException {
    SortedMap<String, Set<String>> thrown = new TreeMap<>();
    for (Path source : sources()) {
      String text = Files.readString(source, StandardCharsets.UTF_8);
      String name = source.getFileName().toString().replace(".java", "");
      if (OWN_CLASS.matcher(text).find() || name.equals("InvalidInput")) {
        Matcher given = GIVEN_ON.matcher(text);
        while (given.find()) {
          kept(thrown, code(given.group(1)), known(code(given.group(1))));
        }
      }
      Matcher matcher = THROWN.matcher(text);
      while (matcher.find()) {
        List<String> arguments = arguments(text, matcher.end());
        boolean condition = matcher.group(1) != null;
        String expression = arguments.get(condition ? 1 : 0);
        boolean invalid = condition || matcher.group().contains("InvalidValue");
        if (LITERAL.matcher(expression).matches()) {
          String code = code(expression);
          Set<String> attributes = invalid ? ofValue(arguments) : ofMap(code, arguments.get(1));
          kept(thrown, code, attributes);
        } else {
          assertThat(COMPUTED).as("%s", source).containsKey(name + " " + expression);
          for (String code : COMPUTED.getOrDefault(name + " " + expression, Set.of())) {
            kept(thrown, code, known(code));
          }
        }
      }
    }
    return thrown;
  }

  private static void kept(
      SortedMap<String, Set<String>> thrown, String code, Set<String> attributes) {
    thrown.merge(
        code,
        new TreeSet<>(attributes),
        (all, more) -> {
          all.retainAll(more);
          return all;
        });
  }

  private static Set<String> known(String code) {
    Set<String> attributes = ATTRIBUTES.get(code);
    assertThat(attributes).as("attributes of %s", code).isNotNull();
    return attributes == null ? Set.of() : attributes;
  }

  private static Set<String> ofValue(List<String> arguments) {
    Set<String> attributes = new TreeSet<>(List.of("what", "allowed"));
    if (arguments.size() == 4) {
      attributes.addAll(names(arguments.get(3)));
    }
    return attributes;
  }

  private static Set<String> ofMap(String code, String expression) {
    if (expression.endsWith(".attributes()")) {
      return Set.of();
    }
    return expression.contains("Map.of(") ? names(expression) : known(code);
  }

  /** The names in {@code Map.of("name", value, ...)}. */
  private static Set<String> names(String map) {
    if (!map.contains("Map.of(")) {
      return Set.of();
    }
    List<String> each = arguments(map, map.indexOf("Map.of(") + "Map.of(".length());
    Set<String> names = new TreeSet<>();
    for (int i = 0; i + 1 < each.size(); i += 2) {
      if (LITERAL.matcher(each.get(i)).matches()) {
        names.add(code(each.get(i)));
      }
    }
    return names;
  }

  private static String code(String literal) {
    return literal.substring(1, literal.length() - 1);
  }

  /** The arguments of a call, from behind its bracket. */
  private static List<String> arguments(String text, int from) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    int depth = 0;
    char quoted = 0;
    for (int at = from; ; at++) {
      char c = text.charAt(at);
      if (quoted != 0) {
        if (c == '\\') {
          argument.append(c).append(text.charAt(++at));
          continue;
        }
        quoted = c == quoted ? 0 : quoted;
      } else if (c == '"' || c == '\'') {
        quoted = c;
      } else if (c == '(' || c == '{') {
        depth++;
      } else if (((c == ')' || c == '}') && depth-- == 0) || (c == ',' && depth == 0)) {
        arguments.add(argument.toString().strip().replaceAll("\\s+", " "));
        argument.setLength(0);
        if (c != ',') {
          return arguments;
        }
        continue;
      }
      argument.append(c);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(".."))) {
      return all.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> path.toString().replace('\\', '/').contains("/src/main/java/"))
          .sorted()
          .toList();
    }
  }
}
