package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.ids;
import static org.mentoring.testkit.StoredSamples.leftBy;
import static org.mentoring.testkit.StoredSamples.mentorship;
import static org.mentoring.testkit.StoredSamples.refused;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/**
 * What every store of mentorships keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class MentorshipsContract {
  /** For the test framework. */
  protected MentorshipsContract() {}

  /** A store that holds nothing. */
  protected abstract Mentorships empty();

  @Test
  void the_newest_version_is_found_by_id_and_by_either_side() {
    Mentorships store = empty();
    store.save(mentorship("m-2", "mentor", "b", null, MentorshipState.PROPOSED));
    store.save(mentorship("m-1", "mentor", "a", null, MentorshipState.PROPOSED));
    Particulars second =
        mentorship("m-1", "mentor", "a", null, MentorshipState.PROPOSED, MentorshipState.AGREED);
    store.save(second);
    assertThat(store.find(MentorshipId.of("m-1"))).contains(second);
    assertThat(store.find(MentorshipId.of("m-9"))).isEmpty();
    assertThat(store.of(ParticipantId.of("mentor")))
        .extracting(each -> each.id().value())
        .containsExactly("m-1", "m-2");
    assertThat(store.of(ParticipantId.of("a"))).containsExactly(second);
    assertThat(store.of(ids("nobody").first())).isEmpty();
  }

  @Test
  void mentorships_are_found_by_participants_who_left() {
    Mentorships store = empty();
    store.save(mentorship("m-1", "mentor", "a", null, MentorshipState.PROPOSED));
    Particulars left = leftBy("m-1", "mentor", "a", "b");
    store.save(left);
    assertThat(store.of(ParticipantId.of("b"))).containsExactly(left);
    assertThat(store.of(ParticipantId.of("a"))).containsExactly(left);
  }

  @Test
  void a_version_follows_the_one_before() {
    Mentorships store = empty();
    Particulars first = mentorship("m-1", "mentor", "a", null, MentorshipState.PROPOSED);
    Particulars second =
        mentorship("m-1", "mentor", "a", null, MentorshipState.PROPOSED, MentorshipState.AGREED);
    assertThatThrownBy(() -> store.save(second)).isInstanceOf(StaleVersion.class);
    store.save(first);
    assertThatThrownBy(() -> store.save(first)).isInstanceOf(StaleVersion.class);
    assertThat(store.find(first.id())).contains(first);
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    Mentorships store = empty();
    for (String id : List.of("m-5", "m-3", "m-1", "m-4", "m-2")) {
      store.save(mentorship(id, "mentor-" + id, "of-" + id, null, MentorshipState.PROPOSED));
    }
    Page<Particulars> first = store.list(Mentorships.Which.all(), null, 2);
    assertThat(first.items()).extracting(each -> each.id().value()).containsExactly("m-1", "m-2");
    assertThat(first.next()).isEqualTo("m-2");
    Page<Particulars> last = store.list(Mentorships.Which.all(), MentorshipId.of("m-2"), 3);
    assertThat(last.items())
        .extracting(each -> each.id().value())
        .containsExactly("m-3", "m-4", "m-5");
    assertThat(last.next()).isNull();
    assertThat(store.list(Mentorships.Which.all(), MentorshipId.of("m-5"), 3).items()).isEmpty();
    assertThatThrownBy(() -> store.list(Mentorships.Which.all(), null, 0))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> store.list(Mentorships.Which.all(), null, 1_001))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void those_are_listed_that_fit_practice_centre_and_state() {
    Mentorships store = empty();
    store.save(mentorship("m-1", "x", "a", "centre-1", MentorshipState.PROPOSED));
    store.save(mentorship("m-2", "y", "b", "centre-2", MentorshipState.PROPOSED));
    store.save(mentorship("m-3", "z", "c", "centre-1", MentorshipState.CLOSED));
    assertThat(listed(store, "adolescents", "centre-1")).containsExactly("m-1", "m-3");
    assertThat(listed(store, "adolescents", "centre-1", MentorshipState.CLOSED))
        .containsExactly("m-3");
    assertThat(listed(store, "adults", "centre-1")).isEmpty();
  }

  private static List<String> listed(
      Mentorships store, String practice, String centre, MentorshipState... states) {
    return store
        .list(
            new Mentorships.Which(
                practice, ParticipantId.of(centre), new TreeSet<>(List.of(states))),
            null,
            10)
        .items()
        .stream()
        .map(each -> each.id().value())
        .toList();
  }

  @Test
  void a_redacted_form_is_the_next_version_so_that_nobody_writes_back_what_was_read_before() {
    Mentorships store = empty();
    store.save(mentorship("m-1", "mentor", "a", "centre-1", MentorshipState.PROPOSED));
    Particulars read =
        mentorship(
            "m-1", "mentor", "a", "centre-1", MentorshipState.PROPOSED, MentorshipState.AGREED);
    Particulars redacted =
        mentorship(
            "m-1", "mentor", "a", "centre-2", MentorshipState.PROPOSED, MentorshipState.AGREED);
    store.redact(redacted);
    refused("version.stale", () -> store.save(read));
    assertThat(store.find(redacted.id())).contains(redacted);
    assertThat(store.of(ParticipantId.of("a"))).containsExactly(redacted);
    assertThat(listed(store, "adolescents", "centre-1")).isEmpty();
    assertThat(listed(store, "adolescents", "centre-2")).containsExactly("m-1");
    refused("version.stale", () -> store.redact(redacted));
    refused(
        "version.stale",
        () ->
            store.redact(
                mentorship(
                    "m-9", "mentor", "a", null, MentorshipState.PROPOSED, MentorshipState.AGREED)));
  }

  @Test
  void pages_count_only_those_that_fit() {
    Mentorships store = empty();
    for (int i = 1; i <= 6; i++) {
      store.save(
          mentorship(
              "m-" + i,
              "mentor-" + i,
              "of-" + i,
              i % 2 == 0 ? "even" : "odd",
              i < 4 ? MentorshipState.PROPOSED : MentorshipState.CLOSED));
    }
    Mentorships.Which even = new Mentorships.Which(null, ParticipantId.of("even"), new TreeSet<>());
    Page<Particulars> first = store.list(even, null, 2);
    assertThat(first.items()).extracting(each -> each.id().value()).containsExactly("m-2", "m-4");
    assertThat(first.next()).isEqualTo("m-4");
    assertThat(store.list(even, MentorshipId.of("m-4"), 2).items())
        .extracting(each -> each.id().value())
        .containsExactly("m-6");
    Mentorships.Which running =
        new Mentorships.Which(
            "adolescents",
            null,
            new TreeSet<>(List.of(MentorshipState.PROPOSED, MentorshipState.AGREED)));
    assertThat(store.list(running, null, 10).items())
        .extracting(each -> each.id().value())
        .containsExactly("m-1", "m-2", "m-3");
  }
}
