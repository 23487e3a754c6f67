package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MENTOR;
import static org.mentoring.SmallMentorships.MOVED;
import static org.mentoring.SmallMentorships.PRACTICE;
import static org.mentoring.SmallMentorships.TODAY;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.LocalizedText;

/** From which day on one of several may have left. */
class LeavingDaysTest {
  private static final Code TALK = Code.of("TALK");
  private static final Citation CITE = Citation.of("S2-08");

  private final SmallMentorships small = new SmallMentorships(definition());
  private final ParticipantId mentor = small.mentor("m-1");
  private final ParticipantId first = small.mentee("e-1");
  private final ParticipantId second = small.mentee("e-2");
  private MentorshipId id = MentorshipId.of("none");

  @BeforeEach
  void group() {
    small.places(mentor, 2);
    small.programme.fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    id =
        small
            .commands()
            .assign(
                COORDINATOR,
                new NewMentorship(
                    PRACTICE,
                    Arrangement.GROUP,
                    new TreeSet<>(Set.of(mentor)),
                    new TreeSet<>(Set.of(first, second)),
                    null,
                    null,
                    null,
                    small.today()))
            .orElseThrow()
            .id();
    small.agree(id, AS_MENTOR, mentor).orElseThrow();
    for (ParticipantId mentee : List.of(first, second)) {
      small.agree(id, MENTEE, mentee).orElseThrow();
      small.agree(id, GUARDIAN, mentee).orElseThrow();
    }
    small.step(MENTOR, id, "first-meeting").orElseThrow();
    small.commands().start(COORDINATOR, id, small.today()).orElseThrow();
  }

  private Outcome<Mentorship> leave(LocalDate on) {
    return small.commands().leave(COORDINATOR, id, first, MOVED, GUARDIAN, "moves", on);
  }

  private boolean overdue() {
    return small.mentoring.oversight().obligationsOf(first, small.today()).stream()
        .anyMatch(each -> each.state() == ObligationState.OVERDUE);
  }

  @Test
  void a_leaving_told_late_does_not_undo_what_is_overdue() {
    small.days(20);
    assertThat(overdue()).isTrue();

    assertThat(codes(leave(TODAY.plusDays(1)))).containsExactly("mentorship.leave-back-dated");
    assertThat(codes(leave(TODAY.plusDays(13)))).containsExactly("mentorship.leave-back-dated");
    assertThat(leave(TODAY.plusDays(14)).accepted()).isPresent();
    assertThat(overdue()).isTrue();
  }

  @Test
  void a_leaving_told_late_holds_from_its_day_where_nothing_is_overdue() {
    small.days(10);

    assertThat(leave(TODAY.plusDays(1)).accepted()).isPresent();
    small.days(20);
    assertThat(overdue()).isFalse();
  }

  @Test
  void nobody_had_left_before_what_is_on_record_of_it() {
    small.days(6);
    ActivityId talk =
        small
            .mentoring
            .activities()
            .record(
                COORDINATOR,
                TALK,
                About.mentorship(id),
                small.today(),
                new Happened.Entry(null, new TreeSet<>(Set.of(first)), 1),
                null)
            .orElseThrow();
    LocalDate day = small.today();
    small.days(2);

    assertThat(codes(leave(day))).containsExactly("mentorship.leaves-before-acts");
    small.mentoring.activities().retract(COORDINATOR, talk, "of somebody else").orElseThrow();
    assertThat(leave(day).accepted()).isPresent();
  }

  @Test
  void one_may_leave_on_the_very_day_of_its_last_act() {
    small.days(6);
    small
        .mentoring
        .activities()
        .record(
            COORDINATOR,
            TALK,
            About.mentorship(id),
            small.today(),
            new Happened.Entry(null, new TreeSet<>(Set.of(first)), 1),
            null)
        .orElseThrow();

    assertThat(codes(leave(small.today().minusDays(1))))
        .containsExactly("mentorship.leaves-before-acts");
    assertThat(leave(small.today()).accepted()).isPresent();
  }

  @Test
  void what_is_on_record_of_the_others_hinders_nobody() {
    small.days(6);
    small
        .mentoring
        .activities()
        .record(
            COORDINATOR,
            TALK,
            About.mentorship(id),
            small.today(),
            new Happened.Entry(null, new TreeSet<>(Set.of(second)), 1),
            null)
        .orElseThrow();
    small.days(2);

    assertThat(leave(TODAY.plusDays(1)).accepted()).isPresent();
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
                Cadence.builder(TALK, Code.of("MENTOR"), Period.ofWeeks(2), CITE)
                    .owedFor(Cadence.OwedFor.MENTEE)
                    .build()),
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
        List.of(base.activities().get(0), kind(TALK, ActivityTerms.Shape.ENTRY)),
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
