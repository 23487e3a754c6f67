package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.PRACTICE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.spi.Places;
import org.mentoring.spi.Places.Place;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;

/** Places of mentors in the store: what two commands at once must not both take. */
class PlacesTakenTest {
  private final SmallMentorships small = new SmallMentorships();
  private final ParticipantId oak = small.mentor("oak");
  private final ParticipantId kid = small.mentee("kid");

  private List<Place> places(ParticipantId mentor) {
    return small.stores.places().of(mentor);
  }

  @Test
  void a_new_mentorship_takes_a_place_in_the_practice_and_of_what_the_mentor_said() {
    small.places(oak, 2);

    MentorshipId id = small.assign(oak, kid).orElseThrow().id();

    assertThat(places(oak))
        .containsExactly(new Place(oak, "*", 1, id, kid), new Place(oak, PRACTICE, 1, id, kid));
  }

  @Test
  void a_place_is_given_back_when_the_mentorship_is_withdrawn_closed_or_handed_over() {
    small.places(oak, 1);
    MentorshipId withdrawn = small.assign(oak, kid).orElseThrow().id();
    small.commands().withdraw(COORDINATOR, withdrawn, "moved away", small.today()).orElseThrow();
    assertThat(places(oak)).isEmpty();

    MentorshipId closed = small.closing(oak, kid);
    assertThat(places(oak)).hasSize(2);
    small.commands().complete(COORDINATOR, closed, small.today()).orElseThrow();
    assertThat(places(oak)).isEmpty();

    MentorshipId handed = small.active(oak, small.mentee("other"));
    small
        .commands()
        .rematch(HEAD, handed, GUARDIAN, null, "wishes another one", small.today())
        .orElseThrow();
    assertThat(places(oak)).isEmpty();
  }

  @Test
  void the_lowest_free_number_is_taken() {
    small.places(oak, 3);
    MentorshipId first = small.assign(oak, kid).orElseThrow().id();
    small.assign(oak, small.mentee("second")).orElseThrow();
    small.commands().withdraw(COORDINATOR, first, "moved away", small.today()).orElseThrow();

    small.assign(oak, small.mentee("third")).orElseThrow();

    assertThat(places(oak))
        .filteredOn(each -> each.scope().equals(PRACTICE))
        .extracting(Place::number, each -> each.mentee().value())
        .containsExactly(tuple(1, "third"), tuple(2, "second"));
  }

  @Test
  void what_was_assigned_before_the_mentor_said_a_bound_counts_against_it() {
    small.places(oak, 3);
    small.assign(oak, kid).orElseThrow();
    small.stores.places().release(places(oak).get(0).mentorship());

    small.assign(oak, small.mentee("second")).orElseThrow();

    assertThat(places(oak))
        .filteredOn(each -> each.scope().equals("*"))
        .extracting(each -> each.mentee().value())
        .containsExactly("kid", "second");
  }

  @Test
  void another_command_that_was_quicker_leaves_the_next_number() {
    SmallMentorships raced = raced(new HashSet<>(Set.of(PRACTICE + 1)));
    ParticipantId mentor = raced.mentor("mentor");
    raced.places(mentor, 3);

    raced.assign(mentor, raced.mentee("mentee")).orElseThrow();

    assertThat(raced.stores.places().of(mentor))
        .extracting(Place::scope, Place::number)
        .containsExactly(tuple("*", 1), tuple(PRACTICE, 2));
  }

  @Test
  void where_all_numbers_went_to_quicker_ones_the_mentor_is_full_and_nothing_is_left_behind() {
    SmallMentorships raced = raced(new HashSet<>(Set.of(PRACTICE + 1, PRACTICE + 2)));
    ParticipantId mentor = raced.mentor("mentor");
    raced.places(mentor, 2);
    ParticipantId mentee = raced.mentee("mentee");

    Outcome<Mentorship> outcome = raced.assign(mentor, mentee);

    assertThat(SmallProgramme.codes(outcome)).containsExactly("mentorship.mentor-full");
    assertThat(raced.stores.places().of(mentor)).isEmpty();
    assertThat(raced.commands().of(mentor)).isEmpty();
  }

  @Test
  void merging_gives_the_places_of_both_to_the_one_that_is_kept() {
    ParticipantId elm = small.mentor("elm");
    small.places(oak, 2);
    small.places(elm, 2);
    MentorshipId one = small.assign(oak, kid).orElseThrow().id();
    MentorshipId other = small.assign(elm, small.mentee("second")).orElseThrow().id();

    small.mentoring.merge(COORDINATOR, elm, oak, "the same").orElseThrow();

    assertThat(places(oak)).isEmpty();
    assertThat(places(elm))
        .filteredOn(each -> each.scope().equals(PRACTICE))
        .extracting(Place::number, Place::mentorship)
        .containsExactlyInAnyOrder(tuple(1, one), tuple(2, other));
    assertThat(SmallProgramme.codes(small.assign(elm, small.mentee("third"))))
        .containsExactly("mentorship.mentor-full");
    small.commands().withdraw(COORDINATOR, one, "moved away", small.today()).orElseThrow();
    small.assign(elm, small.mentee("fourth")).orElseThrow();
  }

