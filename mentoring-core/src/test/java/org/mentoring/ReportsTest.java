package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.SmallProgramme.COORDINATOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.AnalyticReport;
import org.mentoring.indicator.CentreReport;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.Standing;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RecordTerms;
import org.mentoring.programme.Target;
import org.mentoring.publication.PublicAward;
import org.mentoring.publication.PublicFigure;
import org.mentoring.publication.PublicProgress;
import org.mentoring.publication.PublicReport;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

class ReportsTest {
  private static final Citation CITE = Citation.of("S2-18");
  private static final LocalDate START = LocalDate.of(2020, 9, 1);
  private static final LocalDate END = LocalDate.of(2021, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2020, 12, 31);
  private static final Code MENTORSHIPS = Code.of("MENTORSHIPS");
  private static final Instant KNOWN = Instant.parse("2020-09-01T00:00:00Z");

  private final Stores stores = InMemoryStores.create();
  private final Mentoring mentoring = programme(target(10, Map.of("MENTORSHIPS", 10L)));
  private int number;

  private Mentoring programme(Target... targets) {
    return Mentoring.of(definition(targets))
        .stores(stores)
        .clock(
            java.time.Clock.fixed(Instant.parse("2023-06-01T06:00:00Z"), java.time.ZoneOffset.UTC))
        .identifiers(new SequentialIdentifiers())
        .rules(SmallProgramme.rules())
        .build();
  }

  private static Target target(int tolerance, Map<String, Long> figures) {
    TreeMap<Code, Long> byCode = new TreeMap<>();
    figures.forEach((code, figure) -> byCode.put(Code.of(code), figure));
    return new Target(Validity.between(START, END), byCode, tolerance, CITE);
  }

  private static ActivityTerms kind(
      String code, ActivityTerms.Shape shape, ActivityTerms.About about, @Nullable String record) {
    return new ActivityTerms(
        Code.of(code),
        shape,
        about,
        new TreeSet<>(),
        null,
        record,
        null,
        false,
        new LocalizedText(code, code),
        CITE);
  }

