package org.mentoring.benchmarks;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Ties;
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

/**
 * Made-up mentees and mentors with everything that criteria look at, and a policy with every kind
 * of term. Seeded.
 */
final class SyntheticPairs {
  private static final LocalDate AS_OF = LocalDate.of(2020, 9, 1);
  private static final Instant KNOWN_AT = Instant.parse("2020-09-01T00:00:00Z");
  private static final Attribute COMPETENCE = Attribute.of("competence");
  private static final Attribute DISTRICT = Attribute.of("district");
  private static final Attribute ASKED = Attribute.of("asked");
  private static final int DISTRICTS = 40;
  private static final Scale LEVELS =
      new Scale(COMPETENCE, List.of("none", "basic", "good", "strong", "leading"), Citation.CHOICE);

  private static final List<String> GENDERS = List.of("female", "male");

  private final Random random;
  private final int municipalities;

  private SyntheticPairs(long seed, int municipalities) {
    this.random = new Random(seed);
    this.municipalities = municipalities;
  }

  /**
   * A request.
   *
   * @param municipalities 1 so that every pair can meet
   * @param criteria the one policy
   */
  static MatchRequest request(
      long seed, int mentees, int mentors, int municipalities, List<Criterion> criteria) {
    SyntheticPairs source = new SyntheticPairs(seed, municipalities);
    List<Candidate> left = new ArrayList<>();
    List<Candidate> right = new ArrayList<>();
    for (int i = 0; i < mentees; i++) {
      left.add(
          new Candidate(
              source.dossier("mentee-" + i, LocalDate.of(2006, 1, 1), "mentor-", mentors), 1, 0));
    }
    for (int i = 0; i < mentors; i++) {
      right.add(
          new Candidate(
              source.dossier("mentor-" + i, LocalDate.of(1985, 1, 1), "mentee-", mentees), 1, 0));
    }
    return new MatchRequest(
        left,
        right,
        List.of(criteria),
        new Yardsticks(List.of(LEVELS), List.of(neighbours()), List.of(places(seed))),
        Ties.none(),
        new TreeSet<>(),
        new TreeSet<>());
  }

  /** The same people, but nobody has a place: what is left to do is to read the dossiers. */
  static MatchRequest withoutPlaces(MatchRequest request) {
    return new MatchRequest(
        request.mentees(),
        request.mentors().stream()
            .map(mentor -> new Candidate(mentor.dossier(), 0, mentor.policy()))
            .toList(),
        request.policies(),
        request.yardsticks(),
        request.ties(),
        request.locked(),
        request.rejected());
  }

