package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mentoring.identity.MentorshipId;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.programme.ProgrammeDefinition;

/** The zone of the programme decides which day it is. */
class ProgrammeDayTest {
  @Property(tries = 200)
  void a_report_is_overdue_once_its_last_day_is_over_in_the_zone_of_the_programme(
      @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = -50, max = 50) int hours) {
    KeptObligations kept = new KeptObligations(in(zone, KeptObligations.definition()));
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    LocalDate deadline = LocalDate.of(2020, 10, 17);
    Instant now = deadline.plusDays(1).atStartOfDay(zone).toInstant().plusSeconds(hours * 3_600L);
    kept.programme.now.set(now);
    Obligation first =
        kept.mentoring.oversight().obligations(id, kept.mentoring.today()).stream()
            .filter(each -> each.window().cadence().due().equals(KeptObligations.REPORT))
            .findFirst()
            .orElseThrow();

    assertThat(first.window().deadline()).isEqualTo(deadline);
    assertThat(first.state()).isEqualTo(hours < 0 ? ObligationState.DUE : ObligationState.OVERDUE);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            List.of(
                "Asia/Yekaterinburg", "Asia/Irkutsk", "UTC", "Pacific/Kiritimati", "Etc/GMT+12"))
        .map(ZoneId::of);
  }

  /** The same programme elsewhere. */
  static ProgrammeDefinition in(ZoneId zone, ProgrammeDefinition some) {
    return new ProgrammeDefinition(
        some.id(),
        some.version(),
        some.title(),
        some.source(),
        zone,
        some.under(),
        some.phases(),
        some.vocabulary(),
        some.scales(),
        some.neighbours(),
        some.places(),
        some.attributes(),
        some.standards(),
        some.practices(),
        some.centre(),
        some.targets(),
        some.records(),
        some.activities(),
        some.incidents(),
        some.calendars(),
        some.waivers(),
        some.privacy());
  }
}