  private static ProgrammeDefinition definition(Target... targets) {
    ProgrammeDefinition small = SmallProgramme.definition(List.of());
    LocalizedText text = new LocalizedText("x", "х");
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        null,
        small.zone(),
        List.of(),
        List.of(),
        List.of(
                "WORKSHOP",
                "VIDEO",
                "STORY_VIDEOS",
                "EVENTS_PER_MUNICIPALITY",
                "SERVICE_REFERRAL",
                "PUBLICATIONS",
                "SATISFIED_PERCENT",
                "MOVED")
            .stream()
            .map(code -> new org.mentoring.programme.VocabularyTerm(Code.of(code), text))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        small.practices(),
        new CentreTerms(new TreeSet<>(), 3, List.of(), CITE),
        List.of(targets),
        List.of(
            new RecordTerms(
                "videos",
                Code.of("REPORT"),
                text,
                false,
                List.of(new RecordTerms.Item("story-videos", text, 0)),
                CITE),
            new RecordTerms(
                "leisure",
                Code.of("SURVEY"),
                text,
                false,
                List.of(
                    new RecordTerms.Item("asked", text, 0),
                    new RecordTerms.Item("satisfied", text, 0)),
                CITE),
            new RecordTerms(
                "awards",
                Code.of("AWARD"),
                text,
                false,
                List.of(
                    new RecordTerms.Item(
                        "mentor-of-the-year",
                        new LocalizedText("Mentor of the year", "Наставник года"),
                        0),
                    new RecordTerms.Item(
                        "centre-of-the-year",
                        new LocalizedText("Centre of the year", "Центр года"),
                        0)),
                CITE)),
        List.of(
            kind("WORKSHOP", ActivityTerms.Shape.EVENT, ActivityTerms.About.PARTICIPANT, null),
            kind(
                "SERVICE_REFERRAL",
                ActivityTerms.Shape.SERVICE_REFERRAL,
                ActivityTerms.About.MENTORSHIP,
                null),
            kind("LEISURE", ActivityTerms.Shape.ENTRY, ActivityTerms.About.PROGRAMME, "leisure"),
            kind("VIDEO", ActivityTerms.Shape.ENTRY, ActivityTerms.About.PROGRAMME, "videos"),
            new ActivityTerms(
                Code.of("AWARD"),
                ActivityTerms.Shape.ENTRY,
                ActivityTerms.About.PARTICIPANT,
                new TreeSet<>(),
                null,
                "awards",
                null,
                false,
                text,
                CITE,
                Code.of("PUBLICATION")),
            kind(
                "AWARD_CERTIFICATE",
                ActivityTerms.Shape.ENTRY,
                ActivityTerms.About.PARTICIPANT,
                "awards"),
            kind(
                "AWARD_GIFT",
                ActivityTerms.Shape.ENTRY,
                ActivityTerms.About.PARTICIPANT,
                "awards")),
        List.of(),
        List.of(),
        null,
        small.privacy());
  }

  private ParticipantId participant(String id, ParticipantKind kind, @Nullable String town) {
    ParticipantId registered =
        mentoring.register(COORDINATOR, ParticipantId.of(id), kind, List.of()).orElseThrow();
    if (town != null) {
      Fact lives = new Fact.Trait(Attribute.MUNICIPALITY, town);
      if (kind == ParticipantKind.ORGANISATION) {
        ofItself(registered, lives);
      } else {
        fact(registered, lives);
      }
    }
    return registered;
  }

  private FactId fact(ParticipantId about, Fact fact) {
    return mentoring
        .record(COORDINATOR, about, fact, Validity.from(LocalDate.of(2020, 1, 1)))
        .orElseThrow();
  }

  private void ofItself(ParticipantId organisation, Fact fact) {
    mentoring
        .record(
            Actor.coordinator("c-1", organisation.value()),
            organisation,
            fact,
            Validity.from(LocalDate.of(2020, 1, 1)))
        .orElseThrow();
  }

  private ParticipantId centre(String id, String town) {
    ParticipantId centre = participant(id, ParticipantKind.ORGANISATION, town);
    ofItself(centre, new Fact.PositionHeld(Position.CENTRE, null));
    return centre;
  }

  private MentorshipId begun(
      LocalDate on,
      @Nullable String town,
      @Nullable ParticipantId centre,
      @Nullable MentorshipId continues) {
    return begun(on, town, centre, continues, null);
  }

  private MentorshipId begun(
      LocalDate on,
      @Nullable String town,
      @Nullable ParticipantId centre,
      @Nullable MentorshipId continues,
      @Nullable Closure closure) {
    String n = String.format(java.util.Locale.ROOT, "%03d", ++number);
    ParticipantId mentee = participant("child-" + n, ParticipantKind.PERSON, town);
    ParticipantId mentor = participant("mentor-" + n, ParticipantKind.PERSON, town);
    List<StateChange> changes =
        new java.util.ArrayList<>(
            List.of(
                new StateChange(MentorshipState.PROPOSED, on, COORDINATOR, null, "", KNOWN),
                new StateChange(MentorshipState.ACTIVE, on, COORDINATOR, null, "", KNOWN)));
    if (closure != null) {
      changes.add(
          new StateChange(MentorshipState.CLOSED, closure.on(), COORDINATOR, null, "", KNOWN));
    }
    Particulars mentorship =
        new Particulars(
            MentorshipId.of("pair-" + n),
            1,
            "adolescents",
            Arrangement.INDIVIDUAL,
            new TreeSet<>(List.of(mentor)),
            new TreeSet<>(List.of(mentee)),
            centre,
            null,
            continues,
            List.of(),
            on,
            List.of(),
            List.of(),
            List.of(),
            changes,
            closure);
    stores.mentorships().save(mentorship);
    return mentorship.id();
  }

  private void begun(int howMany, LocalDate on, String town) {
    for (int i = 0; i < howMany; i++) {
      begun(on, town, null, null);
    }
  }

  private ActivityId done(String kind, About about, LocalDate on, Happened what) {
    ActivityId id = ActivityId.of("done-" + ++number);
    stores
        .activities()
        .append(
            new ActivityEntry.Recorded(
                new Activity(id, Code.of(kind), about, on, what, null, COORDINATOR, KNOWN)));
    return id;
  }

  private Happened event() {
    ParticipantId visitor = ParticipantId.of("visitor");
    if (mentoring.participant(visitor).isEmpty()) {
      mentoring.register(COORDINATOR, visitor, ParticipantKind.PERSON, List.of()).orElseThrow();
    }
    return new Happened.EventHeld(
        Fact.Mode.IN_PERSON, new TreeSet<>(Set.of(visitor)), new TreeSet<>());
  }

  private static Happened entry(String item, long amount) {
    return new Happened.Entry(item, new TreeSet<>(), amount);
  }

  private FigureProgress figure(Mentoring of, String code, LocalDate asOf) {
    return of.reports().progress(asOf).get(0).figure(Code.of(code)).orElseThrow();
  }

  @Test
  void about_ten_is_nine_to_eleven() {
    begun(8, START, "A");
    assertThat(figure(mentoring, "MENTORSHIPS", DAY.minusDays(1)).standing())
        .isEqualTo(Standing.RUNNING);
    assertThat(figure(mentoring, "MENTORSHIPS", DAY).standing()).isEqualTo(Standing.MISSED);

    begun(1, START, "A");
    FigureProgress nine = figure(mentoring, "MENTORSHIPS", DAY);
    assertThat(nine.standing()).isEqualTo(Standing.REACHED);
    assertThat(nine.least()).isEqualTo(9);
    assertThat(nine.share()).isEqualTo(90);

    begun(2, START, "A");
    assertThat(figure(mentoring, "MENTORSHIPS", DAY).standing()).isEqualTo(Standing.REACHED);
    begun(1, START, "A");
    assertThat(figure(mentoring, "MENTORSHIPS", DAY).standing()).isEqualTo(Standing.ABOVE);
  }

  private void survey(LocalDate on, long asked, long satisfied) {
    done("LEISURE", About.programme(), on, entry("asked", asked));
    done("LEISURE", About.programme(), on, entry("satisfied", satisfied));
  }

  @Test
  void a_target_of_per_cents_is_measured_by_those_who_answered_in_its_interval() {
    Mentoring other = programme(target(0, Map.of("SATISFIED_PERCENT", 75L)));
    assertThat(figure(other, "SATISFIED_PERCENT", DAY.minusDays(1)))
        .extracting(FigureProgress::reached, FigureProgress::standing)
        .containsExactly(0L, Standing.RUNNING);
    survey(START.minusDays(1), 100, 100);
    survey(END, 100, 100);
    survey(START, 60, 40);
    survey(DAY, 20, 18);

    assertThat(figure(other, "SATISFIED_PERCENT", DAY.minusDays(1)).reached()).isEqualTo(67);
    FigureProgress last = figure(other, "SATISFIED_PERCENT", DAY);
    assertThat(last)
        .extracting(FigureProgress::reached, FigureProgress::standing, FigureProgress::inPercent)
        .containsExactly(73L, Standing.MISSED, true);
    survey(DAY, 10, 10);
    assertThat(figure(other, "SATISFIED_PERCENT", DAY).standing()).isEqualTo(Standing.REACHED);
  }

  @Test
  void per_cents_of_a_survey_are_told_to_nobody_outside() {
    Mentoring other = programme(target(0, Map.of("SATISFIED_PERCENT", 75L)));
    survey(START, 2, 2);
    assertThat(other.reports().publicReport(DAY).targets())
        .flatExtracting(PublicProgress::figures)
        .extracting(PublicFigure::told, PublicFigure::reached)
        .containsExactly(tuple(false, 0L));
  }

  @Test
  void only_what_began_within_the_interval_and_by_the_day_is_counted() {
    begun(START.minusDays(1), "A", null, null);
    begun(START, "A", null, null);
    begun(DAY, "A", null, null);
    begun(END, "A", null, null);

    assertThat(figure(mentoring, "MENTORSHIPS", START.minusDays(1)).reached()).isZero();
    assertThat(figure(mentoring, "MENTORSHIPS", DAY.minusDays(1)).reached()).isEqualTo(1);
    assertThat(figure(mentoring, "MENTORSHIPS", DAY).reached()).isEqualTo(2);
    assertThat(figure(mentoring, "MENTORSHIPS", END.plusYears(1)).reached()).isEqualTo(2);
  }

  @Test
  void a_pair_with_another_mentor_is_the_same_pair() {
    MentorshipId first = begun(START, "A", null, null);
    MentorshipId second = begun(START.plusDays(30), "A", null, first);
    begun(START.plusDays(60), "A", null, second);
    begun(START, "A", null, MentorshipId.of("pair-of-another-year"));

    assertThat(figure(mentoring, "MENTORSHIPS", DAY).reached()).isEqualTo(2);
  }

  @Test
  void what_belongs_to_no_municipality_or_centre_is_told_apart() {
    ParticipantId centre = centre("centre-b", "B");
    begun(START, "A", null, null);
    begun(START, null, centre, null);
    begun(START, null, null, null);

    FigureProgress figure = figure(mentoring, "MENTORSHIPS", DAY);

    assertThat(figure.reached()).isEqualTo(3);
    assertThat(figure.byMunicipality()).containsExactly(Map.entry("A", 1L), Map.entry("B", 1L));
    assertThat(figure.withoutMunicipality()).isEqualTo(1);
    assertThat(figure.byCentre()).containsExactly(Map.entry(centre, 1L));
    assertThat(figure.withoutCentre()).isEqualTo(2);
  }

  @Test
  void events_are_counted_in_all_and_where_there_are_fewest() {
    Mentoring other =
        programme(
            target(0, Map.of("EVENTS", 3L, "EVENTS_PER_MUNICIPALITY", 2L, "MUNICIPALITIES", 2L)));
    ParticipantId a = centre("centre-a", "A");
    ParticipantId b = centre("centre-b", "B");
    begun(START, "A", a, null);
    begun(START, "B", b, null);
    done("WORKSHOP", About.participant(a), START, event());
    done("WORKSHOP", About.participant(a), DAY, event());
    done("WORKSHOP", About.participant(a), END, event());
    done("WORKSHOP", About.programme(), START, event());
    // What nobody came to is no event.
    done(
        "WORKSHOP",
        About.participant(a),
        START,
        new Happened.EventHeld(Fact.Mode.IN_PERSON, new TreeSet<>(), new TreeSet<>()));

    assertThat(figure(other, "MUNICIPALITIES", DAY).standing()).isEqualTo(Standing.REACHED);
    assertThat(figure(other, "EVENTS", DAY).reached()).isEqualTo(3);
    assertThat(figure(other, "EVENTS", DAY).withoutMunicipality()).isEqualTo(1);
    FigureProgress each = figure(other, "EVENTS_PER_MUNICIPALITY", DAY);
    assertThat(each.reached()).isZero();
    assertThat(each.byMunicipality()).containsExactly(Map.entry("A", 2L), Map.entry("B", 0L));
  }

  @Test
  void an_item_of_a_record_is_counted_by_its_number_and_what_was_taken_back_is_not() {
    Mentoring other = programme(target(0, Map.of("STORY_VIDEOS", 4L, "PUBLICATIONS", 1L)));
    done("VIDEO", About.programme(), START, entry("story-videos", 3));
    ActivityId wrong = done("VIDEO", About.programme(), START, entry("story-videos", 1));
    stores
        .activities()
        .append(new ActivityEntry.Retracted(wrong, About.programme(), KNOWN, COORDINATOR, "twice"));

    assertThat(figure(other, "STORY_VIDEOS", DAY).reached()).isEqualTo(3);
    assertThat(figure(other, "PUBLICATIONS", DAY).standing()).isEqualTo(Standing.NOT_COUNTED);
  }

  @Test
  void the_report_on_a_centre_tells_caseload_partners_activities_and_endings() {
    ParticipantId centre = centre("centre-a", "A");
    ParticipantId partner = participant("partner", ParticipantKind.ORGANISATION, "A");
    fact(partner, new Fact.AttachedTo(centre, Code.of("PARTNER")));
    MentorshipId open = begun(START, "A", centre, null);
    begun(
        START,
        "A",
        centre,
        null,
        new Closure(Closure.Kind.COMPLETED, null, null, true, DAY, COORDINATOR, ""));
    begun(
        START,
        "A",
        centre,
        null,
        new Closure(Closure.Kind.EARLY, Code.of("MOVED"), "moved", false, DAY, COORDINATOR, ""));
    begun(START, "A", null, null);
    done("WORKSHOP", About.participant(centre), START, event());
    done("SERVICE_REFERRAL", About.mentorship(open), START, new Happened.ServiceReferral(partner));
    done("VIDEO", About.programme(), START, entry("story-videos", 1));

    AnalyticReport report = mentoring.reports().analytic(null, DAY);
    CentreReport of = mentoring.reports().centre(centre, DAY);

    assertThat(report.centres()).containsExactly(of);
    assertThat(mentoring.reports().centres(DAY)).containsExactly(of);
    assertThat(of.municipality()).isEqualTo("A");
    assertThat(of.caseload())
        .containsExactly(
            Map.entry(MentorshipState.ACTIVE, 1), Map.entry(MentorshipState.CLOSED, 2));
    assertThat(of.mentors()).isEqualTo(1);
    assertThat(of.mentees()).isEqualTo(1);
    assertThat(of.partners()).isEqualTo(1);
    assertThat(of.partnersMissing()).isEqualTo(2);
    assertThat(of.referrals()).isEqualTo(1);
    assertThat(of.completed()).isEqualTo(1);
    assertThat(of.earlyEndings()).containsExactly(Map.entry(Code.of("MOVED"), 1));
    assertThat(report.withoutCentre()).containsExactly(Map.entry(MentorshipState.ACTIVE, 1));
    assertThat(report.activities()).containsExactly(Map.entry(Code.of("VIDEO"), 1));
    assertThat(mentoring.reports().centre(centre, DAY.minusDays(1)).completed()).isZero();
    assertThat(mentoring.reports().centre(centre, START.plusDays(1), DAY).activities()).isEmpty();
  }

  @Test
  void the_report_on_a_centre_tells_who_left_a_group_and_whether_as_completed() {
    ParticipantId centre = centre("centre-a", "A");
    ParticipantId mentor = participant("mentor-of-group", ParticipantKind.PERSON, "A");
    ParticipantId stays = participant("stays", ParticipantKind.PERSON, "A");
    stores
        .mentorships()
        .save(
            new Particulars(
                MentorshipId.of("group"),
                1,
                "adolescents",
                Arrangement.GROUP,
                new TreeSet<>(List.of(mentor)),
                new TreeSet<>(List.of(stays)),
                centre,
                null,
                null,
                List.of(),
                START,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                    new StateChange(MentorshipState.PROPOSED, START, COORDINATOR, null, "", KNOWN),
                    new StateChange(MentorshipState.ACTIVE, START, COORDINATOR, null, "", KNOWN)),
                null,
                List.of(left("done", "MOVED", true), left("tired", "UNWILLING_PARTY", false)),
                null,
                List.of()));

    CentreReport report = mentoring.reports().centre(centre, DAY);

    assertThat(report.leavings())
        .containsExactly(Map.entry(Code.of("MOVED"), 1), Map.entry(Code.of("UNWILLING_PARTY"), 1));
    assertThat(report.leavingsAsCompleted()).isEqualTo(1);
    assertThat(report.mentees()).isEqualTo(1);
    assertThat(mentoring.reports().centre(centre, START).leavings()).isEmpty();
  }

  private Leaving left(String who, String reason, boolean asCompleted) {
    return new Leaving(
        participant(who, ParticipantKind.PERSON, "A"),
        false,
        DAY,
        Code.of(reason),
        Code.of("GUARDIAN"),
        "why",
        COORDINATOR,
        "digest",
        KNOWN,
        asCompleted);
  }

  @Test
  void who_is_no_centre_has_no_report_and_time_does_not_run_backwards() {
    ParticipantId person = participant("person", ParticipantKind.PERSON, "A");

    assertThatThrownBy(() -> mentoring.reports().centre(person, DAY))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("centre.unknown"));
    assertThatThrownBy(() -> mentoring.reports().analytic(DAY, START))
        .isInstanceOf(InvalidValue.class);
  }

  private PublicFigure published(Mentoring of, int target) {
    return of.reports().publicReport(DAY).targets().get(target).figures().get(0);
  }

  private static List<String> places(PublicFigure figure) {
    return figure.byMunicipality().keySet().stream().map(Object::toString).toList();
  }

  @Test
  void a_small_group_is_withheld_and_with_it_the_next_that_the_total_would_give_away() {
    begun(4, START, "A");
    begun(6, START, "B");
    begun(9, START, "C");

    PublicFigure figure = published(mentoring, 0);

    assertThat(figure.reached()).isEqualTo(19);
    assertThat(places(figure)).containsExactly("C");
    assertThat(figure.withheld()).isEqualTo(2);
  }

  @Test
  void a_place_that_is_withheld_for_its_people_is_named_in_no_figure() {
    Mentoring other =
        programme(
            target(0, Map.of("MUNICIPALITIES", 4L, "EVENTS", 3L)),
            target(0, Map.of("MENTORSHIPS", 10L)));
    begun(4, START, "A");
    begun(6, START, "B");
    begun(9, START, "C");
    done("WORKSHOP", About.participant(centre("centre-a", "A")), START, event());
    done("WORKSHOP", About.participant(centre("centre-c", "C")), START, event());

    PublicReport report = other.reports().publicReport(DAY);

    assertThat(report.targets().get(0).figures())
        .extracting(each -> each.indicator() + " " + each.reached() + " " + each.withheld())
        .containsExactly("EVENTS 0 2", "MUNICIPALITIES 3 3");
    assertThat(report.targets())
        .flatExtracting(target -> target.figures())
        .allSatisfy(figure -> assertThat(places(figure)).doesNotContain("A", "B"));
  }

  @Test
  void what_a_total_of_events_leaves_over_tells_nothing_of_one_place() {
    Mentoring other =
        programme(
            target(0, Map.of("EVENTS", 30L, "EVENTS_PER_MUNICIPALITY", 5L)),
            target(0, Map.of("MENTORSHIPS", 10L)));
    begun(4, START, "A");
    begun(6, START, "B");
    begun(9, START, "C");
    begun(12, START, "D");
    events("A", 20);
    events("C", 13);
    events("D", 25);

    List<PublicFigure> figures = other.reports().publicReport(DAY).targets().get(0).figures();

    assertThat(figures.get(0).reached()).isEqualTo(58);
    assertThat(places(figures.get(0))).containsExactly("D");
    assertThat(figures.get(0).withheld()).isEqualTo(2);
    // The fewest are none, in a place that is not named.
    assertThat(figures.get(1).told()).isFalse();
    assertThat(places(figures.get(1))).containsExactly("D");
  }

  private void events(String town, int howMany) {
    ParticipantId centre = centre("centre-of-" + town, town);
    for (int i = 0; i < howMany; i++) {
      done("WORKSHOP", About.participant(centre), START, event());
    }
  }

  @Test
  void where_mentorships_run_is_not_named_without_a_figure_about_people() {
    Mentoring other = programme(target(0, Map.of("MUNICIPALITIES", 4L)));
    begun(1, START, "A");

    PublicFigure figure = published(other, 0);

    assertThat(figure.reached()).isEqualTo(1);
    assertThat(places(figure)).isEmpty();
    assertThat(figure.withheld()).isEqualTo(1);
  }

  @Test
  void a_total_of_a_small_group_is_withheld_with_its_standing() {
    begun(4, START, "A");

    PublicFigure figure = published(mentoring, 0);

    assertThat(figure.told()).isFalse();
    assertThat(figure.reached()).isZero();
    assertThat(figure.standing()).isNull();
    assertThat(figure.byMunicipality()).isEmpty();
  }

  @Test
  void figures_of_overlapping_intervals_do_not_give_away_those_between_them() {
    Target longer =
        new Target(
            Validity.between(START.minusYears(1), END),
            new TreeMap<>(Map.of(MENTORSHIPS, 100L)),
            0,
            CITE);
    Mentoring other = programme(target(0, Map.of("MENTORSHIPS", 10L)), longer);
    begun(10, START, "A");
    begun(10, START, "B");
    begun(10, START, "C");
    // Two pairs before the shorter interval: 12 less 10 would tell of them.
    begun(2, START.minusDays(1), "A");

    assertThat(places(published(other, 0))).containsExactly("A", "B", "C");
    assertThat(published(other, 0).reached()).isEqualTo(30);
    assertThat(places(published(other, 1))).containsExactly("C");
    assertThat(published(other, 1).told()).isFalse();
  }

  @Test
  void awards_name_centres_and_consenting_adults_and_never_a_child() {
    ParticipantId centre = centre("centre-a", "A");
    fact(centre, new Fact.Trait(Attribute.ORGANISATION, "Centre of Ishim"));
    ParticipantId willing = winner("willing", LocalDate.of(1990, 2, 3), true);
    ParticipantId silent = winner("silent", LocalDate.of(1990, 2, 3), false);
    ParticipantId young = winner("young", LocalDate.of(2003, 1, 2), true);
    ParticipantId former = winner("former", LocalDate.of(1990, 2, 3), true);
    fact(former, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    ParticipantId regretting = participant("regretting", ParticipantKind.PERSON, "A");
    fact(regretting, new Fact.Birth(LocalDate.of(1990, 2, 3)));
    fact(regretting, new Fact.PersonName("Re", "Gret"));
    mentoring.withdrawConsent(COORDINATOR, consent(regretting), DAY).orElseThrow();
    for (ParticipantId winner : List.of(willing, silent, young, former, regretting)) {
      done("AWARD", About.participant(winner), DAY, entry("mentor-of-the-year", 1));
    }
    done("AWARD", About.participant(centre), DAY, entry("centre-of-the-year", 1));
    done("AWARD_CERTIFICATE", About.participant(willing), DAY, entry("mentor-of-the-year", 1));
    done("AWARD_GIFT", About.participant(centre), DAY, entry("centre-of-the-year", 1));

    PublicReport report = mentoring.reports().publicReport(DAY);

    assertThat(report.awards().awards())
        .extracting(
            award -> award.award().en(),
            award -> award.winner().text(),
            PublicAward::year,
            PublicAward::certificate,
            PublicAward::gift)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Mentor of the year", "willing Surname", 2020, true, false),
            org.assertj.core.groups.Tuple.tuple(
                "Centre of the year", "Centre of Ishim", 2020, false, true));
    assertThat(report.awards().withheld()).isEqualTo(4);
    assertThat(report.toString()).doesNotContain("Surname", "child", "Gret");
  }

  @Test
  void an_award_is_recorded_of_a_child_or_a_mentee_only_with_the_consent_to_its_publication() {
    ParticipantId child = winner("child", LocalDate.of(2008, 1, 2), true);
    ParticipantId former = winner("former", LocalDate.of(1990, 2, 3), false);
    fact(former, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    ParticipantId mentor = winner("mentor", LocalDate.of(1990, 2, 3), false);
    ParticipantId centre = centre("centre-a", "A");

    assertThat(awarded(child)).containsExactly("command.activity-publication-consent");
    assertThat(awarded(former)).containsExactly("command.activity-publication-consent");
    assertThat(awarded(mentor)).isEmpty();
    assertThat(awarded(centre)).isEmpty();

    FactId consent =
        fact(
            child,
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN,
                null,
                Code.of("REGIONAL_OPERATOR"),
                Code.of("PUBLICATION")));
    consent(former);
    assertThat(awarded(child)).isEmpty();
    assertThat(awarded(former)).isEmpty();

    mentoring.withdrawConsent(COORDINATOR, consent, DAY).orElseThrow();
    assertThat(awarded(child)).containsExactly("command.activity-publication-consent");
  }

  private List<String> awarded(ParticipantId winner) {
    return mentoring
        .activities()
        .record(
            new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"),
            Code.of("AWARD"),
            About.participant(winner),
            DAY,
            entry("mentor-of-the-year", 1),
            null)
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private ParticipantId winner(String name, LocalDate born, boolean consents) {
    ParticipantId winner = participant(name, ParticipantKind.PERSON, "A");
    mentoring.record(COORDINATOR, winner, new Fact.Birth(born), Validity.from(born)).orElseThrow();
    fact(winner, new Fact.PersonName(name, "Surname"));
    if (consents) {
      consent(winner);
    }
    return winner;
  }

  private FactId consent(ParticipantId of) {
    return fact(
        of,
        new Fact.Consent(
            Fact.ConsentGiver.SELF, of, Code.of("REGIONAL_OPERATOR"), Code.of("PUBLICATION")));
  }
}
