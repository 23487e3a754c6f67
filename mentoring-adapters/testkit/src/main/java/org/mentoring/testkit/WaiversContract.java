package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.testkit.StoredSamples.ACTOR;
import static org.mentoring.testkit.StoredSamples.NOW;
import static org.mentoring.testkit.StoredSamples.refused;
import static org.mentoring.testkit.StoredSamples.waiver;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.spi.Page;
import org.mentoring.spi.Waivers;
import org.mentoring.waiver.Waiver;

/**
 * What every store of waivers keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class WaiversContract {
  /** For the test framework. */
  protected WaiversContract() {}

  /** A store that holds nothing. */
  protected abstract Waivers empty();

  @Test
  void a_waiver_is_found_by_id_and_by_its_subject() {
    Waivers store = empty();
    store.save(waiver("w-2", "a", null));
    store.save(waiver("w-1", "a", null));
    store.save(waiver("w-3", null, "m-1"));
    assertThat(store.find(WaiverId.of("w-1"))).contains(waiver("w-1", "a", null));
    assertThat(store.find(WaiverId.of("w-9"))).isEmpty();
    assertThat(store.of(ParticipantId.of("a")))
        .containsExactly(waiver("w-1", "a", null), waiver("w-2", "a", null));
    assertThat(store.of(MentorshipId.of("m-1"))).containsExactly(waiver("w-3", null, "m-1"));
    assertThat(store.of(ParticipantId.of("b"))).isEmpty();
    assertThat(store.of(MentorshipId.of("m-2"))).isEmpty();
  }

  @Test
  void a_revoked_waiver_stands_in_the_place_of_the_one_that_held() {
    Waivers store = empty();
    Waiver held = waiver("w-1", "a", null);
    store.save(held);
    Waiver revoked = held.revoked(ACTOR, "another mentor was found", NOW.plusSeconds(60));
    store.save(revoked);
    assertThat(store.find(held.id())).contains(revoked);
    assertThat(store.of(ParticipantId.of("a"))).containsExactly(revoked);
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    Waivers store = empty();
    List.of("w-3", "w-1", "w-2").forEach(id -> store.save(waiver(id, "a", null)));
    Page<Waiver> first = store.list(null, 2);
    assertThat(first.items()).containsExactly(waiver("w-1", "a", null), waiver("w-2", "a", null));
    assertThat(first.next()).isEqualTo("w-2");
    assertThat(store.list(WaiverId.of("w-2"), 2))
        .isEqualTo(new Page<>(List.of(waiver("w-3", "a", null)), null));
    refused("number.range", () -> store.list(null, 0));
    refused("number.range", () -> store.list(null, 1_001));
  }
}
