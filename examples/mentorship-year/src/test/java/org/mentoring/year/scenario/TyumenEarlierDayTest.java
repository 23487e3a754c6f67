package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.testkit.KnockOut;
import org.mentoring.time.Validity;

/** Whoever is barred today begins nothing by naming a day before. */
class TyumenEarlierDayTest {
  private static final LocalDate TODAY = LocalDate.of(2021, 3, 20);

  private static List<String> found(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_mentor_with_a_criminal_record_begins_nothing_on_a_day_before_it_was_found() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("centre", Tyumen.TOWN, 15);
      ParticipantId mentor = tyumen.mentor("mentor-1", Tyumen.TOWN);
      ParticipantId child = tyumen.child("child-1", Tyumen.TOWN);
      LocalDate found = LocalDate.of(2021, 3, 1);
      tyumen.record(
          Tyumen.HEAD,
          mentor,
          new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), found, Fact.Outcome.NEGATIVE),
          found);

      for (LocalDate on : List.of(Tyumen.START, TODAY)) {
        assertThat(
                found(
                    tyumen
                        .mentoring
                        .mentorships()
                        .assign(
                            Tyumen.STAFF,
                            NewMentorship.individual(Tyumen.PRACTICE, mentor, child, on)
                                .at(centre))))
            .contains("mentorship.party-not-eligible");
      }
    }
  }

  static List<Arguments> refusedSince() {
    return List.of(
        Arguments.of(
            "an interview that failed",
            Tyumen.HEAD,
            new Fact.Interview(Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.NEGATIVE)),
        Arguments.of(
            "a standard that is not met",
            Tyumen.TRAINER,
            new Fact.SelectionAssessment("mentor-selection", Fact.Outcome.NEGATIVE)),
        Arguments.of(
            "a departmental institution",
            Tyumen.HEAD,
            new Fact.Affiliation(Code.of("DEPARTMENTAL_INSTITUTION"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedSince")
  void who_is_refused_today_begins_nothing_on_a_day_before(String what, Actor by, Fact since) {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("centre", Tyumen.TOWN, 15);
      ParticipantId mentor = tyumen.mentor("mentor-1", Tyumen.TOWN);
      ParticipantId child = tyumen.child("child-1", Tyumen.TOWN);
      tyumen.meetAtTheEvent(mentor, child);
      NewMentorship terms =
          NewMentorship.individual(Tyumen.PRACTICE, mentor, child, TODAY.minusDays(4)).at(centre);
      ParticipantId other = tyumen.mentor("mentor-2", Tyumen.TOWN);
      ParticipantId lad = tyumen.child("child-2", Tyumen.TOWN);
      tyumen.meetAtTheEvent(other, lad);

      tyumen.record(by, mentor, since, TODAY.minusDays(3));

      assertThat(found(tyumen.mentoring.mentorships().assign(Tyumen.STAFF, terms)))
          .as(what)
          .containsExactly("mentorship.party-not-eligible");
      assertThat(
              tyumen
                  .mentoring
                  .mentorships()
                  .assign(
                      Tyumen.STAFF,
                      NewMentorship.individual(Tyumen.PRACTICE, other, lad, TODAY.minusDays(4))
                          .at(centre))
                  .accepted())
          .isPresent();
    }
  }

  private static Outcome<Mentorship> assigned(
      Tyumen tyumen,
      ParticipantId centre,
      ParticipantId mentor,
      ParticipantId child,
      LocalDate on) {
    return tyumen
        .mentoring
        .mentorships()
        .assign(
            Tyumen.STAFF, NewMentorship.individual(Tyumen.PRACTICE, mentor, child, on).at(centre));
  }

  private static FactId ended(Tyumen tyumen, Actor by, ParticipantId of, Class<?> kind) {
    KnownFact known =
        tyumen.mentoring.dossier(of, TODAY).facts().stream()
            .filter(each -> kind.isInstance(each.fact()))
            .findFirst()
            .orElseThrow();
    return tyumen
        .mentoring
        .correct(
            by,
            known.id(),
            known.fact(),
            Validity.between(known.validity().from(), TODAY.minusDays(2)),
            "ended")
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(classes = {Fact.Application.class, Fact.Referral.class})
  void what_a_person_ended_since_begins_nothing_on_a_day_before(Class<?> kind) {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("centre", Tyumen.TOWN, 15);
      ParticipantId mentor = tyumen.mentor("mentor-1", Tyumen.TOWN);
      ParticipantId child = tyumen.child("child-1", Tyumen.TOWN);
      tyumen.meetAtTheEvent(mentor, child);
      boolean ofMentor = kind.equals(Fact.Application.class);

      ended(tyumen, ofMentor ? Tyumen.HEAD : Tyumen.SECRETARY, ofMentor ? mentor : child, kind);

      for (LocalDate on : List.of(TODAY.minusDays(4), TODAY)) {
        assertThat(found(assigned(tyumen, centre, mentor, child, on)))
            .contains("mentorship.party-not-eligible");
      }
    }
  }

  @Test
  void who_came_of_age_since_begins_nothing_on_a_day_before() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("centre", Tyumen.TOWN, 15);
      ParticipantId mentor = tyumen.mentor("mentor-1", Tyumen.TOWN);
      ParticipantId child = tyumen.child("child-1", Tyumen.TOWN);
      tyumen.meetAtTheEvent(mentor, child);
      KnownFact birth =
          tyumen.mentoring.dossier(child, TODAY).facts().stream()
              .filter(each -> each.fact() instanceof Fact.Birth)
              .findFirst()
              .orElseThrow();
      LocalDate born = TODAY.minusYears(18).minusDays(1);
      tyumen
          .mentoring
          .correct(Tyumen.HEAD, birth.id(), new Fact.Birth(born), Validity.from(born), "a mistake")
          .orElseThrow();
      LocalDate on = TODAY.minusDays(4);
      assertThat(tyumen.mentoring.decide(child, Tyumen.PRACTICE, Position.MENTEE, on).verdict())
          .isEqualTo(Verdict.ELIGIBLE);

      assertThat(found(assigned(tyumen, centre, mentor, child, on)))
          .containsExactly("mentorship.party-not-eligible");
    }
  }

  static List<Arguments> lostByCentres() {
    return List.of(
        Arguments.of(Fact.PositionHeld.class, "mentorship.not-a-centre"),
        Arguments.of(Fact.Affiliation.class, "mentorship.centre-not-ready"),
        Arguments.of(Fact.Attestation.class, "mentorship.centre-not-ready"));
  }

  @ParameterizedTest
  @MethodSource("lostByCentres")
  void what_is_no_centre_any_more_begins_nothing_on_a_day_before(Class<?> kind, String code) {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("centre", Tyumen.TOWN, 15);
      MentorshipId running = tyumen.pair(centre, "0", Tyumen.TOWN);
      ParticipantId mentor = tyumen.mentor("mentor-1", Tyumen.TOWN);
      ParticipantId child = tyumen.child("child-1", Tyumen.TOWN);
      tyumen.meetAtTheEvent(mentor, child);
      LocalDate on = TODAY.minusDays(4);
      MentorshipId proposed =
          assigned(tyumen, centre, mentor, child, on).orElseThrow().particulars().id();
      ParticipantId other = tyumen.mentor("mentor-2", Tyumen.TOWN);
      ParticipantId lad = tyumen.child("child-2", Tyumen.TOWN);
      tyumen.meetAtTheEvent(other, lad);
      MentorshipId agreed =
          assigned(tyumen, centre, other, lad, on).orElseThrow().particulars().id();
      for (String party : List.of("MENTOR", "MENTEE", "GUARDIAN")) {
        tyumen
            .mentoring
            .mentorships()
            .agree(Tyumen.STAFF, agreed, Code.of(party), party.equals("MENTOR") ? other : lad, on)
            .orElseThrow();
      }
      ParticipantId third = tyumen.mentor("mentor-3", Tyumen.TOWN);
      ParticipantId girl = tyumen.child("child-3", Tyumen.TOWN);
      tyumen.meetAtTheEvent(third, girl);
      assertThat(risks(tyumen, running)).doesNotContain("risk.centre-not-ready");

      ended(
          tyumen, kind.equals(Fact.Attestation.class) ? Tyumen.TRAINER : Tyumen.HEAD, centre, kind);

      for (LocalDate day : List.of(on, TODAY)) {
        assertThat(found(assigned(tyumen, centre, third, girl, day))).contains(code);
        assertThat(
                found(
                    tyumen
                        .mentoring
                        .mentorships()
                        .agree(Tyumen.STAFF, proposed, Code.of("MENTOR"), mentor, day)))
            .contains(code);
        assertThat(found(tyumen.mentoring.mentorships().start(Tyumen.STAFF, agreed, day)))
            .contains(code);
      }
      assertThat(risks(tyumen, running)).contains("risk.centre-not-ready");
    }
  }

  private static List<String> risks(Tyumen tyumen, MentorshipId pair) {
    return tyumen.mentoring.oversight().risks(pair, TODAY).stream().map(Finding::code).toList();
  }
}
