package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.KeptObligations.CHECK_IN;
import static org.mentoring.KeptObligations.MENTOR;
import static org.mentoring.KeptObligations.at;
import static org.mentoring.KeptObligations.day;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.conformance.BenchmarkCase;
import org.mentoring.conformance.BenchmarkResult;
import org.mentoring.conformance.CaseState;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.conformance.Unjudged;
import org.mentoring.decision.Finding;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Benchmark;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Measure;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.Version;
import org.mentoring.publication.PublicBenchmark;
import org.mentoring.publication.PublicConformance;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** How far a running programme meets a standard, with the cases behind each figure. */
class ConformanceTest {
  private static final Citation CITE = SmallPacks.LAW;
  private static final LocalizedText TITLE = new LocalizedText("Title", "Название");
  private static final LocalDate AS_OF = day("2020-12-31");

  private final KeptObligations kept = programme();
  private final Mentoring mentoring = kept.mentoring;

  private static KeptObligations programme() {
    KeptObligations kept = new KeptObligations(SmallWaivers.definition("consent"));
    kept.programme.now.set(at("2021-03-01"));
    return kept;
  }

  private MentorshipId begun(String id, String mentor, String on) {
    String mentee = "mentee-of-" + id;
    MentorshipId mentorship = kept.mentorship(id, mentor, mentee, on);
    kept.programme.fact(
        ParticipantId.of(mentee),
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION")));
    return mentorship;
  }

  private ConformanceReport report(RulePack pack) {
    return mentoring.reports().conformance(pack, null, AS_OF);
  }

  private BenchmarkResult of(PackRule rule) {
    return report(SmallPacks.law(rule)).benchmark(rule.code()).orElseThrow();
  }

  private BenchmarkResult of(@Nullable Measure measure) {
    return report(standard(measure)).benchmark("benchmark").orElseThrow();
  }

  private static RulePack standard(@Nullable Measure measure) {
    return new RulePack(
        "standard",
        "1",
        RulePack.Layer.STANDARD,
        TITLE,
        null,
        List.of(),
        List.of(SmallPacks.never("consent")),
        List.of(new Benchmark("benchmark", TITLE, null, null, measure, CITE)));
  }

  private static List<String> told(BenchmarkResult result) {
    return result.cases().stream()
        .map(
            each ->
                each.mentorship()
                    + " "
                    + (each.participant() == null ? "" : each.participant() + " ")
                    + each.state())
        .toList();
  }

  private static List<String> codes(BenchmarkResult result) {
    return result.cases().stream()
        .flatMap(each -> each.findings().stream())
        .map(Finding::code)
        .toList();
  }

  private static PackRule passport(@Nullable LocalDate from) {
    return SmallPacks.asks("passport", from, SmallPacks.documents("passport", "PASSPORT"));
  }

  @Test
  void a_party_is_measured_by_what_was_on_record_of_the_day_on_which_mentoring_began() {
    begun("a", "ready", "2020-10-05");
    begun("b", "late", "2020-10-05");
    kept.programme.fact(ParticipantId.of("ready"), passportHandedIn());
    mentoring
        .record(
            SmallProgramme.COORDINATOR,
            ParticipantId.of("late"),
            passportHandedIn(),
            Validity.from(day("2020-10-06")))
        .orElseThrow();

    BenchmarkResult result = of(passport(null));

    assertThat(told(result)).containsExactly("a ready MET", "b late NOT_RECORDED");
    assertThat(codes(result)).containsExactly("documents.missing");
    assertThat(result.count(CaseState.MET)).isEqualTo(1);
    assertThat(result.due()).isEqualTo(2);
  }

  private static Fact passportHandedIn() {
    return new Fact.DocumentHandedIn(Code.of("PASSPORT"));
  }

  @Test
  void what_the_programme_asks_for_itself_and_lacks_is_not_met_and_what_it_waived_is_waived() {
    begun("a", "untrained", "2020-10-05");
    begun("b", "excused", "2020-10-05");
    kept.programme.now.set(at("2020-10-01"));
    mentoring
        .waivers()
        .waive(
            SmallWaivers.AUTHORITY,
            SmallWaivers.TRAINING,
            ParticipantId.of("excused"),
            null,
            "why",
            SmallProgramme.TODAY,
            SmallProgramme.TODAY.plusDays(30))
        .orElseThrow();
    kept.programme.now.set(at("2021-03-01"));

    assertThat(told(of(training(120)))).containsExactly("a untrained NOT_MET", "b excused WAIVED");
    // The programme's 480 minutes are less than these, so whoever waived them did not waive these.
    assertThat(told(of(training(600)))).containsExactly("a untrained NOT_MET", "b excused NOT_MET");
  }

  private static PackRule training(int minutes) {
    return SmallPacks.asks("training", null, SmallPacks.training("hours", minutes, null));
  }

  @Test
  void of_several_ways_to_meet_it_one_suffices() {
    begun("a", "ready", "2020-10-05");
    kept.programme.fact(ParticipantId.of("ready"), passportHandedIn());
    Requirement passport = SmallPacks.documents("passport", "PASSPORT");
    Requirement form = SmallPacks.documents("form", "APPLICATION_FORM");

    assertThat(told(of(new Measure.AnyRequirement(Position.MENTOR, List.of(form, passport)))))
        .containsExactly("a ready MET");
    assertThat(told(of(new Measure.AnyRequirement(Position.MENTEE, List.of(form, passport)))))
        .containsExactly("a mentee-of-a NOT_RECORDED");
  }

  @Test
  void a_rule_measures_what_began_while_it_was_in_force() {
    begun("a", "one", "2020-10-05");
    begun("b", "other", "2020-11-05");

    assertThat(told(of(passport(day("2020-11-01"))))).containsExactly("b other NOT_RECORDED");
  }

  @Test
  void the_time_of_what_has_not_begun_has_not_come_and_what_was_withdrawn_is_no_case() {
    proposed("a", "2020-10-05");
    MentorshipId withdrawn = proposed("b", "2020-10-05");
    kept.changed(withdrawn, MentorshipState.CLOSED, "2020-10-07");

    BenchmarkResult result = of(passport(null));

    assertThat(told(result)).containsExactly("a mentor-of-a NOT_YET");
    assertThat(result.due()).isZero();
  }

  private MentorshipId proposed(String id, String on) {
    MentorshipId mentorship = kept.mentorship(id, "mentor-of-" + id, "mentee-of-" + id, on);
    // A mentorship that was put there begun is put back.
    Particulars there = kept.stores.mentorships().find(mentorship).orElseThrow();
    kept.stores
        .mentorships()
        .save(
            new Particulars(
                there.id(),
                there.version() + 1,
                there.practice(),
                there.arrangement(),
                there.mentors(),
                there.mentees(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                there.changes().subList(0, 1),
                null));
    return mentorship;
  }

  @Test
  void what_ended_before_the_time_is_left_out() {
    MentorshipId over = begun("a", "one", "2020-10-05");
    kept.completed(over, "2020-11-05");
    begun("b", "other", "2020-10-05");

    assertThat(told(of(passport(null)))).hasSize(2);
    assertThat(
            mentoring
                .reports()
                .conformance(SmallPacks.law(passport(null)), day("2020-11-06"), AS_OF)
                .benchmarks()
                .get(0)
                .cases())
        .extracting(BenchmarkCase::mentorship)
        .containsExactly(MentorshipId.of("b"));
    assertThatThrownBy(
            () ->
                mentoring
                    .reports()
                    .conformance(SmallPacks.law(passport(null)), AS_OF.plusDays(1), AS_OF))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void agreements_are_measured_by_who_had_agreed_when_mentoring_began() {
    SmallMentorships small = new SmallMentorships();
    small.active(small.mentor("m"), small.mentee("c"));

    assertThat(states(small, agreedBy("GUARDIAN", "MENTEE", "MENTOR"))).containsExactly("MET");
    // The programme asks no specialist to agree, so that nothing tells whether one did.
    assertThat(states(small, agreedBy("MENTOR", "SPECIALIST"))).containsExactly("NOT_RECORDED");
  }

  private static List<String> states(SmallMentorships small, PackRule rule) {
    return small
        .mentoring
        .reports()
        .conformance(SmallPacks.law(rule), null, small.today())
        .benchmarks()
        .stream()
        .flatMap(result -> result.cases().stream())
        .map(each -> each.state().name())
        .toList();
  }

  private static PackRule agreedBy(String... parties) {
    TreeSet<Code> by = new TreeSet<>();
    Arrays.stream(parties).forEach(party -> by.add(Code.of(party)));
    return SmallPacks.rule("agreement", null, new PackChange.AgreementAdded(new TreeSet<>(), by));
  }

  @Test
  void contacts_are_measured_period_by_period() {
    MentorshipId all = begun("a", "one", "2020-10-05");
    kept.checkIn(all, "2020-10-20", "MENTOR");
    kept.checkIn(all, "2020-11-20", "MENTOR");
    MentorshipId some = begun("b", "two", "2020-10-05");
    kept.checkIn(some, "2020-10-20", "MENTOR");
    MentorshipId late = begun("c", "three", "2020-10-05");
    kept.checkIn(late, "2020-11-10", "MENTOR");
    kept.checkIn(late, "2020-11-20", "MENTOR");
    begun("d", "four", "2020-12-20");
    begun("e", "five", "2020-10-05");

    BenchmarkResult result = of(new Measure.KeptCadences(List.of(monthly())));

    assertThat(told(result))
        .containsExactly("a MET", "b NOT_MET", "c NOT_MET", "d NOT_YET", "e NOT_RECORDED");
    assertThat(result.cases().get(1).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("obligation.overdue");
              assertThat(finding.citation()).isEqualTo(CITE);
            });
    assertThat(result.cases().get(2).findings())
        .extracting(Finding::code)
        .containsExactly("obligation.met-late");
  }

  @Test
  void with_the_guardian_of_an_adult_there_is_no_contact_to_be_missed() {
    for (String id : List.of("adult", "child")) {
      MentorshipId mentorship = begun(id, "mentor-of-" + id, "2020-10-05");
      kept.checkIn(mentorship, "2020-10-20", "MENTOR", "MENTEE");
      kept.checkIn(mentorship, "2020-11-20", "MENTOR", "MENTEE");
    }
    kept.programme.fact(
        ParticipantId.of("mentee-of-adult"), new Fact.Birth(LocalDate.of(1990, 3, 1)));
    kept.programme.fact(
        ParticipantId.of("mentee-of-child"), new Fact.Birth(LocalDate.of(2006, 3, 1)));

    assertThat(
            told(
                of(
                    new Measure.KeptCadences(
                        List.of(monthly(MENTOR, Code.of("MENTEE"), Code.of("GUARDIAN")))))))
        .containsExactly("adult MET", "child NOT_MET");
    // Of whom nothing but the guardian is asked, nothing falls due.
    assertThat(told(of(new Measure.KeptCadences(List.of(monthly(Code.of("GUARDIAN")))))))
        .containsExactly("adult NOT_YET", "child NOT_RECORDED");
  }

  private static Cadence monthly() {
    return monthly(MENTOR);
  }

  private static Cadence monthly(Code... with) {
    return Cadence.builder(CHECK_IN, Code.of("COORDINATOR"), Period.ofMonths(1), CITE)
        .with(List.of(with))
        .build();
  }

  @Test
  void what_a_definition_lays_down_is_measured_for_each_practice() {
    assertThat(of(new Measure.LaidDown(Measure.Provision.REMATCH)).cases())
        .extracting(BenchmarkCase::practice, BenchmarkCase::state)
        .containsExactly(tuple(KeptObligations.PRACTICE, CaseState.MET));
    BenchmarkResult lacking = of(new Measure.LaidDown(Measure.Provision.SELECTION_STANDARD));
    assertThat(lacking.count(CaseState.NOT_MET)).isEqualTo(1);
    assertThat(codes(lacking)).containsExactly("benchmark.not-laid-down");
  }

  @Test
  void what_no_record_tells_is_said_so_and_never_told_as_met() {
    begun("a", "one", "2020-10-05");

    BenchmarkResult byPeople = of(new Measure.ByPeople());
    assertThat(byPeople.unjudged()).isEqualTo(Unjudged.BY_PEOPLE);
    assertThat(byPeople.cases()).isEmpty();
    // The rule of the pack that bounds waivers is no benchmark of a case.
    assertThat(report(standard(new Measure.ByPeople())).benchmark("never").orElseThrow().unjudged())
        .isEqualTo(Unjudged.OF_NO_CASE);
  }

  @Test
  void a_benchmark_with_the_code_of_a_rule_stands_for_the_rule() {
    begun("a", "one", "2020-10-05");
    RulePack pack =
        new RulePack(
            "standard",
            "1",
            RulePack.Layer.STANDARD,
            TITLE,
            null,
            List.of(),
            List.of(passport(null)),
            List.of(new Benchmark("passport", TITLE, null, null, null, CITE)));

    assertThat(report(pack).benchmarks())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.title()).isEqualTo(TITLE);
              assertThat(told(result)).containsExactly("a one NOT_RECORDED");
            });
  }

  @Test
  void of_a_party_whose_data_was_erased_nothing_is_known() {
    begun("a", "one", "2020-10-05");
    kept.programme.fact(ParticipantId.of("one"), passportHandedIn());
    kept.stores
        .erasures()
        .append(
            new Erasure(
                ParticipantId.of("one"),
                at("2021-01-01"),
                SmallProgramme.COORDINATOR,
                Code.of("CONSENT_WITHDRAWN")));

    BenchmarkResult result = of(passport(null));

    assertThat(told(result)).containsExactly("a one NOT_KNOWN");
    assertThat(codes(result)).containsExactly("party.erased");
  }

  @Test
  void of_a_form_in_which_an_erased_party_stood_nothing_is_known_either() {
    begun("a", "one", "2020-10-05");
    kept.stores
        .erasures()
        .append(
            new Erasure(
                ParticipantId.of("mentee-of-a"),
                at("2021-01-01"),
                SmallProgramme.COORDINATOR,
                Code.of("CONSENT_WITHDRAWN")));

    assertThat(
            told(
                of(
                    new Measure.OneOfForms(
                        List.of(new Measure.Form(Code.of("EMPLOYER"), Code.of("SCHOOL")))))))
        .containsExactly("a NOT_KNOWN");
  }

  @Test
  void a_version_that_is_not_known_is_told_by_what_was_in_force_and_due_and_by_nothing_else() {
    begun("a", "one", "2020-10-05");
    MentorshipId over = begun("b", "two", "2020-10-05");
    kept.completed(over, "2020-11-05");
    List.of(MentorshipId.of("a"), over).forEach(this::pinToAnUnknownVersion);

    assertThat(told(of(passport(null)))).containsExactly("a NOT_KNOWN", "b NOT_KNOWN");
    assertThat(codes(of(passport(null)))).containsOnly("mentorship.version-unknown");
    assertThat(told(of(passport(day("2020-11-01"))))).isEmpty();
    assertThat(
            told(
                of(
                    SmallPacks.rule(
                        "elsewhere",
                        null,
                        new PackChange.AgreementAdded(
                            new TreeSet<>(List.of("another-practice")),
                            new TreeSet<>(List.of(MENTOR)))))))
        .isEmpty();
    assertThat(told(of(new Measure.ExitInterviews(new TreeSet<>(List.of(MENTOR))))))
        .containsExactly("a NOT_YET", "b NOT_KNOWN");
  }

  private void pinToAnUnknownVersion(MentorshipId id) {
    Particulars there = kept.stores.mentorships().find(id).orElseThrow();
    kept.stores
        .mentorships()
        .save(
            new Particulars(
                there.id(),
                there.version() + 1,
                there.practice(),
                there.arrangement(),
                there.mentors(),
                there.mentees(),
                null,
                null,
                null,
                List.of(),
                there.startedOn(),
                List.of(),
                List.of(),
                List.of(),
                there.changes(),
                there.closure(),
                List.of(),
                new PinnedVersion("small", Version.parse("0.9.0"), "f".repeat(64)),
                List.of()));
  }

  @Test
  void the_public_form_withholds_small_groups_and_tells_what_is_about_nobody() {
    for (int i = 0; i < 6; i++) {
      begun("m" + i, "mentor-" + i, "2020-10-05");
    }
    assertThat(published(passport(null))).extracting(PublicBenchmark::told).containsExactly(true);
    assertThat(published(passport(null))).extracting(PublicBenchmark::due).containsExactly(6);
    kept.programme.fact(ParticipantId.of("mentor-0"), passportHandedIn());
    // One of six: both the one and the five would be known.
    assertThat(published(passport(null)))
        .containsExactly(
            new PublicBenchmark(new LocalizedText("passport", "passport"), false, 0, 0));
    assertThat(
            mentoring
                .reports()
                .publicConformance(standard(new Measure.LaidDown(Measure.Provision.REMATCH)), AS_OF)
                .benchmarks())
        .containsExactly(new PublicBenchmark(TITLE, true, 1, 1));
  }

  @Test
  void one_mentor_in_many_mentorships_is_no_group() {
    for (int i = 0; i < 6; i++) {
      begun("m" + i, "the-only-one", "2020-10-05");
    }

    assertThat(of(passport(null)).due()).isEqualTo(6);
    assertThat(published(passport(null))).extracting(PublicBenchmark::told).containsExactly(false);
  }

  @Test
  void where_a_case_names_nobody_both_its_mentors_and_its_mentees_have_to_be_many() {
    RulePack contacts = standard(new Measure.KeptCadences(List.of(monthly())));
    for (int i = 0; i < 6; i++) {
      kept.mentorship("m" + i, "the-only-one", "mentee-" + i, "2020-10-05");
    }
    assertThat(of(agreedBy("MENTOR")).due()).isEqualTo(6);
    assertThat(published(agreedBy("MENTOR")))
        .extracting(PublicBenchmark::told)
        .containsExactly(false);
    assertThat(published(contacts)).extracting(PublicBenchmark::told).containsExactly(false);
  }

  @Test
  void one_mentee_of_many_mentors_is_no_group_either_and_different_pairs_are() {
    for (int i = 0; i < 6; i++) {
      kept.mentorship("m" + i, "mentor-" + i, "the-only-one", "2020-10-05");
    }
    assertThat(published(agreedBy("MENTOR")))
        .extracting(PublicBenchmark::told)
        .containsExactly(false);
    for (int i = 0; i < 6; i++) {
      kept.mentorship("n" + i, "mentor-" + i, "mentee-" + i, "2020-10-05");
    }
    assertThat(published(agreedBy("MENTOR")))
        .extracting(PublicBenchmark::told)
        .containsExactly(true);
  }

  private List<PublicBenchmark> published(PackRule rule) {
    return published(SmallPacks.law(rule));
  }

  private List<PublicBenchmark> published(RulePack pack) {
    PublicConformance shown = mentoring.reports().publicConformance(pack, AS_OF);
    assertThat(shown.asOf().value()).isEqualTo(AS_OF);
    return shown.benchmarks();
  }
}
