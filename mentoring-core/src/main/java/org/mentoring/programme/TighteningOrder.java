package org.mentoring.programme;

import static java.util.Map.entry;

import java.lang.reflect.RecordComponent;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;

/**
 * Which of two requirements of a kind, or of two cadences, asks for more. Each kind declares for
 * each of its parameters which way is up; whatever cannot be told is incomparable, and never a
 * guess. Whoever meets the tighter one meets the looser one too. Stateless and thread-safe.
 */
public final class TighteningOrder {
  /** How one requirement stands to another. */
  public enum Standing {
    /** Both ask for the same. */
    EQUAL,
    /** The first asks for all that the second does, and for more. */
    TIGHTER,
    /** The second asks for all that the first does, and for more. */
    LOOSER,
    /** Neither asks for all that the other does, or nobody can tell. */
    INCOMPARABLE;

    /** How things stand that stand so in one parameter and so in another. */
    Standing and(Standing other) {
      if (this == EQUAL || this == other) {
        return other;
      }
      return other == EQUAL ? this : INCOMPARABLE;
    }

    static Standing of(boolean firstAsksAll, boolean secondAsksAll) {
      if (firstAsksAll) {
        return secondAsksAll ? EQUAL : TIGHTER;
      }
      return secondAsksAll ? LOOSER : INCOMPARABLE;
    }
  }

  /** Which way is up in a parameter. */
  public enum Direction {
    /** Other values are another requirement. */
    FIXED,
    /** More of it; nothing said is the least. */
    UP,
    /** Less of it; nothing said is the most. */
    DOWN,
    /** Asked from an earlier age on; nothing said: at any age. */
    FROM_EARLIER,
    /** Asked up to a later age; nothing said: at any age. */
    UP_TO_LATER,
    /** Fewer ways to meet it. */
    SHRINKING,
    /** Fewer ways to meet it; an empty choice means any. */
    SHRINKING_FROM_ANY,
    /** More of them asked for or forbidden. */
    GROWING,
    /** Asked of more; an empty choice means of all. */
    GROWING_TO_ALL,
    /** One of them alone counts; nothing said: any counts. */
    NARROWED,
    /** Asked for one of them alone; nothing said: for all. */
    WIDENED,
    /** How people call it: asks for nothing. */
    WORDS
  }

  private static final Set<String> OF_ALL = Set.of("id", "citation");

