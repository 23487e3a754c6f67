package org.mentoring.json.happening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayedClockTest {
  @ParameterizedTest
  @CsvSource({
    "America/Sao_Paulo, 2018-11-04",
    "Africa/Cairo, 2014-05-16",
    "Asia/Beirut, 2021-03-28",
    "Asia/Yekaterinburg, 2020-10-01"
  })
  void each_day_is_shown_from_its_noon_to_its_end_also_where_it_does_not_begin_at_midnight(
      ZoneId zone, LocalDate day) {
    PlayedClock clock = new PlayedClock(zone, day.minusDays(3));
    for (LocalDate each = day.minusDays(2);
        each.isBefore(day.plusDays(3));
        each = each.plusDays(1)) {
      clock.next(each);
      assertThat(shown(clock)).isEqualTo(each);
      clock.next(each);
      assertThat(shown(clock)).isEqualTo(each);
      clock.endOf(each);
      assertThat(shown(clock)).isEqualTo(each);
      assertThat(LocalDate.ofInstant(clock.instant().plusMillis(1), zone))
          .isEqualTo(each.plusDays(1));
    }
  }

  @Test
  void a_day_that_there_never_was_is_over_at_once() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    LocalDate never = LocalDate.of(2011, 12, 30);
    PlayedClock clock = new PlayedClock(apia, never.minusDays(2));

    clock.next(never.minusDays(1));
    clock.endOf(never.minusDays(1));
    assertThat(shown(clock)).isEqualTo(never.minusDays(1));
    clock.next(never);
    assertThat(shown(clock)).isEqualTo(never.plusDays(1));
  }

  private static LocalDate shown(PlayedClock clock) {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
