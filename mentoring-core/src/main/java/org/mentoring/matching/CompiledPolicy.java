package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;

/** The criteria of one kind of mentee, bound to columns. Immutable. */
final class CompiledPolicy {
  private final List<Compiled> criteria;
  private final Compiled[] hard;
  private final Compiled[] soft;
  private final Blocking[] blockings;
  private final int[] everyMentor;

  private CompiledPolicy(List<Compiled> criteria, Blocking[] blockings, int[] everyMentor) {
    this.criteria = criteria;
    this.blockings = blockings;
    this.everyMentor = everyMentor;
    this.hard =
        criteria.stream()
            .filter(compiled -> compiled.criterion().hard())
            .sorted(Comparator.comparingInt(compiled -> compiled.term().cost()))
            .toArray(Compiled[]::new);
    this.soft =
        criteria.stream().filter(compiled -> !compiled.criterion().hard()).toArray(Compiled[]::new);
  }

  static CompiledPolicy of(List<Criterion> criteria, Columns columns, Blocks blocks) {
    List<Compiled> compiled = new ArrayList<>();
    List<Blocking> blockings = new ArrayList<>();
    for (Criterion criterion : criteria) {
      compiled.add(new Compiled(criterion, compile(criterion.term(), columns)));
      if (criterion.hard()) {
        block(criterion.term(), columns, blocks, blockings);
      }
    }
    return new CompiledPolicy(
        List.copyOf(compiled), blockings.toArray(Blocking[]::new), blocks.all());
  }

  private static void block(Term term, Columns columns, Blocks blocks, List<Blocking> blockings) {
    if (term instanceof Term.Same same) {
      ValueSets mentors = columns.mentors().valuesOf(same.attribute());
      blockings.add(new Blocking(columns.mentees().valuesOf(same.attribute()), blocks.of(mentors)));
    } else if (term instanceof Term.And and) {
      and.terms().forEach(part -> block(part, columns, blocks, blockings));
    }
  }

  private static PairTerm compile(Term term, Columns columns) {
    if (term instanceof Term.And and) {
      return new ComposedTerms.All(compileAll(and.terms(), columns));
    } else if (term instanceof Term.Or or) {
      return new ComposedTerms.Any(compileAll(or.terms(), columns));
    } else if (term instanceof Term.Not not) {
      return new ComposedTerms.None(compile(not.term(), columns));
    } else if (term instanceof Term.Same same) {
      return shared(term, same.attribute(), true, columns);
    } else if (term instanceof Term.Different different) {
      return shared(term, different.attribute(), false, columns);
    } else if (term instanceof Term.Overlap overlap) {
      return new SetTerms.Answered(
          term,
          columns.mentees().valuesOf(overlap.attribute()),
          columns.mentors().valuesOf(overlap.attribute()),
          true,
          overlap.atLeast());
    } else if (term instanceof Term.Cover cover) {
      boolean menteeAsks = cover.by() == Term.Side.MENTEE;
      return new SetTerms.Answered(
          term,
          columns.mentees().valuesOf(menteeAsks ? cover.asked() : cover.given()),
          columns.mentors().valuesOf(menteeAsks ? cover.given() : cover.asked()),
          menteeAsks,
          cover.atLeast());
    } else if (term instanceof Term.AgeGap gap) {
      int atMost = gap.atMost() == null ? 1_000_000 : gap.atMost();
      // Who was born earlier is older, so the mentee's date comes first.
      return new DifferenceTerm(
          term,
          columns.mentees().births(),
          columns.mentors().births(),
          -1,
          Columns.YEAR,
          gap.atLeast(),
          atMost);
    } else if (term instanceof Term.Ahead ahead) {
      int atMost = ahead.atMost() == null ? 1_000_000 : ahead.atMost();
      return new DifferenceTerm(
          term,
          columns.mentees().levelsOf(ahead.scale()),
          columns.mentors().levelsOf(ahead.scale()),
          1,
          1,
          ahead.atLeast(),
          atMost);
    } else if (term instanceof Term.SharedTime time) {
      return new TimeTerm(time, columns.mentees().freeTime(), columns.mentors().freeTime());
    } else if (term instanceof Term.NotSelf) {
      return new BarredTerm(term, columns.self());
    } else if (term instanceof Term.NotExcluded) {
      return new BarredTerm(term, columns.excluded());
    }
    throw new IllegalStateException("no kernel for " + term.getClass().getSimpleName());
  }

  private static PairTerm[] compileAll(List<Term> terms, Columns columns) {
    return terms.stream().map(term -> compile(term, columns)).toArray(PairTerm[]::new);
  }

  private static PairTerm shared(Term term, Attribute attribute, boolean wanted, Columns columns) {
    return new SetTerms.Shared(
        term, columns.mentees().valuesOf(attribute), columns.mentors().valuesOf(attribute), wanted);
  }

  /** The criteria by id. */
  List<Compiled> criteria() {
    return criteria;
  }

  /** The hard criteria, cheapest first. */
  Compiled[] hard() {
    return hard;
  }

  /**
   * Fills the row with the mentors that meet every hard criterion, sorted, and returns how many
   * they are.
   */
  int possible(int mentee, int[] row) {
    int count = narrowest(mentee, row);
    for (Compiled compiled : hard) {
      if (count == 0) {
        break;
      }
      count = compiled.term().keep(mentee, row, count);
    }
    return count;
  }

  /** Fills in the score of each mentor of the row. */
  void score(int mentee, int[] row, int count, int[] points) {
    Arrays.fill(points, 0, count, 0);
    for (Compiled compiled : soft) {
      compiled.term().addPoints(mentee, row, count, compiled.criterion().weight(), points);
    }
  }

  private int narrowest(int mentee, int[] row) {
    int best = -1;
    long least = everyMentor.length;
    for (int b = 0; b < blockings.length; b++) {
      long size = blockings[b].size(mentee);
      if (size < least) {
        least = size;
        best = b;
      }
    }
    if (best >= 0) {
      return blockings[best].fill(mentee, row);
    }
    System.arraycopy(everyMentor, 0, row, 0, everyMentor.length);
    return everyMentor.length;
  }

  /** A criterion and its term over columns. */
  record Compiled(Criterion criterion, PairTerm term) {}

  /** Mentors by the value that they must share with the mentee. */
  private static final class Blocking {
    private final ValueSets mentees;
    private final int[][] mentorsByValue;

    Blocking(ValueSets mentees, int[][] mentorsByValue) {
      this.mentees = mentees;
      this.mentorsByValue = mentorsByValue;
    }

    long size(int mentee) {
      long size = 0;
      for (int id : mentees.of(mentee)) {
        size += id < mentorsByValue.length ? mentorsByValue[id].length : 0;
      }
      return size;
    }

    /** Called only where the blocks together are shorter than the row. */
    int fill(int mentee, int[] row) {
      int count = 0;
      int blocks = 0;
      for (int id : mentees.of(mentee)) {
        if (id < mentorsByValue.length && mentorsByValue[id].length > 0) {
          System.arraycopy(mentorsByValue[id], 0, row, count, mentorsByValue[id].length);
          count += mentorsByValue[id].length;
          blocks++;
        }
      }
      if (blocks < 2) {
        return count;
      }
      Arrays.sort(row, 0, count);
      int distinct = 1;
      for (int k = 1; k < count; k++) {
        if (row[k] != row[distinct - 1]) {
          row[distinct++] = row[k];
        }
      }
      return distinct;
    }
  }
}
