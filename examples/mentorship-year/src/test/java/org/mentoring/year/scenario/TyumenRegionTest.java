package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Tyumen.HEAD;
import static org.mentoring.year.scenario.Tyumen.OPERATOR;
import static org.mentoring.year.scenario.Tyumen.OTHER_TOWN;
import static org.mentoring.year.scenario.Tyumen.SECRETARY;
import static org.mentoring.year.scenario.Tyumen.STAFF;
import static org.mentoring.year.scenario.Tyumen.START;
import static org.mentoring.year.scenario.Tyumen.TOWN;
import static org.mentoring.year.scenario.Tyumen.TRAINER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.IncidentView;
import org.mentoring.incident.NewIncident;
import org.mentoring.indicator.AnalyticReport;
import org.mentoring.indicator.CentreReport;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.Standing;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.publication.PublicAward;
import org.mentoring.publication.PublicFigure;
import org.mentoring.publication.PublicReport;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;

/** S2, around the pairs: support, crises, awards, publication, targets, analytic reports. */
@ExtendWith(KnockOutParameter.class)
class TyumenRegionTest {
  private static final Actor COMMISSION =
      new Actor("k-1", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission");
  private static final Actor HEAD_OF_CENTRE = new Actor("h-2", Code.of("CENTRE_HEAD"), "centre");

  private static final LocalDate YEAR_END = LocalDate.of(2020, 12, 31);

  private final Tyumen tyumen;

  TyumenRegionTest(KnockOut knockOut) {
    tyumen = new Tyumen(knockOut);
  }

  @AfterEach
  void close() {
    tyumen.close();
  }

  @Covers("S2-14")
  @Test
  void a_centre_starts_with_application_host_premises_and_a_trained_head() {
    ParticipantId bare = tyumen.registered("bare", ParticipantKind.ORGANISATION, TOWN);
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);

    Decision notYet = tyumen.mentoring.decideCentre(bare, START);
    assertThat(notYet.verdict()).isNotEqualTo(Verdict.ELIGIBLE);
    assertThat(Tyumen.requirements(notYet))
        .contains("centre-application", "centre-host", "centre-premises", "centre-head-trained");
    assertThat(notYet.path())
        .extracting(StepProgress::step)
        .contains("application", "premises", "training");
    assertThat(tyumen.mentoring.decideCentre(centre, START).verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Covers("S2-14")
  @Test
  void the_operator_holds_support_meetings_in_person_and_answers_in_the_chat() {
    ParticipantId mentor = tyumen.mentor("mentor", TOWN);
    Happened online =
        new Happened.EventHeld(Fact.Mode.ONLINE, new TreeSet<>(Set.of(mentor)), new TreeSet<>());

    assertThat(
            tyumen
                .tried(TRAINER, "SUPPORT_MEETING", About.programme(), START, online)
                .refused()
                .map(Tyumen::codes))
        .hasValue(List.of("command.activity-mode"));
    tyumen.done(TRAINER, "SUPPORT_MEETING", About.programme(), START, Tyumen.event(mentor));
    assertThat(asked(mentor, "support-phone")).contains("command.activity-item-unknown");
    assertThat(asked(mentor, "support-chat")).isEmpty();
    assertThat(tyumen.mentoring.activities().of(About.programme())).hasSize(1);
    assertThat(tyumen.mentoring.activities().of(About.participant(mentor))).hasSize(1);
  }

  private List<String> asked(ParticipantId mentor, String where) {
    return Irkutsk.codes(
        tyumen.tried(
            Tyumen.of(mentor),
            "SUPPORT_CHAT",
            About.participant(mentor),
            START,
            Tyumen.entry(where, 1)));
  }

  private Outcome<IncidentId> childInCrisis(MentorshipId pair) {
    return tyumen
        .mentoring
        .incidents()
        .report(
            Tyumen.of(ParticipantId.of("mentor-1")),
            new NewIncident(
                Code.of("CHILD_CRISIS"),
                pair,
                new TreeSet<>(Set.of(ParticipantId.of("child-1"))),
                START.plusDays(9),
                Note.of("Ran away from home.")));
  }

  @Covers("S2-15")
  @Test
  void a_crisis_follows_its_algorithm_with_a_responsible_person_deadlines_and_escalation() {
    MentorshipId pair = tyumen.pair(tyumen.centre("centre", TOWN, 15), "1", TOWN);
    LocalDate reported = Tyumen.TODAY;

    Outcome<IncidentId> outcome = childInCrisis(pair);

    assertThat(outcome.accepted()).isPresent();
    IncidentId incident = outcome.orElseThrow();
    // Whoever is not entrusted yet learns no more than that it waits.
    assertThat(codes(incident, reported)).containsExactly("incident.attention");
    assertThat(codes(COMMISSION, incident, reported)).contains("incident.nobody-responsible");
    tyumen.mentoring.incidents().entrust(STAFF, incident, HEAD_OF_CENTRE, reported).orElseThrow();
    assertThat(tyumen.mentoring.incidents().view(HEAD_OF_CENTRE, incident))
        .isInstanceOfSatisfying(
            IncidentView.Full.class,
            full -> {
              assertThat(full.effect()).isEqualTo(IncidentProcedure.Effect.PAUSE);
              assertThat(full.open()).isTrue();
            });
    assertThat(codes(incident, reported))
        .doesNotContain("incident.nobody-responsible", "incident.step-overdue");
    // The child is to be safe, and the family told, within a day.
    assertThat(codes(incident, reported.plusDays(2)))
        .contains("incident.step-overdue", "incident.escalation-due");
    // All is to be closed within a fortnight.
    assertThat(codes(incident, reported.plusDays(15))).contains("incident.overdue");
  }

  @Covers("S2-15")
  @Test
  void a_crisis_of_a_child_demands_that_the_pair_rests() {
    MentorshipId pair = tyumen.pair(tyumen.centre("centre", TOWN, 15), "1", TOWN);

    assertThat(childInCrisis(pair).accepted()).isPresent();

    LocalDate today = Tyumen.TODAY;
    MentorshipState state =
        tyumen.mentoring.mentorships().find(pair).orElseThrow().particulars().state();
    List<IncidentView> open = tyumen.mentoring.incidents().of(HEAD, pair);
    assertThat(open).hasSize(1);
    assertThat(
            state == MentorshipState.PAUSED
                || codes(open.get(0).id(), today).contains("incident.pause-open"))
        .isTrue();
  }

  private List<String> codes(IncidentId incident, LocalDate asOf) {
    return codes(HEAD_OF_CENTRE, incident, asOf);
  }

  private List<String> codes(Actor reader, IncidentId incident, LocalDate asOf) {
    return tyumen.mentoring.incidents().findings(reader, incident, asOf).stream()
        .map(Finding::code)
        .toList();
  }

  @Covers("S2-16")
  @Test
  void awards_are_published_with_certificates_and_gifts_by_names_that_may_be_published() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    ParticipantId mentor = tyumen.mentor("mentor-1", TOWN);
    ParticipantId other = tyumen.mentor("mentor-2", TOWN);
    tyumen.record(HEAD, mentor, new Fact.PersonName("Boris", "Volkov"), Tyumen.BEFORE);
    tyumen.record(HEAD, other, new Fact.PersonName("Ivan", "Zaitsev"), Tyumen.BEFORE);
    tyumen.record(
        HEAD,
        mentor,
        new Fact.Consent(Fact.ConsentGiver.SELF, mentor, OPERATOR, Code.of("PUBLICATION")),
        Tyumen.BEFORE);
    for (String kind : List.of("AWARD", "AWARD_CERTIFICATE", "AWARD_GIFT")) {
      assertThat(given(TRAINER, kind, mentor, "volunteer-of-the-year"))
          .as(kind)
          .contains("command.activity-item-unknown");
      assertThat(given(STAFF, kind, mentor, "mentor-of-the-year"))
          .as(kind)
          .contains("command.activity-capacity");
    }
    for (ParticipantId winner : List.of(centre, mentor, other)) {
      String award = winner.equals(centre) ? "centre-of-the-year" : "mentor-of-the-year";
      List.of("AWARD", "AWARD_CERTIFICATE", "AWARD_GIFT")
          .forEach(kind -> give(kind, winner, award));
    }

    PublicReport report = tyumen.mentoring.reports().publicReport(YEAR_END);

    assertThat(report.awards().awards())
        .extracting(award -> award.award().en() + ": " + award.winner().text())
        .containsExactly("Mentor of the year: Boris Volkov", "Centre of the year: Centre centre");
    assertThat(report.awards().awards())
        .allMatch(PublicAward::certificate)
        .allMatch(PublicAward::gift);
    assertThat(report.awards().withheld()).isEqualTo(1);
  }

  private void give(String kind, ParticipantId winner, String item) {
    assertThat(given(TRAINER, kind, winner, item)).as(kind).isEmpty();
  }

  private List<String> given(Actor by, String kind, ParticipantId winner, String item) {
    return Irkutsk.codes(
        tyumen.tried(by, kind, About.participant(winner), YEAR_END, Tyumen.entry(item, 1)));
  }

  @Covers("S2-17")
  @Test
  void whatever_leaves_for_a_public_page_holds_no_child_and_no_small_group() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    for (int i = 10; i < 16; i++) {
      tyumen.pair(centre, Integer.toString(i), TOWN);
    }
    ParticipantId lone = tyumen.child("child-lone", OTHER_TOWN);
    tyumen.record(TRAINER, lone, new Fact.AttachedTo(centre, Code.of("CENTRE")), Tyumen.BEFORE);
    tyumen.pair(centre, tyumen.mentor("mentor-lone", OTHER_TOWN), lone);
    ParticipantId child = ParticipantId.of("child-10");
    tyumen.record(SECRETARY, child, new Fact.PersonName("Anna", "Petrova"), Tyumen.BEFORE);
    assertThat(
            tyumen
                .mentoring
                .activities()
                .record(
                    TRAINER,
                    Code.of("AWARD"),
                    About.participant(child),
                    YEAR_END,
                    Tyumen.entry("mentor-of-the-year", 1),
                    null)
                .refused()
                .orElseThrow()
                .findings())
        .extracting(Finding::code)
        .containsExactly("command.activity-publication-consent");
    tyumen.record(
        TRAINER,
        child,
        new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, OPERATOR, Code.of("PUBLICATION")),
        Tyumen.BEFORE);
    give("AWARD", child, "mentor-of-the-year");

