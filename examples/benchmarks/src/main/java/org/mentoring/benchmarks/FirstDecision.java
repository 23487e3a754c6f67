package org.mentoring.benchmarks;

import java.time.LocalDate;
import java.util.List;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/**
 * What a process does that was started to make one decision: reads the built-in definition, takes a
 * mentor in, decides. {@link StartBenchmark} starts it.
 */
final class FirstDecision {
  static final LocalDate DAY = LocalDate.of(2020, 10, 1);

  private FirstDecision() {}

  /** Prints the verdict and the codes of the findings. */
  public static void main(String[] arguments) {
    System.out.println(answer());
  }

  static String answer() {
    try (Mentoring mentoring = Mentoring.of(BuiltInProgrammes.read("tyumen-2020")).build()) {
      Actor head = Actor.coordinator("centre-head", "centre");
      ParticipantId mentor =
          granted(mentoring.register(head, ParticipantKind.PERSON, List.of()));
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
        granted(mentoring.record(head, mentor, fact, Validity.from(DAY.minusDays(10))));
      }
      Decision decision = mentoring.decide(mentor, "adolescents", Position.MENTOR, DAY);
      return decision.verdict()
          + decision.findings().stream().map(finding -> " " + finding.code()).reduce("", String::concat);
    }
  }

  private static <T> T granted(Outcome<T> outcome) {
    return outcome.orElseThrow();
  }
}
