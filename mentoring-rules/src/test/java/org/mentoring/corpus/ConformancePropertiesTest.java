package org.mentoring.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.conformance.BenchmarkResult;
import org.mentoring.conformance.CaseState;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Agreement;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/**
 * Whatever is on record: every case is told once, and more that satisfies never lowers a figure.
 */
class ConformancePropertiesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final ProgrammeDefinition TYUMEN = BuiltInProgrammes.read("tyumen-2020");
  private static final RulePack EEPM = BuiltInPacks.read("eepm-4");
  private static final LocalDate START = LocalDate.of(2020, 10, 5);
  private static final LocalDate AS_OF = LocalDate.of(2021, 3, 1);
  private static final Instant BEGUN = START.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  private static final List<Code> PARTIES =
      List.of(Code.of("MENTOR"), Code.of("MENTEE"), Code.of("GUARDIAN"));
  private static final int PAIRS = 3;

  /** Something on record: a fact of a mentor, or what was done in a mentorship. */
  private record Said(
      int pair, @Nullable Fact fact, @Nullable Code kind, LocalDate on, @Nullable Happened done) {}

  @AfterContainer
  static void close() {
    RULES.close();
  }

  private static Mentoring running(Stores stores) {
    return Mentoring.of(TYUMEN)
        .rules(RULES)
        .stores(stores)
        .identifiers(new SequentialIdentifiers())
        .clock(Clock.fixed(AS_OF.atTime(20, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
        .build();
  }

  private static Mentoring programme(List<Said> all, Set<Integer> agreed, Set<Integer> ended) {
    Stores stores = InMemoryStores.create();
    Mentoring mentoring = running(stores);
    for (int i = 0; i < PAIRS; i++) {
      person(mentoring, mentor(i));
      person(mentoring, mentee(i));
      mentoring
          .record(
              COORDINATOR,
              mentee(i),
              new Fact.Consent(
                  Fact.ConsentGiver.GUARDIAN,
                  null,
                  Code.of("MENTORING_CENTRE"),
                  Code.of("PARTICIPATION")),
              Validity.from(START.minusDays(20)))
          .orElseThrow();
      stores.mentorships().save(pair(i, agreed.contains(i), ended.contains(i)));
    }
    int number = 0;
    for (Said each : all) {
      Fact fact = each.fact();
      if (fact != null) {
        mentoring
            .record(COORDINATOR, mentor(each.pair()), fact, Validity.from(each.on()))
            .orElseThrow();
      } else if (each.kind() != null && each.done() != null) {
        stores
            .activities()
            .append(
                new ActivityEntry.Recorded(
                    new Activity(
                        ActivityId.of("activity-" + ++number),
                        each.kind(),
                        About.mentorship(MentorshipId.of("pair-" + each.pair())),
                        each.on(),
                        each.done(),
                        null,
                        COORDINATOR,
                        each.on().atStartOfDay().toInstant(ZoneOffset.UTC))));
      }
    }
    return mentoring;
  }

  private static void person(Mentoring mentoring, ParticipantId id) {
    mentoring.register(COORDINATOR, id, ParticipantKind.PERSON, List.of()).orElseThrow();
  }

  private static ParticipantId mentor(int pair) {
    return ParticipantId.of("mentor-" + pair);
  }

  private static ParticipantId mentee(int pair) {
    return ParticipantId.of("mentee-" + pair);
  }

  private static Particulars pair(int pair, boolean agreed, boolean ended) {
    List<Agreement> agreements = new ArrayList<>();
    if (agreed) {
      for (Code party : PARTIES) {
        ParticipantId whose = party.value().equals("MENTOR") ? mentor(pair) : mentee(pair);
        agreements.add(new Agreement(party, whose, START, COORDINATOR));
      }
    }
    List<StateChange> changes = new ArrayList<>();
    changes.add(change(MentorshipState.PROPOSED, START));
    changes.add(change(MentorshipState.ACTIVE, START));
    LocalDate end = START.plusMonths(2);
    if (ended) {
      changes.add(change(MentorshipState.CLOSED, end));
    }
    return new Particulars(
        MentorshipId.of("pair-" + pair),
        1,
        "adolescents",
        Arrangement.INDIVIDUAL,
        new TreeSet<>(Set.of(mentor(pair))),
        new TreeSet<>(Set.of(mentee(pair))),
        null,
        null,
        null,
        agreements,
        START,
        List.of(),
        List.of(),
        List.of(),
        changes,
        ended
            ? new Closure(
                Closure.Kind.EARLY,
                Code.of("UNWILLING_PARTY"),
                Code.of("MENTOR"),
                "why",
                false,
                end,
                COORDINATOR,
                "decision")
            : null);
  }

  private static StateChange change(MentorshipState to, LocalDate on) {
    return new StateChange(to, on, COORDINATOR, null, "", BEGUN);
  }

  /** What the standard asks of a mentor, each met. */
  private static List<Fact> good() {
    List<Requirement> asked = new ArrayList<>();
    EEPM.rules()
        .forEach(
            rule -> {
              if (rule.change() instanceof PackChange.RequirementAdded added
                  && added.position() == Position.MENTOR) {
                asked.add(added.requirement());
              }
            });
    PartyTerms party =
        new PartyTerms(
            Position.MENTOR,
            new TreeSet<>(Set.of(ParticipantKind.PERSON)),
            asked,
            List.of(),
            Citation.CHOICE);
    Answers answers = new Answers(party, START);
    return asked.stream()
        .flatMap(each -> answers.good(each).stream())
        .map(Answers.Said::fact)
        .toList();
  }

  private static Said any(Random random) {
    int pair = random.nextInt(PAIRS);
    LocalDate on = START.plusDays(random.nextInt(140));
    switch (random.nextInt(4)) {
      case 0:
        {
          List<Fact> facts = good();
          Fact fact = facts.get(random.nextInt(facts.size()));
          return new Said(pair, fact, null, START.minusDays(1 + random.nextInt(15)), null);
        }
      case 1:
        return new Said(
            pair,
            null,
            Code.of("EXIT_INTERVIEW"),
            START.plusMonths(2).plusDays(random.nextInt(3)),
            new Happened.PartGiven(PARTIES.get(random.nextInt(2)), null));
      default:
        return new Said(
            pair,
            null,
            Code.of("CHECK_IN"),
            on,
            new Happened.CheckIn(
                new TreeSet<>(PARTIES.subList(0, 1 + random.nextInt(3))), new TreeSet<>(), false));
    }
  }

  private static List<Said> some(Random random) {
    List<Said> all = new ArrayList<>();
    int most = random.nextInt(60);
    for (int i = 0; i < most; i++) {
      all.add(any(random));
    }
    return all;
  }

  private static Set<Integer> pairs(Random random) {
    Set<Integer> pairs = new TreeSet<>();
    for (int i = 0; i < PAIRS; i++) {
      if (random.nextBoolean()) {
        pairs.add(i);
      }
    }
    return pairs;
  }

  private static ConformanceReport report(Mentoring mentoring) {
    return mentoring.reports().conformance(EEPM, null, AS_OF);
  }

  /** How each case stands, and why, without the ids of facts. */
  private static List<String> told(ConformanceReport report) {
    List<String> told = new ArrayList<>();
    for (BenchmarkResult result : report.benchmarks()) {
      result
          .cases()
          .forEach(
              each ->
                  told.add(
                      result.code()
                          + " "
                          + each.mentorship()
                          + " "
                          + each.participant()
                          + " "
                          + each.state()
                          + each.findings().stream()
                              .map(finding -> " " + finding.code() + finding.parameters())
                              .toList()));
    }
    return told;
  }

  @Property(tries = 40)
  void every_case_is_counted_once(@ForAll Random random) {
    ConformanceReport report = report(programme(some(random), pairs(random), pairs(random)));

    for (BenchmarkResult result : report.benchmarks()) {
      int counted = 0;
      for (CaseState state : CaseState.values()) {
        counted += result.count(state);
      }
      assertThat(counted).as(result.code()).isEqualTo(result.cases().size());
      assertThat(result.count(CaseState.MET)).as(result.code()).isBetween(0, result.due());
      assertThat(result.cases())
          .allSatisfy(
              each ->
                  assertThat(each.findings().isEmpty())
                      .isEqualTo(
                          each.state() == CaseState.MET || each.state() == CaseState.NOT_YET));
    }
  }

  @Property(tries = 40)
  void one_more_satisfying_record_never_lowers_a_figure(@ForAll Random random) {
    List<Said> all = some(random);
    Set<Integer> agreed = pairs(random);
    Set<Integer> ended = pairs(random);
    ConformanceReport before = report(programme(all, agreed, ended));
    all.add(any(random));
    ConformanceReport after = report(programme(all, agreed, ended));

    for (BenchmarkResult result : before.benchmarks()) {
      assertThat(after.benchmark(result.code()).orElseThrow().count(CaseState.MET))
          .as(result.code())
          .isGreaterThanOrEqualTo(result.count(CaseState.MET));
    }
  }

  @Property(tries = 40)
  void the_order_in_which_things_became_known_does_not_matter(@ForAll Random random) {
    List<Said> all = some(random);
    Set<Integer> agreed = pairs(random);
    Set<Integer> ended = pairs(random);
    List<String> there = told(report(programme(all, agreed, ended)));
    Collections.shuffle(all, random);

    assertThat(told(report(programme(all, agreed, ended)))).isEqualTo(there);
  }

  @Example
  void a_mentor_who_brought_all_meets_all_that_is_asked_of_a_mentor() {
    List<Said> all =
        good().stream().map(fact -> new Said(0, fact, null, START.minusDays(10), null)).toList();
    ConformanceReport report = report(programme(all, Set.of(0), Set.of()));

    for (String code :
        List.of(
            "written-application",
            "interview-in-person",
            "background-check",
            "references",
            "commitment",
            "training-in-person",
            "agreement")) {
      BenchmarkResult result = report.benchmark(code).orElseThrow();
      assertThat(result.cases().get(0).state()).as(code).isEqualTo(CaseState.MET);
      assertThat(result.count(CaseState.MET)).as(code).isEqualTo(1);
    }
  }

  @Example
  void what_ended_early_is_asked_for_exit_interviews_too_and_what_runs_is_not_yet() {
    Said mentors =
        new Said(
            0,
            null,
            Code.of("EXIT_INTERVIEW"),
            START.plusMonths(2),
            new Happened.PartGiven(Code.of("MENTOR"), null));
    Said mentees =
        new Said(
            0,
            null,
            Code.of("EXIT_INTERVIEW"),
            START.plusMonths(2).plusDays(3),
            new Happened.PartGiven(Code.of("MENTEE"), null));
    assertThat(exitInterviews(List.of(mentors, mentees)))
        .containsExactly(CaseState.MET, CaseState.NOT_MET, CaseState.NOT_YET);
    assertThat(exitInterviews(List.of(mentors)))
        .containsExactly(CaseState.NOT_MET, CaseState.NOT_MET, CaseState.NOT_YET);
  }

  @Example
  void an_exit_interview_a_week_after_an_early_end_is_recorded_and_counts() {
    Mentoring mentoring = programme(List.of(), Set.of(), Set.of(0, 1));
    for (String party : List.of("MENTOR", "MENTEE")) {
      mentoring
          .activities()
          .record(
              COORDINATOR,
              Code.of("EXIT_INTERVIEW"),
              About.mentorship(MentorshipId.of("pair-0")),
              START.plusMonths(2).plusDays(7),
              new Happened.PartGiven(Code.of(party)),
              null)
          .orElseThrow();
    }
    assertThat(exitInterviews(mentoring))
        .containsExactly(CaseState.MET, CaseState.NOT_MET, CaseState.NOT_YET);
  }

  private static List<CaseState> exitInterviews(List<Said> all) {
    return exitInterviews(programme(all, Set.of(), Set.of(0, 1)));
  }

  private static List<CaseState> exitInterviews(Mentoring mentoring) {
    return report(mentoring).benchmark("exit-interviews").orElseThrow().cases().stream()
        .map(each -> each.state())
        .toList();
  }

  @Example
  void the_forms_of_the_target_model_are_told_by_both_sides() {
    List<Said> all =
        List.of(
            new Said(0, new Fact.Affiliation(Code.of("EMPLOYER")), null, START.minusDays(9), null));
    Mentoring mentoring = programme(all, Set.of(), Set.of());
    mentoring
        .record(
            COORDINATOR,
            mentee(0),
            new Fact.Affiliation(Code.of("STUDENT")),
            Validity.from(START.minusDays(9)))
        .orElseThrow();

    BenchmarkResult forms =
        mentoring
            .reports()
            .conformance(BuiltInPacks.read("r-145"), null, AS_OF)
            .benchmark("one-of-five-forms")
            .orElseThrow();

    // The Tyumen programme asks mentors for an affiliation, so that theirs is known, and not those
    // of mentees.
    assertThat(forms.cases())
        .extracting(each -> each.state())
        .containsExactly(CaseState.MET, CaseState.NOT_RECORDED, CaseState.NOT_RECORDED);
  }
}