    PublicReport report = tyumen.mentoring.reports().publicReport(YEAR_END);

    PublicFigure pairs = report.targets().get(0).figures().get(0);
    assertThat(pairs.reached()).isEqualTo(7);
    assertThat(pairs.byMunicipality()).isEmpty();
    assertThat(pairs.withheld()).isEqualTo(2);
    assertThat(report.awards().awards()).isEmpty();
    assertThat(report.toString()).doesNotContain("child-", "mentor-", "Anna", "Petrova", "2006");
  }

  @Covers("S2-18")
  @Test
  void progress_against_the_targets_is_told_by_municipality() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    ParticipantId other = tyumen.centre("other", OTHER_TOWN, 15);
    tyumen.pair(centre, "1", TOWN);
    tyumen.pair(centre, "2", TOWN);
    tyumen.pair(other, "3", OTHER_TOWN);
    ParticipantId child = ParticipantId.of("child-1");
    About about = About.participant(centre);
    tyumen.done(STAFF, "WORKSHOP", about, START, Tyumen.event(child));
    // What nobody came to is no event, and not every event is a workshop or a joint one.
    tyumen.done(STAFF, "WORKSHOP", about, START, Tyumen.event());
    tyumen.done(STAFF, "SOCIALLY_SIGNIFICANT_EVENT", about, START, Tyumen.event(child));
    tyumen.done(TRAINER, "STORY_VIDEOS", About.programme(), START, Tyumen.entry(null, 4));

    List<TargetProgress> targets = tyumen.mentoring.reports().progress(YEAR_END);

    assertThat(targets).hasSize(3);
    FigureProgress pairs = figure(targets, 0, "MENTORSHIPS");
    assertThat(pairs.expected()).isEqualTo(80);
    assertThat(pairs.least()).isEqualTo(72);
    assertThat(pairs.reached()).isEqualTo(3);
    assertThat(pairs.standing()).isEqualTo(Standing.MISSED);
    assertThat(pairs.byMunicipality())
        .containsExactly(Map.entry(OTHER_TOWN, 1L), Map.entry(TOWN, 2L));
    assertThat(pairs.byCentre()).containsExactly(Map.entry(centre, 2L), Map.entry(other, 1L));
    assertThat(figure(targets, 1, "MUNICIPALITIES").reached()).isEqualTo(2);
    FigureProgress events = figure(targets, 1, "EVENTS_PER_MUNICIPALITY");
    assertThat(events.reached()).isZero();
    assertThat(events.byMunicipality())
        .containsExactly(Map.entry(OTHER_TOWN, 0L), Map.entry(TOWN, 1L));
    assertThat(figure(targets, 1, "STORY_VIDEOS").standing()).isEqualTo(Standing.REACHED);
    assertThat(figure(targets, 1, "SOCIAL_VIDEOS").standing()).isEqualTo(Standing.MISSED);
    assertThat(figure(targets, 2, "MENTORSHIPS").standing()).isEqualTo(Standing.RUNNING);
    assertThat(figure(targets, 2, "EVENTS").expected()).isEqualTo(700);
    assertThat(figure(targets, 2, "EVENTS").reached()).isEqualTo(1);
    assertThat(tyumen.mentoring.definition().allowedValues().values())
        .anySatisfy(all -> assertThat(all).hasSize(26));
  }

  private static FigureProgress figure(List<TargetProgress> targets, int target, String code) {
    return targets.get(target).figure(Code.of(code)).orElseThrow();
  }

  @Covers("S2-18")
  @Test
  void what_the_targets_count_is_recorded_by_those_who_run_it_and_of_known_municipalities() {
    About centre = About.participant(tyumen.centre("centre", TOWN, 15));
    Happened workshop = Tyumen.event(tyumen.child("child", TOWN));
    assertThat(Irkutsk.codes(tyumen.tried(SECRETARY, "WORKSHOP", centre, START, workshop)))
        .contains("command.activity-capacity");
    assertThat(Irkutsk.codes(tyumen.tried(STAFF, "WORKSHOP", centre, START, workshop))).isEmpty();
    for (String kind :
        List.of("STORY_VIDEOS", "FINAL_VIDEOS", "SOCIAL_VIDEOS", "METHODOLOGICAL_PUBLICATIONS")) {
      Happened made = Tyumen.entry(null, 1);
      assertThat(Irkutsk.codes(tyumen.tried(SECRETARY, kind, About.programme(), START, made)))
          .as(kind)
          .contains("command.activity-capacity");
      assertThat(Irkutsk.codes(tyumen.tried(TRAINER, kind, About.programme(), START, made)))
          .as(kind)
          .isEmpty();
    }
    ParticipantId nowhere =
        tyumen
            .mentoring
            .register(SECRETARY, ParticipantId.of("nowhere"), ParticipantKind.PERSON, List.of())
            .orElseThrow();
    assertThat(Tyumen.requirements(tyumen.mentee(nowhere))).contains("mentee-municipality");
    assertThat(Tyumen.requirements(tyumen.asMentor(nowhere))).contains("mentor-municipality");
  }

  @Covers("S2-18")
  @Test
  void seventy_two_of_about_eighty_pairs_are_enough() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    List<FigureProgress> seen = new ArrayList<>();
    for (int i = 100; i < 172; i++) {
      tyumen.pair(centre, Integer.toString(i), TOWN);
      if (i >= 170) {
        seen.add(figure(tyumen.mentoring.reports().progress(YEAR_END), 0, "MENTORSHIPS"));
      }
    }

    assertThat(seen)
        .extracting(FigureProgress::standing)
        .containsExactly(Standing.MISSED, Standing.REACHED);
  }

  @Covers("S2-19")
  @Test
  void the_operators_analytic_report_tells_the_work_of_every_centre() {
    tyumen.today(START.plusDays(50));
    ParticipantId centre = tyumen.centre("centre", TOWN, 12);
    ParticipantId other = tyumen.centre("other", OTHER_TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    tyumen.pair(other, "2", OTHER_TOWN);
    tyumen.done(STAFF, "WORKSHOP", About.participant(centre), START, Tyumen.event());
    tyumen
        .mentoring
        .mentorships()
        .endEarly(
            STAFF,
            pair,
            Code.of("UNWILLING_PARTY"),
            Code.of("MENTEE"),
            "no wish",
            START.plusDays(50))
        .orElseThrow();
    tyumen.today(Tyumen.TODAY);
    assertThat(reported(SECRETARY, "work-of-centres")).contains("command.activity-capacity");
    assertThat(reported(TRAINER, "work-of-schools")).contains("command.activity-item-unknown");
    assertThat(reported(TRAINER, "work-of-centres")).isEmpty();

    AnalyticReport report = tyumen.mentoring.reports().analytic(null, YEAR_END);

    assertThat(report.centres()).extracting(CentreReport::centre).containsExactly(centre, other);
    CentreReport work = report.centres().get(0);
    assertThat(work.caseload()).doesNotContainKey(MentorshipState.ACTIVE);
    assertThat(work.earlyEndings()).containsExactly(Map.entry(Code.of("UNWILLING_PARTY"), 1));
    assertThat(work.activities()).containsEntry(Code.of("WORKSHOP"), 1);
    assertThat(work.partnersMissing()).isEqualTo(3);
    assertThat(report.centres().get(1).overdue())
        .containsKeys(Code.of("MENTOR_REPORT"), Code.of("MONTHLY_PLAN"))
        .containsEntry(Code.of("SOCIALLY_SIGNIFICANT_EVENT"), 4);
    assertThat(report.centres().get(1).obligations()).containsKey(ObligationState.OVERDUE);
    assertThat(report.activities()).containsEntry(Code.of("ANALYTIC_REPORT"), 1);
    assertThat(report.targets()).hasSize(3);
  }

  private List<String> reported(Actor by, String item) {
    return Irkutsk.codes(
        tyumen.tried(by, "ANALYTIC_REPORT", About.programme(), YEAR_END, Tyumen.entry(item, 1)));
  }
}
