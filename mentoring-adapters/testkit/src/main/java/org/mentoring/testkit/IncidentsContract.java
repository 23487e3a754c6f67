package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.incident;
import static org.mentoring.testkit.StoredSamples.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Page;

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

  @Test
  void pages_follow_each_other_without_a_gap() {
    Incidents store = empty();
    List.of("i-3", "i-1", "i-2").forEach(id -> store.save(incident(id, 1, null, false)));
    Page<Incident> first = store.list(null, 2);
    assertThat(first.items())
        .containsExactly(incident("i-1", 1, null, false), incident("i-2", 1, null, false));
    assertThat(first.next()).isEqualTo("i-2");
    assertThat(store.list(IncidentId.of("i-2"), 2))
        .isEqualTo(new Page<>(List.of(incident("i-3", 1, null, false)), null));
    refused("number.range", () -> store.list(null, 0));
    refused("number.range", () -> store.list(null, 1_001));
  }

  @Test
  void a_redacted_form_is_the_next_version_so_that_nobody_writes_back_what_was_read_before() {
    Incidents store = empty();
    store.save(incident("i-1", 1, "m-1", false));
    Incident redacted = incident("i-1", 2, null, true);
    store.redact(redacted);
    assertThat(store.find(IncidentId.of("i-1"))).contains(redacted);
    assertThat(store.of(MentorshipId.of("m-1"))).isEmpty();
    assertThat(store.open()).isEmpty();
    refused("version.stale", () -> store.redact(incident("i-1", 2, null, true)));
    // Whoever had read version 1 writes this.
    refused("version.stale", () -> store.save(incident("i-1", 2, "m-1", false)));
    assertThat(store.find(IncidentId.of("i-1"))).contains(redacted);
    refused("version.stale", () -> store.redact(incident("i-9", 2, null, true)));
  }
}
