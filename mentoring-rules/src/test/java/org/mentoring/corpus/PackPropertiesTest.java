package org.mentoring.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
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
import org.mentoring.decision.Verdict;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
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
import org.mentoring.time.Validity;

/** Packs only tighten, whatever they ask, of whomever, and in whatever order they are laid. */
class PackPropertiesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  private static final Citation LAW = Citation.of("L1");
  private static final List<Verdict> ORDER =
      List.of(Verdict.REFUSED, Verdict.NOT_YET, Verdict.NEEDS_REVIEW, Verdict.ELIGIBLE);
  private static final List<ProgrammeDefinition> PROGRAMMES =
      List.of(BuiltInProgrammes.read("tyumen-2020"), BuiltInProgrammes.read("irkutsk-2017"));

  @AfterContainer
  static void close() {
    RULES.close();
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static Mentoring running(ProgrammeDefinition definition, Stores stores) {
    return Mentoring.of(definition)
        .rules(RULES)
        .stores(stores)
        .clock(Clock.fixed(DAY.atTime(6, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
        .build();
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

  private static RulePack pack(String id, PartyTerms party, Random random) {
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
        List.of(),
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

  /** Somebody who meets some of what is asked, and some of it not or not any more. */
  private static ParticipantId somebody(Mentoring mentoring, PartyTerms asked, Random random) {
    ParticipantId id =
        mentoring
            .register(
                COORDINATOR,
                ParticipantId.of("p-1"),
                asked.kinds().contains(ParticipantKind.PERSON)
                    ? ParticipantKind.PERSON
                    : asked.kinds().first(),
                List.of())
            .orElseThrow();
    Answers answers = new Answers(asked, DAY);
    for (Requirement each : asked.requirements()) {
      int kind = random.nextInt(12);
      List<Answers.Said> said =
          kind == 0
              ? List.of()
              : kind == 1
                  ? answers.bad(each, random.nextBoolean())
                  : kind == 2 ? answers.ended(each) : answers.good(each);
      said.forEach(one -> mentoring.record(COORDINATOR, id, one.fact(), one.validity()));
      if (each instanceof Requirement.InterviewPassed interview && random.nextInt(3) == 0) {
        // Of several talks the latest counts, and not every one was held in the same way.
        mentoring.record(
            COORDINATOR,
            id,
            new Fact.Interview(
                interview.by(), Fact.Mode.ONLINE, one(List.of(Fact.Outcome.values()), random)),
            Validity.from(DAY));
      }
    }
    return id;
  }

  private static PartyTerms of(
      ProgrammeDefinition definition, Practice practice, PartyTerms party) {
    return definition.practice(practice.id()).orElseThrow().party(party.position()).orElseThrow();
  }

  @Property(tries = 150)
  void a_pack_never_turns_a_refusal_into_an_admission(@ForAll Random random) {
    ProgrammeDefinition plain = one(PROGRAMMES, random);
    Practice practice = one(plain.practices(), random);
    PartyTerms party = one(practice.parties(), random);
    Optional<ProgrammeDefinition> under =
        laid(plain, List.of(pack("one", party, random), pack("other", party, random)));
    if (under.isEmpty()) {
      return;
    }
    Stores stores = InMemoryStores.create();
    Mentoring without = running(plain, stores);
    ParticipantId person = somebody(without, of(under.get().on(DAY), practice, party), random);
    Decision before = without.decide(person, practice.id(), party.position(), DAY);
    Decision after =
        running(under.get(), stores).decide(person, practice.id(), party.position(), DAY);
    assertThat(ORDER.indexOf(after.verdict()))
        .as(before + "\n" + after)
        .isLessThanOrEqualTo(ORDER.indexOf(before.verdict()));
  }

  @Example
  void a_later_talk_that_went_badly_is_not_forgotten_because_a_pack_asks_for_another_way() {
    ProgrammeDefinition plain = PROGRAMMES.get(0);
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
    ProgrammeDefinition plain = one(PROGRAMMES, random);
    PartyTerms party = one(one(plain.practices(), random).parties(), random);
    List<RulePack> packs =
        new ArrayList<>(
            List.of(
                pack("one", party, random),
                pack("two", party, random),
                pack("three", party, random)));
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
    PartyTerms party = PROGRAMMES.get(0).practices().get(0).parties().get(1);
    int fit = 0;
    for (int i = 0; i < 60; i++) {
      fit += laid(PROGRAMMES.get(0), List.of(pack("one", party, random))).isPresent() ? 1 : 0;
    }
    assertThat(fit).isBetween(5, 55);
  }

  @Property(tries = 60)
  void the_built_in_packs_never_turn_a_refusal_into_an_admission(@ForAll Random random) {
    ProgrammeDefinition plain = one(PROGRAMMES, random);
    Practice practice = one(plain.practices(), random);
    PartyTerms party = one(practice.parties(), random);
    List<RulePack> packs = BuiltInPacks.names().stream().map(BuiltInPacks::read).toList();
    ProgrammeDefinition under = plain.withPacks(packs);
    Stores stores = InMemoryStores.create();
    Mentoring without = running(plain, stores);
    ParticipantId person = somebody(without, of(under.on(DAY), practice, party), random);
    Decision before = without.decide(person, practice.id(), party.position(), DAY);
    Decision after = running(under, stores).decide(person, practice.id(), party.position(), DAY);
    assertThat(ORDER.indexOf(after.verdict())).isLessThanOrEqualTo(ORDER.indexOf(before.verdict()));
  }
}
