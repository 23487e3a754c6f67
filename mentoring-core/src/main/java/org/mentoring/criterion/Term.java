package org.mentoring.criterion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;

/**
 * A question about a possible pair. A term holds, does not hold, or is <em>unknown</em> because one
 * of the parties lacks what it looks at. It has a degree from 0 to 1: where it holds, {@link
 * Overlap}, {@link Cover}, {@link SharedTime} and {@link Distance} have the share that is met and
 * all others 1; where it does not hold or is unknown, the degree is 0.
 *
 * <p>What is missing never opens a door: a hard criterion is met only if its term holds, and {@link
 * Not} of an unknown term is unknown. Values are those that hold on the dossier's day; they are
 * compared letter by letter. Every attribute may have several values.
 *
 * <p>New terms are added in minor releases, so switches over terms outside this library need a
 * default.
 */
public sealed interface Term {
  /**
   * Both share a value of the attribute; unknown where one of them has none.
   *
   * @param attribute of both
   */
  record Same(Attribute attribute) implements Term {}

  /**
   * Both have the attribute and share no value of it; unknown where one of them has none.
   *
   * @param attribute of both
   */
  record Different(Attribute attribute) implements Term {}

  /**
   * Both share a value of the attribute, or a value of one and a value of the other are neighbours
   * as the definition declares them; unknown where one of them has none.
   *
   * @param attribute of both, as the municipality
   */
  record Near(Attribute attribute) implements Term {}

  /**
   * The places where the parties are lie at most so many kilometres apart, along the great circle
   * between the points that the definition gives for the values of the attribute, rounded to whole
   * kilometres; of several values the nearest ones count. The degree is 1 up to {@code full}
   * kilometres and falls from there in equal steps to one step at {@code atMost}. Unknown where one
   * of them has no value with a point.
   *
   * <p>The points are of municipalities and the like, never of homes: no fact holds an address.
   *
   * @param attribute of both, as the municipality
   * @param atMost kilometres, 0 to 20,100
   * @param full kilometres that count as near as one can wish, up to {@code atMost}
   */
  record Distance(Attribute attribute, int atMost, int full) implements Term {
    /** Refuses bounds out of range or crossed. */
    public Distance {
      Invariants.range("distance.atMost", atMost, 0, 20_100);
      Invariants.range("distance.full", full, 0, atMost);
    }
  }

  /**
   * Common values. Holds if there are at least so many; the degree is the share of the mentee's
   * values that the mentor has too. Unknown where one of them has none.
   *
   * @param attribute of both
   * @param atLeast at least 1
   */
  record Overlap(Attribute attribute, int atLeast) implements Term {
    /** Refuses a bound below 1. */
    public Overlap {
      Invariants.range("overlap.atLeast", atLeast, 1, 1_000);
    }
  }

  /**
   * One party's values answer the other's. Holds if at least so many are answered; the degree is
   * the share of the asked values that are given. Unknown where nothing is asked or nothing given.
   *
   * @param asked attribute of the asking side
   * @param given attribute of the giving side
   * @param by which side asks
   * @param atLeast at least 1
   */
  record Cover(Attribute asked, Attribute given, Side by, int atLeast) implements Term {
    /** Refuses a bound below 1. */
    public Cover {
      Invariants.range("cover.atLeast", atLeast, 1, 1_000);
    }
  }

  /**
   * The mentor is older than the mentee by a number of whole years between the bounds. Counted is
   * the mentor's age on the day that the mentee was born, so that the gap is the same on every day:
   * 4 for 4 years and 364 days, 0 for less than a year, -1 for a mentor who is younger by up to a
   * year; so {@code atMost} -1 says "younger". Who was born on 29 February comes of age on 1 March
   * in a common year. Unknown where a birth date is.
   *
   * @param atLeast years, -120 to 120
   * @param atMost years, inclusive; null for no bound
   */
  record AgeGap(int atLeast, @Nullable Integer atMost) implements Term {
    /** Refuses bounds out of range or crossed. */
    public AgeGap {
      Invariants.range("ageGap.atLeast", atLeast, -120, 120);
      if (atMost != null) {
        Invariants.range("ageGap.atMost", atMost, atLeast, 120);
      }
    }
  }

  /**
   * The mentor stands higher on a scale of the definition by a number of steps between the bounds.
   * Who has several levels stands on the highest. Unknown where one of them has no level of the
   * scale.
   *
   * @param scale the scale's name
   * @param atLeast steps, may be negative
   * @param atMost steps, inclusive; null for no bound
   */
  record Ahead(Attribute scale, int atLeast, @Nullable Integer atMost) implements Term {
    /** Refuses bounds out of range or crossed. */
    public Ahead {
      Invariants.range("ahead.atLeast", atLeast, -1_000, 1_000);
      if (atMost != null) {
        Invariants.range("ahead.atMost", atMost, atLeast, 1_000);
      }
    }
  }

