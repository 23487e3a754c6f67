package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.DAY;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.Scale;
import org.mentoring.spi.PolicyCase;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** A criterion that a pack adds takes none away: fewer pairs are possible, never others. */
class PacksOverPairsPropertyTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  private static final Scale DIGITAL = Cases.competence();
  private static final Attribute OTHER = Attribute.of("project-teaching");
  private static final Scale PROJECTS = new Scale(OTHER, List.of("beginner", "expert"), CITED);

  @AfterContainer
  static void close() {
    RULES.close();
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static Term term(boolean scales, Random random) {
    List<Term> all =
        new ArrayList<>(
            List.of(
                new Term.AgeGap(random.nextInt(10), null),
                new Term.Overlap(Attribute.INTERESTS, 1),
                new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 1),
                new Term.Same(Attribute.GENDER),
                new Term.WishesMet(Attribute.GENDER, Term.Side.MENTEE)));
    if (scales) {
      all.add(new Term.Ahead(OTHER, 1, null));
      all.add(new Term.Ahead(DIGITAL.attribute(), 1, null));
      all.add(new Term.AheadInAsked(Attribute.NEEDS, 1));
      all.add(new Term.And(List.of(new Term.Ahead(OTHER, 1, null), new Term.AgeGap(0, null))));
    }
    return one(all, random);
  }

  private static RulePack pack(String id, Term term) {
    Criterion criterion = new Criterion("law-" + id, term, new Force.Hard(), Citation.of("L1"));
    return new RulePack(
        id,
        "1",
        RulePack.Layer.STANDARD,
        new LocalizedText(id, id),
        null,
        List.of(),
        List.of(
            new PackRule(
                "rule",
                null,
                null,
                new PackChange.CriterionAdded(new TreeSet<>(), criterion),
                Citation.of("L1"))));
  }

  private static Mentoring running(ProgrammeDefinition definition, LocalDate day) {
    return Mentoring.of(definition)
        .rules(RULES)
        .stores(InMemoryStores.create())
        .clock(Clock.fixed(day.atTime(6, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
        .build();
  }

  private static List<Fact> facts(Position position, boolean scales, Random random) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Application(position, Fact.WayIn.SELF));
    facts.add(new Fact.Birth(LocalDate.of(1970 + random.nextInt(30), 2, 3)));
    for (String topic : List.of(DIGITAL.attribute().name(), OTHER.name())) {
      if (random.nextBoolean()) {
        facts.add(new Fact.Need(topic));
      }
      if (random.nextBoolean()) {
        facts.add(new Fact.Offer(topic));
      }
    }
    if (scales) {
      facts.add(new Fact.Trait(OTHER, one(PROJECTS.levels(), random)));
      facts.add(new Fact.Trait(DIGITAL.attribute(), one(DIGITAL.levels(), random)));
    }
    facts.add(new Fact.Interest(one(List.of("chess", "theatre"), random)));
    facts.add(new Fact.Trait(Attribute.GENDER, one(List.of("woman", "man"), random)));
    return facts;
  }

  /** The pairs among a few people that nothing keeps apart. */
  private static TreeSet<PairKey> possible(
      ProgrammeDefinition definition, boolean scales, long people) {
    Random random = new Random(people);
    Mentoring mentoring = running(definition, DAY);
    for (Position position : List.of(Position.MENTEE, Position.MENTOR)) {
      for (int i = 0; i < 3; i++) {
        ParticipantId id =
            mentoring
                .register(
                    COORDINATOR,
                    ParticipantId.of(position.name().toLowerCase(Locale.ROOT) + "-" + i),
                    ParticipantKind.PERSON,
                    List.of())
                .orElseThrow();
        for (Fact fact : facts(position, scales, random)) {
          mentoring.record(COORDINATOR, id, fact, Validity.from(DAY.minusDays(9))).orElseThrow();
        }
      }
    }
    MatchProposal proposal =
        mentoring.propose(COORDINATOR, "main", DAY, Progress.NONE).orElseThrow();
    TreeSet<PairKey> possible = new TreeSet<>();
    for (int mentee = 0; mentee < 3; mentee++) {
      for (int mentor = 0; mentor < 3; mentor++) {
        PairKey pair =
            new PairKey(ParticipantId.of("mentee-" + mentee), ParticipantId.of("mentor-" + mentor));
        if (mentoring.explain(proposal, pair).possible()) {
          possible.add(pair);
        }
      }
    }
    return possible;
  }

  @Property(tries = 150)
  void a_pair_that_is_possible_under_packs_is_possible_without_them(@ForAll Random random) {
    boolean scales = random.nextInt(3) != 0;
    MentoringFormat format =
        random.nextBoolean()
            ? MentoringFormat.REVERSE
            : one(List.of(MentoringFormat.values()), random);
    PolicyCase question =
        Cases.policy(
            format,
            random.nextInt(3) == 0
                ? List.of(new Criterion("own", term(scales, random), new Force.Hard(), CITED))
                : List.of(),
            List.of(),
            scales ? List.of(DIGITAL, PROJECTS) : List.of());
    ProgrammeDefinition plain = question.definition();
    List<RulePack> packs = new ArrayList<>();
    packs.add(pack("one", term(scales, random)));
    if (random.nextBoolean()) {
      packs.add(pack("two", term(scales, random)));
    }
    long people = random.nextLong();

    TreeSet<PairKey> without = possible(plain, scales, people);
    TreeSet<PairKey> under = possible(plain.withPacks(packs), scales, people);

    assertThat(without).as(format + " " + packs).containsAll(under);
    Statistics.label("narrowed")
        .collect(under.size() < without.size())
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    Statistics.label("possible")
        .collect(!under.isEmpty())
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  @Example
  void a_pack_that_asks_the_mentor_to_be_ahead_in_one_thing_leaves_what_the_mentee_asks_for() {
    ProgrammeDefinition plain = BuiltInProgrammes.read("nefteyugansk-pedagogical-investment");
    RulePack pack = pack("projects", new Term.Ahead(OTHER, 1, null));
    for (ProgrammeDefinition each : List.of(plain, plain.withPacks(List.of(pack)))) {
      assertThat(goodAtProjects(each)).contains("format.reverse-ahead-in-asked");
    }
  }

  /** What keeps somebody who is ahead in another thing from who asks for digital teaching. */
  private static List<String> goodAtProjects(ProgrammeDefinition definition) {
    LocalDate day = LocalDate.of(2023, 3, 1);
    Mentoring mentoring = running(definition, day);
    for (Position position : List.of(Position.MENTEE, Position.MENTOR)) {
      boolean mentor = position == Position.MENTOR;
      ParticipantId id =
          mentoring
              .register(
                  COORDINATOR,
                  ParticipantId.of(mentor ? "mentor" : "mentee"),
                  ParticipantKind.PERSON,
                  List.of())
              .orElseThrow();
      for (Fact fact :
          List.of(
              new Fact.Application(position, Fact.WayIn.SELF),
              new Fact.Birth(LocalDate.of(mentor ? 1995 : 1970, 1, 1)),
              new Fact.Affiliation(Code.of("MUNICIPAL_GENERAL_EDUCATION")),
              mentor ? new Fact.Interest("chess") : new Fact.Need(DIGITAL.attribute().name()),
              new Fact.Trait(DIGITAL.attribute(), mentor ? "beginner" : "practitioner"),
              new Fact.Trait(OTHER, mentor ? "expert" : "beginner"))) {
        mentoring.record(COORDINATOR, id, fact, Validity.from(day.minusDays(9))).orElseThrow();
      }
    }
    MatchProposal proposal =
        mentoring.propose(COORDINATOR, "reverse", day, Progress.NONE).orElseThrow();
    return mentoring
        .explain(proposal, new PairKey(ParticipantId.of("mentee"), ParticipantId.of("mentor")))
        .criteria()
        .stream()
        .filter(score -> !score.holds())
        .map(score -> score.criterion().id())
        .toList();
  }
}
