package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;

import java.sql.Connection;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.Mentoring;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/** A release that was taken back, in transactions of a host. */
@Tag(Harness.TAG)
class RolledBackDefinitionTest {
  @ParameterizedTest
  @CsvSource({"true, 1", "true, 2", "true, 3", "false, 1", "false, 2", "false, 3"})
  void what_a_host_rolled_back_is_not_believed_to_be_in_force(boolean postgresql, int commands)
      throws Exception {
    try (ProofDatabase database = postgresql ? ProofDatabase.postgresql() : ProofDatabase.h2()) {
      ProgrammeDefinition older = ProofProgramme.DEFINITION;
      registered(running(database.stores(), older), "a");
      registered(running(database.stores(), ProofProgramme.definition("1.1.0")), "b");
      try (Connection connection = database.connections().getConnection()) {
        connection.setAutoCommit(false);
        Stores joined = database.joined(() -> connection);
        Mentoring takenBack = running(joined, older);
        for (int i = 0; i < commands; i++) {
          registered(takenBack, "x-" + i);
        }
        connection.rollback();

        registered(takenBack, "y");
        connection.commit();
        assertThat(joined.programmes().inForce().map(Programmes.InForce::hash))
            .contains(older.hash());
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static Mentoring running(Stores stores, ProgrammeDefinition definition) {
    return Mentoring.of(definition)
        .stores(stores)
        .rules(ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow())
        .build();
  }

  private static void registered(Mentoring mentoring, String id) {
    mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.PERSON, List.of())
        .orElseThrow();
  }
}
