package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.testkit.KnockOut;

/** Whoever asks whether a mentorship is complete hears what the command would say. */
class CompletionAgreesTest {
  private static final LocalDate DAY = LocalDate.of(2021, 6, 1);

  /** What can come before a completion, or stand in its way. */
  private enum Had {
    ACQUAINTANCE,
    EVENTS_SETTLED,
    CLOSING_BEGUN,
    EXIT_INTERVIEWS,
    GRADUATION,
    INCIDENT,
    CONSENT_WITHDRAWN
  }

  /** The staff of the centre that runs the pair. */
  private static final Actor STAFF = new Actor("w-1", Tyumen.CENTRE, "ishim");

  private static final Set<Had> STEPS = EnumSet.of(Had.ACQUAINTANCE, Had.EVENTS_SETTLED);

  private static final Set<Had> ASKED =
      EnumSet.of(Had.ACQUAINTANCE, Had.EVENTS_SETTLED, Had.EXIT_INTERVIEWS, Had.GRADUATION);

  private static final Set<Had> AGAINST = EnumSet.of(Had.INCIDENT, Had.CONSENT_WITHDRAWN);

  static List<Set<Had>> everyCombination() {
    Had[] all = Had.values();
    return IntStream.range(0, 1 << all.length)
        .mapToObj(
            bits -> {
              Set<Had> had = EnumSet.noneOf(Had.class);
              IntStream.range(0, all.length)
                  .filter(i -> (bits >> i & 1) == 1)
                  .forEach(i -> had.add(all[i]));
              return had;
            })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyCombination")
  void a_mentorship_is_told_complete_just_where_closing_it_is_accepted(Set<Had> had) {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(DAY);
      MentorshipId pair = withAll(tyumen, had);

      Decision told = tyumen.mentoring.oversight().completion(pair, DAY);

      boolean closing =
          tyumen.mentoring.mentorships().beginClosing(STAFF, pair, DAY).accepted().isPresent();
      boolean complete =
          tyumen.mentoring.mentorships().complete(STAFF, pair, DAY).accepted().isPresent();
      assertThat(told.verdict() == Verdict.ELIGIBLE).as("%s", told.findings()).isEqualTo(complete);
      // Without these the property would hold where nothing is ever accepted.
      assertThat(complete).isEqualTo(had.containsAll(ASKED) && Collections.disjoint(had, AGAINST));
      assertThat(closing)
          .isEqualTo(
              had.containsAll(STEPS)
                  && !had.contains(Had.CLOSING_BEGUN)
                  && !had.contains(Had.CONSENT_WITHDRAWN));
    }
  }

  @Test
  void steps_not_taken_and_consents_not_there_are_told_as_missing() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(DAY);
      MentorshipId pair =
          withAll(tyumen, EnumSet.of(Had.EXIT_INTERVIEWS, Had.GRADUATION, Had.CONSENT_WITHDRAWN));

      Decision told = tyumen.mentoring.oversight().completion(pair, DAY);

      assertThat(told.verdict()).isEqualTo(Verdict.NOT_YET);
      assertThat(told.findings())
          .extracting(Finding::code, Finding::requirement)
          .containsExactlyInAnyOrder(
              tuple("mentorship.step-missing", "acquaintance"),
              tuple("mentorship.step-missing", "events-settled"),
              tuple("mentorship.consent-missing", "MENTEE"));
      // Before the consent was taken back it was not missing.
      assertThat(tyumen.mentoring.oversight().completion(pair, DAY.minusDays(1)).findings())
          .extracting(Finding::code)
          .doesNotContain("mentorship.consent-missing");
    }
  }

  private static MentorshipId withAll(Tyumen tyumen, Set<Had> had) {
    ParticipantId centre = tyumen.centre("ishim", Tyumen.TOWN, 0);
    ParticipantId mentor = tyumen.mentor("mentor-1", Tyumen.TOWN);
    ParticipantId child = tyumen.child("child-1", Tyumen.TOWN);
    MentorshipId pair = tyumen.pair(centre, mentor, child);
    LocalDate before = DAY.minusDays(1);
    if (had.contains(Had.ACQUAINTANCE)) {
      tyumen.done(
          Tyumen.STAFF,
          "ACQUAINTANCE_TRAINING",
          About.participant(centre),
          before,
          Tyumen.event(mentor, child));
      tyumen.mentoring.mentorships().recordStep(STAFF, pair, "acquaintance", before).orElseThrow();
    }
    if (had.contains(Had.EVENTS_SETTLED)) {
      tyumen
          .mentoring
          .mentorships()
          .recordStep(Tyumen.of(mentor), pair, "events-settled", before)
          .orElseThrow();
    }
    if (had.contains(Had.CLOSING_BEGUN)) {
      assertThat(tyumen.mentoring.mentorships().beginClosing(STAFF, pair, before).accepted())
          .matches(begun -> begun.isPresent() == had.containsAll(STEPS));
    }
    if (had.contains(Had.EXIT_INTERVIEWS)) {
      for (String party : List.of("MENTOR", "MENTEE")) {
        tyumen.done(
            Tyumen.STAFF,
            "EXIT_INTERVIEW",
            About.mentorship(pair),
            before,
            new Happened.PartGiven(Code.of(party)));
      }
    }
    if (had.contains(Had.GRADUATION)) {
      tyumen.graduation(centre, before, child);
    }
    if (had.contains(Had.INCIDENT)) {
      tyumen
          .mentoring
          .incidents()
          .report(
              Tyumen.HEAD,
              new NewIncident(
                  Code.of("FAMILY_CONFLICT"),
                  pair,
                  new TreeSet<>(Set.of(child)),
                  before,
                  Note.of("A quarrel.")))
          .orElseThrow();
    }
    if (had.contains(Had.CONSENT_WITHDRAWN)) {
      tyumen.mentoring.withdrawConsent(Tyumen.HEAD, consent(tyumen, child), DAY).orElseThrow();
    }
    return pair;
  }

  private static FactId consent(Tyumen tyumen, ParticipantId child) {
    return tyumen.mentoring.dossier(child, DAY).facts().stream()
        .filter(known -> known.fact() instanceof Fact.Consent)
        .map(KnownFact::id)
        .findFirst()
        .orElseThrow();
  }
}
