package org.mentoring.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.failure.Problem;
import org.mentoring.testkit.AlteredBytes;
import org.mentoring.testkit.Spent;
import org.mentoring.testkit.internal.Jazzer;

/**
 * Whatever files of rules come, they are read or what is wrong with them is told: reading them
 * costs no more than 2 seconds of a processor and 64 MB. What is then compiled costs what the
 * compiler takes; it is tried with fewer files. {@code -Dfuzz.executions=} tries more, {@code
 * -Dfuzz.first=} begins elsewhere.
 */
@Tag("proof")
class OwnRulesFuzzTest {
  private static final int USUAL = 300;

  /** Compiling takes about a second. */
  private static final int COMPILED_OF = 100;

  private static final List<byte[]> RULES =
      List.of(
          bytes(Town.resource("town.drl")),
          bytes(
              Town.head()
                  + Town.rule("one", "not Interest(topic == \"chess\")", Town.inserting("one"))
                  + Town.rule(
                      "two",
                      "accumulate(Training($m : minutes); $all : sum($m); $all > 10)",
                      "insert(OwnFinding.of(\"own.town.two\").minutes(\"all\", $all));")));
  private static final List<byte[]> TABLES =
      List.of(
          bytes(Town.resource("hours.csv")),
          bytes(
              "RULE,SOURCE,EFFECT,CONDITION\n"
                  + ",,,\"MentoringCapacity(mentees > $param)\"\n"
                  + "own.town.many,Order-1,REFUSES,3\n"));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_file_of_rules_that_is_nearly_valid_is_read_or_refused_within_bounds() {
    altered(RULES, false);
  }

  @Test
  void a_table_of_rules_that_is_nearly_valid_is_read_or_refused_within_bounds() {
    altered(TABLES, true);
  }

  private static void altered(List<byte[]> valid, boolean table) {
    valid.forEach(each -> read(each, table));
    long first = Long.getLong("fuzz.first", 0);
    long executions = Long.getLong("fuzz.executions", USUAL);
    for (long seed = first; seed < first + executions; seed++) {
      byte[] bytes = AlteredBytes.of(valid, seed);
      String which = "-Dfuzz.first=" + seed + " -Dfuzz.executions=1";
      Spent.bounded(which, () -> read(bytes, table));
      if (seed % COMPILED_OF == 0) {
        load(bytes, table, which);
      }
    }
  }

  static Stream<Path> corpus() throws Exception {
    try (Stream<Path> files =
        Files.list(Path.of(OwnRulesFuzzTest.class.getResource("fuzz").toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void what_once_did_harm_does_none_again(Path file) throws Exception {
    boolean table = file.toString().endsWith(".csv");
    (table ? TABLES : RULES).forEach(each -> read(each, table));
    byte[] bytes = Files.readAllBytes(file);

    Spent.bounded(file.getFileName().toString(), () -> read(bytes, table));
    load(bytes, table, file.getFileName().toString());
  }

  /** Too long to be kept as files. */
  static Stream<Named<String>> muchOfOneThing() {
    String begin =
        Town.head()
            + "rule \"own.town.one\" @code(\"own.town.one\") @source(\"Order-1\")"
            + " @effect(\"REFUSES\") when ";
    String end = " then insert(OwnFinding.of(\"own.town.one\")); end\n";
    return Stream.of(
        Named.of("many words", begin.repeat(400)),
        Named.of("too long", " ".repeat(200_001)),
        Named.of("many nots", begin + "not ".repeat(20_000) + "Interest()" + end),
        Named.of(
            "many ors", begin + "Interest(topic == \"x\"" + " || true".repeat(6_000) + ")" + end),
        Named.of(
            "many calls",
            begin
                + "$a : Interest() then insert(OwnFinding.of(\"own.town.one\")"
                + ".on($a)".repeat(12_000)
                + "); end\n"),
        Named.of("many columns", "X,".repeat(60_000) + "\n"),
        Named.of(
            "many parameters",
            "RULE,SOURCE,EFFECT,CONDITION\n,,,"
                + "$param ".repeat(9_000)
                + "\nown.town.one,Order-1,DELAYS,"
                + "x".repeat(60_000)
                + "\n"),
        Named.of(
            "many rows",
            "RULE,SOURCE,EFFECT,CONDITION\n,,,\"Interest(topic == $param)"
                + " not Interest()".repeat(400)
                + "\"\n"
                + "own.town.one,Order-1,DELAYS,1\n".repeat(5_000)));
  }

  @ParameterizedTest
  @MethodSource("muchOfOneThing")
  void what_is_much_of_one_thing_is_read_or_refused_within_bounds(String text) {
    boolean table = !text.startsWith("package") && !text.isBlank();
    (table ? TABLES : RULES).forEach(each -> read(each, table));

    Spent.bounded("much of one thing", () -> read(bytes(text), table));
  }

  /** As far as the compiler, which is not asked. */
  static void read(byte[] bytes, boolean table) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<Problem> problems = new ArrayList<>();
    Source source = new Source("fuzz", text, false);
    if (FileBounds.hold(source, problems)) {
      new DrlReading("own.town", problems)
          .read(table ? DecisionTable.rules("own.town", "fuzz", text, problems) : source);
    }
    assertThat(problems).allMatch(each -> each.code().startsWith("own-rules."));
  }

  /** Files that are read without a fault. */
  static List<byte[]> valid(boolean table) {
    return table ? TABLES : RULES;
  }

  static boolean jazzerIsThere() {
    return Jazzer.isThere(OwnRulesFuzzTarget.class);
  }

  /** In profile {@code release-checks}: see the test of the other parsers. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @EnabledIf("jazzerIsThere")
  void no_input_that_jazzer_finds_does_harm(boolean table) {
    Jazzer.search(
        table ? "tables" : "rules",
        OwnRulesFuzzTarget.class,
        "fuzz.table=" + table,
        valid(table),
        "mentoring-adapters/rules-runtime");
  }

  private static void load(byte[] bytes, boolean table, String which) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    OwnRules.Builder pack = OwnRules.named("town", "1.0.0");
    pack = table ? pack.table("fuzz", text) : pack.drl("fuzz", text);
    try (OwnRules rules = Town.told(pack, Town.CODE, "own.town.hours-short").load()) {
      assertThat(rules.codes()).as(which).isNotEmpty();
    } catch (InvalidOwnRules e) {
      assertThat(e.problems()).as(which).isNotEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(which + " threw " + e.getClass(), e);
    }
  }
}
