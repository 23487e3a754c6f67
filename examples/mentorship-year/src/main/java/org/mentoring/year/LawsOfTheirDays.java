package org.mentoring.year;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.mentoring.Mentoring;
import org.mentoring.WhatIf;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Foreseen;
import org.mentoring.decision.Renderer;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.DefinitionReader;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.time.Validity;

/**
 * The Tyumen programme under the law of 2020 and under that of 2025. The page beside this module
 * shows it piece by piece.
 */
public final class LawsOfTheirDays implements AutoCloseable {
  private static final Actor CENTRE = new Actor("c-1", Code.of("MENTORING_CENTRE"), "ishim");
  private static final Actor OPERATOR = new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator");
  private static final Actor COMMISSION =
      new Actor("s-1", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission-ishim");

  private final ParticipantId child = ParticipantId.of("starling");
  private final ParticipantId oak = ParticipantId.of("oak");
  private final Language language;
  private final PrintStream out;
  private final DayByDay clock;
  private final Mentoring mentoring;
  private final Renderer renderer;

  private LawsOfTheirDays(Language language, PrintStream out) {
    this.language = language;
    this.out = out;
    // open
    ProgrammeDefinition tyumen = BuiltInProgrammes.read("tyumen-2020");
    RulePack of2020 = BuiltInPacks.read("ru-work-with-minors");
    RulePack of2025 = BuiltInPacks.read("ru-120fz-2025");
    clock = new DayByDay(tyumen.zone(), LocalDate.of(2020, 9, 1));
    mentoring =
        Mentoring.of(tyumen)
            .pack(of2020, of2025)
            .clock(clock)
            .identifiers(new SequentialIdentifiers())
            .build();
    // end
    renderer = mentoring.renderer(language, Audience.COORDINATOR);
  }

  /** Tells it in English, or in Russian if the first argument is {@code ru}. */
  public static void main(String[] arguments) {
    Language language =
        arguments.length > 0 && arguments[0].equals("ru") ? Language.RU : Language.EN;
    tell(language, new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  /** Tells it. */
  static void tell(Language language, PrintStream out) {
    try (LawsOfTheirDays laws = new LawsOfTheirDays(language, out)) {
      laws.history();
      laws.byTheDay();
      laws.hadItBeenInForce();
      laws.loosened();
    }
  }

  /** What happened in Ishim in 2020, and a new certificate of the mentor in 2025. */
  private void history() {
    Intake intake = new Intake(mentoring, clock, CENTRE, COMMISSION, OPERATOR);
    intake.withoutConsent(ParticipantId.of("ishim"), child, oak);
    intake.consent(child);
    LocalDate day = clock.is(LocalDate.of(2025, 1, 20));
    mentoring
        .record(
            CENTRE,
            oak,
            new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), day, Fact.Outcome.POSITIVE),
            Validity.from(day))
        .orElseThrow();
    clock.is(LocalDate.of(2025, 3, 3));
  }

  private void byTheDay() {
    // by-the-day
    for (String day : List.of("2020-09-30", "2025-02-04", "2025-02-05")) {
      Decision decision =
          mentoring.decide(oak, "adolescents", Position.MENTOR, LocalDate.parse(day));
      out.println(day + "  " + decision.basis().packs().size());
      out.println(renderer.text(decision));
    }
    // end
  }

  private void hadItBeenInForce() {
    // had-it-been
    RulePack always = always(BuiltInPacks.read("ru-120fz-2025"));
    ProgrammeDefinition other = BuiltInProgrammes.read("tyumen-2020").withPacks(List.of(always));
    WhatIf whatIf = mentoring.decisions().whatIf(other);
    for (Position position : List.of(Position.MENTEE, Position.MENTOR)) {
      whatIf
          .applicants("adolescents", position, LocalDate.of(2020, 9, 30), null, 100)
          .items()
          .forEach(
              each -> {
                WhatIf.Explained told = whatIf.explain((Foreseen.Otherwise) each, language);
                told.before().lines().forEach(line -> out.println("- " + line));
                told.after().lines().forEach(line -> out.println("+ " + line));
              });
    }
    // end
  }

  // always
  /**
   * A pack whose rules are in force on every day, to compare what two laws would say of one day.
   */
  private static RulePack always(RulePack pack) {
    return new RulePack(
        pack.id(),
        pack.version(),
        pack.layer(),
        pack.title(),
        pack.source(),
        pack.vocabulary(),
        pack.rules().stream()
            .map(rule -> new PackRule(rule.code(), null, null, rule.change(), rule.citation()))
            .toList());
  }

  // end

  private void loosened() {
    // loosened
    String document =
        """
        id: our-region
        version: 1.0.0
        layer: REGIONAL_LAW
        title: {en: Our region, ru: Наш регион}
        rules:
          - code: six-hours
            change:
              kind: restatement
              requirement: {id: mentor-initial-training, kind: training, purpose: INITIAL, minutes: 360, by: REGIONAL_OPERATOR, cite: our-law}
            cite: our-law
        """;
    try (DefinitionReader reader = DefinitionReader.open()) {
      RulePack region =
          reader.readPack(
              "our-region", document.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
      ProgrammeDefinition laid = mentoring.definition().withPacks(List.of(region));
      out.println(laid);
    } catch (InvalidDefinition refused) {
      refused.problems().forEach(problem -> out.println(Messages.of(language).render(problem)));
    }
    // end
  }

  @Override
  public void close() {
    mentoring.close();
  }
}
