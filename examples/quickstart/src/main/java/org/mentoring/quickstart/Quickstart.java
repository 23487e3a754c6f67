package org.mentoring.quickstart;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

/**
 * The shortest embedding: may this person be a mentor, and what is missing? The README shows it.
 */
public final class Quickstart {
  private Quickstart() {}

  /** Prints the decision in English, or in Russian if the first argument is {@code ru}. */
  public static void main(String[] arguments) {
    Language language =
        arguments.length > 0 && arguments[0].equals("ru") ? Language.RU : Language.EN;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(decide(language));
  }

  /** Takes somebody in as a mentor and decides. */
  static String decide(Language language) {
    // snippet
    ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
    try (Mentoring mentoring = Mentoring.of(definition).build()) {
      Actor me = Actor.coordinator("anna", "centre-1");
      ParticipantId mentor = ParticipantId.of("mentor-7");
      mentoring.register(me, mentor, ParticipantKind.PERSON, List.of()).orElseThrow();
      LocalDate day = LocalDate.of(2020, 9, 1);
      for (Fact fact :
          List.of(
              new Fact.Birth(LocalDate.of(1985, 3, 14)),
              new Fact.Application(Position.MENTOR, Fact.WayIn.SELF),
              new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY")),
              new Fact.Training(
                  Fact.TrainingKind.INITIAL,
                  null,
                  360,
                  Fact.Mode.ONLINE,
                  Code.of("REGIONAL_OPERATOR")))) {
        mentoring.record(me, mentor, fact, Validity.from(day)).orElseThrow();
      }
      Decision decision =
          mentoring.decide(mentor, "adolescents", Position.MENTOR, day.plusMonths(1));
      return mentoring.renderer(language, Audience.COORDINATOR).text(decision);
    }
    // end of snippet
  }
}
