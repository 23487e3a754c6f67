package org.mentoring.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.runtime.Town.head;
import static org.mentoring.runtime.Town.inserting;
import static org.mentoring.runtime.Town.pack;
import static org.mentoring.runtime.Town.rule;
import static org.mentoring.runtime.Town.told;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Practice;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.RulesOver;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

class RuntimeRulesTest {
  private static final DroolsRules LIBRARY = DroolsRules.create();
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  private static final List<Verdict> ORDER =
      List.of(Verdict.REFUSED, Verdict.NOT_YET, Verdict.NEEDS_REVIEW, Verdict.ELIGIBLE);
  private static final Practice PRACTICE = Town.PROGRAMME.practices().get(0);

  /** What a pack could try: each effect, and whatever it reads. */
  private static final OwnRules ANYTHING =
      told(
              OwnRules.named("town", "1.0.0")
                  .drl(
                      "a.drl",
                      head()
                          + rule("all", "PartyCase()", inserting("all"))
                              .replace("REFUSES", "INFORMS")
                          + rule("interest", "Interest()", inserting("interest"))
                          + rule("need", "Need()", inserting("need"))
                              .replace("REFUSES", "ASKS_REVIEW")
                          + rule(
                                  "capacity",
                                  "MentoringCapacity(mentees > 1)",
                                  inserting("capacity"))
                              .replace("REFUSES", "DELAYS")),
              "own.town.all",
              "own.town.interest",
              "own.town.need",
              "own.town.capacity")
          .load();

  private static final RuntimeRules BOTH = RuntimeRules.of(LIBRARY, ANYTHING);

  @AfterContainer
  static void close() {
    BOTH.close();
  }

  private static Mentoring running(Stores stores, RulesProvider rules) {
    return Mentoring.of(Town.PROGRAMME)
        .rules(rules)
        .stores(stores)
        .clock(Clock.fixed(Town.DAY.atTime(6, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
        .build();
  }

  private static Fact fact(Random random) {
    Code operator = Code.of("REGIONAL_OPERATOR");
    List<Fact> some =
        List.of(
            new Fact.Interest("chess"),
            new Fact.Need("company"),
            new Fact.MentoringCapacity(random.nextInt(4)),
            new Fact.Birth(LocalDate.of(1960 + random.nextInt(55), 1, 1)),
            new Fact.Application(Position.MENTOR, Fact.WayIn.SELF),
            new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY")),
            new Fact.DocumentHandedIn(Code.of("PASSPORT")),
            new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")),
            new Fact.Interview(Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE),
            new Fact.ClearanceCertificate(
                Code.of("CRIMINAL_RECORD"), LocalDate.of(2020, 9, 1), Fact.Outcome.POSITIVE),
            new Fact.SelectionAssessment("mentor-selection", Fact.Outcome.POSITIVE),
            new Fact.Training(Fact.TrainingKind.INITIAL, null, 480, Fact.Mode.IN_PERSON, operator));
    return some.get(random.nextInt(some.size()));
  }

  @Property(tries = 200)
  void a_pack_takes_no_finding_away_and_never_turns_a_refusal_into_an_admission(
      @ForAll Random random) {
    Fact[] facts =
        random.ints(random.nextInt(20), 0, 1).mapToObj(i -> fact(random)).toArray(Fact[]::new);
    EligibilityCase asked =
        Town.party(random.nextBoolean() ? Position.MENTOR : Position.MENTEE, facts);
    var before = LIBRARY.eligibility().evaluate(asked);
    var after = BOTH.eligibility().evaluate(asked);

    assertThat(after).containsAll(before).isSorted();
    assertThat(after.stream().filter(each -> !before.contains(each)))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.code()).startsWith("own.town.");
              assertThat(each.requirement()).isEqualTo(each.code());
            });
  }

  @Property(tries = 40)
  void a_decision_with_a_pack_is_never_milder(@ForAll Random random) {
    Stores stores = InMemoryStores.create();
    Mentoring without = running(stores, LIBRARY);
    ParticipantId person = somebody(without);
    for (int i = random.nextInt(14); i > 0; i--) {
      without.record(COORDINATOR, person, fact(random), Validity.from(Town.DAY));
    }
    Decision before = without.decide(person, PRACTICE.id(), Position.MENTOR, Town.DAY);
    Decision after = running(stores, BOTH).decide(person, PRACTICE.id(), Position.MENTOR, Town.DAY);

    assertThat(ORDER.indexOf(after.verdict())).isLessThanOrEqualTo(ORDER.indexOf(before.verdict()));
  }

