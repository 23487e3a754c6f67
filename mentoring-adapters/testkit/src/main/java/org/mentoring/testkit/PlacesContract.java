package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.testkit.RecordSamples.place;
import static org.mentoring.testkit.StoredSamples.fact;
import static org.mentoring.testkit.StoredSamples.ids;
import static org.mentoring.testkit.StoredSamples.person;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Places;
import org.mentoring.spi.Stores;

/**
 * What every store of places keeps. Extend it in the tests of a store and give it an empty one each
 * time.
 */
public abstract class PlacesContract {
  private static final ParticipantId MENTOR = ParticipantId.of("mentor");

  /** For the test framework. */
  protected PlacesContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  /** Mentors and mentees whom the places are about are registered first. */
  private Stores registered() {
    Stores stores = empty();
    for (String id : List.of("mentor", "other", "mentee-m-1", "mentee-m-2", "mentee-m-3")) {
      stores.participants().add(StoredSamples.person(id));
    }
    return stores;
  }

  @Test
  void a_place_is_taken_once() {
    Places store = registered().places();
    assertThat(store.take(place("mentor", "*", 1, "m-1"))).isTrue();
    assertThat(store.take(place("mentor", "*", 1, "m-2"))).isFalse();
    assertThat(store.take(place("mentor", "*", 1, "m-1"))).isFalse();
    assertThat(store.take(place("mentor", "*", 2, "m-2"))).isTrue();
    assertThat(store.take(place("mentor", "adolescents", 1, "m-2"))).isTrue();
    assertThat(store.take(place("other", "*", 1, "m-3"))).isTrue();
    assertThat(store.of(MENTOR))
        .containsExactly(
            place("mentor", "*", 1, "m-1"),
            place("mentor", "*", 2, "m-2"),
            place("mentor", "adolescents", 1, "m-2"));
    assertThat(store.of(ParticipantId.of("nobody"))).isEmpty();
  }

  @Test
  void places_are_listed_by_number_and_not_by_its_digits() {
    Places store = registered().places();
    for (int number : new int[] {10, 9, 1, 2}) {
      store.take(place("mentor", "*", number, "m-1"));
    }
    assertThat(store.of(MENTOR)).extracting(Places.Place::number).containsExactly(1, 2, 9, 10);
  }

  @Test
  void the_places_of_a_mentorship_are_given_back_together() {
    Places store = registered().places();
    store.take(place("mentor", "*", 1, "m-1"));
    store.take(place("mentor", "adolescents", 1, "m-1"));
    store.take(place("other", "*", 1, "m-1"));
    store.take(place("mentor", "*", 2, "m-2"));
    store.release(MentorshipId.of("m-1"));
    store.release(MentorshipId.of("m-9"));
    assertThat(store.of(MENTOR)).containsExactly(place("mentor", "*", 2, "m-2"));
    assertThat(store.of(ParticipantId.of("other"))).isEmpty();
    assertThat(store.take(place("mentor", "*", 1, "m-3"))).isTrue();
  }

  @Test
  void finding_a_place_taken_does_not_end_the_unit_of_work() {
    Stores stores = registered();
    stores.places().take(place("mentor", "*", 1, "m-1"));
    stores
        .work()
        .run(
            () -> {
              stores.places().lock(ids("mentor", "mentee-m-2"));
              assertThat(stores.places().take(place("mentor", "*", 1, "m-2"))).isFalse();
              return stores.places().take(place("mentor", "*", 2, "m-2"));
            });
    assertThat(stores.places().of(MENTOR)).hasSize(2);
  }

  @Test
  void locking_who_is_not_registered_is_no_fault() {
    Stores stores = registered();
    String said =
        stores
            .work()
            .run(
                () -> {
                  stores.places().lock(ids("mentor", "nobody"));
                  stores.places().lock(ids());
                  return "done";
                });
    assertThat(said).isEqualTo("done");
  }

  @Test
  void a_unit_of_work_that_throws_gives_its_places_back_and_takes_back_what_it_gave() {
    Stores stores = registered();
    stores.places().take(place("mentor", "*", 1, "m-1"));
    Faults.within(
        stores,
        () -> {
          stores.places().release(MentorshipId.of("m-1"));
          stores.places().take(place("mentor", "*", 2, "m-2"));
        });
    assertThat(stores.places().of(MENTOR)).containsExactly(place("mentor", "*", 1, "m-1"));
  }

  @Test
  void of_contenders_for_one_place_one_gets_it() {
    Stores stores = registered();
    for (int round = 1; round <= 5; round++) {
      int number = round;
      List<Boolean> said =
          Races.among(
              8,
              contender ->
                  stores
                      .work()
                      .run(
                          () ->
                              stores
                                  .places()
                                  .take(place("mentor", "*", number, "m-" + contender))));
      assertThat(said).containsOnlyOnce(true);
    }
    assertThat(stores.places().of(MENTOR)).hasSize(5);
  }

  @Test
  void who_has_the_lock_counts_what_no_other_can_change_meanwhile() {
    Stores stores = registered();
    for (int round = 1; round <= 5; round++) {
      String scope = "practice-" + round;
      List<Boolean> said =
          Races.among(
              8,
              contender ->
                  stores
                      .work()
                      .run(
                          () -> {
                            stores.places().lock(ids("mentor"));
                            int taken = taken(stores, scope).size();
                            return taken < 3
                                && stores
                                    .places()
                                    .take(place("mentor", scope, taken + 1, "m-" + contender));
                          }));
      // Whoever counted too few would have tried for a place that was taken.
      assertThat(said).filteredOn(took -> took).hasSize(3);
      assertThat(taken(stores, scope)).containsExactly(1, 2, 3);
    }
  }

  @Test
  void who_has_the_lock_sees_what_the_unit_of_work_itself_changes() {
    Stores stores = registered();
    Participants participants = stores.participants();
    stores
        .work()
        .run(
            () -> {
              stores.places().lock(ids("mentor"));
              assertThat(participants.history(MENTOR)).isEmpty();
              assertThat(participants.find(MENTOR)).contains(person("mentor"));
              participants.append(fact("f-1", "mentor"));
              assertThat(participants.history(MENTOR)).containsExactly(fact("f-1", "mentor"));
              Participant merged =
                  new Participant(
                      MENTOR,
                      ParticipantKind.PERSON,
                      new TreeSet<>(),
                      ParticipantId.of("other"),
                      2);
              participants.update(merged);
              assertThat(participants.find(MENTOR)).contains(merged);
              stores.places().lock(ids("mentor", "other"));
              participants.erase(MENTOR);
              assertThat(participants.history(MENTOR)).isEmpty();
              assertThat(participants.find(MENTOR).orElseThrow().version()).isEqualTo(3);
              return "done";
            });
    assertThat(participants.history(MENTOR)).isEmpty();
  }

  @Test
  void who_has_the_lock_sees_what_others_changed_before() {
    Stores stores = registered();
    List<Integer> known =
        Races.among(
            8,
            contender ->
                stores
                    .work()
                    .run(
                        () -> {
                          // What was read before the lock is not what counts.
                          stores.participants().history(MENTOR);
                          stores.places().lock(ids("mentor"));
                          stores.participants().append(fact("f-" + contender, "mentor"));
                          return stores.participants().history(MENTOR).size();
                        }));
    assertThat(known).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
  }

  private static List<Integer> taken(Stores stores, String scope) {
    return stores.places().of(MENTOR).stream()
        .filter(place -> place.scope().equals(scope))
        .map(Places.Place::number)
        .toList();
  }
}
