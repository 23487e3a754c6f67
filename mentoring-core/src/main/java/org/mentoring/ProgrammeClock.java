package org.mentoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.participant.FactEntry;
import org.mentoring.spi.SystemSources;
import org.mentoring.spi.UnitOfWork;

/**
 * The time of a running programme, which never goes back and lets what other instances recorded
 * count. Thread-safe.
 */
final class ProgrammeClock {
  /** For as long what the store's clock said holds, so that few commands have to ask for it. */
  private static final Duration HOLDS = Duration.ofMinutes(1);

  private final Clock clock;
  private final Duration lead;
  private final Duration holds;
  private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

  private final LongSupplier watch = SystemSources.stopwatch();

  private volatile @Nullable Compared compared;

  /**
   * Two clocks at one time.
   *
   * @param own what this clock read, not too far ahead
   * @param stored what the store's clock said
   * @param nanos when, by a watch that nobody sets
   */
  private record Compared(Instant own, Instant stored, long nanos) {}

  /**
   * @param lead how far clocks may be apart
   */
  ProgrammeClock(Clock clock, Duration lead) {
    this.clock = clock;
    this.lead = lead;
    holds = lead.compareTo(HOLDS) < 0 ? lead : HOLDS;
  }

  /** What the clock reads, though something later was told. */
  Instant read() {
    return clock.instant();
  }

  /**
   * Now, cut to microseconds, as stores keep it, and never before what was told earlier: a clock
   * that is set back must not slip a fact under decisions that were made without it.
   */
  Instant now() {
    return reached(clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** What is told from now on is later than this, so that a decision made then stands by itself. */
  void past(Instant instant) {
    Instant unused = reached(instant.plus(1, ChronoUnit.MICROS));
  }

  private Instant reached(Instant instant) {
    return latest.accumulateAndGet(instant, (last, next) -> next.isAfter(last) ? next : last);
  }

  /**
   * What another instance recorded counts from here on. A clock far ahead would make everything
   * that is recorded from then on as far ahead, in all instances, for good: it moves nothing.
   */
  void counts(Instant recorded) {
    if (recorded.isAfter(latest.get()) && !recorded.isAfter(furthest())) {
      Instant unused = reached(recorded);
    }
  }

  /** Whether something has come to count since then that was recorded by a clock which is ahead. */
  boolean wentPast(Instant instant) {
    Instant last = reached(instant);
    return last.isAfter(instant) && last.isAfter(clock.instant());
  }

  /** What was recorded later than this is ahead of every clock that is right. */
  Instant furthest() {
    // A clock that is set back does not make what it told before too late.
    return now().plus(lead);
  }

  /**
   * A history with the times at which its entries count: one that was recorded too far ahead counts
   * since the one before it, for it is there.
   */
  List<FactEntry> counted(List<FactEntry> history) {
    // Sooner than at the furthest, so that what a question has seen as too far ahead is so until
    // the question ends.
    return knownBy(history, furthest().minus(holds), Instant.EPOCH);
  }

  /**
   * The entries that somebody knew at an instant, whatever times they bear.
   *
   * @param history no other entries than those
   */
  static List<FactEntry> knownBy(List<FactEntry> history, Instant knownAt) {
    return knownBy(history, knownAt, knownAt);
  }

  /**
   * @param least what is too late counts since this at the earliest
   */
  private static List<FactEntry> knownBy(List<FactEntry> history, Instant last, Instant least) {
    if (history.stream().noneMatch(entry -> entry.recordedAt().isAfter(last))) {
      return history;
    }
    List<FactEntry> counted = new ArrayList<>(history.size());
    Instant before = least;
    for (FactEntry entry : history) {
      if (entry.recordedAt().isAfter(last)) {
        counted.add(at(entry, before));
      } else {
        counted.add(entry);
        before = entry.recordedAt().isAfter(least) ? entry.recordedAt() : least;
      }
    }
    return counted;
  }

  private static FactEntry at(FactEntry entry, Instant time) {
    if (entry instanceof FactEntry.Recorded recorded) {
      return new FactEntry.Recorded(
          recorded.id(),
          recorded.about(),
          recorded.fact(),
          recorded.validity(),
          time,
          recorded.by(),
          recorded.corrects(),
          recorded.reason());
    } else if (entry instanceof FactEntry.Retracted retracted) {
      return new FactEntry.Retracted(
          retracted.fact(), retracted.about(), time, retracted.by(), retracted.reason());
    }
    FactEntry.Merged merged = (FactEntry.Merged) entry;
    return new FactEntry.Merged(
        merged.about(), merged.duplicate(), time, merged.by(), merged.reason());
  }

  /**
   * When a command that begins is carried out, within its unit of work.
   *
   * @throws MentoringException {@code clock.lead} where this clock is too far ahead of the store's
   */
  Instant begun(UnitOfWork work) {
    Instant read = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = reached(read);
    if (holds(compared, read)) {
      return at;
    }
    Optional<Instant> stored = work.time();
    if (stored.isPresent()) {
      Instant most = stored.get().plus(lead);
      if (at.isAfter(most)) {
        if (read.isAfter(most)) {
          throw ahead(read, stored.get());
        }
        // It was ahead and has been set right; nothing was kept under what it told meanwhile.
        latest.set(read);
        at = read;
      }
      compared = new Compared(read, stored.get(), watch.getAsLong());
    }
    return at;
  }

  /** Not where this clock was set back, which may be when nobody gave a command. */
  private boolean holds(@Nullable Compared last, Instant read) {
    return last != null
        && !read.isBefore(last.own())
        && !read.isAfter(last.own().plus(holds))
        && watch.getAsLong() - last.nanos() <= holds.toNanos();
  }

  /**
   * A clock far behind would judge by days on which what is on record was not yet so, as a consent
   * that was withdrawn since. What bears a later time than the store's own clock has is no proof of
   * that: it was recorded by a clock that was ahead.
   *
   * @param recorded when something was recorded
   * @throws MentoringException {@code clock.lag} where that is further ahead of this clock than
   *     clocks may be apart, and the store's clock is past it
   */
  void refuseBehind(Instant recorded) {
    Compared last = compared;
    if (last == null || !recorded.isAfter(last.own().plus(lead))) {
      return;
    }
    Instant own = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Duration since = Duration.between(last.own(), own);
    Instant stored = last.stored().plus(since.isNegative() ? Duration.ZERO : since);
    if (recorded.isAfter(own.plus(lead)) && !recorded.isAfter(stored.plus(lead))) {
      throw new MentoringException(
          "clock.lag",
          Map.of("clock", own.toString(), "recorded", recorded.toString(), "most", lead.toString()),
          "Nothing was done. Set this clock right: it is too far behind what was recorded.");
    }
  }

  private MentoringException ahead(Instant read, Instant stored) {
    return new MentoringException(
        "clock.lead",
        Map.of("clock", read.toString(), "store", stored.toString(), "most", lead.toString()),
        "Nothing was done. Set this clock right: it is too far ahead of the store's.");
  }
}
