package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.centre.ModelStanding;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.BudgetReport;
import org.mentoring.indicator.CentreReport;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.Standing;
import org.mentoring.journey.RoleMap;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.happening.HappeningPlayer;
import org.mentoring.json.happening.Happenings;
import org.mentoring.json.happening.HappeningsReader;
import org.mentoring.json.happening.Played;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Position;
import org.mentoring.publication.PublicReport;

/**
 * S0 to S4, each from the first application to the last follow-up. What happens is in a file that a
 * person can read and change; here is asserted what came of it.
 */
class ScenarioTest {
  private static Happenings file(String name) {
    try (InputStream in =
        Objects.requireNonNull(ScenarioTest.class.getResourceAsStream(name), name)) {
      return HappeningsReader.open().read(name, in.readAllBytes(), DocumentFormat.YAML);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static HappeningPlayer player(String name) {
    return HappeningPlayer.open(file(name), parts -> parts.rules(Rules.SHARED));
  }

  private static void comesAsTheFileSays(List<Played> played) {
    assertThat(played).isNotEmpty();
    assertThat(played)
        .filteredOn(each -> !each.asExpected())
        .extracting(ScenarioTest::told)
        .isEmpty();
  }

  private static String told(Played played) {
    String why =
        played instanceof Played.Refused refused
            ? refused.decision().findings().stream().map(Finding::code).toList().toString()
            : played.toString();
    return played.happening() + " " + why;
  }

  private static Particulars pair(HappeningPlayer player, String handle) {
    MentorshipId id = player.mentorship(handle).orElseThrow();
    return player.mentoring().mentorships().find(id).orElseThrow().particulars();
  }

  private static List<Obligation> overdue(Mentoring mentoring, MentorshipId pair, LocalDate asOf) {
    return mentoring.oversight().obligations(pair, asOf).stream()
        .filter(each -> each.state() == ObligationState.OVERDUE)
        .toList();
  }

  @Test
  void Tyumen_from_the_first_application_to_the_last_follow_up() {
    try (HappeningPlayer player = player("tyumen-2020.yaml")) {
      Mentoring mentoring = player.mentoring();

      comesAsTheFileSays(player.playUntil(LocalDate.of(2020, 12, 31)));
      assertThat(pair(player, "pair").state()).isEqualTo(MentorshipState.ACTIVE);
      figuresOf2020(mentoring);

      comesAsTheFileSays(player.playAll(HappeningPlayer.Surprise.STOPS));
      Particulars pair = pair(player, "pair");
      assertThat(pair.state()).isEqualTo(MentorshipState.ENDED);
      assertThat(Optional.ofNullable(pair.closure()).map(Closure::kind))
          .hasValue(Closure.Kind.COMPLETED);
      assertThat(pair.changes())
          .extracting(StateChange::to)
          .containsExactly(
              MentorshipState.PROPOSED,
              MentorshipState.AGREED,
              MentorshipState.ACTIVE,
              MentorshipState.PAUSED,
              MentorshipState.ACTIVE,
              MentorshipState.CLOSING,
              MentorshipState.CLOSED,
              MentorshipState.IN_FOLLOW_UP,
              MentorshipState.ENDED);
      assertThat(overdue(mentoring, pair.id(), LocalDate.of(2022, 5, 26)))
          .filteredOn(each -> each.window().opens().isAfter(LocalDate.of(2021, 5, 25)))
          .isEmpty();
    }
  }

  private static void figuresOf2020(Mentoring mentoring) {
    LocalDate yearEnd = LocalDate.of(2020, 12, 31);
    List<FigureProgress> figures =
        mentoring.reports().progress(yearEnd).stream()
            .flatMap(target -> target.figures().stream())
            .toList();
    assertThat(figures)
        .filteredOn(figure -> figure.standing() == Standing.REACHED)
        .extracting(figure -> figure.indicator().value())
        .containsExactlyInAnyOrder("STORY_VIDEOS", "FINAL_VIDEOS", "SOCIAL_VIDEOS");
    assertThat(figures.get(0).byMunicipality()).containsExactly(Map.entry("Город Ишим", 1L));

    PublicReport report = mentoring.reports().publicReport(yearEnd);
    assertThat(report.targets().get(0).figures().get(0).told()).isFalse();
    assertThat(report.awards().awards())
        .extracting(award -> award.winner().text())
        .containsExactly("Boris Oak");
    assertThat(report.toString()).doesNotContain("starling", "sparrow", "2006", "2007");

    CentreReport centre = mentoring.reports().centre(ParticipantId.of("ishim"), yearEnd);
    assertThat(centre.caseload()).containsExactly(Map.entry(MentorshipState.ACTIVE, 1));
    assertThat(centre.referrals()).isEqualTo(1);
    assertThat(centre.partnersMissing()).isEqualTo(14);
    assertThat(centre.overdue()).isNotEmpty();
    assertThat(mentoring.reports().analytic(null, yearEnd).activities())
        .containsEntry(Code.of("ANALYTIC_REPORT"), 1);
  }

  @Test
  void Irkutsk_from_the_first_application_to_the_joint_summing_up_under_both_models() {
    try (HappeningPlayer player = player("irkutsk-2017.yaml")) {
      Mentoring mentoring = player.mentoring();

      comesAsTheFileSays(player.playAll(HappeningPlayer.Surprise.STOPS));

      Particulars pair = pair(player, "pair");
      assertThat(pair.state()).isIn(MentorshipState.CLOSED, MentorshipState.ENDED);
      assertThat(Optional.ofNullable(pair.closure()).map(Closure::kind))
          .hasValue(Closure.Kind.COMPLETED);
      assertThat(pair.steps())
          .extracting(step -> step.step())
          .containsExactlyInAnyOrder(
              "assignment",
              "agreement",
              "start",
              "support",
              "monitoring",
              "summing-up",
              "completion");
      assertThat(pair(player, "group").mentees()).hasSize(2);
      assertThat(
              mentoring.organisationalModels(ParticipantId.of("home"), LocalDate.of(2019, 2, 20)))
          .filteredOn(ModelStanding::open)
          .extracting(ModelStanding::model)
          .contains("with-ngo");
      assertThat(mentoring.activities().of(About.programme())).hasSize(3);
      assertThat(mentoring.activities().of(About.participant(ParticipantId.of("home"))))
          .extracting(activity -> activity.kind().value())
          .containsOnly("INNOVATION_STATUS", "BEST_PRACTICE", "EXPERT_ASSESSMENT")
          .hasSize(8);
    }
  }

  @Test
  void Our_voices_from_the_first_application_to_the_alumni_club() {
    try (HappeningPlayer player = player("our-voices-2019.yaml")) {
      comesAsTheFileSays(player.playAll(HappeningPlayer.Surprise.STOPS));

      LocalDate end = LocalDate.of(2020, 10, 5);
      ParticipantId lark = ParticipantId.of("lark");
      Mentoring mentoring = player.mentoring();
      assertThat(Optional.ofNullable(pair(player, "above").closure()).map(Closure::kind))
          .hasValue(Closure.Kind.COMPLETED);
      assertThat(pair(player, "goes-on").continues()).isEqualTo(pair(player, "below").id());
      assertThat(mentoring.reports().roleMap(end).of(lark))
          .extracting(RoleMap.Holding::position, RoleMap.Holding::since)
          .containsExactly(
              tuple(Position.MENTEE, LocalDate.of(2020, 1, 9)),
              tuple(Position.ALUMNUS, LocalDate.of(2020, 8, 25)));
      assertThat(mentoring.reports().route(lark, end).steps())
          .allMatch(step -> step.answer() != null)
          .hasSize(3);
      assertThat(mentoring.reports().retention(end).alumni()).isEqualTo(1);
      assertThat(mentoring.reports().retention(end).wentOnPercent()).isEqualTo(100);
    }
  }

  @Test
  void Desnogorsk_in_all_of_its_practices_from_phase_to_phase() {
    try (HappeningPlayer player = player("desnogorsk-social-apartment.yaml")) {
      comesAsTheFileSays(player.playAll(HappeningPlayer.Surprise.STOPS));

      for (String completed : List.of("equals", "home-and-school")) {
        assertThat(Optional.ofNullable(pair(player, completed).closure()).map(Closure::kind))
            .as(completed)
            .hasValue(Closure.Kind.COMPLETED);
      }
      assertThat(pair(player, "equals").steps())
          .extracting(step -> step.step())
          .containsSubsequence("personality", "individuality", "fantasy", "creativity");
      assertThat(
              Optional.ofNullable(pair(player, "generations").closure()).map(Closure::asCompleted))
          .hasValue(true);
      assertThat(player.mentoring().activities().of(About.programme()))
          .extracting(activity -> activity.kind().value())
          .containsOnly("NASTOLKA_MILESTONE", "EXPERIENCE_SHARED", "SURVEY_BEFORE", "SURVEY_AFTER")
          .hasSize(14);
    }
  }

  @Test
  void Nefteyugansk_from_the_first_discussion_site_to_the_symbol_at_the_closing() {
    try (HappeningPlayer player = player("nefteyugansk-pedagogical-investment.yaml")) {
      comesAsTheFileSays(player.playAll(HappeningPlayer.Surprise.STOPS));

      LocalDate end = LocalDate.of(2023, 12, 8);
      Mentoring mentoring = player.mentoring();
      for (String completed : List.of("lessons", "school")) {
        assertThat(Optional.ofNullable(pair(player, completed).closure()).map(Closure::kind))
            .as(completed)
            .hasValue(Closure.Kind.COMPLETED);
      }
      assertThat(pair(player, "digital").state()).isEqualTo(MentorshipState.ACTIVE);
      assertThat(mentoring.activities().of(About.mentorship(pair(player, "lessons").id())))
          .extracting(activity -> activity.kind().value())
          .contains("ART_WORK", "PROFI_WORK", "CONTENT_WORK");
      assertThat(mentoring.reports().budgets(end))
          .extracting(BudgetReport::total, BudgetReport::spent)
          .containsExactly(tuple(692_644L, 101_900L));
      PublicReport report = mentoring.reports().publicReport(end);
      assertThat(report.awards().awards()).hasSize(1);
      assertThat(report.toString()).doesNotContain("wren");
    }
  }
}
