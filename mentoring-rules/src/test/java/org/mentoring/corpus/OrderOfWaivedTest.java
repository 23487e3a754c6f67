package org.mentoring.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.DefinitionReader;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.VocabularyTerm;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** What is waived has not to come first, also where it is met after all. */
class OrderOfWaivedTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final ProgrammeDefinition IRKUTSK = waivable();
  private static final Practice PRACTICE = IRKUTSK.practices().get(0);
  private static final LocalDate DAY = LocalDate.of(2018, 3, 1);
  private static final Code CENTRE = Code.of("CHILDRENS_RESIDENTIAL_CENTRE");
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  private static final Actor AUTHORITY =
      new Actor("a-1", Code.of("METHODOLOGY_CENTRE"), "methodology");
  private static final ParticipantId MENTOR = ParticipantId.of("mentor");

  private final Stores stores = InMemoryStores.create();
  private final Mentoring mentoring = running(IRKUTSK);

  private Mentoring running(ProgrammeDefinition definition) {
    return Mentoring.of(definition)
        .rules(RULES)
        .stores(stores)
        .identifiers(new SequentialIdentifiers())
        .clock(Clock.fixed(DAY.atTime(6, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
        .build();
  }

  /** As built in, where papers and selection may be waived. */
  private static ProgrammeDefinition waivable() {
    return read("    - mentor-(documents|selection) .*\n", "");
  }

  /** As built in, with other words. */
  static ProgrammeDefinition read(String words, String others) {
    String text =
        new String(BuiltInProgrammes.text("irkutsk-2017"), StandardCharsets.UTF_8)
            .replaceAll(words, others);
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read("waivable", text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
    }
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  OrderOfWaivedTest() {
    mentoring.register(COORDINATOR, MENTOR, ParticipantKind.PERSON, List.of()).orElseThrow();
    trained(MENTOR, 40, 45);
  }

  private void trained(ParticipantId who, int trainedDaysAgo, int selectedDaysAgo) {
    record(
        who,
        new Fact.ClearanceCertificate(
            Code.of("CRIMINAL_RECORD"), DAY.minusDays(50), Fact.Outcome.POSITIVE),
        50);
    record(
        who,
        new Fact.AuthorityDecision(CENTRE, Code.of("SELECTION"), Fact.Outcome.POSITIVE),
        selectedDaysAgo);
    record(
        who,
        new Fact.Training(Fact.TrainingKind.INITIAL, null, 120, Fact.Mode.IN_PERSON, CENTRE),
        trainedDaysAgo);
  }

  private void record(ParticipantId who, Fact fact, int daysAgo) {
    mentoring.record(COORDINATOR, who, fact, Validity.from(DAY.minusDays(daysAgo))).orElseThrow();
  }

  private void documents() {
    record(MENTOR, new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")), 10);
    record(MENTOR, new Fact.DocumentHandedIn(Code.of("PASSPORT")), 10);
  }

  private void waived(ParticipantId who, String requirement) {
    mentoring
        .waivers()
        .waive(AUTHORITY, requirement, who, null, "why", DAY, DAY.plusDays(10))
        .orElseThrow();
  }

  private List<String> order(ParticipantId who) {
    return mentoring.decide(who, PRACTICE.id(), Position.MENTOR, DAY).findings().stream()
        .filter(finding -> finding.requirement().equals("vetted-before-training"))
        .map(Finding::code)
        .toList();
  }

  @Test
  void who_hands_in_what_was_waived_does_not_repeat_the_training_for_it() {
    waived(MENTOR, "mentor-documents");
    assertThat(order(MENTOR)).isEmpty();
    documents();
    assertThat(order(MENTOR)).isEmpty();
  }

  @Test
  void without_a_waiver_the_training_came_too_early() {
    documents();
    assertThat(order(MENTOR)).containsExactly("order.early");
  }

  @Test
  void what_is_not_waived_still_comes_first() {
    ParticipantId late = ParticipantId.of("late");
    mentoring.register(COORDINATOR, late, ParticipantKind.PERSON, List.of()).orElseThrow();
    trained(late, 40, 20);
    waived(late, "mentor-documents");
    assertThat(order(late)).containsExactly("order.early");
  }

  @Test
  void what_is_waived_comes_too_early_for_nothing() {
    documents();
    waived(MENTOR, "mentor-initial-training");
    assertThat(order(MENTOR)).isEmpty();
  }

  @Test
  void an_order_of_what_is_all_waived_asks_for_nothing() {
    ParticipantId late = ParticipantId.of("late");
    mentoring.register(COORDINATOR, late, ParticipantKind.PERSON, List.of()).orElseThrow();
    trained(late, 40, 50);
    waived(late, "mentor-documents");
    waived(late, "mentor-selection");
    assertThat(order(late)).isEmpty();
  }

  @Test
  void a_pack_that_asks_for_more_papers_admits_nobody_whom_the_order_kept_out() {
    record(MENTOR, new Fact.Birth(LocalDate.of(1985, 1, 1)), 60);
    record(MENTOR, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF), 60);
    record(MENTOR, new Fact.RegisterEntry(Code.of("MENTOR_REGISTER")), 50);
    documents();
    Citation law = Citation.of("L1");
    Requirement more =
        new Requirement.Documents(
            "mentor-documents",
            law,
            new TreeSet<>(
                List.of(Code.of("APPLICATION_FORM"), Code.of("PASSPORT"), Code.of("DIPLOMA"))));
    RulePack pack =
        new RulePack(
            "papers",
            "1",
            RulePack.Layer.STANDARD,
            new LocalizedText("papers", "papers"),
            null,
            List.of(new VocabularyTerm(Code.of("DIPLOMA"), new LocalizedText("diploma", "диплом"))),
            List.of(
                new PackRule(
                    "more",
                    null,
                    null,
                    new PackChange.RequirementRestated(new TreeSet<>(Set.of(PRACTICE.id())), more),
                    law)));
    Mentoring under = running(IRKUTSK.withPacks(List.of(pack)));
    for (boolean waived : List.of(false, true)) {
      if (waived) {
        waived(MENTOR, "mentor-documents");
      }
      assertThat(verdict(under)).isLessThanOrEqualTo(verdict(mentoring));
      assertThat(verdict(mentoring)).isEqualTo(waived ? Verdict.ELIGIBLE : Verdict.NOT_YET);
    }
  }

  private static Verdict verdict(Mentoring mentoring) {
    return mentoring.decide(MENTOR, PRACTICE.id(), Position.MENTOR, DAY).verdict();
  }
}
