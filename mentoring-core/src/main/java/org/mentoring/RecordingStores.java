package org.mentoring;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.Incident;
import org.mentoring.journal.Erasure;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Erasures;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Places;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.spi.Waivers;
import org.mentoring.waiver.Waiver;

/**
 * Stores that tell an event of each write, with ids and codes alone, and when what they read was
 * recorded.
 */
final class RecordingStores {
  static final Code ACTIVITY = Code.of("ACTIVITY");
  static final Code INCIDENT = Code.of("INCIDENT");
  static final Code MENTORSHIP = Code.of("MENTORSHIP");
  static final Code PARTICIPANT = Code.of("PARTICIPANT");
  static final Code PROPOSAL = Code.of("PROPOSAL");
  static final Code SELECTION_EVENT = Code.of("SELECTION_EVENT");
  static final Code WAIVER = Code.of("WAIVER");

  /** A record that could not be read was taken away. */
  static final String DISCARDED = "RECORD_DISCARDED";

  private RecordingStores() {}

  /** Hears of each write, and of what is read. */
  interface Heard {
    /** Something is about to be written. */
    void writes(Object id);

    /** Something was read of which a part was recorded at this time. */
    void read(Object id, Instant recorded);

    void happened(
        Code kind,
        Code subjectKind,
        String subject,
        long version,
        SortedMap<String, String> details,
        @Nullable String content);
  }

  /**
   * @param history keeps a part of what is known of somebody now, and tells its digest
   */
  static Stores over(Stores given, Heard heard, Function<ParticipantId, String> history) {
    Writes told = new Writes(heard);
    return new Stores(
        new RecordingParticipants(given.participants(), told, history),
        new RecordingProposals(given.proposals(), told),
        new RecordingSelectionEvents(given.selectionEvents(), told),
        new RecordingMentorships(given.mentorships(), told),
        new RecordingActivities(given.activities(), told),
        new RecordingIncidents(given.incidents(), told),
        new RecordingWaivers(given.waivers(), told),
        given.decisions(),
        given.commands(),
        given.journal(),
        given.outbox(),
        new RecordingPlaces(given.places(), told),
        given.identities(),
        new RecordingErasures(given.erasures(), told),
        given.programmes(),
        given.work());
  }

  private record Writes(Heard heard) {
    void happened(
        String kind, Code subjectKind, String subject, long version, EventDetails details) {
      heard.happened(Code.of(kind), subjectKind, subject, version, details.values(), null);
    }

    void writes(Object id) {
      heard.writes(id);
    }

    List<FactEntry> facts(ParticipantId about, List<FactEntry> history) {
      history.forEach(entry -> heard.read(about, entry.recordedAt()));
      return history;
    }

    Particulars mentorship(Particulars read) {
      RecordedTimes.of(read, recorded -> heard.read(read.id(), recorded));
      return read;
    }

    List<Particulars> mentorships(List<Particulars> read) {
      read.forEach(this::mentorship);
      return read;
    }

    List<ActivityEntry> entries(List<ActivityEntry> read) {
      read.forEach(entry -> heard.read(RecordedTimes.activity(entry), RecordedTimes.of(entry)));
      return read;
    }

    Incident incident(Incident read) {
      RecordedTimes.of(read, recorded -> heard.read(read.id(), recorded));
      return read;
    }

    List<Incident> incidents(List<Incident> read) {
      read.forEach(this::incident);
      return read;
    }

    Waiver waiver(Waiver read) {
      RecordedTimes.of(read, recorded -> heard.read(read.id(), recorded));
      return read;
    }

    List<Waiver> waivers(List<Waiver> read) {
      read.forEach(this::waiver);
      return read;
    }
  }

  private record RecordingPlaces(Places given, Writes told) implements Places {
    @Override
    public void lock(SortedSet<ParticipantId> participants) {
      given.lock(participants);
    }