  /**
   * The mentor stands higher by at least so many steps on a scale that the mentee asks for: one of
   * those whose names are values of the mentee's attribute. Unknown where the mentee asks for none
   * of the definition's scales; and where no scale shows it, but one that is asked for lacks a
   * level of a party.
   *
   * @param asked the mentee's attribute, as the needs
   * @param atLeast steps, 1 to 1,000
   */
  record AheadInAsked(Attribute asked, int atLeast) implements Term {
    /** Refuses a bound out of range. */
    public AheadInAsked {
      Invariants.range("aheadInAsked.atLeast", atLeast, 1, 1_000);
    }
  }

  /**
   * The mentor has served for longer than the mentee by a number of whole years between the bounds,
   * counted from one's first day of service to the other's as {@link AgeGap} counts from birth to
   * birth; so {@code atMost} -1 says "shorter in service". Of several services the earliest start
   * counts. Unknown where one of them has none.
   *
   * @param occupation in which; null for any
   * @param atLeast years, -120 to 120
   * @param atMost years, inclusive; null for no bound
   */
  record ServiceGap(@Nullable Code occupation, int atLeast, @Nullable Integer atMost)
      implements Term {
    /** Refuses bounds out of range or crossed. */
    public ServiceGap {
      Invariants.range("serviceGap.atLeast", atLeast, -120, 120);
      if (atMost != null) {
        Invariants.range("serviceGap.atMost", atMost, atLeast, 120);
      }
    }
  }

  /**
   * One party's wishes about an attribute of the other are met: it has none, or the other has one
   * of the values wished. Unknown where there is a wish and the other has no value.
   *
   * @param attribute of the other, as the gender
   * @param by whose wishes
   */
  record WishesMet(Attribute attribute, Side by) implements Term {}

  /**
   * The mentor was the mentee's mentor before, in a mentorship that is over. Always known: what is
   * not on record was not.
   */
  record FormerMentor() implements Term {}

  /** The mentor is or was the mentor of a sibling of the mentee. Always known. */
  record MentorsSibling() implements Term {}

  /**
   * The mentee does not mentor the mentor, neither directly nor over others in between, so that the
   * pair closes no circle with the mentorships that are open. Always known.
   */
  record NoCircle() implements Term {}

  /**
   * Both are free at the same time of the week for at least so many minutes; the degree is the
   * share of {@code full} that they share, at most 1. Unknown where one of them told no free time.
   *
   * @param atLeast minutes, 1 to 10,080
   * @param full minutes that count as everything one can wish, at least {@code atLeast}
   */
  record SharedTime(int atLeast, int full) implements Term {
    /** Refuses bounds out of range or crossed. */
    public SharedTime {
      Invariants.range("sharedTime.atLeast", atLeast, 1, 10_080);
      Invariants.range("sharedTime.full", full, atLeast, 10_080);
    }
  }

  /**
   * Neither party has excluded the other, and neither is the other's guardian on record. Always
   * known.
   */
  record NotExcluded() implements Term {}

  /** The parties are two different participants. Always known. */
  record NotSelf() implements Term {}

  /**
   * All of the terms hold; the degree is the least. Where none fails but some are unknown, it is
   * unknown.
   *
   * @param terms at least one
   */
  record And(List<Term> terms) implements Term {
    /** Refuses an empty list. */
    public And {
      terms = Invariants.notEmpty("and.terms", terms);
    }
  }

  /**
   * At least one of the terms holds; the degree is the greatest. Where none holds but some are
   * unknown, it is unknown.
   *
   * @param terms at least one
   */
  record Or(List<Term> terms) implements Term {
    /** Refuses an empty list. */
    public Or {
      terms = Invariants.notEmpty("or.terms", terms);
    }
  }

  /**
   * The term is known and does not hold; unknown where the term is.
   *
   * @param term the negated one
   */
  record Not(Term term) implements Term {}

  /**
   * The term with the sides changed: what it says of the mentee holds of the mentor, and the other
   * way round. So one criterion can judge both directions of a practice that has no fixed teacher.
   *
   * @param term not about former mentors, mentors of siblings and circles: those ties have one
   *     direction alone
   */
  record Mirrored(Term term) implements Term {
    /** Refuses a term about ties. */
    public Mirrored {
      Invariants.holds(
          !term.isOneWay(),
          "term.one-way",
          "term",
          "no term about former mentors, siblings' mentors and circles");
    }
  }

  /**
   * Whether it is about ties that have one direction, or has a part that is: {@link FormerMentor},
   * {@link MentorsSibling}, {@link NoCircle}.
   */
  default boolean isOneWay() {
    return Sides.has(this, Sides.ONE_WAY);
  }

  /**
   * Whether it may answer otherwise, or with another degree, for the same two in each other's
   * places. A term that is not sided is its own mirror.
   */
  default boolean isSided() {
    return !Sides.hasOnly(this, Sides.EVEN);
  }

  /** A side of a pair. */
  enum Side {
    /** The mentee. */
    MENTEE,
    /** The mentor. */
    MENTOR
  }
}
