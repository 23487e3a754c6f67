package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.mentoring.activity.About;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.StoredDecision;
import org.mentoring.erasure.ErasureAct.Touched;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.incident.Incident;
import org.mentoring.journal.Erasure;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Stores;
import org.mentoring.waiver.Waiver;

/**
 * Takes what is known of one person out of all stores, within a unit of work. What it does not
 * change it does not write, so that the act tells what was touched.
 */
final class Erasing {
  private final Workplace workplace;
  private final Stores stores;
  private final SortedSet<ParticipantId> registrations;
  private final SortedMap<MentorshipId, Particulars> mentorships = new TreeMap<>();
  private final SortedMap<Touched, Integer> touched = new TreeMap<>();
  private final ParticipantId person;
  private final boolean withUnreadable;

  /** What is to be taken away whole. */
  private final SortedSet<UnreadableRecords.Row> unreadable = new TreeSet<>();

  private final Set<String> discarded = new HashSet<>();

  private Erasing(
      Workplace workplace,
      ParticipantId person,
      SortedSet<ParticipantId> registrations,
      boolean withUnreadable) {
    this.workplace = workplace;
    this.stores = workplace.stores();
    this.person = person;
    this.registrations = registrations;
    this.withUnreadable = withUnreadable;
    for (ParticipantId each : registrations) {
      past(
              () -> stores.mentorships().of(each),
              () -> Unread.mentorships(stores, found -> isParty(found, each)))
          .forEach(found -> mentorships.put(found.id(), found));
    }
    misplaced();
  }

  /** What an erasure would not come upon, as it is not found by what it names. */
  private void misplaced() {
    SortedSet<String> asked = new TreeSet<>();
    registrations.forEach(each -> asked.add(each.value()));
    SortedSet<String> ids = new TreeSet<>(asked);
    mentorshipIds().forEach(each -> ids.add(each.value()));
    while (!ids.isEmpty()) {
      List<UnreadableRecords.Row> rows = stores.erasures().misplaced(ids);
      if (!rows.isEmpty() && !withUnreadable) {
        throw new UnreadableRecords(rows);
      }
      unreadable.addAll(rows);
      asked.addAll(ids);
      // Of mentorships that only this has shown there may be more.
      ids.clear();
      mentorshipIds().forEach(each -> ids.add(each.value()));
      ids.removeAll(asked);
    }
    mentorships.keySet().removeIf(each -> isUnreadable("mentorship", each.value()));
  }

  private boolean isUnreadable(String record, String id) {
    return unreadable.stream().anyMatch(row -> row.record().equals(record) && row.id().equals(id));
  }

  /** All registrations of a person, which no other command changes until the running one ends. */
  static Erasing of(Workplace workplace, ParticipantId person, boolean withUnreadable) {
    SortedSet<ParticipantId> locked;
    SortedSet<ParticipantId> found = Unread.registrations(workplace, person);
    do {
      locked = found;
      workplace.stores().places().lock(locked);
      found = Unread.registrations(workplace, person);
    } while (!locked.containsAll(found));
    return new Erasing(workplace, person, found, withUnreadable);
  }

  /** The erasure that there was before, if there was one. */
  Optional<Erasure> before() {
    return past(() -> stores.erasures().find(person).stream().toList(), List::of).stream()
        .findFirst();
  }

  private static boolean isParty(Particulars mentorship, ParticipantId person) {
    Particulars all = mentorship.withAllParties();
    return all.mentors().contains(person) || all.mentees().contains(person);
  }

  /** Reads past what cannot be read, and notes that. */
  private <T> List<T> past(Supplier<List<T>> reading, Supplier<List<T>> readable) {
    try {
      return reading.get();
    } catch (UnreadableRecords e) {
      if (!withUnreadable) {
        throw e;
      }
      unreadable.addAll(e.rows());
      return readable.get();
    }
  }