  private static final Map<Class<? extends Requirement>, Map<String, Direction>> DIRECTIONS =
      Map.ofEntries(
          entry(Requirement.Age.class, Map.of("atLeast", Direction.UP, "below", Direction.DOWN)),
          entry(
              Requirement.CircumstanceHolds.class,
              Map.of(
                  "anyOf", Direction.SHRINKING,
                  "fromRegisters", Direction.SHRINKING,
                  "fromReferralBy", Direction.SHRINKING)),
          entry(
              Requirement.Registration.class,
              Map.of("anyOf", Direction.SHRINKING, "waysIn", Direction.GROWING_TO_ALL)),
          entry(
              Requirement.Intake.class,
              Map.of("position", Direction.FIXED, "anyOf", Direction.SHRINKING)),
          entry(
              Requirement.AffiliationFits.class,
              Map.of("anyOf", Direction.SHRINKING_FROM_ANY, "noneOf", Direction.GROWING)),
          entry(
              Requirement.Clearance.class,
              Map.of(
                  "kinds", Direction.GROWING,
                  "validFor", Direction.DOWN,
                  "fromAge", Direction.FROM_EARLIER)),
          entry(Requirement.Documents.class, Map.of("kinds", Direction.GROWING)),
          // Of all that count the latest stands: where fewer count, an earlier one may stand again.
          entry(
              Requirement.InterviewPassed.class,
              Map.of("by", Direction.FIXED, "mode", Direction.FIXED)),
          entry(
              Requirement.TrainingDone.class,
              Map.of(
                  "purpose", Direction.FIXED,
                  "minutes", Direction.UP,
                  "mode", Direction.NARROWED,
                  "by", Direction.NARROWED)),
          entry(
              Requirement.CoursePassed.class,
              Map.of("course", Direction.FIXED, "arrangement", Direction.WIDENED)),
          entry(
              Requirement.ConsentGiven.class,
              Map.of(
                  "by", Direction.FIXED,
                  "with", Direction.FIXED,
                  "purpose", Direction.FIXED,
                  "fromAge", Direction.FROM_EARLIER,
                  "belowAge", Direction.UP_TO_LATER)),
          entry(
              Requirement.DecisionOf.class,
              Map.of("authority", Direction.FIXED, "matter", Direction.FIXED)),
          entry(Requirement.ProfilePrepared.class, Map.of("by", Direction.FIXED)),
          entry(Requirement.FamilyMet.class, Map.of("with", Direction.FIXED)),
          entry(Requirement.StandardMet.class, Map.of("standard", Direction.FIXED)),
          entry(Requirement.InRegister.class, Map.of("register", Direction.FIXED)),
          entry(
              Requirement.TraitKnown.class,
              Map.of("attribute", Direction.FIXED, "anyOf", Direction.SHRINKING_FROM_ANY)),
          entry(Requirement.CommitmentMade.class, Map.of("time", Direction.UP)),
          entry(Requirement.ReferencesGood.class, Map.of("count", Direction.UP)),
          entry(Requirement.HoldsPosition.class, Map.of("position", Direction.FIXED)),
          entry(
              Requirement.HasMembers.class,
              Map.of("position", Direction.FIXED, "atLeast", Direction.UP)),
          entry(
              Requirement.AttestationGiven.class,
              Map.of(
                  "code", Direction.FIXED,
                  "by", Direction.FIXED,
                  "validFor", Direction.DOWN,
                  "title", Direction.WORDS)),
          entry(
              Requirement.MetAfter.class,
              Map.of(
                  "requirement", Direction.FIXED,
                  "after", Direction.GROWING,
                  "title", Direction.WORDS)),
          entry(
              Requirement.DoneAfter.class,
              Map.of(
                  "requirement", Direction.FIXED,
                  "after", Direction.GROWING,
                  "title", Direction.WORDS)),
          entry(
              Requirement.Extension.class,
              Map.of(
                  "name", Direction.FIXED,
                  "version", Direction.FIXED,
                  "parameters", Direction.FIXED,
                  "title", Direction.WORDS)));

  private TighteningOrder() {}

  /** How the first requirement stands to the second; those of two kinds are incomparable. */
  public static Standing compare(Requirement first, Requirement second) {
    return first.getClass() == second.getClass()
        ? compared(first, second).values().stream().reduce(Standing.EQUAL, Standing::and)
        : Standing.INCOMPARABLE;
  }

  /**
   * How the first cadence stands to the second. They are compared where the same is due from the
   * same party for the same, counted from the same day. It is tighter more often: where whole
   * periods of the second hold whole numbers of the first's, or are at least twice as long, so that
   * one of the first's lies in each (every 9 days is not tighter than every 10: both may be missed
   * in one and done in the other). It is tighter with more times, a shorter grace, a longer
   * duration, more parties with each of whom it is due, fewer days off, and where fewer ways of
   * doing it count. Ids and citations do not matter.
   */
  public static Standing compare(Cadence first, Cadence second) {
    return CadenceOrder.compare(first, second);
  }

  /** Whether whoever meets the first has met the second. */
  static boolean covers(Requirement first, Requirement second) {
    Standing standing = compare(first, second);
    return standing == Standing.EQUAL || standing == Standing.TIGHTER;
  }

  /** The parameters in which the first does not ask for all that the second does. */
  static SortedSet<String> shortfall(Requirement first, Requirement second) {
    if (first.getClass() != second.getClass()) {
      return new TreeSet<>(Set.of("kind"));
    }
    SortedSet<String> names = new TreeSet<>();
    compared(first, second)
        .forEach(
            (name, standing) -> {
              if (standing == Standing.LOOSER || standing == Standing.INCOMPARABLE) {
                names.add(key(name));
              }
            });
    return names;
  }

  /** The declared directions of a kind's parameters, by the names of the record's components. */
  public static SortedMap<String, Direction> directions(Class<? extends Requirement> kind) {
    Map<String, Direction> declared = DIRECTIONS.get(kind);
    if (declared == null) {
      throw new IllegalStateException("no order declared: " + kind.getName());
    }
    return Collections.unmodifiableSortedMap(new TreeMap<>(declared));
  }

