package org.mentoring.rules.matching;

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

  /** The mentor is younger. The bounds are those of the term: any number of years. */
  public static Term younger() {
    return new Term.AgeGap(-120, -1);
  }

  /** The mentor is younger or stands lower on the scale of service. */
  public static Term youngerOrShorterInService() {
    return new Term.Or(List.of(younger(), new Term.Ahead(SERVICE_LENGTH, -1_000, -1)));
  }

  /** What one side asks for, the other offers: one thing at least. */
  public static Term answered(Term.Side by) {
    return new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, by, 1);
  }
}