  /** Reads, and takes away first what cannot be read. */
  private <T> List<T> without(Supplier<List<T>> reading) {
    while (true) {
      try {
        return reading.get();
      } catch (UnreadableRecords e) {
        if (!withUnreadable) {
          throw e;
        }
        e.rows().forEach(row -> discard(row, e));
      }
    }
  }

  private void discard(UnreadableRecords.Row row, UnreadableRecords failure) {
    // Of an activity several rows may be unreadable, and all of them go at once.
    String whole =
        row.record() + " " + row.id() + (row.record().equals("activity") ? "" : row.number());
    if (!discarded.add(whole)) {
      return;
    }
    if (!stores.erasures().discard(row)) {
      throw failure;
    }
    touch(Touched.UNREADABLE);
  }

  /** Those that cannot be read are named by activities, incidents and waivers too. */
  private SortedSet<MentorshipId> mentorshipIds() {
    SortedSet<MentorshipId> ids = new TreeSet<>(mentorships.keySet());
    unreadable.stream()
        .filter(row -> row.record().equals("mentorship"))
        .forEach(row -> ids.add(MentorshipId.of(row.id())));
    return ids;
  }

  SortedSet<ParticipantId> registrations() {
    return registrations;
  }

  /** All mentorships of the person, by id. */
  List<Particulars> mentorships() {
    return List.copyOf(mentorships.values());
  }

  /** Whether the person was still in a mentorship on a day: who left leaves it to the others. */
  boolean isIn(Particulars mentorship, LocalDate day) {
    return registrations.stream().anyMatch(mentorship.withPartiesOn(day)::isIn);
  }

  /** Incidents that concern the person or are about a mentorship of the person, by id. */
  List<Incident> incidents() {
    SortedMap<IncidentId, Incident> all = new TreeMap<>();
    for (ParticipantId each : registrations) {
      past(
              () -> stores.incidents().concerning(each),
              () -> Unread.incidents(stores, found -> found.concerns().contains(each)))
          .forEach(found -> all.put(found.id(), found));
    }
    for (MentorshipId each : mentorshipIds()) {
      past(
              () -> stores.incidents().of(each),
              () -> Unread.incidents(stores, found -> each.equals(found.mentorship())))
          .forEach(found -> all.put(found.id(), found));
    }
    all.keySet().removeIf(each -> isUnreadable("incident", each.value()));
    return List.copyOf(all.values());
  }

  /**
   * Carries it out; answers how many records of each kind were touched. Who was erased before is
   * erased of what is left, as after an older release or another instance wrote behind its back.
   */
  SortedMap<Touched, Integer> carryOut(Erasure erasure) {
    List<Incident> incidents = incidents();
    workplace.recorder().writes(person);
    unreadable.forEach(row -> discard(row, new UnreadableRecords(unreadable)));
    if (stores.erasures().find(erasure.participant()).isPresent()) {
      // What others of a group wrote after this person had left and was erased is theirs.
      mentorships.values().removeIf(each -> registrations.stream().noneMatch(each::isIn));
    }
    redactMentorships();
    incidents.forEach(this::redact);
    redactActivities();
    redactWaivers();
    redactMatching(new RedactedMatching(registrations, erasure.by(), workplace.now()));
    redactDecisions();
    registrations.forEach(each -> redactPerson(each, erasure));
    workplace.eligibility().forget(registrations);
    return touched;
  }

  private void redact(Incident incident) {
    if (!RedactedTexts.of(incident, incident.version()).equals(incident)) {
      stores.incidents().redact(RedactedTexts.of(incident, incident.version() + 1));
      touch(Touched.INCIDENTS);
    }
  }

  private void redactPerson(ParticipantId id, Erasure erasure) {
    int entries = Math.toIntExact(stores.participants().entries(id));
    if (entries > 0
        || Unread.referred(stores, id)
        || without(() -> stores.erasures().find(id).stream().toList()).isEmpty()) {
      touched.merge(Touched.FACT_ENTRIES, entries, Integer::sum);
      stores.participants().erase(id);
    }
    stores.decisions().forget(id);
    stores.identities().release(id);
    stores.erasures().append(new Erasure(id, erasure.at(), erasure.by(), erasure.reason()));
  }

