package org.mentoring.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Cadence.Beginning;
import org.mentoring.programme.TighteningOrder;
import org.mentoring.programme.TighteningOrder.Standing;

/** Whoever keeps the tighter of two cadences has kept the looser one. */
@Domain(RandomSeries.class)
@Domain(DomainContext.Global.class)
class TighterCadencesPropertyTest {
  private static final List<String> EVERY =
      List.of("P3D", "P9D", "P10D", "P1W", "P2W", "P1M", "P2M", "P3M", "P6M", "P1Y");

  @Property(tries = 3000)
  void what_is_done_as_the_tighter_asks_is_done_as_the_looser_asks(
      @ForAll Series series, @ForAll Random random) {
    Cadence one = skipping(series, series.cadence());
    Cadence other = like(one, random);
    Standing standing = TighteningOrder.compare(one, other);
    Assume.that(standing != Standing.INCOMPARABLE);
    Series tight = of(series, standing == Standing.LOOSER ? other : one);
    Series loose = of(series, standing == Standing.LOOSER ? one : other);
    LocalDate asOf = RandomSeries.FIRST.plusDays(600);
    List<Occurrence> done = asAsked(tight, asOf, random);
    for (ObligationWindow window : windows(tight, done, asOf)) {
      Assume.that(window.doneInTime() == tight.cadence().times() || window.due().isAfter(asOf));
    }

    for (ObligationWindow window : windows(loose, done, asOf)) {
      if (!window.deadline().isAfter(asOf)) {
        assertThat(window.doneInTime())
            .as("%s by %s as %s asks", window, done, tight)
            .isEqualTo(loose.cadence().times());
      }
    }
  }

  @Example
  void most_pairs_that_can_be_compared_differ() {
    Random random = new Random(3);
    int tighter = 0;
    for (int i = 0; i < 200; i++) {
      Cadence one = Cadences.every(EVERY.get(random.nextInt(EVERY.size()))).cadence();
      tighter += TighteningOrder.compare(one, like(one, random)) == Standing.TIGHTER ? 1 : 0;
    }
    assertThat(tighter).isBetween(10, 150);
  }

  private static List<ObligationWindow> windows(
      Series series, List<Occurrence> done, LocalDate asOf) {
    return Fulfilment.windows(List.of(series), Cadences.MENTORSHIP, done, day -> false, asOf);
  }

  /** So often in each period, on some days of it or of its grace. */
  private static List<Occurrence> asAsked(Series series, LocalDate asOf, Random random) {
    List<Occurrence> done = new ArrayList<>();
    for (DuePeriod period : ObligationCalendar.periods(series, asOf)) {
      int days = (int) ChronoUnit.DAYS.between(period.opens(), period.deadline());
      for (int i = 0; i < series.cadence().times(); i++) {
        done.add(Occurrence.of(period.opens().plusDays(random.nextInt(Math.max(0, days) + 1))));
      }
    }
    return done;
  }

  private static Series of(Series like, Cadence cadence) {
    return new Series(cadence, like.start(), like.pauses(), like.holidays(), like.end());
  }

  private static Cadence skipping(Series series, Cadence cadence) {
    return changed(
        cadence,
        cadence.every(),
        cadence.times(),
        cadence.beginning(),
        cadence.grace(),
        cadence.duration(),
        series.holidays() == null ? null : "holidays");
  }

  private static Cadence like(Cadence cadence, Random random) {
    return changed(
        cadence,
        random.nextInt(4) == 0
            ? cadence.every()
            : Period.parse(EVERY.get(random.nextInt(EVERY.size()))),
        random.nextBoolean() ? cadence.times() : 1 + random.nextInt(3),
        random.nextBoolean() ? cadence.beginning() : Beginning.FIRST_FULL,
        random.nextBoolean() ? cadence.grace() : null,
        random.nextBoolean() ? cadence.duration() : null,
        cadence.skips());
  }

  private static Cadence changed(
      Cadence cadence,
      Period every,
      int times,
      @Nullable Beginning beginning,
      @Nullable Period grace,
      @Nullable Period duration,
      @Nullable String skips) {
    return cadence.toBuilder()
        .every(every)
        .times(times)
        .beginning(beginning)
        .grace(grace)
        .duration(duration)
        .skips(skips)
        .build();
  }
}