  private static SortedMap<String, Standing> compared(Requirement first, Requirement second) {
    SortedMap<String, Direction> directions = directions(first.getClass());
    SortedMap<String, Standing> standings = new TreeMap<>();
    for (RecordComponent component : first.getClass().getRecordComponents()) {
      String name = component.getName();
      Direction direction = directions.get(name);
      if (direction != null) {
        standings.put(name, standing(direction, value(component, first), value(component, second)));
      } else if (!OF_ALL.contains(name)) {
        throw new IllegalStateException("no order declared: " + first.kind() + "." + name);
      }
    }
    return standings;
  }

  private static Standing standing(
      Direction direction, @Nullable Object one, @Nullable Object other) {
    return switch (direction) {
      case FIXED -> fixed(one, other);
      case UP -> up(one, other);
      case DOWN -> down(one, other);
      case FROM_EARLIER -> turned(up(one, other));
      case UP_TO_LATER -> turned(down(one, other));
      case SHRINKING -> turned(growing(one, other));
      case SHRINKING_FROM_ANY -> turned(growingToAll(one, other));
      case GROWING -> growing(one, other);
      case GROWING_TO_ALL -> growingToAll(one, other);
      case NARROWED -> narrowed(one, other);
      case WIDENED -> turned(narrowed(one, other));
      case WORDS -> Standing.EQUAL;
    };
  }

  private static String key(String component) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (Character.isUpperCase(c)) {
        key.append('-');
      }
      key.append(Character.toLowerCase(c));
    }
    return key.toString();
  }

  static Standing fixed(@Nullable Object one, @Nullable Object other) {
    boolean same = CanonicalForm.of(one).equals(CanonicalForm.of(other));
    return Standing.of(same, same);
  }

  static Standing up(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Standing.of(other == null, one == null);
    }
    if (one instanceof Period period) {
      return longer(period, (Period) other);
    }
    int difference = Integer.compare((Integer) one, (Integer) other);
    return Standing.of(difference >= 0, difference <= 0);
  }

  /** A value that is not there is the loosest, whichever way is up. */
  static Standing down(@Nullable Object one, @Nullable Object other) {
    Standing standing = up(one, other);
    return one == null || other == null ? standing : turned(standing);
  }

  static Standing turned(Standing standing) {
    return switch (standing) {
      case TIGHTER -> Standing.LOOSER;
      case LOOSER -> Standing.TIGHTER;
      default -> standing;
    };
  }

  private static Standing growing(@Nullable Object one, @Nullable Object other) {
    Collection<?> first = (Collection<?>) one;
    Collection<?> second = (Collection<?>) other;
    return first == null || second == null
        ? Standing.INCOMPARABLE
        : Standing.of(first.containsAll(second), second.containsAll(first));
  }

  private static Standing growingToAll(@Nullable Object one, @Nullable Object other) {
    boolean firstAll = one instanceof Collection<?> first && first.isEmpty();
    boolean secondAll = other instanceof Collection<?> second && second.isEmpty();
    return firstAll || secondAll ? Standing.of(firstAll, secondAll) : growing(one, other);
  }

  static Standing narrowed(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null
        ? Standing.of(other == null, one == null)
        : fixed(one, other);
  }

  /** Whether nobody doubts that a period is as long as another. */
  static boolean atLeastAsLong(Period one, Period other) {
    return atLeast(one, other);
  }

  /** A month has 28 to 31 days, so that 30 days and a month cannot be told apart. */
  private static Standing longer(Period one, Period other) {
    return Standing.of(atLeast(one, other), atLeast(other, one));
  }

  private static boolean atLeast(Period one, Period other) {
    long months = 12L * (one.getYears() - other.getYears()) + one.getMonths() - other.getMonths();
    long days = (long) one.getDays() - other.getDays();
    if (months >= 0) {
      return days >= 0 || months * 28 + days >= 0;
    }
    return months * 31 + days >= 0;
  }

  private static @Nullable Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not readable: " + component, e);
    }
  }
}
