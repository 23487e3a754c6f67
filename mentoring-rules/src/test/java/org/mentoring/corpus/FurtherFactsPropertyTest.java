package org.mentoring.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.corpus.RandomPeople.COORDINATOR;
import static org.mentoring.corpus.RandomPeople.DAY;
import static org.mentoring.corpus.RandomPeople.SOUGHT;
import static org.mentoring.corpus.RandomPeople.one;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.RulesOver;
import org.mentoring.spi.RulesProvider;
import org.mentoring.time.Validity;

/**
 * Whoever does more of what is asked is never worse off for it, in any built-in programme and under
 * whichever built-in packs.
 */
class FurtherFactsPropertyTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final List<RulePack> PACKS =
      BuiltInPacks.names().stream().map(BuiltInPacks::read).toList();

  @AfterContainer
  static void close() {
    RULES.close();
  }

  /** What was decided before and after somebody did more. */
  private record Change(Requirement asked, Fact further, Decision before, Decision after) {
    boolean lowers() {
      return after.verdict().compareTo(before.verdict()) < 0;
    }
  }

  @Property(tries = 400)
  void a_further_satisfying_training_document_or_consent_never_lowers_the_verdict(
      @ForAll Random random) {
    Optional<Change> found = change(RULES, random);
    if (found.isEmpty()) {
      return;
    }
    Change change = found.get();
    assertThat(change.lowers()).as(change.toString()).isFalse();
    // Only of those who stand well anything can be taken.
    Statistics.label("before").collect(change.before().verdict());
    Statistics.label("before")
        .coverage(
            coverage -> {
              coverage.check(Verdict.ELIGIBLE).count(count -> count > 0);
              coverage.check(Verdict.NOT_YET).count(count -> count > 0);
            });
    Statistics.label("of").collect(change.further().getClass().getSimpleName());
    Statistics.label("of")
        .coverage(
            coverage -> {
              for (Class<?> kind :
                  List.of(
                      Fact.Training.class,
                      Fact.DocumentHandedIn.class,
                      Fact.ClearanceCertificate.class,
                      Fact.Consent.class)) {
                coverage.check(kind.getSimpleName()).count(count -> count > 0);
              }
            });
  }

  @Example
  void rules_that_hold_a_second_training_against_somebody_are_found() {
    boolean found = false;
    for (int seed = 0; seed < 400 && !found; seed++) {
      found =
          change(new SecondTrainingBarred(), new Random(seed)).filter(Change::lowers).isPresent();
    }
    assertThat(found).isTrue();
  }

  /** Where something has to come first; and the same where more of it may be waived. */
  private static final List<ProgrammeDefinition> ORDERED =
      List.of(
          OrderOfWaivedTest.read("$^", ""),
          OrderOfWaivedTest.read("    - (mentor|vetted)-.*\n", ""));

  private static final List<ProgrammeDefinition> FIRST_VERSION =
      List.of(OrderOfWaivedTest.read("kind: done-after", "kind: order"));

  @Property(tries = 400)
  void neither_does_what_comes_early_late_or_beside_a_waiver(@ForAll Random random) {
    aroundAnOrder(ORDERED, random)
        .ifPresent(
            change -> {
              assertThat(change.lowers()).as(change.toString()).isFalse();
              Statistics.label("before").collect(change.before().verdict());
              Statistics.label("before")
                  .coverage(
                      coverage -> {
                        coverage.check(Verdict.ELIGIBLE).count(count -> count > 0);
                        coverage.check(Verdict.NOT_YET).count(count -> count > 0);
                      });
            });
  }

  @Example
  void an_order_that_waits_for_what_comes_first_lowers_verdicts_and_is_found() {
    long lowered =
        IntStream.range(0, 200)
            .mapToObj(seed -> aroundAnOrder(FIRST_VERSION, new Random(seed)))
            .filter(change -> change.filter(Change::lowers).isPresent())
            .count();
    assertThat(lowered).isPositive();
  }

  /**
   * Somebody who has all that an order is about but one: that comes now, early or late, while
   * others of it may be waived.
   */
  private static Optional<Change> aroundAnOrder(
      List<ProgrammeDefinition> definitions, Random random) {
    ProgrammeDefinition definition = underSome(one(definitions, random), random);
    Practice practice = one(definition.on(DAY).practices(), random);
    PartyTerms party = practice.party(Position.MENTOR).orElseThrow();
    List<Requirement.Order> orders =
        party.requirements().stream()
            .filter(Requirement.Order.class::isInstance)
            .map(Requirement.Order.class::cast)
            .toList();
    Requirement.Order order = one(orders, random);
    List<String> about = new ArrayList<>(order.after());
    about.add(order.requirement());
    String open = one(about, random);
    Mentoring mentoring = RandomPeople.running(definition, RULES, InMemoryStores.create());
    ParticipantId person =
        mentoring
            .register(COORDINATOR, ParticipantId.of("p-1"), ParticipantKind.PERSON, List.of())
            .orElseThrow();
    Answers answers = new Answers(party, DAY);
    Requirement asked = null;
    for (Requirement each : party.requirements()) {
      List<Answers.Said> said = answers.good(each);
      if (each.id().equals(open)) {
        asked = each;
        said = random.nextBoolean() ? List.of() : answers.bad(each, true);
      }
      said.forEach(one -> mentoring.record(COORDINATOR, person, one.fact(), one.validity()));
    }
    Fact further = asked == null ? null : further(asked, random);
    if (asked == null || further == null) {
      return Optional.empty();
    }
    WaiverTerms waivers = Objects.requireNonNull(definition.waivers());
    Actor authority = new Actor("w-1", waivers.authorities().first(), "authority-1");
    for (String each : about) {
      if (random.nextInt(3) == 0) {
        mentoring.waivers().waive(authority, each, person, null, "made up", DAY, DAY.plusDays(30));
      }
    }
    Decision before = mentoring.decide(person, practice.id(), Position.MENTOR, DAY);
    mentoring
        .record(COORDINATOR, person, further, Validity.from(DAY.minusDays(random.nextInt(200))))
        .orElseThrow();
    Decision after = mentoring.decide(person, practice.id(), Position.MENTOR, DAY);
    return Optional.of(new Change(asked, further, before, after));
  }

  private static Optional<Change> change(RulesProvider rules, Random random) {
    RandomPeople.Sought sought = one(SOUGHT, random);
    ProgrammeDefinition definition = underSome(sought.definition(), random);
    PartyTerms party = sought.under(definition);
    List<Requirement> asked =
        party.requirements().stream().filter(each -> further(each, random) != null).toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Mentoring mentoring = RandomPeople.running(definition, rules, InMemoryStores.create());
    ParticipantId person =
        RandomPeople.somebody(mentoring, party, random.nextBoolean() ? 12 : 60, random);
    withdrawSome(mentoring, person, random);
    String practice = sought.practice().id();
    Decision before = mentoring.decide(person, practice, sought.party().position(), DAY);
    Requirement requirement = one(asked, random);
    Fact further = Objects.requireNonNull(further(requirement, random));
    int ago = random.nextInt(100);
    Validity when =
        random.nextInt(4) == 0
            ? Validity.between(DAY.minusDays(ago), DAY.plusDays(1 + random.nextInt(60)))
            : Validity.from(DAY.minusDays(ago));
    if (mentoring.record(COORDINATOR, person, further, when).accepted().isEmpty()) {
      return Optional.empty();
    }
    Decision after = mentoring.decide(person, practice, sought.party().position(), DAY);
    return Optional.of(new Change(requirement, further, before, after));
  }

  private static ProgrammeDefinition underSome(ProgrammeDefinition plain, Random random) {
    List<RulePack> packs = new ArrayList<>(PACKS);
    Collections.shuffle(packs, random);
    try {
      return plain.withPacks(packs.subList(0, random.nextInt(packs.size() + 1)));
    } catch (InvalidDefinition notTogether) {
      return plain;
    }
  }

  /** What satisfies a requirement of a training, a document or a consent, wholly or in part. */
  private static @Nullable Fact further(Requirement asked, Random random) {
    if (asked instanceof Requirement.TrainingDone training) {
      return new Fact.Training(
          training.purpose(),
          null,
          1 + random.nextInt(training.minutes()),
          training.mode() == null ? one(List.of(Fact.Mode.values()), random) : training.mode(),
          training.by() == null ? Code.of("REGIONAL_OPERATOR") : training.by());
    } else if (asked instanceof Requirement.CoursePassed course) {
      return new Fact.Training(
          one(List.of(Fact.TrainingKind.values()), random),
          course.course(),
          60,
          Fact.Mode.IN_PERSON,
          Code.of("REGIONAL_OPERATOR"));
    } else if (asked instanceof Requirement.Documents documents) {
      return new Fact.DocumentHandedIn(one(List.copyOf(documents.kinds()), random));
    } else if (asked instanceof Requirement.Clearance clearance) {
      return new Fact.ClearanceCertificate(
          one(List.copyOf(clearance.kinds()), random),
          DAY.minusDays(random.nextInt(100)),
          Fact.Outcome.POSITIVE);
    } else if (asked instanceof Requirement.ConsentGiven consent) {
      return new Fact.Consent(consent.by(), null, consent.with(), consent.purpose());
    }
    return null;
  }

  private static void withdrawSome(Mentoring mentoring, ParticipantId person, Random random) {
    for (KnownFact known : mentoring.dossier(person, DAY).facts()) {
      if (known.fact() instanceof Fact.Consent && random.nextInt(5) == 0) {
        mentoring.withdrawConsent(COORDINATOR, known.id(), DAY.minusDays(random.nextInt(50)));
      }
    }
  }

  /** The rules, and one that is the wrong way round. */
  private static final class SecondTrainingBarred extends RulesOver {
    SecondTrainingBarred() {
      super(RULES);
    }

    @Override
    public EligibilityRules eligibility() {
      return question -> {
        List<Finding> findings = new ArrayList<>(super.eligibility().evaluate(question));
        if (question.dossier().current(Fact.Training.class).count() > 1) {
          findings.add(Finding.of("training.second", "planted", Citation.CHOICE, Effect.REFUSES));
        }
        Collections.sort(findings);
        return findings;
      };
    }

    @Override
    public RulesProvider withOwn(SortedSet<String> names) {
      return this;
    }

    @Override
    public String hash() {
      return "b".repeat(64);
    }

    @Override
    public void close() {}
  }
}
