package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.MENTEE;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.LeftOut;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Arrangement;
import org.mentoring.spi.Mentorships;

/** Two registrations of one person are found to be one when a mentorship names one of them. */
class MergedPartiesTest {
  private final SmallMentorships small = new SmallMentorships();
  private final ParticipantId oak = small.mentor("oak");
  private final ParticipantId elm = small.mentor("elm");
  private final ParticipantId kid = small.mentee("kid");

  @Test
  void mentorships_are_found_under_the_kept_and_under_the_duplicate_id() {
    MentorshipId id = small.active(oak, kid);
    ParticipantId kept = small.mentee("kid-a");
    merged(kept, kid);

    assertThat(small.commands().of(kept)).extracting(Mentorship::id).containsExactly(id);
    assertThat(small.commands().of(kid)).extracting(Mentorship::id).containsExactly(id);
  }

  @Test
  void a_child_with_a_mentor_gets_no_second_one_under_another_registration() {
    MentorshipId id = small.active(oak, kid);
    ParticipantId kept = small.mentee("kid-a");
    merged(kept, kid);

    Outcome<Mentorship> second = small.assign(elm, kept);

    assertThat(SmallProgramme.codes(second)).contains("mentorship.mentee-taken");
    assertThat(small.commands().of(kept)).extracting(Mentorship::id).containsExactly(id);
  }

  @Test
  void a_mentor_has_no_more_places_under_another_registration() {
    small.places(oak, 1);
    small.active(oak, kid);
    ParticipantId kept = small.mentor("oak-2");
    merged(kept, oak);

    assertThat(SmallProgramme.codes(small.assign(kept, small.mentee("other"))))
        .containsExactly("mentorship.mentor-full");
  }

  @Test
  void a_mentor_cannot_be_merged_with_the_mentee() {
    small.active(oak, kid);

    assertThat(SmallProgramme.codes(small.mentoring.merge(COORDINATOR, oak, kid, "alike")))
        .containsExactly("command.merge-parties");
    assertThat(SmallProgramme.codes(small.mentoring.merge(COORDINATOR, kid, oak, "alike")))
        .containsExactly("command.merge-parties");
    assertThat(small.commands().of(oak)).hasSize(1);
  }

  @Test
  void a_merge_that_closes_a_circle_is_refused_where_the_practice_forbids_circles() {
    SmallMentorships relay =
        new SmallMentorships(SmallMentorships.definition(true, SmallMentorships.mentorshipTerms()));
    ParticipantId anna = relay.mentee("anna");
    ParticipantId again = relay.mentee("anna-2");
    ParticipantId boris = relay.mentee("boris");
    ParticipantId vera = relay.mentee("vera");
    for (ParticipantId each : List.of(anna, again, boris, vera)) {
      relay.programme.training(each, 480);
    }
    relay.active(anna, boris);
    relay.active(boris, vera);
    MentorshipId last = relay.active(vera, again);

    for (List<ParticipantId> each : List.of(List.of(anna, again), List.of(again, anna))) {
      assertThat(
              SmallProgramme.codes(
                  relay.mentoring.merge(COORDINATOR, each.get(0), each.get(1), "one child")))
          .containsExactly("command.merge-circle");
    }

    relay
        .commands()
        .endEarly(COORDINATOR, last, SmallMentorships.MOVED, GUARDIAN, "one child", relay.today())
        .orElseThrow();
    relay.mentoring.merge(COORDINATOR, anna, again, "one child").orElseThrow();
    assertThat(relay.mentoring.ties(relay.today()).open()).hasSize(2);
  }

  @Test
  void circles_that_nobody_forbids_forbid_no_merge() {
    ParticipantId again = small.mentee("kid-a");
    ParticipantId other = small.mentee("other");
    for (ParticipantId each : List.of(kid, again, other)) {
      small.programme.training(each, 480);
    }
    small.active(kid, other);
    small.active(other, again);

    merged(kid, again);

    assertThat(small.mentoring.ties(small.today()).open()).hasSize(2);
  }

  @Test
  void a_mentorship_that_never_began_does_not_forbid_a_merge() {
    MentorshipId id = small.assign(oak, kid).orElseThrow().id();
    small.commands().withdraw(COORDINATOR, id, "one and the same", small.today()).orElseThrow();

    merged(oak, kid);

    assertThat(small.commands().of(oak)).extracting(Mentorship::id).containsExactly(id);
  }