    @Override
    public boolean take(Place place) {
      told.writes(place.mentorship());
      return given.take(place);
    }

    @Override
    public void release(MentorshipId mentorship) {
      told.writes(mentorship);
      given.release(mentorship);
    }

    @Override
    public List<Place> of(ParticipantId mentor) {
      return given.of(mentor);
    }
  }

  private record RecordingParticipants(
      Participants given, Writes told, Function<ParticipantId, String> history)
      implements Participants {
    @Override
    public void add(Participant participant) {
      told.writes(participant.id());
      given.add(participant);
      told.happened(
          "PARTICIPANT_REGISTERED",
          PARTICIPANT,
          participant.id().value(),
          participant.version(),
          EventDetails.registered(participant));
    }

    @Override
    public void update(Participant participant) {
      told.writes(participant.id());
      given.update(participant);
      told.happened(
          "PARTICIPANT_CHANGED",
          PARTICIPANT,
          participant.id().value(),
          participant.version(),
          EventDetails.changed(participant));
    }

    @Override
    public Optional<Participant> find(ParticipantId id) {
      return given.find(id);
    }

    @Override
    public Optional<Participant> find(ExternalReference reference) {
      return given.find(reference);
    }

    @Override
    public List<ParticipantId> ids() {
      return given.ids();
    }

    @Override
    public List<ParticipantId> ids(ParticipantKind kind) {
      return given.ids(kind);
    }

    @Override
    public void append(FactEntry entry) {
      told.writes(entry.about());
      given.append(entry);
      told.heard()
          .happened(
              Code.of(EventDetails.kind(entry)),
              PARTICIPANT,
              entry.about().value(),
              0,
              EventDetails.of(entry).values(),
              history.apply(entry.about()));
    }

    @Override
    public List<FactEntry> history(ParticipantId id) {
      return told.facts(id, given.history(id));
    }

    @Override
    public Map<ParticipantId, List<FactEntry>> histories(Collection<ParticipantId> people) {
      return given.histories(people);
    }

    @Override
    public Page<Participant> list(@Nullable ParticipantId after, int most) {
      return given.list(after, most);
    }

    @Override
    public Optional<Instant> newest(Instant until) {
      return given.newest(until);
    }

    @Override
    public Page<ParticipantId> recordedAfter(
        Instant instant, @Nullable ParticipantId after, int most) {
      return given.recordedAfter(instant, after, most);
    }

    @Override
    public Optional<ParticipantId> about(FactId fact) {
      return given.about(fact);
    }

    @Override
    public Page<ParticipantId> ids(@Nullable ParticipantId after, int most) {
      return given.ids(after, most);
    }

    @Override
    public Optional<ParticipantId> mergedInto(ParticipantId id) {
      return given.mergedInto(id);
    }

    @Override
    public List<ParticipantId> duplicates(ParticipantId into) {
      return given.duplicates(into);
    }

    @Override
    public long entries(ParticipantId id) {
      return given.entries(id);
    }

    @Override
    public void erase(ParticipantId id) {
      told.writes(id);
      given.erase(id);
      told.happened("PARTICIPANT_ERASED", PARTICIPANT, id.value(), 0, EventDetails.none());
    }
  }

  private record RecordingErasures(Erasures given, Writes told) implements Erasures {
    private static final Map<String, Code> KINDS =
        Map.of(
            "mentorship", MENTORSHIP,
            "incident", INCIDENT,
            "activity", ACTIVITY,
            "waiver", WAIVER,
            "proposal", PROPOSAL,
            "selection-event", SELECTION_EVENT);

    @Override
    public void append(Erasure erasure) {
      told.writes(erasure.participant());
      given.append(erasure);
    }

    @Override
    public Optional<Erasure> find(ParticipantId participant) {
      return given.find(participant);
    }

    @Override
    public long count() {
      return given.count();
    }

    @Override
    public List<Erasure> all() {
      return given.all();
    }

