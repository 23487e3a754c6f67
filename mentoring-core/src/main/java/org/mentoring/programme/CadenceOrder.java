package org.mentoring.programme;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.programme.Cadence.Beginning;
import org.mentoring.programme.Cadence.From;
import org.mentoring.programme.Cadence.OwedFor;
import org.mentoring.programme.Cadence.Timing;
import org.mentoring.programme.TighteningOrder.Standing;

/** Which of two cadences asks for more, parameter by parameter. */
final class CadenceOrder {
  /** Parties that every mentorship has, so that what is due with them is due with somebody. */
  private static final Set<Code> ALWAYS_THERE = Set.of(Code.of("MENTOR"), Code.of("MENTEE"));

  private CadenceOrder() {}

  static Standing compare(Cadence first, Cadence second) {
    return compared(first, second).values().stream().reduce(Standing.EQUAL, Standing::and);
  }

  /** The parameters in which the first does not ask for all that the second does. */
  static SortedSet<String> shortfall(Cadence first, Cadence second) {
    SortedSet<String> names = new TreeSet<>();
    compared(first, second)
        .forEach(
            (name, standing) -> {
              if (standing == Standing.LOOSER || standing == Standing.INCOMPARABLE) {
                names.add(name);
              }
            });
    return names;
  }

  /** Whether whoever keeps the first has kept the second. */
  static boolean covers(Cadence first, Cadence second) {
    Standing standing = compare(first, second);
    return standing == Standing.EQUAL || standing == Standing.TIGHTER;
  }

  /** By the keys of the parameters. */
  private static SortedMap<String, Standing> compared(Cadence one, Cadence other) {
    SortedMap<String, Standing> all = new TreeMap<>();
    all.put("due", same(one.due(), other.due()));
    all.put("by", same(one.by(), other.by()));
    all.put("to", TighteningOrder.narrowed(one.to(), other.to()));
    all.put("owed-for", same(owedFor(one), owedFor(other)));
    all.put("every", oftener(one, other));
    all.put("times", TighteningOrder.up(one.times(), other.times()));
    all.put("calendar", same(one.calendar(), other.calendar()));
    all.put("timing", same(timing(one), timing(other)));
    all.put("beginning", beginning(one, other));
    all.put("after", same(orZero(one.after()), orZero(other.after())));
    all.put("grace", TighteningOrder.turned(longer(orZero(one.grace()), orZero(other.grace()))));
    all.put("duration", longerOrEndless(one.duration(), other.duration()));
    all.put("mode", TighteningOrder.narrowed(one.mode(), other.mode()));
    all.put("attended-by", TighteningOrder.narrowed(one.attendedBy(), other.attendedBy()));
    all.put("below-age", TighteningOrder.down(one.belowAge(), other.belowAge()));
    all.put("with", with(one.with(), other.with()));
    all.put("skips", TighteningOrder.turned(TighteningOrder.narrowed(one.skips(), other.skips())));
    all.put("from", same(from(one), from(other)));
    all.put("item", TighteningOrder.narrowed(one.item(), other.item()));
    return all;
  }

  private static Standing same(Object one, Object other) {
    boolean same = one.equals(other);
    return Standing.of(same, same);
  }

  private static OwedFor owedFor(Cadence cadence) {
    return Objects.requireNonNullElse(cadence.owedFor(), OwedFor.MENTORSHIP);
  }

  private static Timing timing(Cadence cadence) {
    return Objects.requireNonNullElse(cadence.timing(), Timing.AT_END);
  }

  private static From from(Cadence cadence) {
    return Objects.requireNonNullElse(cadence.from(), From.START);
  }

  private static Period orZero(@Nullable Period period) {
    return period == null ? Period.ZERO : period;
  }

  /** What begins at once has all periods of what begins with the first full one. */
  private static Standing beginning(Cadence one, Cadence other) {
    return Standing.of(
        one.beginning() != Beginning.FIRST_FULL || other.beginning() == Beginning.FIRST_FULL,
        other.beginning() != Beginning.FIRST_FULL || one.beginning() == Beginning.FIRST_FULL);
  }

  private static Standing longer(Period one, Period other) {
    return Standing.of(
        TighteningOrder.atLeastAsLong(one, other), TighteningOrder.atLeastAsLong(other, one));
  }

  private static Standing longerOrEndless(@Nullable Period one, @Nullable Period other) {
    return one == null || other == null
        ? Standing.of(one == null, other == null)
        : longer(one, other);
  }

  /** What lies ahead of a period lapses with it: a pause may take the one that begins a longer. */
  private static Standing oftener(Cadence one, Cadence other) {
    if (timing(one) == Timing.AHEAD) {
      return same(one.every(), other.every());
    }
    return Standing.of(oneLiesInEach(one, other), oneLiesInEach(other, one));
  }

  /**
   * Whether a whole period of the first that asks for something lies in each of the second, both
   * counted from one day. The calendar's first period is cut by the start, and one may lie in days
   * off, so that there only those count which end together.
   */
  private static boolean oneLiesInEach(Cadence one, Cadence other) {
    Period every = one.every();
    return every.equals(other.every())
        || fits(every, other.every())
        || (!one.calendar() && one.skips() == null && 2 * most(every) - 1 <= least(other.every()));
  }

  private static boolean fits(Period one, Period other) {
    long months = one.toTotalMonths();
    long days = days(one);
    if (days == 0 && days(other) == 0) {
      return months > 0 && other.toTotalMonths() % months == 0;
    }
    return months == 0 && other.toTotalMonths() == 0 && days > 0 && days(other) % days == 0;
  }

  private static long least(Period period) {
    return period.toTotalMonths() * 28 + days(period);
  }

  private static long most(Period period) {
    return period.toTotalMonths() * 31 + days(period);
  }

  private static long days(Period period) {
    return period.get(ChronoUnit.DAYS);
  }

  private static Standing with(List<Code> one, List<Code> other) {
    Set<Code> first = new HashSet<>(one);
    Set<Code> second = new HashSet<>(other);
    return Standing.of(coversAll(first, second), coversAll(second, first));
  }

  private static boolean coversAll(Set<Code> first, Set<Code> second) {
    if (second.isEmpty() && !first.isEmpty()) {
      return first.stream().anyMatch(ALWAYS_THERE::contains);
    }
    return first.containsAll(second);
  }
}
