package org.example.host;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mentoring.Mentoring;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Privacy;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Version;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** Decides twice with rules and core alone: before somebody's training and after it. */
public final class Host {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 1);
  private static final Citation CITED = Citation.of("S9-99");
  private static final LocalizedText TITLE = new LocalizedText("Sample", "Проба");

  private Host() {}

  /** Prints both verdicts. */
  public static void main(String[] arguments) {
    try (Mentoring mentoring = Mentoring.of(definition()).build()) {
      Actor me = Actor.coordinator("anna", "centre-1");
      ParticipantId mentor = ParticipantId.of("mentor-7");
      mentoring.register(me, mentor, ParticipantKind.PERSON, List.of()).orElseThrow();
      System.out.println(mentoring.decide(mentor, "main", Position.MENTOR, DAY).verdict());
      Fact training =
          new Fact.Training(
              Fact.TrainingKind.INITIAL, null, 480, Fact.Mode.ONLINE, Code.of("REGIONAL_OPERATOR"));
      mentoring.record(me, mentor, training, Validity.from(DAY.minusDays(1))).orElseThrow();
      System.out.println(mentoring.decide(mentor, "main", Position.MENTOR, DAY).verdict());
    }
  }

  private static ProgrammeDefinition definition() {
    PartyTerms mentor =
        new PartyTerms(
            Position.MENTOR,
            new TreeSet<>(Set.of(ParticipantKind.PERSON)),
            List.of(
                new Requirement.TrainingDone(
                    "training", CITED, Fact.TrainingKind.INITIAL, 480, null, null)),
            List.of(),
            CITED);
    Practice practice =
        new Practice(
            "main",
            TITLE,
            MentoringFormat.TRADITIONAL,
            new TreeSet<>(Set.of(Arrangement.INDIVIDUAL)),
            false,
            false,
            List.of(mentor),
            null,
            List.of(),
            null,
            CITED);
    return new ProgrammeDefinition(
        "sample",
        new Version(1, 0, 0),
        TITLE,
        null,
        ZoneOffset.UTC,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(practice),
        null,
        List.of(),
        List.of(),
        new Privacy(new TreeSet<>(Set.of(Position.MENTEE)), 5, CITED));
  }
}
