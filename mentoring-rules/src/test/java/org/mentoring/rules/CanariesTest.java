package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.CITED;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Basis;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Question;
import org.mentoring.decision.Renderer;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.rules.fact.CaseFacts;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

/**
 * What is personal stands for one person alone, in Latin and in Cyrillic letters, and of ten
 * thousand people none of it is in what is told: no finding, explanation, exception, {@code
 * toString} or output. What goes to logs is looked through where the stores are.
 */
class CanariesTest {
  private static final int PEOPLE = 10_000;
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1971, 1, 1);

  private static final List<Requirement> ASKED =
      List.of(
          RuleCatalogue.ADULT,
          RuleCatalogue.LIVES,
          RuleCatalogue.AGREED,
          RuleCatalogue.TRAINED,
          new Requirement.TraitKnown("trait-2", CITED, "organisation", new TreeSet<>()));

  @Test
  void nothing_personal_of_ten_thousand_people_is_told() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(caught);
    System.setErr(caught);
    try (DroolsRules rules = DroolsRules.create()) {
      for (int number = 0; number < PEOPLE; number++) {
        assertThat(leaks(number, told(number, rules))).as("of person %s", number).isEmpty();
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .doesNotContain("Given")
        .doesNotContain("канарейка");
  }

  @Test
  void a_canary_that_is_told_is_found() {
    assertThat(leaks(7, "it was " + latin(7) + " again")).isNotEmpty();
    assertThat(leaks(7, "это " + cyrillic(7))).isNotEmpty();
    assertThat(leaks(7, "born on " + born(7))).isNotEmpty();
    assertThat(leaks(7, "it was " + latin(8))).isEmpty();
  }

  private static List<String> leaks(int number, String told) {
    return List.of(latin(number), cyrillic(number), born(number).toString()).stream()
        .filter(told::contains)
        .toList();
  }

  private static String latin(int number) {
    return String.format(Locale.ROOT, "Given%05dx", number);
  }

  private static String cyrillic(int number) {
    return String.format(Locale.ROOT, "канарейка%05dю", number);
  }

  private static LocalDate born(int number) {
    return FIRST_BIRTH.plusDays(number);
  }

  /** All that anybody could read of a person who is decided about. */
  private static String told(int number, DroolsRules rules) {
    EligibilityCase question = question(number);
    List<Finding> findings = rules.eligibility().evaluate(question);
    Decision decision =
        Decision.of(
            new Question(
                Code.of("PARTICIPATION"),
                question.dossier().participant(),
                "main",
                Position.MENTOR,
                Cases.DAY,
                Cases.NOW),
            findings,
            List.of(),
            new Basis("sample", "1.0.0", "h", "h", new TreeSet<>(), ""));
    StringBuilder told = new StringBuilder();
    told.append(decision).append(decision.canonical()).append(findings);
    told.append(question).append(question.dossier()).append(question.dossier().facts());
    question.dossier().facts().forEach(known -> told.append(known.fact()));
    told.append(CaseFacts.of(question));
    // One language and one audience each, in turn: all of them are met by more than a thousand.
    Language language = Language.values()[number % Language.values().length];
    Audience audience =
        Audience.values()[number / Language.values().length % Audience.values().length];
    told.append(Renderer.of(question.definition(), language, audience).text(decision));
    refusals(number).forEach(told::append);
    return told.toString();
  }

  private static EligibilityCase question(int number) {
    Cases.Facts facts = Cases.facts();
    for (String canary : List.of(latin(number), cyrillic(number))) {
      for (Fact each :
          List.of(
              new Fact.PersonName(canary, canary),
              new Fact.Trait(Attribute.MUNICIPALITY, canary),
              new Fact.Interest(canary),
              new Fact.Need(canary),
              new Fact.Offer(canary),
              new Fact.Wish(Attribute.MUNICIPALITY, canary))) {
        facts = facts.and(each);
      }
    }
    return Cases.of(
        ASKED, facts.and(new Fact.Birth(born(number))).known(), Set.of(Arrangement.INDIVIDUAL));
  }

  /** What is told where something personal is entered that may not be. */
  private static List<String> refusals(int number) {
    List<String> told = new ArrayList<>();
    for (String canary : List.of(latin(number), cyrillic(number))) {
      String endless = canary.repeat(100);
      for (Runnable each :
          List.<Runnable>of(
              () -> new Fact.PersonName(endless, canary),
              () -> new Fact.PersonName(canary, endless),
              () -> new Fact.Trait(Attribute.MUNICIPALITY, endless),
              () -> new Fact.Interest(endless),
              () -> new Fact.Need(endless),
              () -> new Fact.Offer(endless),
              () -> new Fact.Wish(Attribute.MUNICIPALITY, endless),
              () -> new ExternalReference("portal", endless),
              () -> ParticipantId.of(canary + " ?"))) {
        try {
          each.run();
          throw new AssertionError("nothing was refused");
        } catch (MentoringException e) {
          told.add(e + e.getMessage() + e.attributes() + e.hint() + e.getCause());
        }
      }
    }
    return told;
  }
}
