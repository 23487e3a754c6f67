package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mentoring.activity.About;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.StoredDecision;
import org.mentoring.erasure.ErasureAct.Touched;
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

  private Erasing(Workplace workplace, SortedSet<ParticipantId> registrations) {
    this.workplace = workplace;
    this.stores = workplace.stores();
    this.registrations = registrations;
    for (ParticipantId each : registrations) {
      stores.mentorships().of(each).forEach(found -> mentorships.put(found.id(), found));
    }
  }

  /** All registrations of a person, which no other command changes until the running one ends. */
  static Erasing of(Workplace workplace, ParticipantId person) {
    Instant now = workplace.now();
    SortedSet<ParticipantId> locked;
    SortedSet<ParticipantId> found = workplace.mentoring().registrations(person, now);
    do {
      locked = found;
      workplace.stores().places().lock(locked);
      found = workplace.mentoring().registrations(person, workplace.now());
    } while (!locked.containsAll(found));
    return new Erasing(workplace, found);
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
      stores.incidents().concerning(each).forEach(found -> all.put(found.id(), found));
    }
    for (MentorshipId each : mentorships.keySet()) {
      stores.incidents().of(each).forEach(found -> all.put(found.id(), found));
    }
    return List.copyOf(all.values());
  }

  /**
   * Carries it out; answers how many records of each kind were touched. Who was erased before is
   * erased of what is left, as after an older release or another instance wrote behind its back.
   */
  SortedMap<Touched, Integer> carryOut(Erasure erasure) {
    if (stores.erasures().find(erasure.participant()).isPresent()) {
      // What others of a group wrote after this person had left and was erased is theirs.
      mentorships.values().removeIf(each -> registrations.stream().noneMatch(each::isIn));
    }
    redactMentorships();
    incidents().forEach(this::redact);
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
    int entries = stores.participants().history(id).size();
    boolean referred =
        stores.participants().find(id).filter(each -> !each.references().isEmpty()).isPresent();
    if (entries > 0 || referred || stores.erasures().find(id).isEmpty()) {
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
    for (MentorshipId each : mentorships.keySet()) {
      entries.addAll(stores.activities().history(About.mentorship(each)));
    }
    for (ParticipantId each : registrations) {
      entries.addAll(stores.activities().history(About.participant(each)));
      entries.addAll(stores.activities().naming(each));
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
    registrations.forEach(each -> waivers.addAll(stores.waivers().of(each)));
    mentorships.keySet().forEach(each -> waivers.addAll(stores.waivers().of(each)));
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
      stores.proposals().naming(each).forEach(found -> proposals.put(found.id(), found));
      stores.selectionEvents().inviting(each).forEach(found -> events.put(found.id(), found));
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
      for (StoredDecision decision : stores.decisions().restingOn(each)) {
        if (!decision.isShell()) {
          stores.decisions().redact(decision.shell());
          touch(Touched.DECISIONS);
        }
      }
    }
  }

  private void touch(Touched kind) {
    touched.merge(kind, 1, Integer::sum);
  }
}
