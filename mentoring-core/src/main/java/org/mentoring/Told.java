package org.mentoring;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Code;
import org.mentoring.journal.JournalEntry;
import org.mentoring.participant.FactEntry;

/** What the journal tells of one thing, up to some entry. For one thread. */
final class Told {
  static final Set<Code> KINDS =
      Set.of(
          RecordingStores.ACTIVITY,
          RecordingStores.INCIDENT,
          RecordingStores.MENTORSHIP,
          RecordingStores.PARTICIPANT,
          RecordingStores.PROPOSAL,
          RecordingStores.SELECTION_EVENT,
          RecordingStores.WAIVER);

  final Code kind;
  final String id;

  /** The newest one. */
  long version;

  /** How many versions were told of. */
  private long versions;

  String details = "";

  /** Of an activity: what was told as it was taken back; of a participant: as it was changed. */
  String also = "{}";

  /** How many entries were added to a history, or are about an activity. */
  long entries;

  /** A digest over the ids in a history, in their order. */
  String history = "";

  /** The digest of the dossier part that was the history; empty where none was told. */
  String part = "";

  /** Of how many entries. */
  long partEntries;

  boolean erased;

  /** Could not be read, and was taken away. */
  boolean discarded;

  /** The comparison in which it was come upon. */
  int seen;

  /** How many rows were come upon in it. */
  long rows;

  Told(JournalEntry first) {
    kind = first.subjectKind();
    id = first.subject();
  }

  Told(Told other) {
    kind = other.kind;
    id = other.id;
    version = other.version;
    versions = other.versions;
    details = other.details;
    also = other.also;
    entries = other.entries;
    history = other.history;
    part = other.part;
    partEntries = other.partEntries;
    erased = other.erased;
    discarded = other.discarded;
  }

  /** Goes on by one entry. */
  void take(JournalEntry entry) {
    String happened = entry.kind().value();
    if (happened.equals(RecordingStores.DISCARDED)) {
      discarded = true;
    } else if (kind.equals(RecordingStores.PARTICIPANT)) {
      person(happened, entry);
    } else if (kind.equals(RecordingStores.ACTIVITY)) {
      activity(happened, entry);
    } else {
      version = Math.max(version, entry.version());
      versions += entry.version() > 0 ? 1 : 0;
      if (happened.endsWith("_CHANGED")) {
        details = entry.details().toString();
      }
    }
  }

  /** Whether each version of it was told of, where it has any: none is passed over. */
  boolean everyVersion() {
    return versions == 0 || versions == version;
  }

  private void activity(String happened, JournalEntry entry) {
    if (happened.equals("ACTIVITY_RECORDED")) {
      entries++;
      details = entry.details().toString();
    } else if (happened.equals("ACTIVITY_RETRACTED")) {
      entries++;
      also = entry.details().toString();
    }
  }

  private void person(String happened, JournalEntry entry) {
    switch (happened) {
      case "PARTICIPANT_REGISTERED" -> {
        version = entry.version();
        details = entry.details().toString();
      }
      case "PARTICIPANT_CHANGED" -> {
        version = entry.version();
        also = entry.details().toString();
      }
      case "PARTICIPANT_ERASED" -> {
        version++;
        entries = 0;
        history = "";
        part = "";
        erased = true;
      }
      default -> {
        entries++;
        history = after(history, happened, entry.details());
        String content = entry.content();
        if (content != null) {
          part = content;
          partEntries = entries;
        }
      }
    }
  }

  static String history(List<FactEntry> entries) {
    String history = "";
    for (FactEntry entry : entries) {
      history = after(history, EventDetails.kind(entry), EventDetails.of(entry).values());
    }
    return history;
  }

  private static String after(String before, String kind, SortedMap<String, String> details) {
    return CanonicalForm.sha256OfText(before + "\n" + kind + " " + details);
  }
}
