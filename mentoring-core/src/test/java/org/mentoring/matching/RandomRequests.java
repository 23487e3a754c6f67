package org.mentoring.matching;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.programme.Neighbours;
import org.mentoring.programme.Places;
import org.mentoring.programme.Scale;
import org.mentoring.programme.Yardsticks;
import org.mentoring.time.Validity;

/** Requests from a seed: the same seed gives the same request. */
final class RandomRequests {
  static final LocalDate AS_OF = LocalDate.of(2020, 9, 1);
  static final Instant KNOWN_AT = Instant.parse("2020-09-01T00:00:00Z");
  static final Attribute GRADE = Attribute.of("grade");
  static final Scale GRADES =
      new Scale(GRADE, List.of("low", "middle", "high", "top"), Citation.CHOICE);

  static final Attribute SKILL = Attribute.of("t1");
  static final Scale SKILLS =
      new Scale(SKILL, List.of("first", "second", "third"), Citation.CHOICE);
  static final Yardsticks YARDSTICKS =
      new Yardsticks(List.of(GRADES, SKILLS), List.of(neighbours()), List.of(places()));

  private static final List<Attribute> SETS =
      List.of(
          Attribute.MUNICIPALITY,
          Attribute.LANGUAGES,
          Attribute.INTERESTS,
          Attribute.NEEDS,
          Attribute.OFFERS,
          Attribute.of("club"));

  private final Random random;
  private final int topics;

  /**
   * @param topics how many different values the wide attributes have
   */
  RandomRequests(long seed, int topics) {
    this.random = new Random(seed);
    this.topics = topics;
  }

  Random random() {
    return random;
  }

  /** Locks are not set: they need to be possible. */
  MatchRequest request(int mentees, int mentors, int mostPlaces, List<List<Criterion>> policies) {
    List<Candidate> left = new ArrayList<>();
    List<Candidate> right = new ArrayList<>();
    for (int i = 0; i < mentees; i++) {
      left.add(new Candidate(dossier(id(i)), 1, random.nextInt(policies.size())));
    }
    for (int i = 0; i < mentors; i++) {
      // Some are on both sides.
      ParticipantId id = id(random.nextInt(6) == 0 ? i : i + 1_000);
      right.add(new Candidate(dossier(id), random.nextInt(mostPlaces + 1), 0));
    }
    SortedSet<PairKey> rejected = new TreeSet<>();
    for (int i = 0; i < random.nextInt(4) && mentees > 0 && mentors > 0; i++) {
      rejected.add(
          new PairKey(
              left.get(random.nextInt(mentees)).id(), right.get(random.nextInt(mentors)).id()));
    }
    return new MatchRequest(left, right, policies, YARDSTICKS, ties(), new TreeSet<>(), rejected);
  }

