package org.mentoring.criterion;

import java.util.Set;
import org.mentoring.digest.CanonicalForm;

/** Which terms treat the two sides of a pair alike. */
final class Sides {
  /** About ties that have a direction and are kept in that one alone. */
  static final Set<Class<?>> ONE_WAY =
      Set.of(Term.FormerMentor.class, Term.MentorsSibling.class, Term.NoCircle.class);

  /** They answer the same whoever sits on which side; so do their compositions. */
  static final Set<Class<?>> EVEN =
      Set.of(
          Term.Same.class,
          Term.Different.class,
          Term.Near.class,
          Term.Distance.class,
          Term.SharedTime.class,
          Term.NotExcluded.class,
          Term.NotSelf.class,
          Term.And.class,
          Term.Or.class,
          Term.Not.class,
          Term.Mirrored.class);

  private Sides() {}

  static boolean has(Term term, Set<Class<?>> kinds) {
    boolean[] found = {false};
    CanonicalForm.visit(term, Term.class, part -> found[0] |= kinds.contains(part.getClass()));
    return found[0];
  }

  static boolean hasOnly(Term term, Set<Class<?>> kinds) {
    boolean[] only = {true};
    CanonicalForm.visit(term, Term.class, part -> only[0] &= kinds.contains(part.getClass()));
    return only[0];
  }
}
