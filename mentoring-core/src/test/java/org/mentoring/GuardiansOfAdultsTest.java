package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Fact;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;

/** Where no consent of a guardian is asked for, a guardian agrees for children alone. */
class GuardiansOfAdultsTest {
  private final SmallMentorships small = new SmallMentorships(withoutConsents());
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId mentee = small.programme.mentee("mentee-1", "Tyumen");

  private static ProgrammeDefinition withoutConsents() {
    ProgrammeDefinition plain = SmallMentorships.definition();
    Practice practice = plain.practices().get(0);
    List<PartyTerms> parties =
        practice.parties().stream()
            .map(
                party ->
                    new PartyTerms(
                        party.position(),
                        party.kinds(),
                        party.requirements().stream()
                            .filter(each -> !(each instanceof Requirement.ConsentGiven))
                            .toList(),
                        party.path(),
                        party.citation()))
            .toList();
    Practice whole =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            practice.arrangements(),
            false,
            false,
            parties,
            practice.matching(),
            practice.mentorship(),
            practice.cadences(),
            practice.completion(),
            practice.citation());
    return new ProgrammeDefinition(
        plain.id(),
        plain.version(),
        plain.title(),
        null,
        plain.zone(),
        plain.under(),
        plain.phases(),
        plain.vocabulary(),
        plain.scales(),
        plain.neighbours(),
        plain.places(),
        plain.attributes(),
        plain.standards(),
        List.of(whole),
        plain.centre(),
        plain.targets(),
        plain.records(),
        plain.activities(),
        plain.incidents(),
        plain.calendars(),
        plain.waivers(),
        plain.privacy());
  }

  private MentorshipId agreedByBoth() {
    MentorshipId id = small.assign(mentor, mentee).orElseThrow().id();
    small.agree(id, AS_MENTOR, mentor).orElseThrow();
    small.agree(id, MENTEE, mentee).orElseThrow();
    return id;
  }

  @Test
  void nobody_is_asked_as_the_guardian_of_an_adult() {
    small.programme.fact(mentee, new Fact.Birth(LocalDate.of(1990, 3, 1)));
    assertThat(small.now(agreedByBoth()).state()).isEqualTo(MentorshipState.AGREED);
  }

  @Test
  void the_guardian_of_a_child_is_asked() {
    small.programme.fact(mentee, new Fact.Birth(small.today().minusYears(17)));
    MentorshipId id = agreedByBoth();
    assertThat(small.now(id).state()).isEqualTo(MentorshipState.PROPOSED);
    small.agree(id, GUARDIAN, mentee).orElseThrow();
    assertThat(small.now(id).state()).isEqualTo(MentorshipState.AGREED);
  }

  @Test
  void a_guardian_is_asked_where_the_age_is_not_known() {
    assertThat(small.now(agreedByBoth()).state()).isEqualTo(MentorshipState.PROPOSED);
  }
}
