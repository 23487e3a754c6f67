package org.mentoring.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.runtime.Town.head;
import static org.mentoring.runtime.Town.inserting;
import static org.mentoring.runtime.Town.mentor;
import static org.mentoring.runtime.Town.pack;
import static org.mentoring.runtime.Town.party;
import static org.mentoring.runtime.Town.rule;
import static org.mentoring.runtime.Town.told;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Sensitivity;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

class OwnRulesTest {
  private static final OwnRules TOWN = pack().load();
  private static final Fact MANY = new Fact.MentoringCapacity(3);

  @AfterAll
  static void close() {
    TOWN.close();
  }

  @Test
  void a_rule_that_fires_adds_a_finding_with_its_source_its_effect_its_values_and_its_facts() {
    assertThat(TOWN.findings(mentor(new Fact.Interest("chess"), MANY)))
        .containsExactly(
            Finding.of(Town.CODE, Town.CODE, Citation.of("Order-12:4"), Effect.DELAYS)
                .with("mentees", new Parameter.Count(3, Sensitivity.ABOUT_PARTY))
                .on(List.of(FactId.of("f-1"))));
  }

  @Test
  void a_rule_whose_condition_does_not_hold_adds_nothing() {
    assertThat(TOWN.findings(mentor(new Fact.MentoringCapacity(2)))).isEmpty();
    assertThat(TOWN.findings(party(Position.MENTEE, MANY))).isEmpty();
    assertThat(
            TOWN.findings(
                mentor(
                    MANY, new Fact.Attestation(Code.of("HEAD_APPROVAL"), Code.of("CENTRE_HEAD")))))
        .isEmpty();
  }

  @Test
  void its_texts_are_told_in_both_languages() {
    List<Finding> found = TOWN.findings(mentor(MANY));
    try (RuntimeRules rules = RuntimeRules.of(DroolsRules.create(), pack().load())) {
      assertThat(
              Renderer.of(Town.PROGRAMME, rules.messages(Language.RU), Audience.PARTY).lines(found))
          .extracting(Renderer.Line::found)
          .containsExactly(
              "наставник готов сопровождать сразу 3 наставляемых, а руководитель центра этого не одобрил");
      assertThat(
              Renderer.of(Town.PROGRAMME, rules.messages(Language.EN), Audience.PARTY).lines(found))
          .extracting(line -> line.remedy().orElseThrow())
          .containsExactly("ask the head of the centre to attest HEAD_APPROVAL");
    }
  }