  private void redactMentorships() {
    for (Particulars each : mentorships.values()) {
      Set<String> kept = ownWords(each);
      if (!RedactedTexts.of(each, each.version(), kept).equals(each)) {
        stores.mentorships().redact(RedactedTexts.of(each, each.version() + 1, kept));
        touch(Touched.MENTORSHIPS);
      }
    }
  }

  /** By these a pause shows that an incident has made it; they tell of nobody. */
  private static Set<String> ownWords(Particulars mentorship) {
    Set<String> words = new HashSet<>();
    words.add(IncidentReporting.PAUSE_REASON);
    mentorship.pauses().stream()
        .filter(IncidentReporting::made)
        .forEach(pause -> words.add(pause.reason()));
    return words;
  }

  private void redactActivities() {
    Set<ActivityEntry> entries = new LinkedHashSet<>();
    for (MentorshipId each : mentorshipIds()) {
      entries.addAll(without(() -> stores.activities().history(About.mentorship(each))));
    }
    for (ParticipantId each : registrations) {
      entries.addAll(without(() -> stores.activities().history(About.participant(each))));
      entries.addAll(without(() -> stores.activities().naming(each)));
      // Who came is known though the record cannot be read.
      entries.addAll(without(() -> stores.activities().attended(each)));
    }
    for (ActivityEntry each : entries) {
      ActivityEntry redacted = RedactedTexts.of(each);
      if (!redacted.equals(each)) {
        stores.activities().redact(redacted);
        touch(Touched.ACTIVITIES);
      }
    }
  }

  private void redactWaivers() {
    List<Waiver> waivers = new ArrayList<>();
    registrations.forEach(each -> waivers.addAll(without(() -> stores.waivers().of(each))));
    mentorshipIds().forEach(each -> waivers.addAll(without(() -> stores.waivers().of(each))));
    for (Waiver each : waivers) {
      Waiver redacted = RedactedTexts.of(each);
      if (!redacted.equals(each)) {
        stores.waivers().save(redacted);
        touch(Touched.WAIVERS);
      }
    }
  }

  private void redactMatching(RedactedMatching without) {
    Map<ProposalId, MatchProposal> proposals = new TreeMap<>();
    Map<SelectionEventId, MentorSelectionEvent> events = new TreeMap<>();
    for (ParticipantId each : registrations) {
      without(() -> stores.proposals().naming(each))
          .forEach(found -> proposals.put(found.id(), found));
      without(() -> stores.selectionEvents().inviting(each))
          .forEach(found -> events.put(found.id(), found));
    }
    for (MatchProposal each : proposals.values()) {
      if (!without.of(each, each.version()).equals(each)) {
        stores.proposals().redact(without.of(each, each.version() + 1));
        touch(Touched.PROPOSALS);
      }
    }
    for (MentorSelectionEvent each : events.values()) {
      if (!without.of(each, each.version()).equals(each)) {
        stores.selectionEvents().redact(without.of(each, each.version() + 1));
        touch(Touched.SELECTION_EVENTS);
      }
    }
  }

  private void redactDecisions() {
    for (ParticipantId each : registrations) {
      for (StoredDecision decision : restingOn(each)) {
        if (!decision.isShell()) {
          stores.decisions().redact(decision.shell());
          touch(Touched.DECISIONS);
        }
      }
    }
  }

  /** Of those that cannot be read shells are made first. */
  private List<StoredDecision> restingOn(ParticipantId each) {
    try {
      return stores.decisions().naming(each);
    } catch (UnreadableRecords e) {
      for (UnreadableRecords.Row row : e.rows()) {
        stores.decisions().empty(DecisionId.of(row.id()));
        touch(Touched.DECISIONS);
      }
    }
    return stores.decisions().naming(each);
  }

  private void touch(Touched kind) {
    touched.merge(kind, 1, Integer::sum);
  }
}