  private static ParticipantId somebody(Mentoring mentoring) {
    return mentoring
        .register(COORDINATOR, ParticipantId.of("p-1"), ParticipantKind.PERSON, List.of())
        .orElseThrow();
  }

  private static StoredDecision kept(Mentoring mentoring, ParticipantId person) {
    return mentoring
        .decisions()
        .keep(COORDINATOR, person, PRACTICE.id(), Position.MENTOR, Town.DAY)
        .orElseThrow();
  }

  @Example
  void a_decision_replays_under_the_pack_that_it_names_and_under_no_other() {
    Stores stores = InMemoryStores.create();
    try (OwnRules town = pack().load();
        OwnRules stricter =
            pack()
                .drl("town.drl", Town.resource("town.drl").replace("mentees > 2", "mentees > 1"))
                .load()) {
      Mentoring plain = running(stores, LIBRARY);
      Mentoring mentoring = running(stores, RuntimeRules.of(LIBRARY, town));
      ParticipantId person = somebody(plain);
      plain.record(COORDINATOR, person, new Fact.MentoringCapacity(5), Validity.from(Town.DAY));
      StoredDecision before = kept(plain, person);
      StoredDecision under = kept(mentoring, person);

      assertThat(under.decision().basis().kinds()).contains(town.id());
      assertThat(under.decision().basis().ruleSetHash())
          .isEqualTo(mentoring.ruleSetHash())
          .isNotEqualTo(plain.ruleSetHash());
      assertThat(under.decision().findings()).extracting(each -> each.code()).contains(Town.CODE);
      assertThat(mentoring.decisions().replay(under.id()))
          .isEqualTo(new Replayed.Identical(under.id()));
      // Decided before there was a pack, so made again without one.
      assertThat(mentoring.decisions().replay(before.id()))
          .isEqualTo(new Replayed.Identical(before.id()));
      for (RulesProvider other : List.of(LIBRARY, RuntimeRules.of(LIBRARY, stricter))) {
        assertThat(running(stores, other).decisions().replay(under.id()))
            .isInstanceOfSatisfying(
                Replayed.RulesNotAvailable.class,
                answer -> assertThat(answer.kinds()).containsExactly(town.id()));
      }
    }
  }

  @Example
  void two_packs_of_one_name_are_refused_and_packs_of_different_names_stand_beside_each_other() {
    try (OwnRules one = pack().load();
        OwnRules other =
            told(
                    OwnRules.named("village", "1.0.0")
                        .drl(
                            "a.drl",
                            (head() + rule("one", "Interest()", inserting("one")))
                                .replace("own.town", "own.village")),
                    "own.village.one")
                .load()) {
      assertThatThrownBy(() -> RuntimeRules.of(LIBRARY, one, ANYTHING))
          .isInstanceOfSatisfying(
              MentoringException.class,
              twice -> assertThat(twice.code()).isEqualTo("own-rules.same-name"));
      assertThat(
              RuntimeRules.of(LIBRARY, one, other)
                  .eligibility()
                  .evaluate(Town.mentor(new Fact.MentoringCapacity(3), new Fact.Interest("chess"))))
          .extracting(each -> each.code())
          .filteredOn(code -> code.startsWith("own."))
          .containsExactly("own.village.one", Town.CODE);
    }
  }

  @Example
  void closing_closes_what_was_handed_over_and_a_part_for_replay_closes_nothing() {
    Closable given = new Closable();
    RuntimeRules rules = RuntimeRules.of(given, pack().load());

    rules.withOwn(rules.own()).close();
    assertThat(given.closed).isFalse();
    rules.close();
    assertThat(given.closed).isTrue();
  }

  /** The library's rules, which remember that they were closed and stay open for other tests. */
  private static final class Closable extends RulesOver {
    private boolean closed;

    Closable() {
      super(LIBRARY);
    }

    @Override
    public RulesProvider withOwn(SortedSet<String> names) {
      return this;
    }

    @Override
    public String hash() {
      return given().hash();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
