package org.mentoring.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.corpus.RandomPeople.DAY;
import static org.mentoring.corpus.RandomPeople.SOUGHT;
import static org.mentoring.corpus.RandomPeople.one;
import static org.mentoring.corpus.RandomPeople.running;
import static org.mentoring.corpus.RandomPeople.somebody;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;

/** Packs only tighten, whatever they ask, of whomever, and in whatever order they are laid. */
class PackPropertiesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Citation LAW = Citation.of("L1");
  private static final ProgrammeDefinition TYUMEN = BuiltInProgrammes.read("tyumen-2020");

  @AfterContainer
  static void close() {
    RULES.close();
  }

  /** A requirement like another one, somewhat tighter or looser or both. */
  private static Requirement like(Requirement asked, String id, Random random) {
    try {
      if (asked instanceof Requirement.TrainingDone training) {
        return new Requirement.TrainingDone(
            id,
            LAW,
            training.purpose(),
            Math.max(1, training.minutes() + 60 * (random.nextInt(5) - 2)),
            random.nextInt(3) == 0 ? Fact.Mode.IN_PERSON : training.mode(),
            random.nextInt(4) == 0 ? null : training.by());
      } else if (asked instanceof Requirement.InterviewPassed interview) {
        return new Requirement.InterviewPassed(
            id, LAW, interview.by(), random.nextBoolean() ? Fact.Mode.IN_PERSON : interview.mode());
      } else if (asked instanceof Requirement.Age age) {
        return new Requirement.Age(
            id, LAW, shifted(age.atLeast(), random), shifted(age.below(), random));
      } else if (asked instanceof Requirement.Clearance clearance) {
        return new Requirement.Clearance(
            id, LAW, clearance.kinds(), Period.ofMonths(1 + random.nextInt(24)));
      } else if (asked instanceof Requirement.ConsentGiven consent) {
        return new Requirement.ConsentGiven(
            id,
            LAW,
            consent.by(),
            consent.with(),
            consent.purpose(),
            random.nextBoolean() ? consent.fromAge() : Integer.valueOf(random.nextInt(14)),
            random.nextBoolean() ? consent.belowAge() : Integer.valueOf(14 + random.nextInt(8)));
      } else if (asked instanceof Requirement.Documents documents) {
        TreeSet<Code> kinds = new TreeSet<>(documents.kinds());
        if (random.nextBoolean()) {
          kinds.add(Code.of("PASSPORT"));
        } else if (kinds.size() > 1) {
          kinds.remove(kinds.first());
        }
        return new Requirement.Documents(id, LAW, kinds);
      } else if (asked instanceof Requirement.Intake intake) {
        TreeSet<Fact.WayIn> ways = new TreeSet<>(intake.anyOf());
        if (ways.size() > 1) {
          ways.remove(ways.first());
        }
        return new Requirement.Intake(id, LAW, intake.position(), ways);
      } else if (asked instanceof Requirement.AffiliationFits fits) {
        TreeSet<Code> none = new TreeSet<>(fits.noneOf());
        none.add(Code.of("EMPLOYER"));
        return new Requirement.AffiliationFits(id, LAW, fits.anyOf(), none);
      }
    } catch (InvalidValue crossed) {
      // Bounds that cross are no requirement.
    }
    return new Requirement.InRegister(id, LAW, Code.of("SCHOOL"));
  }

  private static @Nullable Integer shifted(@Nullable Integer age, Random random) {
    return age == null ? null : Integer.valueOf(Math.max(1, age + random.nextInt(5) - 2));
  }

  private static PackChange change(Requirement asked, PartyTerms party, int place, Random random) {
    return random.nextInt(3) == 0
        ? new PackChange.RequirementRestated(new TreeSet<>(), like(asked, asked.id(), random))
        : new PackChange.RequirementAdded(
            party.position(),
            new TreeSet<>(),
            new TreeSet<>(),
            null,
            like(asked, "law-" + place, random));
  }

  private static RulePack pack(String id, RandomPeople.Sought sought, Random random) {
    PartyTerms party = sought.party();
    List<PackRule> rules = new ArrayList<>();
    int most = 1 + random.nextInt(3);
    for (int i = 0; i < most; i++) {
      rules.add(
          new PackRule(
              "rule-" + i,
              random.nextBoolean() ? null : DAY.minusDays(random.nextInt(3)),
              random.nextBoolean() ? null : DAY.plusDays(1 + random.nextInt(3)),
              change(one(party.requirements(), random), party, i, random),
              LAW));
    }
    return new RulePack(
        id,
        "1",
        one(List.of(RulePack.Layer.values()), random),
        new LocalizedText(id, id),
        null,
        sought.definition().vocabulary(),
        rules);
  }

  private static Optional<ProgrammeDefinition> laid(
      ProgrammeDefinition plain, List<RulePack> packs) {
    try {
      return Optional.of(plain.withPacks(packs));
    } catch (InvalidDefinition refused) {
      return Optional.empty();
    }
  }

  @Property(tries = 150)
  void a_pack_never_turns_a_refusal_into_an_admission(@ForAll Random random) {
    RandomPeople.Sought sought = one(SOUGHT, random);
    ProgrammeDefinition plain = sought.definition();
    PartyTerms party = sought.party();
    Optional<ProgrammeDefinition> under =
        laid(plain, List.of(pack("one", sought, random), pack("other", sought, random)));
    if (under.isEmpty()) {
      return;
    }
    Stores stores = InMemoryStores.create();
    Mentoring without = running(plain, RULES, stores);
    ParticipantId person = somebody(without, sought.under(under.get()), 12, random);
    Decision before = without.decide(person, sought.practice().id(), party.position(), DAY);
    Decision after =
        running(under.get(), RULES, stores)
            .decide(person, sought.practice().id(), party.position(), DAY);
    assertThat(after.verdict())
        .as(sought + "\n" + before + "\n" + after)
        .isLessThanOrEqualTo(before.verdict());
  }

  @Example
  void a_later_talk_that_went_badly_is_not_forgotten_because_a_pack_asks_for_another_way() {
    ProgrammeDefinition plain = TYUMEN;
    Practice practice =
        plain.practices().stream()
            .filter(each -> interview(each).isPresent())
            .findFirst()
            .orElseThrow();
    Requirement.InterviewPassed asked = interview(practice).orElseThrow();
    Requirement inPerson =
        new Requirement.InterviewPassed(asked.id(), LAW, asked.by(), Fact.Mode.IN_PERSON);
    assertThat(
            laid(plain, List.of(of(new PackChange.RequirementRestated(new TreeSet<>(), inPerson)))))
        .isEmpty();
    Optional<ProgrammeDefinition> added =
        laid(
            plain,
            List.of(
                of(
                    new PackChange.RequirementAdded(
                        Position.MENTOR,
                        new TreeSet<>(),
                        new TreeSet<>(),
                        null,
                        new Requirement.InterviewPassed(
                            "law-talk", LAW, asked.by(), Fact.Mode.IN_PERSON)))));
    assertThat(
            added.orElseThrow().on(DAY).practice(practice.id()).orElseThrow().parties().stream()
                .flatMap(party -> party.requirements().stream())
                .map(Requirement::id))
        .contains("law-talk", asked.id());
  }

  private static Optional<Requirement.InterviewPassed> interview(Practice practice) {
    return practice.parties().stream()
        .filter(party -> party.position() == Position.MENTOR)
        .flatMap(party -> party.requirements().stream())
        .filter(Requirement.InterviewPassed.class::isInstance)
        .map(Requirement.InterviewPassed.class::cast)
        .findFirst();
  }

  private static RulePack of(PackChange change) {
    return new RulePack(
        "one",
        "1",
        RulePack.Layer.FEDERAL_LAW,
        new LocalizedText("one", "one"),
        null,
        List.of(),
        List.of(new PackRule("rule", null, null, change, LAW)));
  }

  @Property(tries = 150)
  void the_order_of_packs_does_not_matter_and_twice_is_once(@ForAll Random random) {
    RandomPeople.Sought sought = one(SOUGHT, random);
    ProgrammeDefinition plain = sought.definition();
    List<RulePack> packs =
        new ArrayList<>(
            List.of(
                pack("one", sought, random),
                pack("two", sought, random),
                pack("three", sought, random)));
    Optional<ProgrammeDefinition> there = laid(plain, packs);
    Collections.shuffle(packs, random);
    packs.add(one(packs, random));
    Optional<ProgrammeDefinition> back = laid(plain, packs);
    assertThat(back).isEqualTo(there);
    if (there.isPresent()) {
      assertThat(back.orElseThrow().on(DAY)).isEqualTo(there.get().on(DAY));
      // One after the other is as all at once.
      ProgrammeDefinition step = plain;
      for (RulePack pack : packs) {
        step = step.withPacks(List.of(pack));
      }
      assertThat(step.on(DAY)).isEqualTo(there.get().on(DAY));
    }
  }

  @Example
  void packs_that_fit_and_packs_that_do_not_are_both_among_those_tried() {
    Random random = new Random(7);
    Practice practice = TYUMEN.practices().get(0);
    RandomPeople.Sought sought =
        new RandomPeople.Sought(TYUMEN, practice, practice.parties().get(1));
    int fit = 0;
    for (int i = 0; i < 60; i++) {
      fit += laid(TYUMEN, List.of(pack("one", sought, random))).isPresent() ? 1 : 0;
    }
    assertThat(fit).isBetween(5, 55);
  }

  @Property(tries = 60)
  void the_built_in_packs_never_turn_a_refusal_into_an_admission(@ForAll Random random) {
    RandomPeople.Sought sought = one(SOUGHT, random);
    ProgrammeDefinition plain = sought.definition();
    PartyTerms party = sought.party();
    List<RulePack> packs = BuiltInPacks.names().stream().map(BuiltInPacks::read).toList();
    ProgrammeDefinition under = plain.withPacks(packs);
    Stores stores = InMemoryStores.create();
    Mentoring without = running(plain, RULES, stores);
    ParticipantId person = somebody(without, sought.under(under), 12, random);
    Decision before = without.decide(person, sought.practice().id(), party.position(), DAY);
    Decision after =
        running(under, RULES, stores).decide(person, sought.practice().id(), party.position(), DAY);
    assertThat(after.verdict()).as(sought.toString()).isLessThanOrEqualTo(before.verdict());
  }
}
