package org.mentoring.rules.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Code;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentoringFormat;

/** What the matching rules read. */
public sealed interface PolicyFact {
  /**
   * A criterion of the plan.
   *
   * @param criterion the criterion
   * @param id its id
   * @param mirrored whether it judges both directions; otherwise it is as it is written
   */
  record Planned(Criterion criterion, String id, boolean mirrored) implements PolicyFact {
    static Planned of(Criterion criterion) {
      return new Planned(criterion, criterion.id(), false);
    }

    /** Whether it reads otherwise for the two in each other's places. */
    public boolean sided() {
      return criterion.term().isSided();
    }

    /** Whether it stands so in a practice whose mentoring runs in both directions or in one. */
    public boolean settled(boolean mutual) {
      return mirrored == (mutual && sided());
    }

    /** It holds in one direction or in the other; the wishes of both are met. */
    public Planned bothWays() {
      Criterion both =
          new Criterion(id, bothWays(criterion.term()), criterion.force(), criterion.citation());
      return new Planned(both, id, true);
    }

    /** Whoever wishes nothing would make the other's wish void, were one direction enough. */
    private static Term bothWays(Term term) {
      List<Term> all = new ArrayList<>();
      List<Term> others = new ArrayList<>();
      for (Term part : term instanceof Term.And and ? and.terms() : List.of(term)) {
        if (part instanceof Term.WishesMet) {
          all.add(part);
          all.add(new Term.Mirrored(part));
        } else {
          others.add(part);
        }
      }
      if (all.isEmpty()) {
        return new Term.Or(List.of(term, new Term.Mirrored(term)));
      }
      if (!others.isEmpty()) {
        Term rest = others.size() == 1 ? others.get(0) : new Term.And(others);
        all.add(new Term.Or(List.of(rest, new Term.Mirrored(rest))));
      }
      return new Term.And(all);
    }

    /** Whether no pair passes it whose mentor is not ahead. */
    public boolean asksAhead() {
      return criterion.hard() && asksAhead(criterion.term());
    }

    private static boolean asksAhead(Term term) {
      if (term instanceof Term.And and) {
        return and.terms().stream().anyMatch(Planned::asksAhead);
      }
      return term instanceof Term.AheadInAsked
          || (term instanceof Term.Ahead ahead && ahead.atLeast() > 0);
    }

    /** The criterion with its points multiplied by each emphasis. */
    public Criterion emphasised(Collection<?> emphases) {
      long weight = criterion.weight();
      for (Object each : emphases) {
        weight = Math.multiplyExact(weight, ((Emphasised) each).times());
        if (weight > 1_000_000) {
          throw new MentoringException(
              "emphasis.weight",
              Map.of("criterion", id, "most", "1000000"),
              "Lower the weight of the criterion or the factors of its emphases.");
        }
      }
      return new Criterion(
          id, criterion.term(), new Force.Soft((int) weight), criterion.citation());
    }
  }

  /**
   * For mentees in a circumstance a criterion weighs more.
   *
   * @param circumstance of the mentee
   * @param criterion the criterion's id
   * @param times the factor
   */
  record Emphasised(Code circumstance, String criterion, int times) implements PolicyFact {
    static Emphasised of(MatchingPlan.Emphasis emphasis) {
      return new Emphasised(emphasis.circumstance(), emphasis.criterion(), emphasis.times());
    }
  }

  /**
   * The practice that pairs form in.
   *
   * @param format its format
   * @param mutual whether mentoring runs in both directions
   * @param circlesForbidden whether open mentorships may not form a circle
   * @param scales ordered attributes of the definition
   */
  record Pairing(
      MentoringFormat format, boolean mutual, boolean circlesForbidden, SortedSet<Attribute> scales)
      implements PolicyFact {
    /** Whether the definition has a scale of service. */
    public boolean measuresService() {
      return scales.contains(Inferred.SERVICE_LENGTH);
    }

    /** Whether the definition has a scale of anything else. */
    public boolean measuresCompetences() {
      return scales.size() > (measuresService() ? 1 : 0);
    }
  }

  /**
   * The mentees that the policy is for.
   *
   * @param circumstances of all of them
   */
  record Mentee(SortedSet<Code> circumstances) implements PolicyFact {}
}
