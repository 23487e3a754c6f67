package org.mentoring.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.corpus.RandomPeople.one;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Assume;
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
import org.mentoring.activity.Note;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** Packs only tighten what is due and what a completion asks for, on whatever days they hold. */
class LifeUnderPacksPropertyTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Citation LAW = Citation.of("L1");
  private static final LocalDate START = LocalDate.of(2020, 10, 5);
  private static final LocalDate AS_OF = LocalDate.of(2021, 6, 20);
  private static final MentorshipId PAIR = MentorshipId.of("pair");
  private static final ParticipantId MENTOR = ParticipantId.of("mentor");
  private static final ParticipantId MENTEE = ParticipantId.of("mentee");
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  private static final Code REPORT = Code.of("MENTOR_REPORT");
  private static final Code CHECK_IN = Code.of("CHECK_IN");
  private static final Code GRADUATION = Code.of("GRADUATION_EVENT");
  private static final List<Code> PARTIES =
      List.of(Code.of("MENTOR"), Code.of("MENTEE"), Code.of("GUARDIAN"));
  private static final List<String> EVERY = List.of("P1W", "P9D", "P2W", "P4W", "P1M", "P2M");

  /** As built in, with ids by which packs restate what is due. */
  private static final ProgrammeDefinition PLAIN = BuiltInProgrammes.read("tyumen-2020");

  @AfterContainer
  static void close() {
    RULES.close();
  }

  private static Mentoring running(ProgrammeDefinition definition, Stores stores) {
    return Mentoring.of(definition)
        .rules(RULES)
        .stores(stores)
        .identifiers(new SequentialIdentifiers())
        .clock(Clock.fixed(AS_OF.atTime(20, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
        .build();
  }

  private static Stores begun() {
    Stores stores = InMemoryStores.create();
    Mentoring mentoring = running(PLAIN, stores);
    for (ParticipantId each : List.of(MENTOR, MENTEE)) {
      mentoring.register(COORDINATOR, each, ParticipantKind.PERSON, List.of()).orElseThrow();
    }
    mentoring
        .record(
            COORDINATOR,
            MENTEE,
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN,
                null,
                Code.of("MENTORING_CENTRE"),
                Code.of("PARTICIPATION")),
            Validity.from(START.minusDays(20)))
        .orElseThrow();
    stores
        .mentorships()
        .save(
            new Particulars(
                PAIR,
                1,
                "adolescents",
                Arrangement.INDIVIDUAL,
                new TreeSet<>(Set.of(MENTOR)),
                new TreeSet<>(Set.of(MENTEE)),
                null,
                null,
                null,
                List.of(),
                START,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                    change(MentorshipState.PROPOSED, START),
                    change(MentorshipState.ACTIVE, START),
                    change(MentorshipState.CLOSING, AS_OF.minusDays(20))),
                null));
    return stores;
  }

  private static StateChange change(MentorshipState to, LocalDate on) {
    Instant at = START.atStartOfDay().toInstant(ZoneOffset.UTC);
    return new StateChange(to, on, COORDINATOR, null, "", at);
  }

  private static void record(Stores stores, int number, Code kind, LocalDate on, Happened done) {
    stores
        .activities()
        .append(
            new ActivityEntry.Recorded(
                new Activity(
                    ActivityId.of("activity-" + number),
                    kind,
                    About.mentorship(PAIR),
                    on,
                    done,
                    null,
                    COORDINATOR,
                    on.atStartOfDay().toInstant(ZoneOffset.UTC))));
  }

  private static @Nullable LocalDate turn(Random random) {
    return random.nextBoolean()
        ? null
        : START.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(START, AS_OF)));
  }

  private static Cadence like(Cadence own, String id, Random random) {
    return own.toBuilder()
        // Mostly such as can be a tighter one, for the others are refused.
        .every(random.nextInt(3) > 0 ? Period.ofWeeks(1 + random.nextInt(2)) : period(random))
        .times(random.nextInt(4) == 0 ? 2 : own.times())
        .grace(random.nextBoolean() ? own.grace() : null)
        .mode(null)
        .attendedBy(null)
        .belowAge(null)
        .skips(null)
        .citation(LAW)
        .item(null)
        .id(id)
        .build();
  }

  private static Period period(Random random) {
    return Period.parse(one(EVERY, random));
  }

  private static Cadence own(String id) {
    return PLAIN.practice("adolescents").orElseThrow().cadences().stream()
        .filter(each -> id.equals(each.id()))
        .findFirst()
        .orElseThrow();
  }

  private static SortedSet<Code> parties(Random random) {
    SortedSet<Code> some = new TreeSet<>();
    PARTIES.forEach(
        each -> {
          if (random.nextBoolean()) {
            some.add(each);
          }
        });
    return some;
  }

  private static PackChange cadence(String place, Random random) {
    Cadence own = own(random.nextBoolean() ? "mentor-report" : "check-in");
    return random.nextBoolean()
        ? new PackChange.CadenceRestated(
            new TreeSet<>(), like(own, String.valueOf(own.id()), random))
        : new PackChange.CadenceAdded(new TreeSet<>(), like(own, "law-" + place, random));
  }

  private static PackChange completion(Random random) {
    return new PackChange.CompletionAdded(
        new TreeSet<>(),
        random.nextBoolean() ? List.of(GRADUATION) : List.of(CHECK_IN),
        new TreeSet<>(),
        List.copyOf(parties(random)),
        random.nextBoolean() ? null : Period.ofMonths(1 + random.nextInt(12)),
        List.of(),
        List.of());
  }

  private static Optional<ProgrammeDefinition> laid(Random random, boolean completions) {
    List<RulePack> packs = new ArrayList<>();
    for (String id : List.of("one", "other")) {
      List<PackRule> rules = new ArrayList<>();
      int most = 1 + random.nextInt(2);
      for (int i = 0; i < most; i++) {
        LocalDate from = turn(random);
        LocalDate until = turn(random);
        rules.add(
            new PackRule(
                "rule-" + i,
                from,
                from != null && until != null && !until.isAfter(from) ? null : until,
                completions ? completion(random) : cadence(id + "-" + i, random),
                LAW));
      }
      packs.add(
          new RulePack(
              id,
              "1",
              one(List.of(RulePack.Layer.values()), random),
              new LocalizedText(id, id),
              null,
              List.of(),
              rules));
    }
    try {
      return Optional.of(PLAIN.withPacks(packs));
    } catch (InvalidDefinition refused) {
      return Optional.empty();
    }
  }

  @Property(tries = 100)
  void a_pack_never_turns_an_unmet_completion_into_a_met_one(@ForAll Random random) {
    Optional<ProgrammeDefinition> under = laid(random, true);
    Assume.that(under.isPresent());
    Stores stores = begun();
    int number = 0;
    for (Code kind : List.of(Code.of("SUMMING_UP"), Code.of("EXIT_INTERVIEW"))) {
      for (Code party : PARTIES) {
        if (random.nextInt(5) > 0) {
          record(stores, number++, kind, AS_OF.minusDays(3), new Happened.PartGiven(party, null));
        }
      }
    }
    if (random.nextInt(5) > 0) {
      record(
          stores,
          number,
          CHECK_IN,
          START.plusDays(9),
          new Happened.CheckIn(new TreeSet<>(PARTIES), new TreeSet<>(), false));
    }
    Decision before = running(PLAIN, stores).oversight().completion(PAIR, AS_OF);
    Decision after = running(under.orElseThrow(), stores).oversight().completion(PAIR, AS_OF);
    assertThat(after.verdict()).as(before + "\n" + after).isLessThanOrEqualTo(before.verdict());
    assertThat(after.findings()).containsAll(before.findings());
  }

  @Property(tries = 150)
  void whoever_keeps_what_is_due_under_packs_has_kept_what_the_programme_asks(
      @ForAll Random random) {
    Optional<ProgrammeDefinition> under = laid(random, false);
    Assume.that(under.isPresent());
    Stores stores = begun();
    done(stores, running(under.orElseThrow(), stores), random);
    List<Obligation> before = asked(running(PLAIN, stores));
    List<Obligation> after = asked(running(under.orElseThrow(), stores));
    for (Code kind : List.of(REPORT, CHECK_IN)) {
      if (missed(after, kind).isEmpty()) {
        assertThat(missed(before, kind))
            .as(under.get().packs().get(0).rules().toString())
            .isEmpty();
      }
    }
  }

  @Example
  void packs_under_which_all_is_kept_are_among_those_tried() {
    int kept = 0;
    for (int i = 0; i < 40; i++) {
      Random random = new Random(i);
      Optional<ProgrammeDefinition> under = laid(random, false);
      if (under.isPresent()) {
        Stores stores = begun();
        done(stores, running(under.get(), stores), random);
        List<Obligation> after = asked(running(under.get(), stores));
        kept += missed(after, CHECK_IN).isEmpty() || missed(after, REPORT).isEmpty() ? 1 : 0;
      }
    }
    assertThat(kept).isGreaterThan(8);
  }

  @Example
  void a_completion_under_packs_is_both_met_and_not() {
    SortedSet<Verdict> verdicts = new TreeSet<>();
    for (String length : List.of("P6M", "P1Y")) {
      PackChange longer =
          new PackChange.CompletionAdded(
              new TreeSet<>(),
              List.of(),
              new TreeSet<>(),
              List.of(),
              Period.parse(length),
              List.of(),
              List.of());
      RulePack pack =
          new RulePack(
              "law",
              "1",
              RulePack.Layer.FEDERAL_LAW,
              new LocalizedText("law", "закон"),
              null,
              List.of(),
              List.of(new PackRule("longer", START, null, longer, LAW)));
      Decision decided =
          running(PLAIN.withPacks(List.of(pack)), begun()).oversight().completion(PAIR, AS_OF);
      boolean tooShort =
          decided.findings().stream()
              .anyMatch(
                  finding ->
                      finding.requirement().equals("LENGTH") && finding.citation().equals(LAW));
      verdicts.add(tooShort ? Verdict.NOT_YET : Verdict.ELIGIBLE);
      assertThat(decided.basis().packs()).containsExactly("law@1/longer");
    }
    assertThat(verdicts).hasSize(2);
  }

  /** So often in each period as it asks, on some days, and rarely once less. */
  private static void done(Stores stores, Mentoring under, Random random) {
    int number = 0;
    for (Obligation each : asked(under)) {
      ObligationWindow window = each.window();
      int days = (int) ChronoUnit.DAYS.between(window.opens(), window.deadline());
      LocalDate first = window.opens().isBefore(START) ? START : window.opens();
      for (int i = 0; i < window.cadence().times(); i++) {
        if (random.nextInt(200) > 0) {
          LocalDate on = first.plusDays(random.nextInt(Math.max(0, days) + 1));
          record(stores, number++, window.cadence().due(), on, happened(window));
        }
      }
    }
  }

  private static Happened happened(ObligationWindow window) {
    Code with = window.with();
    return with == null
        ? new Happened.MentorReport(Note.of("done"), null, null)
        : new Happened.CheckIn(new TreeSet<>(Set.of(with)), new TreeSet<>(), false);
  }

  private static List<Obligation> asked(Mentoring mentoring) {
    return mentoring.oversight().obligations(PAIR, AS_OF).stream()
        .filter(
            each ->
                each.window().cadence().due().equals(REPORT)
                    || each.window().cadence().due().equals(CHECK_IN))
        .filter(each -> !each.window().deadline().isAfter(AS_OF))
        .toList();
  }

  private static List<Obligation> missed(List<Obligation> all, Code kind) {
    return all.stream()
        .filter(each -> each.window().cadence().due().equals(kind))
        .filter(
            each ->
                each.state() == ObligationState.OVERDUE || each.state() == ObligationState.MET_LATE)
        .toList();
  }
}