    @Override
    public List<UnreadableRecords.Row> misplaced(SortedSet<String> ids) {
      return given.misplaced(ids);
    }

    @Override
    public boolean discard(UnreadableRecords.Row record) {
      told.writes(record);
      if (!given.discard(record)) {
        return false;
      }
      Code kind = KINDS.get(record.record());
      // Of an erasure that takes the place of one, an event is told as of any.
      if (kind != null) {
        told.happened(DISCARDED, kind, record.id(), 0, EventDetails.none());
      }
      return true;
    }
  }

  private record RecordingProposals(Proposals given, Writes told) implements Proposals {
    @Override
    public void save(MatchProposal proposal) {
      told.writes(proposal.id());
      given.save(proposal);
      told.happened(
          "PROPOSAL_CHANGED",
          PROPOSAL,
          proposal.id().value(),
          proposal.version(),
          EventDetails.of(proposal));
    }

    @Override
    public void restore(MatchProposal proposal) {
      given.restore(proposal);
    }

    @Override
    public Optional<MatchProposal> find(ProposalId id) {
      return given.find(id);
    }

    @Override
    public List<MatchProposal> naming(ParticipantId participant) {
      return given.naming(participant);
    }

    @Override
    public Page<MatchProposal> list(@Nullable ProposalId after, int most) {
      return given.list(after, most);
    }

    @Override
    public void redact(MatchProposal redacted) {
      told.writes(redacted.id());
      given.redact(redacted);
      told.happened(
          "PROPOSAL_REDACTED",
          PROPOSAL,
          redacted.id().value(),
          redacted.version(),
          EventDetails.none());
    }
  }

  private record RecordingSelectionEvents(SelectionEvents given, Writes told)
      implements SelectionEvents {
    @Override
    public void save(List<MentorSelectionEvent> events) {
      told.writes(events);
      given.save(events);
      events.forEach(
          event ->
              told.happened(
                  "SELECTION_EVENT_CHANGED",
                  SELECTION_EVENT,
                  event.id().value(),
                  event.version(),
                  EventDetails.of(event)));
    }

    @Override
    public void restore(MentorSelectionEvent event) {
      given.restore(event);
    }

    @Override
    public Optional<MentorSelectionEvent> find(SelectionEventId id) {
      return given.find(id);
    }

    @Override
    public List<MentorSelectionEvent> ofProposal(ProposalId proposal) {
      return given.ofProposal(proposal);
    }

    @Override
    public List<MentorSelectionEvent> inviting(ParticipantId participant) {
      return given.inviting(participant);
    }

    @Override
    public Page<MentorSelectionEvent> list(@Nullable SelectionEventId after, int most) {
      return given.list(after, most);
    }

    @Override
    public void redact(MentorSelectionEvent redacted) {
      told.writes(redacted.id());
      given.redact(redacted);
      told.happened(
          "SELECTION_EVENT_REDACTED",
          SELECTION_EVENT,
          redacted.id().value(),
          redacted.version(),
          EventDetails.none());
    }
  }

  private record RecordingMentorships(Mentorships given, Writes told) implements Mentorships {
    @Override
    public void save(Particulars mentorship) {
      told.writes(mentorship.id());
      given.save(mentorship);
      told.happened(
          "MENTORSHIP_CHANGED",
          MENTORSHIP,
          mentorship.id().value(),
          mentorship.version(),
          EventDetails.of(mentorship));
    }

    @Override
    public void restore(Particulars mentorship) {
      given.restore(mentorship);
    }

    @Override
    public Optional<Particulars> find(MentorshipId id) {
      return given.find(id).map(told::mentorship);
    }

    @Override
    public List<Particulars> of(ParticipantId participant) {
      return told.mentorships(given.of(participant));
    }

    @Override
    public Page<Particulars> list(Which which, @Nullable MentorshipId after, int most) {
      Page<Particulars> page = given.list(which, after, most);
      told.mentorships(page.items());
      return page;
    }

