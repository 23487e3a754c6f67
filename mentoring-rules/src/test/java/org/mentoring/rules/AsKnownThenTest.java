package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.ClosingCases.BY;
import static org.mentoring.rules.ClosingCases.DAY;
import static org.mentoring.rules.ClosingCases.GRADUATION;
import static org.mentoring.rules.ClosingCases.ID;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.NOW;
import static org.mentoring.rules.ClosingCases.OPERATOR;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Decision;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.Entrusted;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.incident.Resolution;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.mentorship.RungTaken;
import org.mentoring.mentorship.StateChange;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.CompletionCase;
import org.mentoring.spi.Stores;
import org.mentoring.waiver.Waiver;

/** A decision as it was known at an instant stays what it was, whatever becomes known later. */
class AsKnownThenTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Instant LATER = NOW.plusSeconds(3_600);

  private final Stores stores = InMemoryStores.create();
  private final ClosingCases cases =
      ClosingCases.active()
          .letsWaive()
          .asksFor(GRADUATION)
          .incident(DAY.plusDays(3), null)
          .waived(GRADUATION.value(), OPERATOR);
  private final Mentoring mentoring = OversightTest.running(cases, stores, RULES);

  @AfterAll
  static void close() {
    RULES.close();
  }

  @BeforeEach
  void keep() {
    CompletionCase question = cases.made();
    question.incidents().forEach(each -> stores.incidents().save(each));
    question.waivers().forEach(each -> stores.waivers().save(each));
  }

  @Test
  void a_later_step_does_not_change_it() {
    Decision before = then();
    StepTaken step = new StepTaken("support", DAY, BY, "", LATER);
    save(List.of(), List.of(), List.of(step), List.of());

    stays(before);
  }

  @Test
  void a_later_rung_does_not_change_it() {
    Decision before = then();
    save(List.of(), List.of(new RungTaken("warning", DAY, "why", BY, LATER)), List.of(), List.of());

    stays(before);
  }

  @Test
  void a_later_pause_and_its_end_do_not_change_it() {
    Decision before = then();
    StateChange paused = new StateChange(MentorshipState.PAUSED, DAY, BY, "why", "", LATER);
    save(
        List.of(new Pause(DAY, null, "why", BY, null, null)),
        List.of(),
        List.of(),
        List.of(paused));

    stays(before);
  }

  @Test
  void what_is_done_later_about_an_incident_does_not_change_it() {
    Decision before = then();
    Incident first = incident();
    Entrusted entrusted = new Entrusted(BY, DAY, BY, LATER);
    stores.incidents().save(next(first, List.of(entrusted), List.of(), List.of(), null));
    stays(before);

    StepTaken step = new StepTaken("child-safe", DAY, BY, "", LATER);
    stores.incidents().save(next(incident(), List.of(entrusted), List.of(step), List.of(), null));
    stays(before);

    Escalation told = new Escalation(Code.of("REGIONAL_OPERATOR"), null, DAY, BY, LATER);
    stores
        .incidents()
        .save(next(incident(), List.of(entrusted), List.of(step), List.of(told), null));
    stays(before);

    IncidentClosure closed = new IncidentClosure(Resolution.of(Note.of("settled")), DAY, BY, LATER);
    stores
        .incidents()
        .save(next(incident(), List.of(entrusted), List.of(step), List.of(told), closed));
    stays(before);
  }

  @Test
  void a_waiver_that_is_taken_back_later_does_not_change_it() {
    Decision before = then();
    Waiver waiver = stores.waivers().find(WaiverId.of("w-0")).orElseThrow();
    stores.waivers().save(waiver.revoked(BY, "an error", LATER));

    stays(before);
  }

  @Test
  void a_later_merge_does_not_change_it() {
    Decision before = then();
    merged(LATER);

    stays(before);
  }

  @Test
  void a_graduation_under_the_kept_id_counts_for_a_mentorship_that_names_the_duplicate() {
    ParticipantId kept = merged(NOW);
    stores.waivers().save(waiver().revoked(BY, "not needed", NOW));
    assertThat(mentoring.oversight().completion(ID, DAY, NOW).findings())
        .extracting(finding -> finding.code())
        .contains("completion.activity-missing");

    graduated(kept);

    assertThat(mentoring.oversight().completion(ID, DAY, NOW).findings())
        .extracting(finding -> finding.code())
        .doesNotContain("completion.activity-missing");
  }

  private Waiver waiver() {
    return stores.waivers().find(WaiverId.of("w-0")).orElseThrow();
  }

  private void graduated(ParticipantId mentee) {
    stores
        .activities()
        .append(
            new ActivityEntry.Recorded(
                new Activity(
                    ActivityId.of("a-9"),
                    GRADUATION,
                    About.participant(ClosingCases.CENTRE),
                    DAY,
                    new Happened.EventHeld(
                        Fact.Mode.IN_PERSON, new TreeSet<>(Set.of(mentee)), new TreeSet<>()),
                    null,
                    BY,
                    NOW)));
  }

  private ParticipantId merged(Instant at) {
    ParticipantId kept = ParticipantId.of("mentee-kept");
    stores.participants().add(Participant.of(kept, ParticipantKind.PERSON, List.of()));
    stores.participants().update(stores.participants().find(MENTEE).orElseThrow().mergedInto(kept));
    stores.participants().append(new FactEntry.Merged(kept, MENTEE, at, BY, "registered twice"));
    return kept;
  }

  private Decision then() {
    return mentoring.oversight().completion(ID, DAY, NOW);
  }

  private void stays(Decision before) {
    assertThat(then()).isEqualTo(before);
    assertThat(then().digest()).isEqualTo(before.digest());
    assertThat(mentoring.oversight().completion(ID, DAY, LATER).basis().dossierDigest())
        .isNotEqualTo(before.basis().dossierDigest());
  }

  private Incident incident() {
    return stores.incidents().of(ID).get(0);
  }

  private static Incident next(
      Incident before,
      List<Entrusted> entrusted,
      List<StepTaken> steps,
      List<Escalation> escalations,
      @Nullable IncidentClosure closure) {
    return new Incident(
        before.id(),
        before.version() + 1,
        before.kind(),
        before.procedure(),
        before.mentorship(),
        before.concerns(),
        before.on(),
        before.what(),
        before.by(),
        before.recordedAt(),
        entrusted,
        before.deadline(),
        steps,
        escalations,
        closure);
  }

  private void save(
      List<Pause> pauses, List<RungTaken> rungs, List<StepTaken> steps, List<StateChange> changes) {
    Particulars before = stores.mentorships().find(ID).orElseThrow();
    List<StateChange> all = new ArrayList<>(before.changes());
    all.addAll(changes);
    stores
        .mentorships()
        .save(
            new Particulars(
                before.id(),
                before.version() + 1,
                before.practice(),
                before.arrangement(),
                before.mentors(),
                before.mentees(),
                before.centre(),
                before.model(),
                before.continues(),
                before.agreements(),
                before.startedOn(),
                pauses,
                rungs,
                steps,
                all,
                before.closure()));
  }
}
