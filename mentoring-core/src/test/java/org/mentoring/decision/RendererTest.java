package org.mentoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Privacy;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.programme.VocabularyTerm;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.LocalizedText;
import org.mentoring.text.Messages;

class RendererTest {
  private static final Messages MESSAGES =
      Messages.of(Language.RU)
          .with(
              Map.of(
                  "finding.test", "{done} из {asked}; {codes}; {hidden}",
                  "remedy.test", "ещё {asked}"));

  private final Decision decision =
      Decision.of(
          new Question(
              Code.of("PARTICIPATION"),
              ParticipantId.of("p-1"),
              "one",
              Position.MENTEE,
              LocalDate.EPOCH,
              Instant.EPOCH),
          List.of(
              Finding.of("test", "t", Citation.of("S2-04"), Effect.DELAYS)
                  .with("done", new Parameter.Minutes(90, Sensitivity.ABOUT_PARTY))
                  .with("asked", Parameter.minutes(480))
                  .with(
                      "codes", Parameter.codes(List.of(Code.of("GUARDIAN"), Code.of("CHESS_CLUB"))))
                  .with("hidden", new Parameter.Count(7, Sensitivity.STAFF_ONLY))),
          List.of(),
          new Basis("small", "1.0.0", "h", "r", new TreeSet<>(), ""));

  private String text(Audience audience) {
    return Renderer.of(definition(), MESSAGES, audience).text(decision);
  }

  @Test
  void a_coordinator_reads_everything_with_words_of_the_definition_and_of_the_library() {
    assertThat(text(Audience.COORDINATOR))
        .isEqualTo(
            """
            ПОКА НЕТ  p-1
              test  1 час 30 минут из 8 часов; Шахматный клуб, законный представитель; 7  [S2-04]
            дальше: ещё 8 часов""");
  }

  @Test
  void a_party_does_not_read_what_is_for_staff() {
    assertThat(text(Audience.PARTY)).contains("(не показано)").doesNotContain("7");
  }

  @Test
  void the_public_reads_the_verdict_alone() {
    assertThat(text(Audience.PUBLIC)).isEqualTo("ПОКА НЕТ");
    assertThat(Renderer.of(definition(), Language.EN, Audience.PUBLIC).lines(decision)).isEmpty();
  }

  @Test
  void a_finding_without_a_text_is_told_by_its_code() {
    assertThat(Renderer.of(definition(), Language.EN, Audience.COORDINATOR).text(decision))
        .contains("finding test");
  }

  @Test
  void the_strictest_finding_gives_the_verdict() {
    assertThat(Verdict.of(List.of())).isEqualTo(Verdict.ELIGIBLE);
    assertThat(
            Verdict.of(
                List.of(
                    Finding.of("a", "a", Citation.CHOICE, Effect.INFORMS),
                    Finding.of("b", "b", Citation.CHOICE, Effect.ASKS_REVIEW),
                    Finding.of("c", "c", Citation.CHOICE, Effect.REFUSES),
                    Finding.of("d", "d", Citation.CHOICE, Effect.DELAYS))))
        .isEqualTo(Verdict.REFUSED);
  }

  private static ProgrammeDefinition definition() {
    Practice practice =
        new Practice(
            "one",
            new LocalizedText("One", "Одна"),
            MentoringFormat.PEER,
            new TreeSet<>(Set.of(Arrangement.INDIVIDUAL)),
            false,
            false,
            List.of(),
            null,
            List.of(),
            null,
            Citation.CHOICE);
    return new ProgrammeDefinition(
        "small",
        Version.parse("1.0.0"),
        new LocalizedText("Small", "Малая"),
        null,
        ZoneOffset.UTC,
        List.of(),
        List.of(),
        List.of(
            new VocabularyTerm(
                Code.of("CHESS_CLUB"), new LocalizedText("Chess club", "Шахматный клуб"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(practice),
        null,
        List.of(),
        List.of(),
        new Privacy(new TreeSet<>(), 5, Citation.CHOICE));
  }
}
