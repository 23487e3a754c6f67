package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.choosing.MeetingPlan;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.incident.Resolution;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.time.Validity;
import org.mentoring.waiver.Waiver;

/** What the contracts put into stores. */
final class StoredSamples {
  static final Instant NOW = Instant.parse("2020-09-01T08:00:00Z");
  static final LocalDate DAY = LocalDate.of(2020, 9, 1);
  static final Actor ACTOR = Actor.coordinator("c-1", "centre-1");

  private StoredSamples() {}

  static void refused(String code, Runnable command) {
    assertThatThrownBy(command::run)
        .asInstanceOf(InstanceOfAssertFactories.type(MentoringException.class))
        .extracting(MentoringException::code)
        .isEqualTo(code);
  }

  static SortedSet<ParticipantId> ids(String... ids) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    Arrays.stream(ids).map(ParticipantId::of).forEach(all::add);
    return all;
  }

  static Participant person(String id) {
    return Participant.of(ParticipantId.of(id), ParticipantKind.PERSON, List.of());
  }

  static FactEntry fact(String id, String about) {
    return new FactEntry.Recorded(
        FactId.of(id),
        ParticipantId.of(about),
        new Fact.Interest("chess"),
        Validity.from(DAY),
        NOW,
        ACTOR,
        null,
        null);
  }

  static MatchProposal proposal(String id, long version) {
    return new MatchProposal(
        ProposalId.of(id),
        version,
        "adolescents",
        MatchingPlan.Policy.OPTIMAL,
        DAY,
        NOW,
        "0".repeat(64),
        "0".repeat(64),
        new Matcher()
            .match(
                new MatchRequest(
                    List.of(), List.of(), List.of(), List.of(), new TreeSet<>(), new TreeSet<>())),
        new TreeSet<>(),
        List.of(),
        List.of());
  }

  static MentorSelectionEvent selectionEvent(String id, long version, String proposal) {
    return new MentorSelectionEvent(
        SelectionEventId.of(id),
        version,
        ProposalId.of(proposal),
        "adolescents",
        "",
        DAY,
        10,
        ids("a"),
        new TreeMap<>(),
        new MeetingPlan(List.of()),
        List.of(),
        new MentorSelectionEvent.State.Open(),
        ACTOR,
        NOW,
        "0".repeat(64),
        "0".repeat(64));
  }

  /** A mentorship that has passed through states; each is one version. */
  static Particulars mentorship(
      String id, String mentor, String mentee, @Nullable String centre, MentorshipState... states) {
    List<StateChange> changes = new ArrayList<>();
    for (MentorshipState state : states) {
      changes.add(new StateChange(state, DAY, ACTOR, null, "", NOW));
    }
    return new Particulars(
        MentorshipId.of(id),
        states.length,
        "adolescents",
        Arrangement.INDIVIDUAL,
        ids(mentor),
        ids(mentee),
        centre == null ? null : ParticipantId.of(centre),
        null,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        changes,
        null);
  }

  /** A group of a mentor and one mentee, which another mentee has left. */
  static Particulars leftBy(String id, String mentor, String mentee, String left) {
    Particulars one = mentorship(id, mentor, mentee, null, MentorshipState.PROPOSED);
    return new Particulars(
        one.id(),
        2,
        one.practice(),
        Arrangement.GROUP,
        one.mentors(),
        one.mentees(),
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        one.changes(),
        null,
        List.of(
            new Leaving(
                ParticipantId.of(left),
                false,
                DAY,
                Code.of("MOVED"),
                null,
                "the family moves",
                ACTOR,
                "",
                NOW)));
  }

  static Activity activity(String id, About about, Happened happened) {
    return new Activity(
        ActivityId.of(id), Code.of("WORKSHOP"), about, DAY, happened, null, ACTOR, NOW);
  }

  static ActivityEntry recorded(String id, About about) {
    return new ActivityEntry.Recorded(
        activity(id, about, new Happened.Entry(null, new TreeSet<>(), 1)));
  }

  static ActivityEntry held(
      String id, About about, SortedSet<ParticipantId> attended, SortedSet<ParticipantId> joint) {
    return new ActivityEntry.Recorded(
        activity(id, about, new Happened.EventHeld(Fact.Mode.IN_PERSON, attended, joint)));
  }

  static ActivityEntry retracted(String id, About about) {
    return new ActivityEntry.Retracted(ActivityId.of(id), about, NOW, ACTOR, "wrong");
  }

  static Incident incident(String id, long version, @Nullable String mentorship, boolean closed) {
    return new Incident(
        IncidentId.of(id),
        version,
        Code.of("CHILD_CRISIS"),
        "children",
        mentorship == null ? null : MentorshipId.of(mentorship),
        ids("a"),
        DAY,
        Note.of("what happened"),
        ACTOR,
        NOW,
        List.of(),
        null,
        List.of(),
        List.of(),
        closed
            ? new IncidentClosure(
                new Resolution(Note.of("all is well"), new TreeMap<>(), null), DAY, ACTOR, NOW)
            : null);
  }

  static Waiver waiver(String id, @Nullable String participant, @Nullable String mentorship) {
    return new Waiver(
        WaiverId.of(id),
        "mentor-age",
        participant == null ? null : ParticipantId.of(participant),
        mentorship == null ? null : MentorshipId.of(mentorship),
        Code.of("REGIONAL_OPERATOR"),
        "nobody else speaks the language",
        DAY,
        DAY.plusMonths(1),
        ACTOR,
        NOW);
  }
}
