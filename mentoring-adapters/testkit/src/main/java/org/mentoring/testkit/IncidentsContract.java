package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.incident;

import org.junit.jupiter.api.Test;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Incidents;

/**
 * What every store of incidents keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class IncidentsContract {
  /** For the test framework. */
  protected IncidentsContract() {}

  /** A store that holds nothing. */
  protected abstract Incidents empty();

  @Test
  void the_newest_version_is_found_by_id_and_by_mentorship() {
    Incidents store = empty();
    store.save(incident("i-2", 1, "m-1", false));
    store.save(incident("i-1", 1, "m-1", false));
    store.save(incident("i-3", 1, null, false));
    store.save(incident("i-1", 2, "m-1", true));
    assertThat(store.find(IncidentId.of("i-1"))).contains(incident("i-1", 2, "m-1", true));
    assertThat(store.find(IncidentId.of("i-9"))).isEmpty();
    assertThat(store.of(MentorshipId.of("m-1")))
        .containsExactly(incident("i-1", 2, "m-1", true), incident("i-2", 1, "m-1", false));
    assertThat(store.of(MentorshipId.of("m-9"))).isEmpty();
  }

  @Test
  void those_are_open_that_are_not_closed() {
    Incidents store = empty();
    store.save(incident("i-2", 1, "m-1", false));
    store.save(incident("i-1", 1, null, false));
    store.save(incident("i-3", 1, null, true));
    assertThat(store.open())
        .containsExactly(incident("i-1", 1, null, false), incident("i-2", 1, "m-1", false));
  }

  @Test
  void those_that_concern_a_participant_are_found_whether_they_name_a_mentorship_or_not() {
    Incidents store = empty();
    store.save(incident("i-2", 1, "m-1", false));
    store.save(incident("i-1", 1, null, true));
    assertThat(store.concerning(ParticipantId.of("a")))
        .containsExactly(incident("i-1", 1, null, true), incident("i-2", 1, "m-1", false));
    assertThat(store.concerning(ParticipantId.of("b"))).isEmpty();
  }

  @Test
  void a_version_follows_the_one_before() {
    Incidents store = empty();
    assertThatThrownBy(() -> store.save(incident("i-1", 2, null, false)))
        .isInstanceOf(StaleVersion.class);
    store.save(incident("i-1", 1, null, false));
    assertThatThrownBy(() -> store.save(incident("i-1", 1, null, true)))
        .isInstanceOf(StaleVersion.class);
    assertThat(store.find(IncidentId.of("i-1"))).contains(incident("i-1", 1, null, false));
  }
}
