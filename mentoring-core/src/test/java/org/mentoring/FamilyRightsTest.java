package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.TODAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** A family taken as one party is guarded as a child is, and not as an organisation. */
class FamilyRightsTest {
  private static final String NOT_OVER = "command.not-over-child";

  private final BusyProgramme busy = new BusyProgramme();
  private final Mentoring mentoring = busy.mentoring;
  private final ParticipantId family = family("family-1");

  private ParticipantId family(String id) {
    ParticipantId family =
        mentoring
            .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.FAMILY, List.of())
            .orElseThrow();
    busy.fact(family, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    busy.fact(family, new Fact.AttachedTo(busy.centre, Code.of("CENTRE")));
    return family;
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private Outcome<FactId> tells(Actor by, Fact fact) {
    return mentoring.record(by, family, fact, Validity.from(TODAY));
  }

  private static Fact.Consent consent() {
    return new Fact.Consent(
        ConsentGiver.GUARDIAN, null, Code.of("MENTORING_CENTRE"), Code.of("PARTICIPATION"));
  }

  @Test
  void who_does_not_stand_over_it_gives_nobody_a_say_over_it_and_does_not_move_it() {
    ParticipantId tobolsk = busy.centre("tobolsk");
    FactId given = tells(HEAD, consent()).orElseThrow();
    mentoring
        .withdrawConsent(new Actor("father", Code.of("GUARDIAN"), "home"), given, TODAY)
        .orElseThrow();

    for (Actor each :
        List.of(
            new Actor("p", Code.of("SCHOOL_PSYCHOLOGIST"), "school-9"),
            Actor.coordinator("z", "tobolsk"))) {
      for (Fact fact :
          List.of(
              consent(),
              new Fact.Guardian(ParticipantId.of("friend")),
              new Fact.AttachedTo(tobolsk, Code.of("CENTRE")),
              new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"))) {
        if (each.capacity().equals(COORDINATOR.capacity()) || !isPlace(fact)) {
          assertThat(found(tells(each, fact))).as(each + " " + fact).containsExactly(NOT_OVER);
        }
      }
    }
    assertThat(tells(COORDINATOR, new Fact.Guardian(ParticipantId.of("father"))).accepted())
        .isPresent();
    assertThat(tells(HEAD, consent()).accepted()).isPresent();
  }

  private static boolean isPlace(Fact fact) {
    return fact instanceof Fact.AttachedTo || fact instanceof Fact.Trait;
  }

  @Test
  void it_is_merged_with_no_other_by_a_centre_that_looks_after_one_of_the_two() {
    busy.centre("tobolsk");
    ParticipantId theirs =
        mentoring
            .register(COORDINATOR, ParticipantId.of("family-2"), ParticipantKind.FAMILY, List.of())
            .orElseThrow();
    busy.fact(theirs, new Fact.AttachedTo(ParticipantId.of("tobolsk"), Code.of("CENTRE")));

    assertThat(found(mentoring.merge(Actor.coordinator("z", "tobolsk"), family, theirs, "one")))
        .containsExactly("command.not-yours-to-merge");
    assertThat(found(mentoring.merge(Actor.coordinator("z", "tobolsk"), theirs, family, "one")))
        .containsExactly("command.not-yours-to-merge");
    assertThat(mentoring.merge(COORDINATOR, family, family("family-3"), "one").accepted())
        .isPresent();
  }

  @Test
  void its_guardian_attests_in_an_office_nothing_that_is_asked_of_it() {
    busy.fact(family, new Fact.Guardian(ParticipantId.of("father")));

    assertThat(
            found(
                tells(
                    new Actor("father", HEAD.capacity(), "centre-1"),
                    new Fact.FamilyMeeting(Code.of("MENTORING_CENTRE")))))
        .containsExactly("command.own-record-in-office");
    assertThat(tells(HEAD, new Fact.FamilyMeeting(Code.of("MENTORING_CENTRE"))).accepted())
        .isPresent();
  }
}
