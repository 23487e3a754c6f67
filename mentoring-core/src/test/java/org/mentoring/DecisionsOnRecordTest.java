package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.spi.Stores;

/** Stored decisions name whom they were made on, and how much was known of each by then. */
class DecisionsOnRecordTest {
  private final Stores stores = InMemoryStores.create();

  private int known(ParticipantId id) {
    return stores.participants().history(id).size();
  }

  /** Of each decision the matter of its command and its parts. */
  private List<String> decisions() {
    List<String> found = new ArrayList<>();
    for (CommandRecord command : stores.commands().list(null, 1_000).items()) {
      for (DecisionId each : command.decisions()) {
        StoredDecision decision = stores.decisions().find(each).orElseThrow();
        assertThat(decision.command()).isEqualTo(command.id());
        assertThat(decision.intact()).isTrue();
        decision.parts().forEach(this::isWhatWasKnown);
        found.add(
            command.matter()
                + " "
                + decision.parts().stream()
                    .map(part -> part.participant() + "=" + part.entries())
                    .toList());
      }
    }
    return found;
  }

  private void isWhatWasKnown(DossierPart.Reference reference) {
    DossierPart part =
        stores.decisions().parts(reference.participant()).stream()
            .filter(reference::names)
            .findFirst()
            .orElseThrow();
    assertThat(part)
        .isEqualTo(
            DossierPart.of(
                reference.participant(),
                Objects.requireNonNull(part.salt()),
                stores
                    .participants()
                    .history(reference.participant())
                    .subList(0, Math.toIntExact(reference.entries()))));
  }

  @Test
  void assignment_start_resumption_and_completion_name_both_parties_with_all_registrations() {
    SmallMentorships small = new SmallMentorships(SmallMentorships.definition(), stores);
    ParticipantId mentor = small.mentor("mentor");
    ParticipantId mentee = small.mentee("mentee");
    ParticipantId again = small.mentee("mentee-again");
    small.mentoring.merge(COORDINATOR, mentee, again, "one child").orElseThrow();
    int before = known(mentor);

    MentorshipId id = small.closing(mentor, mentee);
    small.commands().pause(COORDINATOR, id, "ill", small.today()).orElseThrow();
    small.programme.fact(mentor, new Fact.Interest("chess"));
    small.commands().resume(COORDINATOR, id, "well", small.today()).orElseThrow();
    small.commands().complete(COORDINATOR, id, small.today()).orElseThrow();

    String child = "mentee=" + known(mentee) + ", mentee-again=" + known(again);
    assertThat(decisions())
        .filteredOn(each -> !each.startsWith("AGREE"))
        .containsExactlyInAnyOrder(
            "ASSIGN_MENTORSHIP [mentor=" + before + "]",
            "ASSIGN_MENTORSHIP [" + child + "]",
            "START_MENTORSHIP [mentor=" + before + "]",
            "START_MENTORSHIP [" + child + "]",
            "RESUME_MENTORSHIP [mentor=" + (before + 1) + "]",
            "RESUME_MENTORSHIP [" + child + "]",
            "COMPLETE_MENTORSHIP [" + child + ", mentor=" + (before + 1) + "]");
  }

  @Test
  void a_refused_assignment_keeps_what_it_was_refused_on() {
    SmallMentorships small = new SmallMentorships(SmallMentorships.definition(), stores);
    ParticipantId mentor = small.programme.person("mentor");
    ParticipantId mentee = small.mentee("mentee");

    assertThat(small.assign(mentor, mentee).refused()).isPresent();

    assertThat(decisions())
        .containsExactlyInAnyOrder(
            "ASSIGN_MENTORSHIP [mentor=0]", "ASSIGN_MENTORSHIP [mentee=" + known(mentee) + "]");
  }

  @Test
  void that_a_centre_may_start_is_a_decision_about_the_centre() {
    CentreTerms terms =
        new CentreTerms(
            new TreeSet<>(), 0, List.of(), List.of(), List.of(), List.of(), SmallWaivers.CITE);
    SmallMentorships small =
        new SmallMentorships(
            SmallMentorships.definition(false, SmallMentorships.mentorshipTerms(), terms), stores);
    ParticipantId mentor = small.mentor("mentor");
    ParticipantId mentee = small.mentee("mentee");
    ParticipantId centre =
        small
            .mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    small.programme.fact(centre, new Fact.PositionHeld(Position.CENTRE, null));

    NewMentorship asked = small.terms(mentor, mentee).at(centre);
    small.commands().assign(COORDINATOR, asked).orElseThrow();

    assertThat(decisions())
        .containsExactlyInAnyOrder(
            "ASSIGN_MENTORSHIP [mentor=" + known(mentor) + "]",
            "ASSIGN_MENTORSHIP [mentee=" + known(mentee) + "]",
            "ASSIGN_MENTORSHIP [centre-1=1]");
  }
}
