package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    } else if (term instanceof Term.Near near) {
      ValueSets mentors = columns.mentors().valuesOf(near.attribute());
      blockings.add(new Blocking(columns.mentees().nearbyOf(near.attribute()), blocks.of(mentors)));
    } else if (term instanceof Term.And and) {
      and.terms().forEach(part -> block(part, columns, blocks, blockings));
    }
  }

  private static PairTerm compile(Term term, Columns columns) {
    if (term instanceof Term.And and) {
      return new ComposedTerms.Joined(compileAll(and.terms(), columns), true);
    } else if (term instanceof Term.Or or) {
      return new ComposedTerms.Joined(compileAll(or.terms(), columns), false);
    } else if (term instanceof Term.Not not) {
      return new ComposedTerms.None(compile(not.term(), columns));
    } else if (term instanceof Term.Mirrored mirrored) {
      return turned(mirrored.term(), columns);
    } else if (term instanceof Term.Same same) {
      return shared(term, same.attribute(), true, columns);
    } else if (term instanceof Term.Different different) {
      return shared(term, different.attribute(), false, columns);
    } else if (term instanceof Term.Near near) {
      return new SetTerms.Near(
          term,
          columns.mentees().valuesOf(near.attribute()),
          columns.mentees().nearbyOf(near.attribute()),
          columns.mentors().valuesOf(near.attribute()));
    } else if (term instanceof Term.Distance distance) {
      return new DistanceTerm(distance, columns.kilometres(distance.attribute()));
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
    } else if (term instanceof Term.WishesMet wishes) {
      return wished(wishes, columns);
    } else if (term instanceof Term.SharedTime time) {
      return new TimeTerm(time, columns.mentees().freeTime(), columns.mentors().freeTime());
    }
    return difference(term, columns)
        .or(() -> listed(term, columns))
        .orElseThrow(
            () -> new IllegalStateException("no kernel for " + term.getClass().getSimpleName()));
  }

  /** The term for the two in each other's places. */
  private static PairTerm turned(Term term, Columns columns) {
    if (term instanceof Term.And and) {
      return new ComposedTerms.Joined(turnedAll(and.terms(), columns), true);
    } else if (term instanceof Term.Or or) {
      return new ComposedTerms.Joined(turnedAll(or.terms(), columns), false);
    } else if (term instanceof Term.Not not) {
      return new ComposedTerms.None(turned(not.term(), columns));
    } else if (term instanceof Term.Mirrored mirrored) {
      return compile(mirrored.term(), columns);
    } else if (!term.isSided()) {
      return compile(term, columns);
    }
    PairTerm other = compile(term, columns.turned());
    if (!(other instanceof PairTerm.LeafTerm leaf)) {
      throw new IllegalStateException("no simple term: " + term.getClass().getSimpleName());
    }
    return new TurnedTerm(leaf);
  }

  private static PairTerm[] turnedAll(List<Term> terms, Columns columns) {
    return terms.stream().map(term -> turned(term, columns)).toArray(PairTerm[]::new);
  }

  private static PairTerm wished(Term.WishesMet wishes, Columns columns) {
    boolean menteeWishes = wishes.by() == Term.Side.MENTEE;
    Columns.Side mentees = columns.mentees();
    Columns.Side mentors = columns.mentors();
    return new SetTerms.Wished(
        wishes,
        menteeWishes ? mentees.wishesOf(wishes.attribute()) : mentees.valuesOf(wishes.attribute()),
        menteeWishes ? mentors.valuesOf(wishes.attribute()) : mentors.wishesOf(wishes.attribute()),
        menteeWishes);
  }

  private static Optional<PairTerm> difference(Term term, Columns columns) {
    Columns.Side mentees = columns.mentees();
    Columns.Side mentors = columns.mentors();
    if (term instanceof Term.AgeGap gap) {
      return Optional.of(
          years(term, mentees.births(), mentors.births(), gap.atLeast(), gap.atMost()));
    } else if (term instanceof Term.ServiceGap gap) {
      return Optional.of(
          years(
              term,
              mentees.servicesIn(gap.occupation()),
              mentors.servicesIn(gap.occupation()),
              gap.atLeast(),
              gap.atMost()));
    } else if (term instanceof Term.Ahead ahead) {
      return Optional.of(
          new DifferenceTerm(
              term,
              mentees.levelsOf(ahead.scale()),
              mentors.levelsOf(ahead.scale()),
              1,
              1,
              ahead.atLeast(),
              orAny(ahead.atMost())));
    } else if (term instanceof Term.AheadInAsked asked) {
      return Optional.of(
          new AskedScaleTerm(
              asked, mentees.askedOf(asked.asked()), mentees.allLevels(), mentors.allLevels()));
    }
    return Optional.empty();
  }

  /** Who began earlier is older, so the mentee's date comes first. */
  private static PairTerm years(
      Term term, int[] mentees, int[] mentors, int atLeast, @Nullable Integer atMost) {
    return new DifferenceTerm(term, mentees, mentors, -1, Columns.YEAR, atLeast, orAny(atMost));
  }

  private static int orAny(@Nullable Integer atMost) {
    return atMost == null ? 1_000_000 : atMost;
  }

  private static Optional<PairTerm> listed(Term term, Columns columns) {
    PairLists lists = columns.lists();
    if (term instanceof Term.NotSelf) {
      return Optional.of(new ListedTerm(term, lists.self(), false));
    } else if (term instanceof Term.NotExcluded) {
      return Optional.of(new ListedTerm(term, columns.excluded(), false));
    } else if (term instanceof Term.NoCircle) {
      return Optional.of(new ListedTerm(term, lists.mentored(), false));
    } else if (term instanceof Term.FormerMentor) {
      return Optional.of(new ListedTerm(term, lists.former(), true));
    } else if (term instanceof Term.MentorsSibling) {
      return Optional.of(new ListedTerm(term, lists.ofSiblings(), true));
    }
    return Optional.empty();
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
    // Blocks that hold most mentors spare nothing.
    if (best >= 0 && least <= everyMentor.length / 2) {
      return blockings[best].fill(mentee, row);
    }
    System.arraycopy(everyMentor, 0, row, 0, everyMentor.length);
    return everyMentor.length;
  }

  /** A criterion and its term over columns. */
  record Compiled(Criterion criterion, PairTerm term) {}

  /** Mentors by the value that they must share with the mentee. */
  private static final class Blocking {
    /** Where fewer than one mentor in so many is found, sorting is faster than marking. */
    private static final int DENSE = 256;

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
      return count > row.length / DENSE ? marked(row, count) : sorted(row, count);
    }

    /** Where many are found among all, marking them is faster than sorting. */
    private static int marked(int[] row, int count) {
      long[] marks = new long[(row.length + 63) >>> 6];
      for (int k = 0; k < count; k++) {
        marks[row[k] >>> 6] |= 1L << row[k];
      }
      int distinct = 0;
      for (int w = 0; w < marks.length; w++) {
        for (long left = marks[w]; left != 0; left &= left - 1) {
          row[distinct++] = (w << 6) + Long.numberOfTrailingZeros(left);
        }
      }
      return distinct;
    }

    private static int sorted(int[] row, int count) {
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
