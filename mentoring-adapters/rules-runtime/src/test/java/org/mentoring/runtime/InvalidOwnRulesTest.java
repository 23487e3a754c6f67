package org.mentoring.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mentoring.runtime.Town.head;
import static org.mentoring.runtime.Town.inserting;
import static org.mentoring.runtime.Town.rule;
import static org.mentoring.runtime.Town.told;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.Problem;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class InvalidOwnRulesTest {
  /** Code and place of each, and each is told in both languages. */
  private static List<String> problems(OwnRules.Builder pack) {
    InvalidOwnRules invalid =
        catchThrowableOfType(InvalidOwnRules.class, () -> pack.load().close());
    assertThat(invalid).as("nothing was refused").isNotNull();
    for (Language language : Language.values()) {
      Messages messages = Messages.of(language);
      for (Problem each : invalid.problems()) {
        assertThat(messages.render(each))
            .startsWith(each.place() + ": ")
            .doesNotContain(each.place() + ": own-rules.");
      }
      assertThat(messages.render(invalid)).doesNotContain("own-rules.invalid");
    }
    return invalid.problems().stream()
        .map(each -> each.code().replace("own-rules.", "") + " " + each.place())
        .toList();
  }

  private static OwnRules.Builder file(String text, String... codes) {
    return told(OwnRules.named("town", "1.0.0").drl("a.drl", text), codes);
  }

  private static List<String> found(OwnRules.Builder pack) {
    InvalidOwnRules invalid =
        catchThrowableOfType(InvalidOwnRules.class, () -> pack.load().close());
    assertThat(invalid).as("nothing was refused").isNotNull();
    return invalid.problems().stream()
        .map(
            each ->
                each.parameters().getOrDefault("rule", "").replace("own.town.", "")
                    + " "
                    + each.parameters().getOrDefault("found", ""))
        .toList();
  }

  @Test
  void what_cannot_be_read_is_told_all_at_once_with_its_lines() {
    String text =
        """
        package own.town;
        rule "own.town.open"
        when
            Interest(topic == "chess"
        then
        end
        rule "own.town.twice-equal" when
            Interest(topic = = "chess")
        then
        end
        """;
    assertThat(problems(file(text))).containsExactly("syntax a.drl:5", "syntax a.drl:8");
  }

  @Test
  void what_has_no_place_in_own_rules_is_told_all_at_once_with_rule_and_line() {
    String text =
        """
        package own.village;
        import java.io.File;
        import org.mentoring.participant.Fact.Interest;
        import org.mentoring.runtime.OwnFinding;
        global java.util.List collected;
        function int one() { return 1; }
        declare Thing size : int end

        rule "own.town.eager"
            @code("own.town.eager") @source("Order-1") @effect("REFUSES")
            salience 10
        when
            Interest()
            eval(true)
        then
            insert(OwnFinding.of("own.town.eager"));
        end

        rule "training.hours-short" @code("other") @source("no citation") @effect("ADMITS")
        when
            Interest($letter : topic)
            String() from $letter
        then
            insert(OwnFinding.of("training.hours-short"));
        end

        rule "own.town.bare"
        when
            Interest()
        then
            insert(OwnFinding.of("own.town.eager"));
        end

        rule "own.town.bare" @code("own.town.bare") @source("Order-1") @effect("REFUSES")
        when
            $it : Interest()
        then
            delete($it);
        end
        """;
    assertThat(problems(file(text, "own.town.eager", "own.town.bare", "training.hours-short")))
        .containsExactly(
            "package a.drl:1",
            "import a.drl:2",
            "construct a.drl:5",
            "construct a.drl:6",
            "construct a.drl:7",
            "construct-in-rule a.drl:11",
            "construct-in-rule a.drl:14",
            "annotation a.drl:19",
            "annotation a.drl:19",
            "annotation a.drl:19",
            "name a.drl:19",
            "construct-in-rule a.drl:22",
            "annotation-missing a.drl:27",
            "annotation-missing a.drl:27",
            "annotation-missing a.drl:27",
            "consequence a.drl:30",
            "twice a.drl:34",
            "consequence a.drl:37");
  }

  @Test
  void a_rule_that_reads_what_rules_insert_is_refused_for_it_could_feed_itself() {
    String text =
        head()
            + rule("endless", "OwnFinding() or PartyCase()", inserting("endless"))
            + rule("first", "not org.mentoring.runtime.OwnFinding()", inserting("first"))
            + rule(
                "anything", "accumulate(Object(); $n : count(1); $n > 1)", inserting("anything"));
    assertThat(problems(file(text, "own.town.endless", "own.town.first", "own.town.anything")))
        .containsExactly(
            "construct-in-rule a.drl:15",
            "construct-in-rule a.drl:22",
            "construct-in-rule a.drl:29");
    assertThat(found(file(text, "own.town.endless", "own.town.first", "own.town.anything")))
        .containsExactly(
            "endless OwnFinding", "first org.mentoring.runtime.OwnFinding", "anything Object");
  }

  @Test
  void a_file_that_is_too_long_or_nested_too_deep_is_refused_with_its_line() {
    String deep = "(".repeat(6) + "topic == \"(((((((((\"" + ")".repeat(6);
    String deeper = "(".repeat(12) + "topic == \"chess\"" + ")".repeat(12);
    OwnRules.Builder pack =
        file(
                head()
                    + "// ((((((((((((((((\n/* (((((((((((((((( */\n"
                    + rule("deep", "Interest(" + deep + ")", inserting("deep")),
                "own.town.deep",
                "own.town.deeper",
                "own.town.many")
            .drl("b.drl", head() + rule("deeper", "Interest(" + deeper + ")", inserting("deeper")))
            .drl("c.drl", "package own.town;" + " ".repeat(200_000))
            .table(
                "d.csv",
                "RULE,SOURCE,EFFECT,CONDITION\n,,,\"Interest(topic == \"\"$param\"\")"
                    + " not Offer()".repeat(1_000)
                    + "\"\n"
                    + "own.town.many,Order-1,DELAYS,chess\n".repeat(20));

    assertThat(problems(pack))
        .containsExactlyInAnyOrder("too-deep b.drl:15", "too-long c.drl", "too-long d.csv:19");
  }

  @Test
  void a_right_hand_side_that_does_more_than_insert_its_own_findings_is_refused() {
    Stream.of(
            "",
            "update($it);",
            "insert($it);",
            "insert(OwnFinding.of(\"own.town.other\"));",
            "insert(OwnFinding.of(\"own.town.one\")); delete($it);",
            "insert(OwnFinding.of(\"own.town.one\")) ; // ;\n System.exit(1);",
            "while (true) insert(OwnFinding.of(\"own.town.one\"));",
            "insert(OwnFinding.of(\"own.town.one\")); drools.halt();",
            "insert(OwnFinding.of(\"own.town.one\").on(((java.util.function.Supplier<Interest>) () -> $it).get()));",
            "insert(OwnFinding.of(\"own.town.one\").with($it.topic(), 1));",
            "insert(OwnFinding.of(\"own.town.one\").on($it).forStaff( \"a\" + $it.topic(), 1));",
            "insert(OwnFinding.of(\"own.town.one\").minutes(String.valueOf($it), 1));",
            "insert(OwnFinding.of(\"own.town.one\").code().isEmpty() ? $it : $it);",
            "insert(OwnFinding.of(\"own.town.one\").with(\"\"\"\n one\"\"\", 1));",
            "insert(OwnFinding.of(\"own.town.one\").with(\"\\u0022 + $it + \\u0022\", 1));",
            "OwnFinding kept = OwnFinding.of(\"own.town.one\"); insert(kept);")
        .forEach(
            then ->
                assertThat(Consequence.of(then).insertsOnly("own.town.one")).as(then).isFalse());
    Stream.of(
            "insert(OwnFinding.of(\"own.town.one\"));",
            "insert( OwnFinding . of( \"own.town.one\" ).with(\"of\", 3).on($it) )",
            "insert(OwnFinding.of(\"own.town.one\")\n .forStaff(\"from\", $day.with(FIELD, 1)) /* , */ .minutes(\"all\", sum(1, 2)).on($it));",
            "// a reason; {\n insert(OwnFinding.of(\"own.town.one\")); /* delete($it) */ insert(OwnFinding.of(\"own.town.one\").with(\"a;}\", 1));")
        .forEach(
            then -> assertThat(Consequence.of(then).insertsOnly("own.town.one")).as(then).isTrue());
  }

  @Test
  void
      what_does_not_compile_is_told_with_rule_and_line_and_beside_what_is_used_against_the_rules() {
    String text =
        head()
            + rule("sound", "Interest()", inserting("sound"))
            + rule("spelt-wrong", "Interest(topik == \"chess\")", inserting("spelt-wrong"))
            + rule("no-fact", "Hobby()", inserting("no-fact"))
            + rule("exits", "Interest(Runtime.getRuntime() != null)", inserting("exits"))
            + rule("clock", "Held(from < LocalDate.now())", inserting("clock"))
            + rule(
                "reads-files",
                "Interest(java.nio.file.Files.exists(java.nio.file.Path.of(topic)))",
                inserting("reads-files"))
            + rule(
                "reflects",
                "Interest($it : this, $it.getClass().getName() != \"x\")",
                inserting("reflects"))
            + rule(
                "other-clock",
                "Held(from < LocalDate.EPOCH.plusDays(java.time.Clock.systemUTC().millis()))",
                inserting("other-clock"))
            + rule(
                "system-clock",
                "Held(from < LocalDate.EPOCH.plusDays(java.time.InstantSource.system().millis()))",
                inserting("system-clock"))
            + rule("flag", "Interest(Boolean.getBoolean(topic))", inserting("flag"))
            + rule("whole", "Interest(Integer.getInteger(topic) != null)", inserting("whole"))
            + rule("long", "Interest(Long.getLong(topic) != null)", inserting("long"))
            + rule(
                "weekday",
                "Held(from.getLong(java.time.temporal.ChronoField.DAY_OF_WEEK) > 5)",
                inserting("weekday"))
            + rule(
                "randomly",
                "Interest()",
                "insert(OwnFinding.of(\"own.town.randomly\").with(\"n\", (long) (Math.random() * 9)));");
    OwnRules.Builder pack =
        file(
            text,
            Stream.of(
                    "sound",
                    "spelt-wrong",
                    "no-fact",
                    "exits",
                    "clock",
                    "reads-files",
                    "reflects",
                    "other-clock",
                    "system-clock",
                    "flag",
                    "whole",
                    "long",
                    "weekday",
                    "randomly")
                .map(name -> "own.town." + name)
                .toArray(String[]::new));

    assertThat(problems(pack))
        .contains("compile a.drl:19", "compile a.drl:26")
        .allSatisfy(
            each ->
                assertThat(each)
                    .matches("(compile|reference) a\\.drl:(19|26|33|40|47|54|61|68|75|82|89|103)"));
    assertThat(found(pack))
        .anyMatch(each -> each.startsWith("spelt-wrong ") && each.contains("topik"))
        .anyMatch(each -> each.startsWith("no-fact ") && each.contains("Hobby"))
        .anyMatch(each -> each.startsWith("exits "))
        .anyMatch(each -> each.startsWith("clock java.time.LocalDate.now"))
        .anyMatch(each -> each.startsWith("reads-files "))
        .anyMatch(each -> each.startsWith("reflects "))
        .anyMatch(each -> each.startsWith("other-clock java.time.Clock"))
        .anyMatch(each -> each.startsWith("system-clock java.time.InstantSource"))
        .anyMatch(each -> each.startsWith("flag java.lang.Boolean.getBoolean"))
        .anyMatch(each -> each.startsWith("whole java.lang.Integer.getInteger"))
        .anyMatch(each -> each.startsWith("long java.lang.Long.getLong"))
        .anyMatch(each -> each.startsWith("randomly java.lang.Math.random"))
        .noneMatch(each -> each.startsWith("weekday"))
        .noneMatch(each -> each.startsWith("sound"));
  }

  @Test
  void a_list_may_be_sorted_and_never_shuffled() {
    assertThat(Allowed.mayCall("java.util.Collections", "sort")).isTrue();
    assertThat(Allowed.mayCall("java.util.Collections", "shuffle")).isFalse();
  }

  @Test
  void texts_that_are_missing_broken_or_of_others_are_told_by_language_and_key() {
    OwnRules.Builder pack =
        OwnRules.named("town", "1.0.0")
            .drl("town.drl", Town.resource("town.drl"))
            .texts(
                Language.RU,
                Map.of(
                    "finding." + Town.CODE, "{pupils} много", "finding.training.hours-short", ""))
            .texts(Language.EN, Town.texts("town_en.properties"));
    assertThat(problems(pack))
        .containsExactly(
            "text-broken texts_ru finding.own.town.many-need-approval",
            "text-foreign texts_ru finding.training.hours-short",
            "text-missing texts_ru remedy.own.town.many-need-approval");
  }

  @Test
  void a_pack_without_rules_is_refused() {
    assertThat(problems(OwnRules.named("town", "1.0.0"))).containsExactly("empty town");
    assertThat(problems(file("package own.town;\n"))).containsExactly("empty town");
  }
}
