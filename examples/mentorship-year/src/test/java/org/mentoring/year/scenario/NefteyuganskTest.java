package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.year.scenario.Nefteyugansk.BEFORE;
import static org.mentoring.year.scenario.Nefteyugansk.CLOSING;
import static org.mentoring.year.scenario.Nefteyugansk.COORDINATOR;
import static org.mentoring.year.scenario.Nefteyugansk.FORMATS;
import static org.mentoring.year.scenario.Nefteyugansk.NAVIGATORS;
import static org.mentoring.year.scenario.Nefteyugansk.PARTNERSHIP;
import static org.mentoring.year.scenario.Nefteyugansk.REVERSE;
import static org.mentoring.year.scenario.Nefteyugansk.START;
import static org.mentoring.year.scenario.Nefteyugansk.TODAY;
import static org.mentoring.year.scenario.Nefteyugansk.TRADITIONAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.BudgetReport;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.Standing;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.Practice;
import org.mentoring.programme.RecordTerms;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;
import org.mentoring.time.Validity;

/** S4: teachers mentor teachers. */
@ExtendWith(KnockOutParameter.class)
class NefteyuganskTest {
  private static final List<String> NONE = List.of();
  private static final List<String> COMPETENCES = List.of("digital-teaching", "project-teaching");

  private final Nefteyugansk town;

