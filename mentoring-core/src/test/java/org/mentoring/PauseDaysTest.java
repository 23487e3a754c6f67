package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.TODAY;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.obligation.ObligationState;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.LocalizedText;

class PauseDaysTest {
  private static final Code REPORT = Code.of("MENTOR_REPORT");
  private static final Citation CITE = Citation.of("S2-08");

  private final SmallMentorships small = new SmallMentorships(definition());
  private final MentorshipId pair =
      small.active(small.mentor("mentor-1"), small.mentee("mentee-1"));

  private Outcome<Mentorship> pause(LocalDate from) {
    return small.commands().pause(COORDINATOR, pair, "illness", from);
  }

  private boolean overdue() {
    return small.mentoring.oversight().obligations(pair, small.today()).stream()
        .anyMatch(each -> each.state() == ObligationState.OVERDUE);
  }

  @Test
  void a_pause_told_late_does_not_undo_what_is_overdue() {
    small.days(20);
    assertThat(overdue()).isTrue();

    assertThat(codes(pause(TODAY.plusDays(1)))).containsExactly("mentorship.pause-back-dated");
    assertThat(codes(pause(TODAY.plusDays(13)))).containsExactly("mentorship.pause-back-dated");
    assertThat(pause(TODAY.plusDays(14)).accepted()).isPresent();
    assertThat(overdue()).isTrue();
  }

  @Test
  void a_pause_told_late_holds_from_its_first_day_where_nothing_is_overdue() {
    small.days(10);

    assertThat(pause(TODAY.plusDays(1)).accepted()).isPresent();
    small.days(20);
    assertThat(overdue()).isFalse();
  }

  @Test
  void what_was_missed_before_a_pause_from_today_stays_overdue() {
    small.days(20);

    assertThat(pause(small.today()).accepted()).isPresent();
    assertThat(overdue()).isTrue();
  }

  @Test
  void an_early_ending_told_late_does_not_undo_what_is_overdue() {
    small.days(20);

    assertThat(codes(end(TODAY.plusDays(13)))).containsExactly("mentorship.end-back-dated");
    assertThat(end(TODAY.plusDays(14)).accepted()).isPresent();
    assertThat(overdue()).isTrue();
  }

  @Test
  void an_early_ending_told_late_holds_where_nothing_is_overdue() {
    small.days(10);

    assertThat(end(TODAY.plusDays(1)).accepted()).isPresent();
  }

  private Outcome<Mentorship> end(LocalDate on) {
    return small
        .commands()
        .endEarly(
            COORDINATOR,
            pair,
            SmallMentorships.MOVED,
            SmallMentorships.GUARDIAN,
            "the family moves",
            on);
  }

  private static ProgrammeDefinition definition() {
    ProgrammeDefinition base = SmallMentorships.definition();
    Practice practice = base.practices().get(0);
    Practice reporting =
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
            List.of(
                new Cadence(
                    REPORT, Code.of("MENTOR"), Period.ofWeeks(2), 1, false, null, null, CITE)),
            practice.completion(),
            CITE);
    return new ProgrammeDefinition(
        base.id(),
        base.version(),
        base.title(),
        null,
        base.zone(),
        base.under(),
        base.phases(),
        base.vocabulary(),
        base.scales(),
        base.neighbours(),
        base.places(),
        base.attributes(),
        base.standards(),
        List.of(reporting),
        null,
        List.of(),
        List.of(),
        List.of(base.activities().get(0), kind(REPORT, ActivityTerms.Shape.REPORT)),
        List.of(),
        List.of(),
        null,
        base.privacy());
  }

  private static ActivityTerms kind(Code kind, ActivityTerms.Shape shape) {
    return new ActivityTerms(
        kind,
        shape,
        ActivityTerms.About.MENTORSHIP,
        new TreeSet<>(),
        null,
        null,
        null,
        false,
        new LocalizedText("kind", "вид"),
        CITE);
  }
}
