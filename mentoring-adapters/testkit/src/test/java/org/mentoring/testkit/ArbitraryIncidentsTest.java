package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mentoring.failure.StaleVersion;
import org.mentoring.incident.Incident;
import org.mentoring.incident.NewIncident;
import org.mentoring.memory.InMemoryIncidents;

class ArbitraryIncidentsTest {
  @Provide
  Arbitrary<Incident> incidents() {
    return ArbitraryIncidents.incidents();
  }

  @Provide
  Arbitrary<NewIncident> reports() {
    return ArbitraryIncidents.reports();
  }

  @Property(tries = 200)
  void nothing_that_people_wrote_is_printed(
      @ForAll("incidents") Incident incident, @ForAll("reports") NewIncident report) {
    assertThat(
            incident
                + " "
                + incident.closure()
                + incident.escalations()
                + incident.steps()
                + report
                + report.what())
        .doesNotContain(ArbitraryIncidents.CANARY);
  }

  @Property(tries = 200)
  void a_store_lists_as_open_what_is_not_closed(@ForAll("incidents") Incident incident) {
    InMemoryIncidents store = new InMemoryIncidents();
    for (long version = 1; version <= incident.version(); version++) {
      store.save(inVersion(incident, version));
    }

    assertThat(store.open().isEmpty()).isEqualTo(!incident.open());
    assertThat(store.find(incident.id())).contains(incident);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> store.save(incident))
        .isInstanceOf(StaleVersion.class);
  }

  private static Incident inVersion(Incident last, long version) {
    return new Incident(
        last.id(),
        version,
        last.kind(),
        last.procedure(),
        last.mentorship(),
        last.concerns(),
        last.on(),
        last.what(),
        last.by(),
        last.recordedAt(),
        last.entrusted(),
        last.deadline(),
        last.steps(),
        last.escalations(),
        version == last.version() ? last.closure() : null);
  }
}
