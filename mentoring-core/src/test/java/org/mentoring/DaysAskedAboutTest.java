package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mentoring.SmallMentorships.COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;

/** Questions about days in which nobody lives are refused, and none of them runs without an end. */
class DaysAskedAboutTest {
  private final SmallMentorships small = new SmallMentorships();
  private final ParticipantId mentor = small.mentor("m-1");
  private final MentorshipId pair = small.active(mentor, small.mentee("e-1"));

  private final List<Consumer<LocalDate>> questions =
      List.of(
          day -> small.mentoring.oversight().obligations(pair, day),
          day -> small.mentoring.oversight().obligationsOf(mentor, day),
          day -> small.mentoring.oversight().due(day, Set.of(), null, 10),
          day -> small.mentoring.oversight().completion(pair, day),
          day -> small.mentoring.oversight().risks(pair, day),
          day -> small.mentoring.oversight().atRisk(day, null, 10),
          day -> small.mentoring.reports().progress(day),
          day -> small.mentoring.decide(mentor, SmallMentorships.PRACTICE, Position.MENTOR, day),
          day -> small.mentoring.dossier(mentor, day),
          day -> small.commands().beginClosing(COORDINATOR, pair, day));

  @Test
  void a_day_outside_of_a_century_is_refused_with_the_days_that_can_be_asked_about() {
    for (Consumer<LocalDate> question : questions) {
      for (LocalDate day :
          List.of(
              LocalDate.MIN,
              LocalDate.of(1899, 12, 31),
              small.today().plusYears(100).plusDays(1),
              LocalDate.of(9999, 1, 1),
              LocalDate.MAX)) {
        InvalidValue refused = catchThrowableOfType(InvalidValue.class, () -> question.accept(day));
        assertThat(refused.code()).isEqualTo("day.range");
        assertThat(refused.attributes().get("what")).isIn("asOf", "on");
        assertThat(refused.attributes())
            .containsEntry("allowed", "1900-01-01 to 2120-10-01")
            .containsEntry("least", "1900-01-01")
            .containsEntry("most", "2120-10-01");
      }
    }
  }

  @Test
  void a_day_within_a_century_is_answered() {
    assertThat(small.mentoring.oversight().obligations(pair, small.today().plusYears(100)))
        .isNotNull();
    assertThat(small.mentoring.dossier(mentor, LocalDate.of(1900, 1, 1)).facts()).isNotNull();
  }
}
