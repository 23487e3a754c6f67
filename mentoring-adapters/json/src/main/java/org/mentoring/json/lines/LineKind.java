package org.mentoring.json.lines;

import java.util.Optional;
import java.util.stream.Stream;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.incident.Incident;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Places;
import org.mentoring.spi.Programmes;
import org.mentoring.waiver.Waiver;

/** The kinds of record in the order of the file: what is named comes before what names it. */
enum LineKind {
  DEFINITION("definition", ProgrammeDefinition.class),
  IN_FORCE("inForce", Programmes.InForce.class),
  ERASURE("erasure", Erasure.class),
  PARTICIPANT("participant", Participant.class),
  FACT("fact", FactEntry.class),
  IDENTITY("identity", Identities.Claim.class),
  PROPOSAL("proposal", MatchProposal.class),
  SELECTION_EVENT("selectionEvent", MentorSelectionEvent.class),
  MENTORSHIP("mentorship", Particulars.class),
  ACTIVITY("activity", ActivityEntry.class),
  INCIDENT("incident", Incident.class),
  WAIVER("waiver", Waiver.class),
  PLACE("place", Places.Place.class),
  PART("part", DossierPart.class),
  DECISION("decision", StoredDecision.class),
  COMMAND("command", CommandRecord.class),
  SEALED("sealed", SealedEntry.class),
  UNSEALED("unsealed", JournalEntry.class);

  /** Beside an event that readers of the outbox have still to get. */
  static final String WAITS = "waits";

  private final String key;
  private final Class<?> type;

  LineKind(String key, Class<?> type) {
    this.key = key;
    this.type = type;
  }

  /** By what the file names it. */
  String key() {
    return key;
  }

  Class<?> type() {
    return type;
  }

  static Optional<LineKind> of(String key) {
    return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
