package org.mentoring.benchmarks;

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
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.MatchRequest;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.programme.Scale;
import org.mentoring.time.Validity;

/**
 * Made-up mentees and mentors with everything that criteria look at, and a policy with every kind
 * of term. Seeded.
 */
final class SyntheticPairs {
  private static final LocalDate AS_OF = LocalDate.of(2020, 9, 1);
  private static final Instant KNOWN_AT = Instant.parse("2020-09-01T00:00:00Z");
  private static final Attribute COMPETENCE = Attribute.of("competence");
  private static final Scale LEVELS =
      new Scale(COMPETENCE, List.of("none", "basic", "good", "strong", "leading"), Citation.CHOICE);

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
        left, right, List.of(criteria), List.of(LEVELS), new TreeSet<>(), new TreeSet<>());
  }

  /** Twelve hard and twelve soft criteria. */
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
}
