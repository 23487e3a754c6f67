package org.mentoring.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.DefinitionReader;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.time.Validity;

/**
 * What a process does that was started to make one decision: reads a definition, takes a mentor in,
 * decides. {@link StartBenchmark} starts it.
 */
final class FirstDecision {
  private static final LocalDate DAY = LocalDate.of(2020, 10, 1);

  private FirstDecision() {}

  /**
   * Prints the verdict and the codes of the findings.
   *
   * @param arguments none for the built-in definition, or a file with one
   */
  public static void main(String[] arguments) {
    System.out.println(
        arguments.length == 0
            ? answer(BuiltInProgrammes.read("tyumen-2020"))
            : answer(read(Path.of(arguments[0]))));
  }

  static String answer(ProgrammeDefinition definition) {
    try (Mentoring mentoring = Mentoring.of(definition).build()) {
      Actor head = Actor.coordinator("centre-head", "centre");
      ParticipantId mentor =
          mentoring.register(head, ParticipantKind.PERSON, List.of()).orElseThrow();
      for (Fact fact :
          List.of(
              new Fact.Birth(LocalDate.of(1985, 3, 9)),
              new Fact.PositionHeld(Position.MENTOR, null),
              new Fact.Application(Position.MENTOR, Fact.WayIn.SELF),
              new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY")),
              new Fact.Training(
                  Fact.TrainingKind.INITIAL,
                  null,
                  360,
                  Fact.Mode.IN_PERSON,
                  Code.of("REGIONAL_OPERATOR")))) {
        mentoring.record(head, mentor, fact, Validity.from(DAY.minusDays(10))).orElseThrow();
      }
      Decision decision = mentoring.decide(mentor, "adolescents", Position.MENTOR, DAY);
      StringBuilder answer = new StringBuilder(decision.verdict().name());
      decision.findings().forEach(finding -> answer.append(' ').append(finding.code()));
      return answer.toString();
    }
  }

  private static ProgrammeDefinition read(Path file) {
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read(file);
    }
  }
}
