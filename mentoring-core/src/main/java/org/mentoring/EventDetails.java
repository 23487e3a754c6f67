package org.mentoring;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.waiver.Waiver;

/**
 * What events tell of what was written: ids and codes alone. An auditor asks the same of what is
 * there.
 */
record EventDetails(SortedMap<String, String> values) {
  static EventDetails none() {
    return new EventDetails(new TreeMap<>());
  }

  private EventDetails with(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
    return this;
  }

  static EventDetails registered(Participant participant) {
    return none().with("kind", participant.kind().name());
  }

  static EventDetails changed(Participant participant) {
    return none().with("mergedInto", participant.mergedInto());
  }

  static String kind(FactEntry entry) {
    if (entry instanceof FactEntry.Merged) {
      return "PARTICIPANTS_MERGED";
    }
    return entry instanceof FactEntry.Recorded ? "FACT_RECORDED" : "FACT_RETRACTED";
  }

  /** Of what kind a fact is stays out: of some kinds that there is one tells all. */
  static EventDetails of(FactEntry entry) {
    if (entry instanceof FactEntry.Merged merged) {
      return none().with("duplicate", merged.duplicate());
    }
    return entry instanceof FactEntry.Recorded recorded
        ? none().with("fact", recorded.id()).with("corrects", recorded.corrects())
        : none().with("fact", ((FactEntry.Retracted) entry).fact());
  }

  static EventDetails of(MatchProposal proposal) {
    return none().with("practice", proposal.practice());
  }

  static EventDetails of(MentorSelectionEvent event) {
    return none()
        .with("proposal", event.proposal())
        .with("practice", event.practice())
        .with("state", event.state().getClass().getSimpleName());
  }

  static EventDetails of(Particulars mentorship) {
    return none()
        .with("practice", mentorship.practice())
        .with("state", mentorship.state())
        .with("mentors", joined(mentorship.mentors()))
        .with("mentees", joined(mentorship.mentees()))
        .with("centre", mentorship.centre());
  }

  private static String joined(SortedSet<ParticipantId> ids) {
    return ids.stream().map(ParticipantId::value).collect(Collectors.joining(","));
  }

  static String kind(ActivityEntry entry) {
    return entry instanceof ActivityEntry.Recorded ? "ACTIVITY_RECORDED" : "ACTIVITY_RETRACTED";
  }

  /** The activity's id. */
  static String subject(ActivityEntry entry) {
    return entry instanceof ActivityEntry.Recorded recorded
        ? recorded.activity().id().value()
        : ((ActivityEntry.Retracted) entry).activity().value();
  }

  static EventDetails of(ActivityEntry entry) {
    if (!(entry instanceof ActivityEntry.Recorded recorded)) {
      return about(((ActivityEntry.Retracted) entry).about());
    }
    Activity activity = recorded.activity();
    return about(activity.about()).with("kind", activity.kind()).with("on", activity.on());
  }

  private static EventDetails about(About about) {
    if (about instanceof About.OfMentorship of) {
      return none().with("mentorship", of.mentorship());
    }
    return about instanceof About.OfParticipant of
        ? none().with("participant", of.participant())
        : none();
  }

  static EventDetails of(Incident incident) {
    return none().with("mentorship", incident.mentorship()).with("open", incident.open());
  }

  static EventDetails of(Waiver waiver) {
    return none()
        .with("participant", waiver.participant())
        .with("mentorship", waiver.mentorship())
        .with("stands", waiver.revokedAt() == null);
  }
}
