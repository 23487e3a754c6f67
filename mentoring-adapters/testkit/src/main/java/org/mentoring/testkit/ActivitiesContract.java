package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.testkit.StoredSamples.held;
import static org.mentoring.testkit.StoredSamples.ids;
import static org.mentoring.testkit.StoredSamples.recorded;
import static org.mentoring.testkit.StoredSamples.refused;
import static org.mentoring.testkit.StoredSamples.retracted;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Page;

/**
 * What every store of activities keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class ActivitiesContract {
  /** For the test framework. */
  protected ActivitiesContract() {}

  /** A store that holds nothing. */
  protected abstract Activities empty();

  private static final About PAIR = About.mentorship(MentorshipId.of("m-1"));
  private static final About CENTRE = About.participant(ParticipantId.of("centre-1"));

  @Test
  void entries_keep_their_order_under_what_they_are_about() {
    Activities store = empty();
    List<ActivityEntry> entries =
        List.of(recorded("a-2", PAIR), recorded("a-1", PAIR), retracted("a-2", PAIR));
    entries.forEach(store::append);
    store.append(recorded("a-3", About.programme()));
    assertThat(store.history(PAIR)).containsExactlyElementsOf(entries);
    assertThat(store.history(About.programme()))
        .containsExactly(recorded("a-3", About.programme()));
    assertThat(store.history(CENTRE)).isEmpty();
    assertThat(store.subjects()).containsExactlyInAnyOrder(PAIR, About.programme());
  }

  @Test
  void an_activity_is_found_though_it_was_taken_back() {
    Activities store = empty();
    ActivityEntry.Recorded entry = (ActivityEntry.Recorded) recorded("a-1", PAIR);
    store.append(entry);
    store.append(retracted("a-1", PAIR));
    assertThat(store.find(ActivityId.of("a-1"))).contains(entry.activity());
    assertThat(store.find(ActivityId.of("a-2"))).isEmpty();
  }

  @Test
  void an_id_that_is_taken_and_a_retraction_of_nothing_are_refused() {
    Activities store = empty();
    store.append(recorded("a-1", PAIR));
    refused("activity.exists", () -> store.append(recorded("a-1", CENTRE)));
    refused("activity.unknown", () -> store.append(retracted("a-9", PAIR)));
    assertThat(store.history(PAIR)).hasSize(1);
    assertThat(store.history(CENTRE)).isEmpty();
  }

  @Test
  void events_are_found_by_those_who_came_and_by_those_who_held_them_too() {
    Activities store = empty();
    ActivityEntry event = held("a-1", CENTRE, ids("a", "b"), ids("centre-2"));
    store.append(event);
    store.append(held("a-2", CENTRE, ids("b"), new TreeSet<>()));
    store.append(retracted("a-1", CENTRE));
    assertThat(store.attended(ParticipantId.of("a")))
        .containsExactly(event, retracted("a-1", CENTRE));
    assertThat(store.attended(ParticipantId.of("b"))).hasSize(3);
    assertThat(store.attended(ParticipantId.of("centre-2"))).hasSize(2);
    assertThat(store.attended(ParticipantId.of("centre-1"))).isEmpty();
  }

  @Test
  void pages_give_all_entries_in_the_order_in_which_they_were_added() {
    Activities store = empty();
    List<ActivityEntry> entries =
        List.of(
            recorded("a-2", PAIR),
            recorded("a-1", CENTRE),
            retracted("a-2", PAIR),
            recorded("a-3", About.programme()));
    entries.forEach(store::append);
    List<ActivityEntry> listed = new ArrayList<>();
    String after = null;
    do {
      Page<ActivityEntry> page = store.list(after, 3);
      listed.addAll(page.items());
      after = page.next();
    } while (after != null);
    assertThat(listed).containsExactlyElementsOf(entries);
    assertThat(store.list(null, 4).next()).isNull();
    refused("number.range", () -> store.list(null, 0));
    refused("number.range", () -> store.list(null, 1_001));
  }

  @Test
  void a_redacted_form_takes_the_place_of_the_entry_that_recorded_or_retracted_the_same() {
    Activities store = empty();
    store.append(held("a-1", CENTRE, ids("a"), new TreeSet<>()));
    store.append(recorded("a-2", CENTRE));
    store.append(retracted("a-1", CENTRE));
    ActivityEntry retraction =
        new ActivityEntry.Retracted(
            ActivityId.of("a-1"), CENTRE, StoredSamples.NOW, StoredSamples.ACTOR, "-");
    store.redact(retraction);
    ActivityEntry.Recorded bare =
        new ActivityEntry.Recorded(
            StoredSamples.activity(
                "a-1",
                CENTRE,
                new Happened.EventHeld(Fact.Mode.ONLINE, ids("a"), new TreeSet<>())));
    store.redact(bare);
    assertThat(store.history(CENTRE)).containsExactly(bare, recorded("a-2", CENTRE), retraction);
    assertThat(store.list(null, 10).items())
        .containsExactly(bare, recorded("a-2", CENTRE), retraction);
    assertThat(store.attended(ParticipantId.of("a"))).containsExactly(bare, retraction);
    assertThat(store.find(ActivityId.of("a-1"))).contains(bare.activity());
    refused("activity.unknown", () -> store.redact(recorded("a-9", CENTRE)));
    refused("activity.unknown", () -> store.redact(retracted("a-2", CENTRE)));
  }
}
