package org.mentoring.rules.matching;

import java.util.ArrayList;
import java.util.List;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Citation;

/**
 * A criterion that a rule inferred.
 *
 * @param criterion the criterion
 */
public record Inferred(Criterion criterion) {
  /** Length of service, where a definition declares a scale of this name. */
  public static final Attribute SERVICE_LENGTH = Attribute.of("service-length");

  /** A hard criterion. */
  public static Inferred hard(String id, Term term, Citation citation) {
    return new Inferred(new Criterion(id, term, new Force.Hard(), citation));
  }

  /**
   * The mentor is younger, or shorter in service by the days on which service began or on the scale
   * of service. The bounds are those of the terms: any number of years or steps.
   */
  public static Term youngerOrShorterInService(boolean onScale) {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term.AgeGap(-120, -1));
    terms.add(new Term.ServiceGap(null, -120, -1));
    if (onScale) {
      terms.add(new Term.Ahead(SERVICE_LENGTH, -1_000, -1));
    }
    return new Term.Or(terms);
  }

  /** The mentor stands higher on the scale of something that the mentee asks for. */
  public static Term aheadInAsked() {
    return new Term.AheadInAsked(Attribute.NEEDS, 1);
  }

  /** What one side asks for, the other offers: one thing at least. */
  public static Term answered(Term.Side by) {
    return new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, by, 1);
  }
}
