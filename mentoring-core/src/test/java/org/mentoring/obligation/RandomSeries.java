package org.mentoring.obligation;

import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Cadence.Beginning;
import org.mentoring.programme.Cadence.Timing;
import org.mentoring.programme.DayCalendar;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Spans;
import org.mentoring.time.Validity;

/** Series of all shapes, around month ends and a leap day. */
final class RandomSeries extends DomainContextBase {
  static final LocalDate FIRST = LocalDate.of(2019, 12, 20);

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 500).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<Validity> spans() {
    return Combinators.combine(days(), Arbitraries.integers().between(1, 70))
        .as((from, length) -> new Validity(from, from.plusDays(length)));
  }

  @Provide
  Arbitrary<Cadence> cadences() {
    Arbitrary<Period> every =
        Arbitraries.of("P3D", "P1W", "P2W", "P1M", "P3M", "P6M", "P1Y").map(Period::parse);
    Arbitrary<Period> grace = Arbitraries.of("P3D", "P2W", "P1M").map(Period::parse);
    Arbitrary<Period> later = Arbitraries.of("P1M", "P1Y").map(Period::parse);
    return Combinators.combine(
            every,
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(true, false),
            Arbitraries.of(Timing.class).injectNull(0.3),
            Arbitraries.of(Beginning.class).injectNull(0.3),
            later.injectNull(0.8),
            grace.injectNull(0.5),
            later.injectNull(0.8))
        .as(
            (period, times, calendar, timing, beginning, after, graced, duration) ->
                Cadence.builder(
                        Code.of("MENTOR_REPORT"), Code.of("MENTOR"), period, Citation.CHOICE)
                    .times(times)
                    .calendar(calendar)
                    .timing(timing)
                    .beginning(beginning)
                    .after(after)
                    .grace(graced)
                    .duration(duration)
                    .build());
  }

  @Provide
  Arbitrary<Series> series() {
    Arbitrary<DayCalendar> holidays =
        spans()
            .list()
            .ofMaxSize(2)
            .map(
                days ->
                    new DayCalendar(
                        "holidays",
                        new LocalizedText("holidays", "каникулы"),
                        Spans.union(days),
                        Citation.CHOICE));
    return Combinators.combine(
            cadences(),
            days(),
            spans().list().ofMaxSize(3),
            holidays.injectNull(0.5),
            days().injectNull(0.8))
        .as(Series::new);
  }

  @Provide
  Arbitrary<Occurrence> occurrences() {
    return days().map(Occurrence::of);
  }
}
