package org.mentoring.json.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Places;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.Stores;
import org.mentoring.waiver.Waiver;

/** Puts records into stores as they were, and notes what does not fit. Not thread-safe. */
final class Restoring {
  private static final int BATCH = 500;

  /** What stores and constructors answer to records that do not fit; all else is a failure. */
  private static final Set<String> REFUSALS =
      Set.of(
          "activity.exists",
          "activity.unknown",
          "command.exists",
          "decision.exists",
          "definition.unknown",
          "event.exists",
          "fact.exists",
          "incident.exists",
          "mentorship.exists",
          "mentorship.history",
          "part.unknown",
          "participant.exists",
          "participant.unknown",
          "proposal.exists",
          "reference.exists",
          "selection-event.exists");

  private final Stores stores;
  private final FileProblems problems;
  private final List<JournalEntry> events = new ArrayList<>();
  private final List<SealedEntry> seals = new ArrayList<>();
  private final SortedSet<EventId> handedOut = new TreeSet<>();
  private LineKind last = LineKind.DEFINITION;
  private String lastKey = "";
  private @Nullable SealedEntry end;

  /** What a missed line brought is missed by others, too; that would be told in vain. */
  private boolean missed;

  Restoring(Stores stores, FileProblems problems) {
    this.stores = stores;
    this.problems = problems;
  }

  /** A line could not be read. */
  void missed() {
    missed = true;
  }

  void take(LineKind kind, Object record, boolean waits) {
    ordered(kind, record);
    try {
      restore(record, waits);
    } catch (MentoringException e) {
      if (!REFUSALS.contains(e.code())) {
        throw e;
      }
      if (!missed || !e.code().endsWith(".unknown")) {
        refused(e.code());
      }
      missed();
    }
  }

  private void refused(String because) {
    problems.add("lines.refused", Map.of("because", because));
  }

  /** The order is the exporter's: another one would not come out the same again. */
  private void ordered(LineKind kind, Object record) {
    String key = key(record).orElse("");
    int order = kind.compareTo(last);
    boolean follows = order > 0 || (order == 0 && follows(kind, key));
    if (!follows) {
      problems.add("lines.order", Map.of("kind", kind.key()));
    }
    last = kind;
    lastKey = key;
  }

  private boolean follows(LineKind kind, String key) {
    int order = key.compareTo(lastKey);
    return kind == LineKind.FACT ? order >= 0 : order > 0 || key.isEmpty();
  }