  NefteyuganskTest(KnockOut knockOut) {
    town = new Nefteyugansk(knockOut);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private List<String> tried(String kind, About about, LocalDate on, @Nullable String item) {
    return Irkutsk.codes(town.tried(kind, about, on, Irkutsk.entry(item)));
  }

  private List<String> tried(Actor by, String kind, About about, @Nullable String item) {
    return Irkutsk.codes(
        town.tried(by, kind, about, START, Irkutsk.entry(item), "because of what was said"));
  }

  @Covers("S4-01")
  @Test
  void teachers_mentor_teachers_in_three_formats() {
    assertThat(town.mentoring.definition().practices())
        .extracting(Practice::id, Practice::format)
        .contains(
            tuple(TRADITIONAL, MentoringFormat.TRADITIONAL),
            tuple(REVERSE, MentoringFormat.REVERSE),
            tuple(PARTNERSHIP, MentoringFormat.PARTNERSHIP));
    for (String practice : FORMATS) {
      assertThat(town.mentoring.mentorships().find(town.pairIn(practice, practice)))
          .map(found -> found.particulars().practice())
          .hasValue(practice);
    }
  }

  @Covers("S4-02")
  @Test
  void all_come_from_municipal_organisations_of_education() {
    ParticipantId outside = town.person("outside", LocalDate.of(1980, 9, 1));
    ParticipantId school = town.teacher("school", 1980);
    ParticipantId club = town.person("club", LocalDate.of(1980, 9, 1));
    town.fact(club, new Fact.Affiliation(Code.of("MUNICIPAL_ADDITIONAL_EDUCATION")));
    for (ParticipantId each : List.of(outside, school, club)) {
      town.applied(each, Position.MENTEE);
      town.applied(each, Position.MENTOR);
      town.enterBank(each);
    }

    for (String practice : List.of(TRADITIONAL, REVERSE, PARTNERSHIP, NAVIGATORS)) {
      assertThat(Irkutsk.open(town.as(Position.MENTEE, outside, practice))).hasSize(1);
      assertThat(Irkutsk.open(town.as(Position.MENTEE, school, practice))).isEqualTo(NONE);
      assertThat(Irkutsk.open(town.as(Position.MENTEE, club, practice))).isEqualTo(NONE);
    }
    for (String practice : FORMATS) {
      assertThat(Irkutsk.open(town.as(Position.MENTOR, outside, practice))).hasSize(1);
      assertThat(Irkutsk.open(town.as(Position.MENTOR, school, practice))).isEqualTo(NONE);
      assertThat(Irkutsk.open(town.as(Position.MENTOR, club, practice))).isEqualTo(NONE);
    }
  }

  @Covers("S4-02")
  @Test
  void
      age_and_length_of_service_are_not_limited_and_mentees_may_be_young_beginning_or_struggling() {
    ParticipantId youngest = town.mentee("youngest", 2004);
    ParticipantId oldest = town.mentee("oldest", 1938);
    ParticipantId unknown = town.registered("unknown", ParticipantKind.PERSON);
    town.fact(unknown, new Fact.Affiliation(Code.of("MUNICIPAL_GENERAL_EDUCATION")));
    town.applied(unknown, Position.MENTEE);
    for (String who : List.of("YOUNG_TEACHER", "BEGINNING_TEACHER", "STRUGGLING_TEACHER")) {
      town.fact(youngest, new Fact.Circumstance(Code.of(who)));
    }
    town.served(youngest, 2022);
    town.served(oldest, 1958);

    for (ParticipantId each : List.of(youngest, oldest, unknown)) {
      town.applied(each, Position.MENTOR);
      for (String practice : FORMATS) {
        for (Position position : List.of(Position.MENTEE, Position.MENTOR)) {
          assertThat(Irkutsk.open(town.as(position, each, practice))).isEqualTo(NONE);
        }
      }
    }
  }

  @Covers("S4-03")
  @Test
  void a_personalised_programme_is_drawn_up_from_the_mentee_s_own_request() {
    ParticipantId anna = town.mentee("anna", 1995);
    About about = About.participant(anna);
    Actor herself = Nefteyugansk.as("MENTEE", anna);
    Actor mentor = Nefteyugansk.as("MENTOR", town.mentor("boris", 1970));

    assertThat(tried(herself, "PROGRAMME_ACTIVITY", about, "intensive"))
        .containsExactly("command.activity-ground-missing");
    assertThat(tried("PROGRAMME_REQUEST", about, START, null))
        .containsExactly("command.activity-capacity");
    assertThat(tried(herself, "PROGRAMME_REQUEST", about, null)).isEqualTo(NONE);
    for (String item : List.of("intensive", "project", "contest")) {
      assertThat(tried(mentor, "PROGRAMME_ACTIVITY", about, item))
          .contains("command.activity-capacity");
      assertThat(tried(herself, "PROGRAMME_ACTIVITY", about, item)).isEqualTo(NONE);
    }
    assertThat(tried(herself, "PROGRAMME_ACTIVITY", about, "excursion"))
        .containsExactly("command.activity-item-unknown");
    assertThat(tried(herself, "PROGRAMME_ACTIVITY_DONE", about, "project")).isEqualTo(NONE);
    assertThat(tried(herself, "PROGRAMME_ACTIVITY_WAIVED", about, "contest"))
        .contains("command.activity-capacity");
    assertThat(tried("PROGRAMME_ACTIVITY_WAIVED", about, START, "contest"))
        .containsExactly("command.activity-reasons");
    assertThat(town.mentoring.reports().route(anna, START).steps())
        .extracting(
            step -> ((Happened.Entry) step.asked().happened()).item(),
            step -> step.answer() == null)
        .containsExactlyInAnyOrder(
            tuple("intensive", true), tuple("project", false), tuple("contest", true));
  }

  @Covers("S4-03")
  @Test
  void it_is_complete_when_every_activity_is_done_or_waived_and_both_have_summed_up() {
    for (String practice : FORMATS) {
      MentorshipId pair = town.pairIn(practice, practice);
      ParticipantId mentee = particulars(pair).mentees().first();
      About about = About.participant(mentee);
      for (String party : List.of("MENTOR", "MENTEE")) {
        assertThat(completion(pair)).contains("completion.part-missing");
        part(pair, party);
      }
      assertThat(completion(pair)).containsExactly("completion.unasked");
      tried(Nefteyugansk.as("MENTEE", mentee), "PROGRAMME_REQUEST", about, null);
      for (String item : List.of("intensive", "contest")) {
        assertThat(tried(COORDINATOR, "PROGRAMME_ACTIVITY", about, item)).isEqualTo(NONE);
      }
      assertThat(completion(pair)).containsExactly("completion.unanswered");
      assertThat(tried(COORDINATOR, "PROGRAMME_ACTIVITY_DONE", about, "intensive")).isEqualTo(NONE);
      assertThat(completion(pair)).containsExactly("completion.unanswered");
      assertThat(tried(COORDINATOR, "PROGRAMME_ACTIVITY_WAIVED", about, "contest")).isEqualTo(NONE);
      assertThat(completion(pair)).isEqualTo(NONE);
    }
  }

  private void part(MentorshipId pair, String party) {
    assertThat(
            Irkutsk.codes(
                town.tried(
                    "SUMMING_UP",
                    About.mentorship(pair),
                    START,
                    new Happened.PartGiven(Code.of(party)))))
        .isEqualTo(NONE);
  }

  private Particulars particulars(MentorshipId pair) {
    return town.mentoring.mentorships().find(pair).orElseThrow().particulars();
  }

  private List<String> completion(MentorshipId pair) {
    return Irkutsk.codes(town.mentoring.oversight().completion(pair, START.plusDays(1)));
  }

  @Covers("S4-04")
  @Test
  void a_competence_leader_goes_the_track_before_the_first_mentee() {
    List<List<String>> track =
        List.of(
            List.of("discussion-sites", "DISCUSSION_SITE"),
            List.of("professional-cases", "PROFESSIONAL_CASE"),
            List.of("community", "LEADERS_COMMUNITY"));
    for (String practice : FORMATS) {
      ParticipantId mentor = town.teacher("mentor-" + practice, 1990);
      town.applied(mentor, Position.MENTOR);
      ParticipantId mentee = town.mentee("mentee-" + practice, 1970);
      About centre = About.participant(town.centre);
      for (List<String> step : track) {
        assertThat(Irkutsk.codes(town.assign(practice, mentor, mentee)))
            .contains("mentorship.party-step-missing");
        assertThat(Irkutsk.codes(town.step(practice, mentor, "community")))
            .contains("command.step-without-activity");
        assertThat(Irkutsk.codes(town.step(practice, mentor, step.get(0))))
            .containsExactly("command.step-without-activity");
        Happened held = town.held(mentor);
        assertThat(
                Irkutsk.codes(
                    town.tried(
                        Nefteyugansk.as("MENTOR", mentor),
                        step.get(1),
                        centre,
                        BEFORE,
                        held,
                        null)))
            .contains("command.activity-capacity");
        assertThat(Irkutsk.codes(town.tried(step.get(1), centre, BEFORE, held))).isEqualTo(NONE);
        assertThat(Irkutsk.codes(town.step(practice, mentor, step.get(0)))).isEqualTo(NONE);
      }
      assertThat(Irkutsk.codes(town.assign(practice, mentor, mentee)))
          .doesNotContain("mentorship.party-step-missing");
    }
  }

  @Covers("S4-04")
  @Test
  void mentors_and_mentees_enter_the_bank_by_a_recorded_decision_with_reasons() {
    for (ParticipantId leader : List.of(town.mentor("mentor", 1980), town.mentee("mentee", 1998))) {
      About about = About.participant(leader);
      Actor herself = Nefteyugansk.as("MENTOR", leader);

      assertThat(Irkutsk.codes(entered(leader))).containsExactly("command.register-undecided");
      assertThat(tried(COORDINATOR, "LEADERS_BANK", about, null))
          .containsExactly("command.activity-ground-missing");
      assertThat(tried(herself, "JOINED_CLUSTER", about, null))
          .contains("command.activity-capacity");
      assertThat(tried("JOINED_CLUSTER", about, START, null)).isEqualTo(NONE);
      assertThat(tried("LEADERS_BANK", about, START, null))
          .containsExactly("command.activity-reasons");
      assertThat(tried(herself, "LEADERS_BANK", about, null)).contains("command.activity-capacity");
      assertThat(tried(COORDINATOR, "LEADERS_BANK", about, null)).isEqualTo(NONE);
      assertThat(Irkutsk.codes(entered(leader))).isEqualTo(NONE);
    }
  }

  private Outcome<FactId> entered(ParticipantId leader) {
    return town.mentoring.record(
        COORDINATOR,
        leader,
        new Fact.RegisterEntry(Code.of("COMPETENCE_LEADERS")),
        Validity.from(START));
  }

  @Covers("S4-04")
  @Test
  void the_cluster_unites_about_two_hundred_teachers() {
    for (String name : List.of("anna", "boris", "vera")) {
      ParticipantId teacher = town.registered(name, ParticipantKind.PERSON);
      tried("JOINED_CLUSTER", About.participant(teacher), START, null);
    }
    assertThat(joined()).isEqualTo(Standing.MISSED);
    Happened staff = new Happened.Entry(null, new TreeSet<>(), 177);
    town.tried("JOINED_CLUSTER", About.participant(town.centre), START, staff).orElseThrow();
    assertThat(joined()).isEqualTo(Standing.REACHED);
  }

  private Standing joined() {
    List<FigureProgress> figures =
        town.mentoring.reports().progress(LocalDate.of(2023, 12, 31)).stream()
            .flatMap(target -> target.figures().stream())
            .filter(figure -> figure.indicator().equals(Code.of("JOINED_CLUSTER")))
            .toList();
    assertThat(figures).extracting(FigureProgress::expected).containsExactly(200L);
    return figures.get(0).standing();
  }

  @Covers("S4-05")
  @Test
  void the_school_of_navigators_is_offered_to_members_of_the_bank() {
    ParticipantId member = town.teacher("member", 1985);
    ParticipantId other = town.teacher("other", 1985);
    town.enterBank(member);

    assertThat(Irkutsk.open(town.as(Position.MENTEE, other, NAVIGATORS)))
        .containsExactly("navigator-in-bank");
    assertThat(Irkutsk.open(town.as(Position.MENTEE, member, NAVIGATORS))).isEqualTo(NONE);
  }

  @Covers("S4-05")
  @Test
  void it_ends_with_an_initiative_in_the_office_of_initiatives() {
    ParticipantId coach = town.person("coach", LocalDate.of(1975, 1, 1));
    town.applied(coach, Position.MENTOR);
    ParticipantId one = town.teacher("one", 1985);
    ParticipantId two = town.teacher("two", 1986);
    List.of(one, two).forEach(town::enterBank);
    MentorshipId school = town.begun(town.school(coach, Set.of(one, two)).orElseThrow());

    assertThat(completion(school)).containsExactly("completion.unasked");
    for (ParticipantId each : List.of(one, two)) {
      About about = About.participant(each);
      String item = each.equals(one) ? "initiative" : "project-proposal";
      assertThat(tried("INITIATIVE_PRESENTED", about, START, item))
          .containsExactly("command.activity-nothing-asked");
      assertThat(tried(Nefteyugansk.as("MENTEE", each), "INITIATIVE", about, item)).isEqualTo(NONE);
      assertThat(completion(school)).contains("completion.unanswered");
      assertThat(tried("INITIATIVE_PRESENTED", about, START, item)).isEqualTo(NONE);
    }
    assertThat(completion(school)).isEqualTo(NONE);
  }

  @Covers("S4-06")
  @Test
  void a_tandem_chooses_exactly_one_of_three_directions_for_the_festival() {
    for (String direction : List.of("traditional", "reverse", "partnership")) {
      MentorshipId pair = town.pairIn(TRADITIONAL, direction);
      Particulars tandem = particulars(pair);
      town.publishes(tandem.mentees().first());
      About about = About.mentorship(pair);

      assertThat(
              tried(
                  "FESTIVAL_DIRECTION",
                  About.participant(tandem.mentors().first()),
                  START,
                  direction))
          .containsExactly("command.activity-about");
      assertThat(tried("ART_WORK", about, START, "song"))
          .containsExactly("command.activity-ground-missing");
      assertThat(tried("FESTIVAL_DIRECTION", about, START, "horizontal"))
          .containsExactly("command.activity-item-unknown");
      assertThat(
              tried(
                  Nefteyugansk.as("MENTOR", tandem.mentors().first()),
                  "FESTIVAL_DIRECTION",
                  about,
                  direction))
          .isEqualTo(NONE);
      for (String other : List.of("traditional", "reverse", "partnership")) {
        assertThat(tried("FESTIVAL_DIRECTION", about, START, other))
            .containsExactly("command.activity-most");
      }
      assertThat(tried("ART_WORK", about, START, "song")).isEqualTo(NONE);
    }
  }

  @Covers("S4-06")
  @Test
  void a_group_of_navigators_is_no_tandem_of_the_festival() {
    ParticipantId coach = town.person("coach", LocalDate.of(1975, 1, 1));
    town.applied(coach, Position.MENTOR);
    ParticipantId navigator = town.teacher("navigator", 1985);
    town.enterBank(navigator);
    town.publishes(navigator);
    About school =
        About.mentorship(town.begun(town.school(coach, Set.of(navigator)).orElseThrow()));

    assertThat(tried("FESTIVAL_DIRECTION", school, START, "traditional"))
        .containsExactly("command.activity-practice");
  }

  @Covers("S4-07")
  @Test
  void no_work_of_navigators_is_taken_in_an_online_cluster() {
    ParticipantId coach = town.person("coach", LocalDate.of(1975, 1, 1));
    town.applied(coach, Position.MENTOR);
    ParticipantId navigator = town.teacher("navigator", 1985);
    town.enterBank(navigator);
    town.publishes(navigator);
    About school =
        About.mentorship(town.begun(town.school(coach, Set.of(navigator)).orElseThrow()));

    Map.of("ART_WORK", "song", "PROFI_WORK", "mind-map", "CONTENT_WORK", "information-resource")
        .forEach(
            (kind, work) ->
                assertThat(tried(kind, school, START, work)).contains("command.activity-practice"));
  }

  @Covers("S4-07")
  @Test
  void each_online_cluster_takes_its_own_kind_of_entry_alone() {
    MentorshipId pair = town.pairIn(PARTNERSHIP, "tandem");
    About about = About.mentorship(pair);
    List<List<String>> clusters =
        List.of(
            List.of("ART_WORK", "video", "poem", "song", "other-creative-product"),
            List.of("PROFI_WORK", "visualisation-map", "mind-map"),
            List.of("CONTENT_WORK", "information-resource"));
    assertThat(tried("FESTIVAL_DIRECTION", about, START, "partnership")).isEqualTo(NONE);
    assertThat(tried("ART_WORK", about, START, "poem"))
        .containsExactly("command.activity-publication-consent");
    town.publishes(particulars(pair).mentees().first());

    for (List<String> cluster : clusters) {
      for (List<String> other : clusters) {
        for (String work : other.subList(1, other.size())) {
          assertThat(tried(cluster.get(0), about, START, work))
              .isEqualTo(cluster.equals(other) ? NONE : List.of("command.activity-item-unknown"));
        }
      }
    }
    assertThat(town.mentoring.activities().of(about))
        .filteredOn(each -> each.kind().value().endsWith("_WORK"))
        .hasSize(7);
  }

  @Covers("S4-08")
  @Test
  void in_reverse_the_mentor_is_ahead_in_what_is_asked_while_younger_or_shorter_in_service() {
    for (String asked : COMPETENCES) {
      ParticipantId mentee = inCompetence(town.mentee("mentee-" + asked, 1970), asked, "beginner");
      town.needs(mentee, asked);
      town.served(mentee, 1992);
      ParticipantId younger = inCompetence(town.mentor("younger-" + asked, 1995), asked, "expert");
      ParticipantId equal = inCompetence(town.mentor("equal-" + asked, 1995), asked, "beginner");
      ParticipantId older = inCompetence(town.mentor("older-" + asked, 1960), asked, "expert");
      ParticipantId newcomer =
          inCompetence(town.mentor("newcomer-" + asked, 1960), asked, "practitioner");
      ParticipantId elsewhere = town.mentor("elsewhere-" + asked, 1995);
      COMPETENCES.stream()
          .filter(other -> !other.equals(asked))
          .forEach(other -> town.level(elsewhere, other, "expert"));
      town.served(older, 1982);
      town.served(newcomer, 2015);

      for (ParticipantId each : List.of(equal, older, elsewhere)) {
        assertThat(Irkutsk.codes(town.assign(REVERSE, each, mentee)))
            .as(each.value())
            .containsExactly("command.criterion-forbids");
      }
      assertThat(Irkutsk.codes(town.assign(REVERSE, younger, mentee))).isEqualTo(NONE);
      ParticipantId another =
          inCompetence(town.mentee("another-" + asked, 1970), asked, "beginner");
      town.needs(another, asked);
      town.served(another, 1992);
      assertThat(Irkutsk.codes(town.assign(REVERSE, newcomer, another))).isEqualTo(NONE);
    }
  }

  private ParticipantId inCompetence(ParticipantId person, String competence, String level) {
    town.level(person, competence, level);
    return person;
  }

  @Covers("S4-08")
  @Test
  void in_partnership_both_have_something_that_the_other_asks_for() {
    ParticipantId one = town.mentor("one", 1980);
    ParticipantId other = town.mentee("other", 1981);

    town.needs(other, "drama");
    town.offers(one, "drama");
    assertThat(Irkutsk.codes(town.assign(PARTNERSHIP, one, other)))
        .containsExactly("command.criterion-forbids");
    town.needs(one, "robotics");
    assertThat(Irkutsk.codes(town.assign(PARTNERSHIP, one, other)))
        .containsExactly("command.criterion-forbids");
    town.offers(other, "robotics");
    assertThat(Irkutsk.codes(town.assign(PARTNERSHIP, one, other))).isEqualTo(NONE);
  }

  @Covers("S4-09")
  @Test
  void the_best_practices_are_recognised_at_the_closing() {
    ParticipantId best = town.mentor("best", 1980);
    town.fact(best, new Fact.PersonName("Vera", "Oak"));
    About about = About.participant(best);

    assertThat(tried("AWARD", about, START, "mentors-of-yugra"))
        .containsExactly("command.activity-phase");
    assertThat(tried("AWARD", about, CLOSING, "mentors-of-yugra")).isEqualTo(NONE);
    assertThat(town.mentoring.reports().publicReport(CLOSING).awards().withheld()).isEqualTo(1);
    town.publishes(best);
    assertThat(town.mentoring.reports().publicReport(CLOSING).awards().awards())
        .extracting(award -> award.award().en(), award -> award.winner().text())
        .containsExactly(tuple("Mentors of Yugra", "Vera Oak"));
    assertThat(
            tried(
                "AWARD",
                About.participant(town.mentee("mentee", 1999)),
                CLOSING,
                "mentors-of-yugra"))
        .containsExactly("command.activity-publication-consent");
  }

  @Covers("S4-09")
  @Test
  void a_community_unites_them_throughout() {
    for (ParticipantId each : List.of(town.mentor("mentor", 1980), town.mentee("mentee", 1999))) {
      town.fact(each, new Fact.RegisterEntry(Code.of("COMMUNITY")));
      assertThat(town.mentoring.dossier(each, CLOSING).current(Fact.RegisterEntry.class))
          .extracting(entry -> entry.register().value())
          .containsExactly("COMMUNITY");
    }
  }

  @Covers("S4-10")
  @Test
  void the_budget_adds_up_line_by_line_and_in_all() {
    assertThat(
            Irkutsk.codes(
                town.tried(
                    "EXPENSE",
                    About.programme(),
                    START,
                    new Happened.Entry("speakers", new TreeSet<>(), 40_000))))
        .isEqualTo(NONE);
    List<BudgetReport> budgets = town.mentoring.reports().budgets(TODAY);
    assertThat(budgets).hasSize(1);
    BudgetReport budget = budgets.get(0);

    assertThat(budget.lines())
        .extracting(
            BudgetReport.Line::item,
            BudgetReport.Line::planned,
            BudgetReport.Line::own,
            BudgetReport.Line::requested)
        .containsExactly(
            tuple("equipment", 400_000L, 0L, 400_000L),
            tuple("space", 100_000L, 0L, 100_000L),
            tuple("speakers", 100_000L, 0L, 100_000L),
            tuple("rent", 0L, 0L, 0L),
            tuple("bank", 2_600L, 0L, 2_600L),
            tuple("tax", 90_044L, 0L, 90_044L));
    assertThat(budget)
        .extracting(
            BudgetReport::total, BudgetReport::own, BudgetReport::requested, BudgetReport::left)
        .containsExactly(692_644L, 0L, 692_644L, 652_644L);
    assertThat(town.mentoring.definition().records())
        .flatExtracting(RecordTerms::items)
        .filteredOn(item -> item.id().equals("speakers"))
        .extracting(RecordTerms.Item::cost)
        .containsExactly(new RecordTerms.Cost(20_000, 5, 0, 100_000));
  }

  @Test
  void from_March_2025_an_employed_mentor_consents_and_has_the_terms_in_the_contract() {
    try (Nefteyugansk bound = Nefteyugansk.underTheLaw()) {
      ParticipantId mentor = bound.mentor("mentor", 1980);
      LocalDate inForce = LocalDate.of(2025, 3, 1);

      assertThat(
              Irkutsk.open(
                  bound.mentoring.decide(
                      mentor, TRADITIONAL, Position.MENTOR, inForce.minusDays(1))))
          .isEqualTo(NONE);
      assertThat(
              Irkutsk.open(bound.mentoring.decide(mentor, TRADITIONAL, Position.MENTOR, inForce)))
          .containsExactly("law-employee-consents", "law-terms-in-contract");
      bound.fact(
          mentor,
          new Fact.Consent(
              Fact.ConsentGiver.EMPLOYEE, null, Code.of("EMPLOYER"), Code.of("MENTORING_AT_WORK")));
      bound.fact(mentor, new Fact.DocumentHandedIn(Code.of("MENTORING_TERMS")));
      assertThat(
              Irkutsk.open(bound.mentoring.decide(mentor, TRADITIONAL, Position.MENTOR, inForce)))
          .isEqualTo(NONE);
    }
  }
}