  /** Districts around a circle, each with the next as its neighbour. */
  private static Neighbours neighbours() {
    List<Neighbours.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < DISTRICTS; i++) {
      pairs.add(new Neighbours.Pair("district-" + i, "district-" + (i + 1) % DISTRICTS));
    }
    return new Neighbours(DISTRICT, pairs, Citation.CHOICE);
  }

  /** Within some 60 kilometres around a city. */
  private static Places places(long seed) {
    Random random = new Random(seed);
    List<Places.Point> points = new ArrayList<>();
    for (int i = 0; i < DISTRICTS; i++) {
      points.add(
          new Places.Point(
              "district-" + i,
              BigDecimal.valueOf(570_000 + random.nextInt(5_000), 4),
              BigDecimal.valueOf(650_000 + random.nextInt(10_000), 4)));
    }
    return new Places(DISTRICT, points, Citation.CHOICE);
  }

  /** Seventeen hard and nineteen soft criteria: every kind of term there is. */
  static List<Criterion> criteria() {
    List<Criterion> criteria = new ArrayList<>();
    hard(criteria, "self", new Term.NotSelf());
    hard(criteria, "excluded", new Term.NotExcluded());
    hard(criteria, "municipality", new Term.Same(Attribute.MUNICIPALITY));
    hard(criteria, "language", new Term.Same(Attribute.LANGUAGES));
    hard(criteria, "gap", new Term.AgeGap(5, 60));
    hard(criteria, "organisation", new Term.Different(Attribute.ORGANISATION));
    hard(criteria, "time", new Term.SharedTime(30, 600));
    hard(criteria, "ahead", new Term.Ahead(COMPETENCE, -3, null));
    hard(criteria, "help", new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 1));
    hard(
        criteria,
        "group",
        new Term.Or(List.of(new Term.Different(Attribute.GROUP), new Term.AgeGap(8, null))));
    hard(criteria, "level", new Term.Not(new Term.Ahead(COMPETENCE, -120, -4)));
    hard(
        criteria,
        "common",
        new Term.Or(
            List.of(
                new Term.Overlap(Attribute.INTERESTS, 1),
                new Term.Same(Attribute.GROUP),
                new Term.AgeGap(0, null))));
    hard(criteria, "wishes", new Term.WishesMet(Attribute.GENDER, Term.Side.MENTEE));
    hard(criteria, "wishes-of-mentor", new Term.WishesMet(Attribute.GENDER, Term.Side.MENTOR));
    hard(criteria, "not-far", new Term.Distance(DISTRICT, 60, 60));
    hard(criteria, "circle", new Term.NoCircle());
    hard(criteria, "service", new Term.ServiceGap(null, 3, 40));
    soft(criteria, "interests", new Term.Overlap(Attribute.INTERESTS, 1), 40);
    soft(criteria, "interests-much", new Term.Overlap(Attribute.INTERESTS, 3), 10);
    soft(
        criteria,
        "needs",
        new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 1),
        40);
    soft(
        criteria,
        "gives-back",
        new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTOR, 1),
        10);
    soft(criteria, "free-time", new Term.SharedTime(60, 600), 20);
    soft(criteria, "languages", new Term.Overlap(Attribute.LANGUAGES, 2), 5);
    soft(criteria, "near-in-age", new Term.AgeGap(5, 25), 8);
    soft(criteria, "far-ahead", new Term.Ahead(COMPETENCE, 2, null), 12);
    soft(criteria, "same-group", new Term.Same(Attribute.GROUP), 6);
    soft(criteria, "other-organisation", new Term.Different(Attribute.ORGANISATION), 3);
    soft(
        criteria,
        "both-ways",
        new Term.And(
            List.of(
                new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 1),
                new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTOR, 1))),
        15);
    soft(criteria, "nearer", new Term.Distance(DISTRICT, 50, 5), 20);
    soft(criteria, "next-door", new Term.Near(DISTRICT), 5);
    soft(criteria, "former-mentor", new Term.FormerMentor(), 30);
    soft(criteria, "sibling", new Term.MentorsSibling(), 10);
    soft(criteria, "long-service", new Term.ServiceGap(null, 15, null), 4);
    soft(criteria, "ahead-in-asked", new Term.AheadInAsked(ASKED, 1), 9);
    soft(criteria, "same-wish", new Term.Same(Attribute.GENDER), 2);
    soft(
        criteria,
        "something",
        new Term.Or(
            List.of(new Term.Overlap(Attribute.INTERESTS, 2), new Term.Ahead(COMPETENCE, 1, 2))),
        7);
    return criteria;
  }

  private static void hard(List<Criterion> criteria, String id, Term term) {
    criteria.add(new Criterion(id, term, new Force.Hard(), Citation.CHOICE));
  }

  private static void soft(List<Criterion> criteria, String id, Term term, int weight) {
    criteria.add(new Criterion(id, term, new Force.Soft(weight), Citation.CHOICE));
  }

  private Dossier dossier(String id, LocalDate around, String others, int howMany) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Birth(around.plusDays(random.nextInt(3_000) - 1_500)));
    facts.add(new Fact.Trait(Attribute.MUNICIPALITY, "town-" + random.nextInt(municipalities)));
    facts.add(new Fact.Trait(Attribute.LANGUAGES, "ru"));
    if (random.nextInt(3) == 0) {
      facts.add(new Fact.Trait(Attribute.LANGUAGES, "language-" + random.nextInt(6)));
    }
    facts.add(new Fact.Trait(Attribute.ORGANISATION, "organisation-" + random.nextInt(200)));
    facts.add(new Fact.Trait(Attribute.GROUP, "group-" + random.nextInt(40)));
    facts.add(
        new Fact.Trait(COMPETENCE, LEVELS.levels().get(random.nextInt(LEVELS.levels().size()))));
    for (int i = 0; i < 6; i++) {
      facts.add(new Fact.Interest("interest-" + random.nextInt(60)));
      facts.add(new Fact.Need("topic-" + random.nextInt(30)));
      facts.add(new Fact.Offer("topic-" + random.nextInt(30)));
    }
    List<WeeklyWindow> windows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int from = 30 * random.nextInt(40);
      windows.add(
          new WeeklyWindow(
              DayOfWeek.of(1 + random.nextInt(7)), from, from + 30 * (2 + random.nextInt(6))));
    }
    facts.add(new Fact.Availability(windows));
    if (random.nextInt(20) == 0) {
      facts.add(new Fact.Exclusion(ParticipantId.of(others + random.nextInt(howMany))));
    }
    facts.add(new Fact.Trait(DISTRICT, "district-" + random.nextInt(DISTRICTS)));
    facts.add(new Fact.Trait(Attribute.GENDER, GENDERS.get(random.nextInt(2))));
    if (random.nextInt(5) == 0) {
      facts.add(new Fact.Wish(Attribute.GENDER, GENDERS.get(random.nextInt(2))));
    }
    if (random.nextInt(2) == 0) {
      facts.add(new Fact.Trait(ASKED, COMPETENCE.name()));
    }
    boolean mentee = others.startsWith("mentor");
    facts.add(
        new Fact.InService(
            Code.of("TEACHING"),
            (mentee ? AS_OF.minusYears(8) : AS_OF.minusYears(25))
                .plusDays(random.nextInt(365 * (mentee ? 8 : 17)))));
    tie(facts, id, mentee, others, howMany);
    List<KnownFact> known = new ArrayList<>();
    for (Fact fact : facts) {
      known.add(
          new KnownFact(
              FactId.of(id + "." + known.size()),
              fact,
              Validity.from(AS_OF.minusDays(30)),
              KNOWN_AT));
    }
    return new Dossier(ParticipantId.of(id), ParticipantKind.PERSON, known, AS_OF, KNOWN_AT);
  }

  /** Some were mentored before, some have a sibling, and some mentors are mentored by a mentee. */
  private void tie(List<Fact> facts, String id, boolean mentee, String others, int howMany) {
    if (mentee && random.nextInt(4) == 0) {
      facts.add(new Fact.FormerMentor(ParticipantId.of(others + random.nextInt(howMany))));
    }
    ParticipantId sibling = ParticipantId.of("mentee-" + random.nextInt(howMany));
    if (mentee && random.nextInt(6) == 0 && !sibling.value().equals(id)) {
      facts.add(new Fact.Sibling(sibling));
    }
    if (!mentee && random.nextInt(10) == 0) {
      facts.add(new Fact.MentoredBy(ParticipantId.of(others + random.nextInt(howMany))));
    }
  }
}