  @Test
  void children_in_two_open_mentorships_are_merged_when_one_of_them_is_closed() {
    small.active(oak, kid);
    ParticipantId again = small.mentee("kid-a");
    MentorshipId second = small.active(elm, again);

    assertThat(SmallProgramme.codes(small.mentoring.merge(COORDINATOR, again, kid, "one child")))
        .containsExactly("command.merge-open-mentorships");

    small
        .commands()
        .endEarly(
            COORDINATOR,
            second,
            SmallMentorships.MOVED,
            GUARDIAN,
            "registered twice",
            small.today())
        .orElseThrow();
    merged(again, kid);
    assertThat(small.commands().of(kid)).hasSize(2);
  }

  @Test
  void a_party_agrees_under_either_of_its_ids_and_only_once() {
    MentorshipId id = small.assign(oak, kid).orElseThrow().id();
    ParticipantId kept = small.mentee("kid-a");
    merged(kept, kid);

    small.agree(id, MENTEE, kept).orElseThrow();
    assertThat(SmallProgramme.codes(small.agree(id, MENTEE, kid)))
        .contains("mentorship.agreed-already");
    small.agree(id, GUARDIAN, kept).orElseThrow();
    assertThat(small.agree(id, AS_MENTOR, oak).orElseThrow().state())
        .isEqualTo(MentorshipState.AGREED);
  }

  @Test
  void a_child_asks_for_another_mentor_under_the_kept_id_and_goes_on_with_it() {
    MentorshipId id = small.active(oak, kid);
    ParticipantId kept = small.mentee("kid-a");
    merged(kept, kid);

    small.commands().rematch(HEAD, id, MENTEE, kept, "no trust", small.today()).orElseThrow();
    assertThat(SmallProgramme.codes(small.assign(elm, kept))).contains("mentorship.buffer");
    small.days(20);
    NewMentorship next =
        new NewMentorship(
            SmallMentorships.PRACTICE,
            Arrangement.INDIVIDUAL,
            new TreeSet<>(List.of(elm)),
            new TreeSet<>(List.of(kept)),
            null,
            null,
            id,
            small.today());

    assertThat(small.commands().assign(COORDINATOR, next).orElseThrow().particulars().continues())
        .isEqualTo(id);
    assertThat(SmallProgramme.codes(small.commands().assign(COORDINATOR, next)))
        .contains("mentorship.continued-already");
  }

  @Test
  void who_has_a_mentor_under_a_former_id_is_left_out_of_matching() {
    small.active(oak, kid);
    ParticipantId kept = small.mentee("kid-a");
    merged(kept, kid);

    assertThat(
            small
                .mentoring
                .propose(COORDINATOR, SmallMentorships.PRACTICE, small.today(), Progress.NONE)
                .orElseThrow()
                .leftOut())
        .extracting(LeftOut::mentee)
        .containsExactly(kept);
  }

  @Test
  void the_caseload_of_a_merged_centre_holds_the_mentorships_of_both_page_by_page() {
    ParticipantId one = organisation("centre-a");
    ParticipantId two = organisation("centre-b");
    MentorshipId first = at(two, oak, kid);
    MentorshipId second = at(one, elm, small.mentee("other"));
    small
        .mentoring
        .merge(new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"), one, two, "one centre")
        .orElseThrow();
    Mentorships.Which which = new Mentorships.Which(null, one, new TreeSet<>());

    assertThat(small.commands().caseload(which, null, 10).items())
        .extracting(Mentorship::id)
        .containsExactly(first, second);
    var page = small.commands().caseload(which, null, 1);
    assertThat(page.items()).extracting(Mentorship::id).containsExactly(first);
    assertThat(small.commands().caseload(which, page.next(), 1).items())
        .extracting(Mentorship::id)
        .containsExactly(second);
    assertThat(small.commands().caseload(which, second.value(), 1).next()).isNull();
  }

  private ParticipantId organisation(String id) {
    return small
        .mentoring
        .register(
            COORDINATOR,
            ParticipantId.of(id),
            org.mentoring.participant.ParticipantKind.ORGANISATION,
            List.of())
        .orElseThrow();
  }

  private MentorshipId at(ParticipantId centre, ParticipantId mentor, ParticipantId mentee) {
    small.programme.fact(mentee, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    return small
        .commands()
        .assign(
            Actor.coordinator("c-1", centre.value()),
            new NewMentorship(
                SmallMentorships.PRACTICE,
                Arrangement.INDIVIDUAL,
                new TreeSet<>(List.of(mentor)),
                new TreeSet<>(List.of(mentee)),
                centre,
                null,
                null,
                small.today()))
        .orElseThrow()
        .id();
  }

  private void merged(ParticipantId kept, ParticipantId duplicate) {
    small.mentoring.merge(COORDINATOR, kept, duplicate, "registered twice").orElseThrow();
  }
}
