package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.KeptObligations.CHECK_IN;
import static org.mentoring.KeptObligations.REPORT;
import static org.mentoring.KeptObligations.at;
import static org.mentoring.KeptObligations.day;
import static org.mentoring.KeptObligations.told;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/** What is due several times in a period is done on several days. */
class OnceADayTest {
  private static final Instant ALWAYS = at("2030-01-01");

  private final KeptObligations kept = new KeptObligations(twiceAMonth());
  private final MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-03-01");

  @Test
  void two_contacts_of_one_day_are_one() {
    kept.checkIn(id, "2020-03-05", "MENTOR");
    kept.checkIn(id, "2020-03-05", "MENTOR");
    assertThat(checkIns()).startsWith("CHECK_IN 1 OVERDUE");

    kept.checkIn(id, "2020-03-06", "MENTOR");
    assertThat(checkIns()).startsWith("CHECK_IN 1 MET");
  }

  @Test
  void late_reports_of_one_day_make_up_for_as_many_fortnights() {
    kept.report(id, "2020-04-02");
    kept.report(id, "2020-04-02");
    kept.report(id, "2020-04-02");

    assertThat(told(kept.mentoring.oversight().obligations(id, day("2020-04-02"), ALWAYS), REPORT))
        .startsWith("MENTOR_REPORT 1 MET_LATE", "MENTOR_REPORT 2 MET_LATE");
  }

  private List<String> checkIns() {
    return told(kept.mentoring.oversight().obligations(id, day("2020-04-15"), ALWAYS), CHECK_IN);
  }

  private static ProgrammeDefinition twiceAMonth() {
    ProgrammeDefinition kept = KeptObligations.definition();
    Practice practice = kept.practices().get(0);
    Cadence twice =
        new Cadence(
            CHECK_IN,
            Code.of("MENTORING_CENTRE"),
            Period.ofMonths(1),
            2,
            false,
            null,
            null,
            Citation.CHOICE);
    Practice asking =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            practice.arrangements(),
            false,
            false,
            practice.parties(),
            practice.matching(),
            practice.mentorship(),
            List.of(practice.cadences().get(0), twice),
            practice.completion(),
            Citation.CHOICE);
    return new ProgrammeDefinition(
        kept.id(),
        kept.version(),
        kept.title(),
        null,
        kept.zone(),
        List.of(),
        List.of(),
        kept.vocabulary(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(asking),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        kept.privacy());
  }
}