  @Test
  void rules_read_the_question_what_holds_what_has_ended_and_no_birth_date_or_name() {
    String text =
        head()
            + rule(
                "ended",
                "Held(!current, $fact : fact, until > LocalDate.of(2020, 9, 30))",
                "insert(OwnFinding.of(\"own.town.ended\").on($fact));")
            + rule("adult", "PartyCase(years != null, years >= 18)", inserting("adult"))
            + rule("birth", "Birth()", inserting("birth"))
            + rule("name", "PersonName()", inserting("name"))
            + rule("held-birth", "Held(fact.kind == \"birth\")", inserting("held-birth"))
            + rule("gone", "Interest()", inserting("gone"))
            + rule(
                "summed",
                "accumulate(Training($minutes : minutes); $all : sum($minutes); $all > 100)",
                "insert(OwnFinding.of(\"own.town.summed\").minutes(\"all\", $all).forStaff(\"on\", LocalDate.of(2020, 1, 1)));");
    Validity past = Validity.between(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 10, 1));
    Validity now = Validity.from(LocalDate.of(1990, 1, 1));
    Instant known = Instant.parse("2020-10-01T00:00:00Z");
    Fact training =
        new Fact.Training(
            Fact.TrainingKind.INITIAL, null, 60, Fact.Mode.ONLINE, Code.of("REGIONAL_OPERATOR"));
    Dossier dossier =
        new Dossier(
            ParticipantId.of("p-1"),
            ParticipantKind.PERSON,
            List.of(
                new KnownFact(FactId.of("a"), new Fact.Interest("chess"), past, known),
                new KnownFact(FactId.of("b"), new Fact.Birth(LocalDate.of(1990, 1, 1)), now, known),
                new KnownFact(FactId.of("c"), new Fact.PersonName("Ann", "Lee"), now, known),
                new KnownFact(FactId.of("d"), training, now, known),
                new KnownFact(
                    FactId.of("e"),
                    new Fact.Training(
                        Fact.TrainingKind.INITIAL,
                        null,
                        60,
                        Fact.Mode.ONLINE,
                        Code.of("REGIONAL_OPERATOR")),
                    now,
                    known)),
            Town.DAY,
            Instant.parse("2020-11-02T06:00:00Z"));
    EligibilityCase asked = mentor();
    try (OwnRules rules =
        told(
                OwnRules.named("town", "1.0.0").drl("a.drl", text),
                "own.town.ended",
                "own.town.adult",
                "own.town.birth",
                "own.town.name",
                "own.town.held-birth",
                "own.town.gone",
                "own.town.summed")
            .load()) {
      List<Finding> found =
          rules.findings(
              new EligibilityCase(asked.definition(), asked.practice(), asked.party(), dossier));

      assertThat(found)
          .extracting(Finding::code)
          .containsExactlyInAnyOrder("own.town.ended", "own.town.adult", "own.town.summed");
      assertThat(found)
          .filteredOn(each -> each.code().equals("own.town.ended"))
          .extracting(Finding::facts)
          .containsExactly(List.of(FactId.of("a")));
      assertThat(found)
          .filteredOn(each -> each.code().equals("own.town.summed"))
          .flatExtracting(each -> each.parameters().values())
          .containsExactly(
              new Parameter.Minutes(120, Sensitivity.ABOUT_PARTY),
              new Parameter.Day(LocalDate.of(2020, 1, 1), Sensitivity.STAFF_ONLY));
    }
  }

  @Test
  void rules_that_fire_beyond_the_limit_of_a_case_are_stopped_and_named() {
    String text = head() + rule("pairs", "Interest($one : topic) Interest()", inserting("pairs"));
    Fact[] seven = new Fact[7];
    Fact[] eight = new Fact[8];
    java.util.Arrays.setAll(seven, n -> new Fact.Interest("chess " + n));
    java.util.Arrays.setAll(eight, n -> new Fact.Interest("chess " + n));
    try (OwnRules rules =
        told(OwnRules.named("town", "1.0.0").drl("a.drl", text), "own.town.pairs")
            .firingLimit(49)
            .load()) {
      assertThat(rules.findings(mentor(seven))).isNotEmpty();
      assertThatThrownBy(() -> rules.findings(mentor(eight)))
          .isInstanceOfSatisfying(
              MentoringException.class,
              stopped -> {
                assertThat(stopped.code()).isEqualTo("own-rules.firing-limit");
                assertThat(stopped.attributes())
                    .containsEntry("pack", "town")
                    .containsEntry("rule", "own.town.pairs")
                    .containsEntry("limit", "49");
              });
      // The session that was stopped leaves nothing behind.
      assertThat(rules.findings(mentor())).isEmpty();
    }
  }

  @Test
  void a_rule_that_fails_is_named_and_nothing_is_told_of_what_it_read() {
    String text =
        head()
            + rule(
                "failing",
                "Interest($topic : topic, Integer.parseInt(topic) > 3)",
                inserting("failing"))
            + rule(
                "failing-later",
                "Need($topic : topic)",
                "insert(OwnFinding.of(\"own.town.failing-later\").with(\"n\", Integer.parseInt($topic)));");
    try (OwnRules rules =
        told(
                OwnRules.named("town", "1.0.0").drl("a.drl", text),
                "own.town.failing",
                "own.town.failing-later")
            .load()) {
      for (Fact fact : List.of(new Fact.Interest("Ann Lee"), new Fact.Need("Ann Lee"))) {
        assertThatThrownBy(() -> rules.findings(mentor(fact)))
            .hasNoCause()
            .isInstanceOfSatisfying(
                MentoringException.class,
                failed -> {
                  assertThat(failed.code()).isEqualTo("own-rules.failed");
                  assertThat(failed.attributes())
                      .containsEntry("pack", "town")
                      .containsEntry("exception", "java.lang.NumberFormatException");
                  String rule = Objects.requireNonNull(failed.attributes().get("rule"));
                  assertThat(rule).startsWith("own.town.failing");
                  assertThat(failed.attributes().get("place"))
                      .isEqualTo("a.drl:" + line(text, rule));
                  assertThat(failed.toString()).doesNotContain("Ann");
                });
      }
    }
  }

  /** The number of the line in which a rule begins. */
  private static long line(String text, String rule) {
    return text.substring(0, text.indexOf("rule \"" + rule + "\""))
            .chars()
            .filter(each -> each == '\n')
            .count()
        + 1;
  }

  @Test
  void a_rule_that_exhausts_the_stack_is_named_as_one_that_fails() {
    String text =
        head()
            + rule("sound", "MentoringCapacity()", inserting("sound"))
            + rule(
                "deep",
                "Interest(topic.repeat(100000).replaceAll(\"(a|b)*\", \"\").isEmpty())",
                inserting("deep"))
            + rule(
                "deep-later",
                "Need($topic : topic)",
                "insert(OwnFinding.of(\"own.town.deep-later\").with(\"n\", $topic.repeat(100000).replaceAll(\"(a|b)*\", \"\").length()));");
    String word = "ab";
    try (OwnRules rules =
        told(
                OwnRules.named("town", "1.0.0").drl("a.drl", text),
                "own.town.sound",
                "own.town.deep",
                "own.town.deep-later")
            .load()) {
      for (Fact fact : List.of(new Fact.Interest(word), new Fact.Need(word))) {
        String rule = fact instanceof Fact.Interest ? "own.town.deep" : "own.town.deep-later";
        assertThatThrownBy(() -> rules.findings(mentor(MANY, fact)))
            .hasNoCause()
            .isInstanceOfSatisfying(
                MentoringException.class,
                failed -> {
                  assertThat(failed.code()).isEqualTo("own-rules.failed");
                  assertThat(failed.attributes())
                      .containsEntry("pack", "town")
                      .containsEntry("rule", rule)
                      .containsEntry("exception", "java.lang.StackOverflowError");
                  assertThat(failed.attributes().get("place"))
                      .isEqualTo("a.drl:" + line(text, rule));
                });
      }
      assertThat(rules.findings(mentor(MANY))).hasSize(1);
    }
  }

  @Test
  void a_pack_that_is_loaded_keeps_its_texts_whatever_becomes_of_its_builder() {
    OwnRules.Builder builder = pack();
    try (OwnRules rules = builder.load()) {
      builder.texts(Language.EN, java.util.Map.of("finding." + Town.CODE, "something else"));
      assertThat(rules.texts(Language.EN)).isEqualTo(TOWN.texts(Language.EN));
    }
  }

  @Test
  void the_hash_names_what_decides_and_neither_line_ends_nor_texts() {
    String text = Town.resource("town.drl");
    try (OwnRules windows = pack().drl("town.drl", text.replace("\n", "\r\n")).load();
        OwnRules reworded =
            pack()
                .texts(Language.EN, java.util.Map.of("remedy." + Town.CODE, "ask the head"))
                .load();
        OwnRules stricter =
            pack().drl("town.drl", text.replace("mentees > 2", "mentees > 1")).load()) {
      assertThat(windows.hash()).isEqualTo(TOWN.hash()).matches("[0-9a-f]{64}");
      assertThat(reworded.id()).isEqualTo(TOWN.id());
      assertThat(stricter.id()).startsWith("own.town@1.0.0+").isNotEqualTo(TOWN.id());
    }
  }

  @Test
  void many_threads_get_the_same_answers() throws Exception {
    List<Finding> alone = TOWN.findings(mentor(MANY));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Finding>>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        boolean many = i % 2 == 0;
        answers.add(threads.submit(() -> TOWN.findings(many ? mentor(MANY) : mentor())));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? alone : List.of());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void a_name_a_version_and_a_limit_out_of_bounds_are_refused() {
    assertThatThrownBy(() -> OwnRules.named("Town-1", "1.0.0"))
        .isInstanceOfSatisfying(
            InvalidValue.class, wrong -> assertThat(wrong.code()).isEqualTo("own-rules.pack-name"));
    assertThatThrownBy(() -> OwnRules.named("town", "1")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> pack().firingLimit(0)).isInstanceOf(InvalidValue.class);
  }
}
