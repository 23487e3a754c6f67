package org.mentoring.testkit;

import static org.mentoring.testkit.StoredSamples.ids;
import static org.mentoring.testkit.StoredSamples.mentorship;
import static org.mentoring.testkit.StoredSamples.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.Decision;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.Incident;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.MatchProposal;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Places;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.Stores;
import org.mentoring.waiver.Waiver;

/**
 * Stores in memory that hold anything that stores may hold, of every kind, with any values that
 * records allow; what is named is there. No programme made them, so that they contradict their own
 * journal. An export of them shows of other stores whether they keep all that they are given.
 */
public final class RandomStores {
  private final Stores stores = InMemoryStores.create();
  private final RandomRecords records;
  private final Random random;

  private RandomStores(long seed) {
    records = new RandomRecords(seed);
    random = new Random(seed);
  }

  /**
   * Fills new stores.
   *
   * @param seed the same seed fills them in the same way
   */
  public static Stores filled(long seed) {
    RandomStores random = new RandomStores(seed);
    random.programmes();
    random.people();
    random.work();
    random.decisions();
    random.journal();
    return random.stores;
  }

  private int some() {
    return 1 + random.nextInt(4);
  }

  private <T extends Record> T made(Class<T> type, String component, Object value) {
    return type.cast(RecordParts.with(records.of(type), component, value));
  }

  private ParticipantId somebody() {
    List<ParticipantId> all = stores.participants().ids();
    return all.get(random.nextInt(all.size()));
  }

  private void programmes() {
    ProgrammeDefinition definition = BuiltInProgrammes.read("civil-service-mentoring");
    stores.programmes().keep(definition);
    for (int i = 0; i < some(); i++) {
      stores
          .programmes()
          .takeUp(new Programmes.InForce(definition.hash(), StoredSamples.NOW.plusSeconds(i)));
    }
  }

  private void people() {
    int facts = 0;
    for (int i = 0; i < 2 + some(); i++) {
      ParticipantId id = ParticipantId.of("person-" + i);
      Participant participant = made(Participant.class, "id", id);
      stores
          .participants()
          .add((Participant) RecordParts.with(participant, "references", new TreeSet<>()));
      for (int entry = 0; entry < some(); entry++) {
        FactEntry.Recorded recorded = made(FactEntry.Recorded.class, "about", id);
        stores
            .participants()
            .append((FactEntry) RecordParts.with(recorded, "id", FactId.of("fact-" + facts)));
        facts++;
      }
      stores.participants().append(made(FactEntry.Retracted.class, "about", id));
    }
    stores.erasures().append(made(Erasure.class, "participant", somebody()));
    stores.identities().claim(records.of(Identities.Claim.class).hash(), somebody());
  }

  private void work() {
    for (int i = 0; i < some(); i++) {
      ProposalId proposal = ProposalId.of("proposal-" + i);
      stores.proposals().restore(made(MatchProposal.class, "id", proposal));
      MentorSelectionEvent event = made(MentorSelectionEvent.class, "proposal", proposal);
      stores
          .selectionEvents()
          .restore(
              (MentorSelectionEvent)
                  RecordParts.with(event, "id", SelectionEventId.of("event-" + i)));
    }
    stores.participants().add(person("mentor"));
    stores.participants().add(person("mentee"));
    Particulars mentorship =
        mentorship("mentorship-1", "mentor", "mentee", null, MentorshipState.PROPOSED);
    stores.mentorships().restore(mentorship);
    stores
        .places()
        .take(
            new Places.Place(
                ParticipantId.of("mentor"), "*", some(), mentorship.id(), ids("mentee").first()));
    about(mentorship.id());
  }

  private void about(MentorshipId mentorship) {
    for (int i = 0; i < some(); i++) {
      About about = new About.OfMentorship(mentorship);
      Activity activity =
          (Activity)
              RecordParts.with(
                  made(Activity.class, "about", about), "id", ActivityId.of("activity-" + i));
      stores.activities().append(new ActivityEntry.Recorded(activity));
      if (activity.happened() instanceof Happened.Meeting) {
        stores.activities().append(StoredSamples.retracted(activity.id().value(), about));
      }
      Incident incident = made(Incident.class, "mentorship", mentorship);
      stores
          .incidents()
          .restore((Incident) RecordParts.with(incident, "id", IncidentId.of("incident-" + i)));
      stores
          .waivers()
          .save(
              (Waiver)
                  RecordParts.with(
                      StoredSamples.waiver("waiver", null, "mentorship-1"),
                      "id",
                      WaiverId.of("waiver-" + i)));
    }
  }

  private void decisions() {
    for (int i = 0; i < some(); i++) {
      DossierPart part =
          stores
              .decisions()
              .keep(
                  (DossierPart)
                      RecordParts.with(
                          made(DossierPart.class, "participant", somebody()), "entries", 2L + i));
      DecisionId id = DecisionId.of("decision-" + i);
      CommandId command = CommandId.of("command-" + i);
      SortedSet<DossierPart.Reference> parts = new TreeSet<>(List.of(part.reference()));
      StoredDecision whole =
          StoredDecision.of(
              id,
              command,
              StoredSamples.NOW,
              parts,
              "0123456789abcdef".repeat(2),
              records.of(Decision.class));
      stores.decisions().append(random.nextBoolean() ? whole : whole.shell());
      CommandRecord record = made(CommandRecord.class, "id", command);
      stores.commands().append((CommandRecord) RecordParts.with(record, "decisions", List.of(id)));
    }
  }

  private void journal() {
    int events = 4 + some();
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      JournalEntry entry =
          made(JournalEntry.class, "kind", org.mentoring.identity.Code.of("MENTORSHIP_CHANGED"));
      entries.add(
          (JournalEntry)
              RecordParts.with(entry, "id", EventId.of("event-" + random.nextInt(10) + "-" + i)));
    }
    stores.journal().append(entries);
    List<SealedEntry> chain = new ArrayList<>();
    String before = SealedEntry.GENESIS;
    for (JournalEntry entry : entries.subList(0, events - some())) {
      SealedEntry sealed = SealedEntry.seal(chain.size() + 1L, entry, before);
      chain.add(sealed);
      before = sealed.hash();
    }
    stores.journal().seal(chain);
    int got = stores.outbox().deliver(some(), any -> {});
    if (got == 0) {
      throw new IllegalStateException("there is something to hand out");
    }
  }
}