  /** By what records of a kind are ordered; empty where the order is that of their arrival. */
  private static Optional<String> key(Object record) {
    if (record instanceof ProgrammeDefinition definition) {
      return Optional.of(definition.hash());
    } else if (record instanceof Erasure erasure) {
      return Optional.of(erasure.participant().value());
    } else if (record instanceof Participant participant) {
      return Optional.of(participant.id().value());
    } else if (record instanceof FactEntry entry) {
      return Optional.of(entry.about().value());
    } else if (record instanceof Identities.Claim claim) {
      return Optional.of(claim.participant().value() + " " + claim.hash());
    } else if (record instanceof MatchProposal proposal) {
      return Optional.of(proposal.id().value());
    } else if (record instanceof MentorSelectionEvent event) {
      return Optional.of(event.id().value());
    } else if (record instanceof Particulars mentorship) {
      return Optional.of(mentorship.id().value());
    } else if (record instanceof Incident incident) {
      return Optional.of(incident.id().value());
    } else if (record instanceof Waiver waiver) {
      return Optional.of(waiver.id().value());
    } else if (record instanceof Places.Place place) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%s %s %010d", place.mentor().value(), place.scope(), place.number()));
    } else if (record instanceof DossierPart part) {
      return Optional.of(
          String.format(Locale.ROOT, "%s %020d", part.participant().value(), part.entries()));
    } else if (record instanceof StoredDecision decision) {
      return Optional.of(decision.id().value());
    } else if (record instanceof CommandRecord command) {
      return Optional.of(command.id().value());
    }
    return Optional.empty();
  }

  private void restore(Object record, boolean waits) {
    if (record instanceof ProgrammeDefinition definition) {
      stores.programmes().keep(definition);
    } else if (record instanceof Programmes.InForce inForce) {
      stores.programmes().takeUp(inForce);
    } else if (record instanceof Erasure erasure) {
      stores.erasures().append(erasure);
    } else if (record instanceof Participant participant) {
      stores.participants().add(participant);
    } else if (record instanceof FactEntry entry) {
      stores.participants().append(entry);
    } else if (record instanceof Identities.Claim claim) {
      claim(claim);
    } else if (record instanceof MatchProposal proposal) {
      stores.proposals().restore(proposal);
    } else if (record instanceof MentorSelectionEvent event) {
      proposed(event);
    } else if (record instanceof Particulars mentorship) {
      mentorship(mentorship);
    } else if (record instanceof ActivityEntry entry) {
      activity(entry);
    } else if (record instanceof Incident incident) {
      known(incident.mentorship());
      stores.incidents().restore(incident);
    } else if (record instanceof Waiver waiver) {
      known(waiver.mentorship());
      stores.waivers().save(waiver);
    } else if (record instanceof Places.Place place) {
      place(place);
    } else {
      onRecord(record, waits);
    }
  }

  private void onRecord(Object record, boolean waits) {
    if (record instanceof DossierPart part) {
      registered(part.participant());
      stores.decisions().keep(part);
    } else if (record instanceof StoredDecision decision) {
      if (!decision.intact()) {
        problems.add("lines.decision-altered", Map.of());
      }
      stores.decisions().append(decision);
    } else if (record instanceof CommandRecord command) {
      command.decisions().forEach(this::decided);
      stores.commands().append(command);
    } else if (record instanceof SealedEntry sealed) {
      chained(sealed);
      seals.add(sealed);
      event(sealed.entry(), waits);
    } else {
      event((JournalEntry) record, waits);
    }
  }

  private void claim(Identities.Claim claim) {
    registered(claim.participant());
    if (stores.identities().claim(claim.hash(), claim.participant()).isPresent()) {
      refused("identity.exists");
    }
  }

  private void proposed(MentorSelectionEvent event) {
    if (stores.proposals().find(event.proposal()).isEmpty()) {
      unknown("proposal.unknown");
    }
    stores.selectionEvents().restore(event);
  }

  /** A history that no sequence of commands leaves is refused. */
  private void mentorship(Particulars mentorship) {
    mentorship.mentors().forEach(this::registered);
    mentorship.mentees().forEach(this::registered);
    ParticipantId centre = mentorship.centre();
    if (centre != null) {
      registered(centre);
    }
    stores.mentorships().restore(Mentorship.of(mentorship).particulars());
  }

  private void activity(ActivityEntry entry) {
    About about =
        entry instanceof ActivityEntry.Recorded recorded
            ? recorded.activity().about()
            : ((ActivityEntry.Retracted) entry).about();
    if (about instanceof About.OfMentorship of) {
      known(of.mentorship());
    }
    stores.activities().append(entry);
  }

  private void place(Places.Place place) {
    registered(place.mentor());
    registered(place.mentee());
    known(place.mentorship());
    if (!stores.places().take(place)) {
      refused("place.exists");
    }
  }

  private void registered(ParticipantId id) {
    if (stores.participants().find(id).isEmpty()) {
      unknown("participant.unknown");
    }
  }

  private void known(@Nullable MentorshipId id) {
    if (id != null && stores.mentorships().find(id).isEmpty()) {
      unknown("mentorship.unknown");
    }
  }

  private void decided(DecisionId id) {
    if (stores.decisions().find(id).isEmpty()) {
      unknown("decision.unknown");
    }
  }

  private void unknown(String code) {
    if (!missed) {
      refused(code);
    }
  }

  private void chained(SealedEntry sealed) {
    SealedEntry before = end;
    long number = before == null ? 1 : before.number() + 1;
    String hash = before == null ? SealedEntry.GENESIS : before.hash();
    boolean follows = sealed.number() == number && sealed.before().equals(hash);
    if (!sealed.intact() || (!follows && !missed)) {
      problems.add("lines.chain-broken", Map.of());
    }
    end = sealed;
  }

  private void event(JournalEntry entry, boolean waits) {
    events.add(entry);
    if (!waits) {
      handedOut.add(entry.id());
    }
    if (events.size() == BATCH) {
      flush();
    }
  }

  /** Writes the events that are held back. */
  void flush() {
    // A chain with a gap is refused by the store, and the file is by now.
    if (problems.none() && !events.isEmpty()) {
      try {
        stores.journal().restore(events, handedOut);
        stores.journal().seal(seals);
      } catch (MentoringException e) {
        if (!REFUSALS.contains(e.code())) {
          throw e;
        }
        refused(e.code());
      }
    }
    events.clear();
    seals.clear();
    handedOut.clear();
  }
}