  @Test
  void merging_a_mentee_names_the_one_that_is_kept_at_its_place() {
    MentorshipId id = small.assign(oak, kid).orElseThrow().id();
    ParticipantId kept = small.mentee("kept");

    small.mentoring.merge(COORDINATOR, kept, kid, "the same").orElseThrow();

    assertThat(places(oak)).containsExactly(new Place(oak, PRACTICE, 1, id, kept));
  }

  @Test
  void a_refused_assignment_takes_no_place() {
    ParticipantId stranger = small.programme.mentee("stranger", "Omsk");

    assertThat(small.assign(oak, stranger).refused()).isPresent();

    assertThat(places(oak)).isEmpty();
  }

  @Test
  void of_many_who_race_for_the_last_place_one_gets_it() throws Exception {
    Stores stores = InMemoryStores.create();
    SmallMentorships one = new SmallMentorships(SmallMentorships.definition(), stores);
    SmallMentorships two =
        new SmallMentorships(
            SmallMentorships.definition(),
            stores,
            builder -> builder.identifiers(SystemSources.identifiers()));
    ParticipantId mentor = one.mentor("mentor");
    one.places(mentor, 2);
    one.assign(mentor, one.mentee("first")).orElseThrow();
    List<ParticipantId> mentees = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      mentees.add(one.mentee("mentee-" + i));
    }
    CountDownLatch all = new CountDownLatch(mentees.size());
    ExecutorService threads = Executors.newFixedThreadPool(mentees.size());
    try {
      List<Callable<Boolean>> contenders = new ArrayList<>();
      for (int i = 0; i < mentees.size(); i++) {
        ParticipantId mentee = mentees.get(i);
        SmallMentorships instance = i % 2 == 0 ? one : two;
        contenders.add(
            () -> {
              all.countDown();
              all.await();
              return instance.assign(mentor, mentee).accepted().isPresent();
            });
      }
      int accepted = 0;
      for (Future<Boolean> each : threads.invokeAll(contenders)) {
        accepted += each.get() ? 1 : 0;
      }
      assertThat(accepted).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(stores.places().of(mentor))
        .filteredOn(each -> each.scope().equals(PRACTICE))
        .extracting(Place::number)
        .containsExactly(1, 2);
  }

  @Test
  void what_another_instance_recorded_counts_though_its_clock_is_ahead() {
    Stores stores = InMemoryStores.create();
    SmallMentorships behind = new SmallMentorships(SmallMentorships.definition(), stores);
    SmallMentorships ahead =
        new SmallMentorships(
            SmallMentorships.definition(),
            stores,
            builder -> builder.identifiers(SystemSources.identifiers()));
    ParticipantId mentor = behind.mentor("mentor");
    ParticipantId mentee = behind.mentee("mentee");
    ahead.programme.later();
    KnownFact consent =
        behind.mentoring.dossier(mentee, behind.today()).facts().stream()
            .filter(each -> each.fact() instanceof Fact.Consent)
            .findFirst()
            .orElseThrow();
    ahead.mentoring.withdrawConsent(COORDINATOR, consent.id(), ahead.today()).orElseThrow();

    assertThat(SmallProgramme.codes(behind.assign(mentor, mentee)))
        .containsExactly("mentorship.party-not-eligible");
  }

  /** Stores in which somebody else has just taken these places. */
  private static SmallMentorships raced(Set<String> gone) {
    Stores base = InMemoryStores.create();
    Places raced =
        new Places() {
          @Override
          public void lock(SortedSet<ParticipantId> participants) {
            base.places().lock(participants);
          }

          @Override
          public boolean take(Place place) {
            return !gone.contains(place.scope() + place.number()) && base.places().take(place);
          }

          @Override
          public void release(MentorshipId mentorship) {
            base.places().release(mentorship);
          }

          @Override
          public List<Place> of(ParticipantId mentor) {
            return base.places().of(mentor);
          }
        };
    return new SmallMentorships(
        SmallMentorships.definition(),
        new Stores(
            base.participants(),
            base.proposals(),
            base.selectionEvents(),
            base.mentorships(),
            base.activities(),
            base.incidents(),
            base.waivers(),
            base.decisions(),
            base.commands(),
            base.journal(),
            base.outbox(),
            raced,
            base.identities(),
            base.erasures(),
            base.programmes(),
            base.work()));
  }
}
