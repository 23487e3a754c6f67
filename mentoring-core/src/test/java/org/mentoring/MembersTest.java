package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.SmallProgramme.codes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

class MembersTest {
  private final BusyProgramme busy = new BusyProgramme();

  private Outcome<FactId> belongs(ParticipantId member, ParticipantId party) {
    return busy.mentoring.record(
        COORDINATOR, party, new Fact.Member(member, Position.CHILD), Validity.from(TODAY));
  }

  private ParticipantId family(String id) {
    return busy.mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.FAMILY, List.of())
        .orElseThrow();
  }

  @Test
  void persons_belong_to_families_and_organisations() {
    belongs(busy.child, family("family")).orElseThrow();
    belongs(busy.child, busy.centre).orElseThrow();
  }

  @Test
  void nobody_belongs_to_a_person_and_no_family_to_another() {
    ParticipantId family = family("family");
    assertThat(codes(belongs(busy.child, busy.mentor))).contains("command.no-member");
    assertThat(codes(belongs(family, family("other")))).contains("command.no-member");
    assertThat(codes(belongs(ParticipantId.of("nobody"), family)))
        .contains("command.participant-unknown");
  }

  @Test
  void a_member_that_was_registered_twice_is_one() {
    ParticipantId family = family("family");
    ParticipantId again = busy.person("child-again");
    belongs(busy.child, family).orElseThrow();
    belongs(again, family).orElseThrow();
    busy.mentoring.merge(COORDINATOR, busy.child, again, "one child").orElseThrow();

    assertThat(busy.mentoring.dossier(family, TODAY).current(Fact.Member.class))
        .extracting(Fact.Member::member)
        .containsOnly(busy.child);
  }
}