  /** Some of people who are not in the request. */
  private Ties ties() {
    SortedSet<PairKey> open = new TreeSet<>();
    SortedSet<PairKey> former = new TreeSet<>();
    SortedSet<Ties.Siblings> siblings = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      open.add(new PairKey(anybody(), anybody()));
      former.add(new PairKey(anybody(), anybody()));
      siblings.add(new Ties.Siblings(id(random.nextInt(4)), id(4 + random.nextInt(2_000))));
    }
    return new Ties(open, former, siblings);
  }

  private ParticipantId anybody() {
    return id(random.nextInt(5) + 1_000 * random.nextInt(3));
  }

  private static Neighbours neighbours() {
    return new Neighbours(
        Attribute.MUNICIPALITY,
        List.of(new Neighbours.Pair("v0", "v1"), new Neighbours.Pair("v4", "v2")),
        Citation.CHOICE);
  }

  /** Of v3 nobody knows where it lies. */
  private static Places places() {
    return new Places(
        Attribute.MUNICIPALITY,
        List.of(
            new Places.Point("v0", new BigDecimal("57.15"), new BigDecimal("65.53")),
            new Places.Point("v1", new BigDecimal("58.2"), new BigDecimal("68.25")),
            new Places.Point("v2", new BigDecimal("56.11"), new BigDecimal("69.49")),
            new Places.Point("v4", new BigDecimal("-57.15"), new BigDecimal("-114.4"))),
        Citation.CHOICE);
  }

  private static ParticipantId id(int number) {
    return ParticipantId.of("p" + number);
  }

  Dossier dossier(ParticipantId id) {
    List<Fact> facts = new ArrayList<>();
    if (random.nextInt(8) > 0) {
      facts.add(new Fact.Birth(LocalDate.of(2004, 2, 20).plusDays(random.nextInt(4_000) - 2_000)));
    }
    add(facts, Attribute.MUNICIPALITY, 1, 5);
    add(facts, Attribute.LANGUAGES, 3, 4);
    add(facts, Attribute.of("club"), 2, topics);
    for (int i = random.nextInt(topics / 3 + 2); i > 0; i--) {
      facts.add(new Fact.Interest("t" + random.nextInt(topics)));
      facts.add(new Fact.Offer("t" + random.nextInt(topics)));
      facts.add(new Fact.Need("t" + random.nextInt(topics)));
    }
    if (random.nextInt(6) > 0) {
      facts.add(new Fact.Trait(GRADE, GRADES.levels().get(random.nextInt(4))));
    }
    if (random.nextInt(12) == 0) {
      facts.add(new Fact.Trait(GRADE, "nobody knows this grade"));
    }
    if (random.nextInt(4) > 0) {
      facts.add(new Fact.Trait(SKILL, SKILLS.levels().get(random.nextInt(3))));
    }
    if (random.nextInt(3) == 0) {
      facts.add(new Fact.Need(random.nextBoolean() ? SKILL.name() : GRADE.name()));
    }
    tied(facts);
    for (int i = random.nextInt(3); i > 0; i--) {
      facts.add(new Fact.Availability(windows()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      facts.add(new Fact.Exclusion(id(random.nextInt(8) + 1_000 * random.nextInt(2))));
    }
    if (random.nextInt(3) == 0) {
      facts.add(new Fact.Guardian(anybody()));
    }
    return dossier(id, facts);
  }

  private void tied(List<Fact> facts) {
    if (random.nextInt(3) > 0) {
      facts.add(new Fact.Trait(Attribute.GENDER, random.nextBoolean() ? "f" : "m"));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      facts.add(new Fact.Wish(Attribute.GENDER, random.nextBoolean() ? "f" : "m"));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      facts.add(
          new Fact.InService(
              Code.of(random.nextBoolean() ? "TEACHING" : "NURSING"),
              LocalDate.of(2010, 2, 27).plusDays(random.nextInt(2_000))));
    }
    if (random.nextInt(3) == 0) {
      facts.add(new Fact.MentoredBy(anybody()));
      facts.add(new Fact.FormerMentor(anybody()));
      facts.add(new Fact.Sibling(anybody()));
    }
  }

  private Dossier dossier(ParticipantId id, List<Fact> facts) {
    List<KnownFact> known = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      Validity validity =
          random.nextInt(10) == 0
              ? Validity.between(AS_OF.minusYears(1), AS_OF)
              : Validity.from(AS_OF.minusDays(random.nextInt(2)));
      known.add(new KnownFact(FactId.of(id + "-" + i), facts.get(i), validity, KNOWN_AT));
    }
    return new Dossier(id, ParticipantKind.PERSON, known, AS_OF, KNOWN_AT);
  }

  private List<WeeklyWindow> windows() {
    int grid = topics % 2 == 0 ? 30 : 7;
    List<WeeklyWindow> windows = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      int from = random.nextInt(1_440 / grid) * grid;
      int until = Math.min(1_440, from + (1 + random.nextInt(20)) * grid);
      if (from < until) {
        windows.add(new WeeklyWindow(DayOfWeek.of(1 + random.nextInt(3)), from, until));
      }
    }
    return windows;
  }

  private void add(List<Fact> facts, Attribute attribute, int most, int values) {
    for (int i = random.nextInt(most + 1) + (random.nextInt(3) == 0 ? 0 : 1); i > 0; i--) {
      facts.add(new Fact.Trait(attribute, "v" + random.nextInt(values)));
    }
  }

  List<Criterion> criteria(int hard, int soft, int depth) {
    List<Criterion> criteria = new ArrayList<>();
    for (int i = 0; i < hard; i++) {
      criteria.add(new Criterion("h" + i, term(depth), new Force.Hard(), Citation.CHOICE));
    }
    for (int i = 0; i < soft; i++) {
      criteria.add(
          new Criterion(
              "s" + i, term(depth), new Force.Soft(1 + random.nextInt(40)), Citation.CHOICE));
    }
    return criteria;
  }

  Term term(int depth) {
    int kind = random.nextInt(depth > 0 ? 21 : 17);
    return switch (kind) {
      case 0 -> new Term.Same(set());
      case 1 -> new Term.Different(set());
      case 2 -> new Term.Overlap(set(), 1 + random.nextInt(2));
      case 3 ->
          new Term.Cover(
              set(),
              set(),
              random.nextBoolean() ? Term.Side.MENTEE : Term.Side.MENTOR,
              1 + random.nextInt(2));
      case 4 ->
          new Term.AgeGap(
              random.nextInt(5) - 3, random.nextBoolean() ? null : 2 + random.nextInt(4));
      case 5 -> new Term.Ahead(GRADE, random.nextInt(3) - 1, random.nextBoolean() ? null : 2);
      case 6 -> new Term.SharedTime(1 + random.nextInt(60), 60 + random.nextInt(300));
      case 7 -> new Term.NotExcluded();
      case 8 -> new Term.NotSelf();
      case 9 -> new Term.Near(Attribute.MUNICIPALITY);
      case 10 -> {
        int most = random.nextInt(300);
        yield new Term.Distance(Attribute.MUNICIPALITY, most, random.nextInt(most + 1));
      }
      case 11 ->
          new Term.WishesMet(
              Attribute.GENDER, random.nextBoolean() ? Term.Side.MENTEE : Term.Side.MENTOR);
      case 12 -> new Term.AheadInAsked(Attribute.NEEDS, 1 + random.nextInt(2));
      case 13 ->
          new Term.ServiceGap(
              random.nextBoolean() ? null : Code.of("TEACHING"),
              random.nextInt(4) - 2,
              random.nextBoolean() ? null : 2);
      case 14 -> new Term.FormerMentor();
      case 15 -> new Term.MentorsSibling();
      case 16 -> new Term.NoCircle();
      case 17 -> new Term.And(terms(depth));
      case 18 -> new Term.Or(terms(depth));
      case 19 -> mirrored(term(depth - 1));
      default -> new Term.Not(term(depth - 1));
    };
  }

  /** Ties have one direction, and no mirror. */
  private static Term mirrored(Term term) {
    return term.isOneWay() ? term : new Term.Mirrored(term);
  }

  private Attribute set() {
    return SETS.get(random.nextInt(SETS.size()));
  }

  private List<Term> terms(int depth) {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      terms.add(term(depth - 1));
    }
    return terms;
  }
}