    @Override
    public void redact(Particulars redacted) {
      told.writes(redacted.id());
      given.redact(redacted);
      told.happened(
          "MENTORSHIP_REDACTED",
          MENTORSHIP,
          redacted.id().value(),
          redacted.version(),
          EventDetails.none());
    }
  }

  private record RecordingActivities(Activities given, Writes told) implements Activities {
    @Override
    public void append(ActivityEntry entry) {
      told.writes(RecordedTimes.activity(entry));
      given.append(entry);
      told.happened(
          EventDetails.kind(entry),
          ACTIVITY,
          EventDetails.subject(entry),
          0,
          EventDetails.of(entry));
    }

    @Override
    public Optional<Activity> find(ActivityId id) {
      return given.find(id);
    }

    @Override
    public List<ActivityEntry> history(About about) {
      return told.entries(given.history(about));
    }

    @Override
    public List<ActivityEntry> attended(ParticipantId participant) {
      return told.entries(given.attended(participant));
    }

    @Override
    public List<ActivityEntry> naming(ParticipantId participant) {
      return told.entries(given.naming(participant));
    }

    @Override
    public List<About> subjects() {
      return given.subjects();
    }

    @Override
    public Page<ActivityEntry> list(@Nullable String after, int most) {
      Page<ActivityEntry> page = given.list(after, most);
      told.entries(page.items());
      return page;
    }

    @Override
    public void redact(ActivityEntry redacted) {
      told.writes(RecordedTimes.activity(redacted));
      given.redact(redacted);
      told.happened(
          "ACTIVITY_REDACTED", ACTIVITY, EventDetails.subject(redacted), 0, EventDetails.none());
    }
  }

  private record RecordingIncidents(Incidents given, Writes told) implements Incidents {
    @Override
    public void save(Incident incident) {
      told.writes(incident.id());
      given.save(incident);
      told.happened(
          "INCIDENT_CHANGED",
          INCIDENT,
          incident.id().value(),
          incident.version(),
          EventDetails.of(incident));
    }

    @Override
    public void restore(Incident incident) {
      given.restore(incident);
    }

    @Override
    public Optional<Incident> find(IncidentId id) {
      return given.find(id).map(told::incident);
    }

    @Override
    public List<Incident> of(MentorshipId mentorship) {
      return told.incidents(given.of(mentorship));
    }

    @Override
    public List<Incident> open() {
      return told.incidents(given.open());
    }

    @Override
    public List<Incident> concerning(ParticipantId participant) {
      return told.incidents(given.concerning(participant));
    }

    @Override
    public Page<Incident> list(@Nullable IncidentId after, int most) {
      Page<Incident> page = given.list(after, most);
      told.incidents(page.items());
      return page;
    }

    @Override
    public void redact(Incident redacted) {
      told.writes(redacted.id());
      given.redact(redacted);
      told.happened(
          "INCIDENT_REDACTED",
          INCIDENT,
          redacted.id().value(),
          redacted.version(),
          EventDetails.none());
    }
  }

  private record RecordingWaivers(Waivers given, Writes told) implements Waivers {
    @Override
    public void save(Waiver waiver) {
      told.writes(waiver.id());
      given.save(waiver);
      told.happened("WAIVER_CHANGED", WAIVER, waiver.id().value(), 0, EventDetails.of(waiver));
    }

    @Override
    public Optional<Waiver> find(WaiverId id) {
      return given.find(id).map(told::waiver);
    }

    @Override
    public List<Waiver> of(ParticipantId participant) {
      return told.waivers(given.of(participant));
    }

    @Override
    public List<Waiver> of(MentorshipId mentorship) {
      return told.waivers(given.of(mentorship));
    }

    @Override
    public Page<Waiver> list(@Nullable WaiverId after, int most) {
      Page<Waiver> page = given.list(after, most);
      told.waivers(page.items());
      return page;
    }
  }
}
