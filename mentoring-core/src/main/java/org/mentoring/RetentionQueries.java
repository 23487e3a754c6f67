package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.erasure.RetentionDue;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Position;
import org.mentoring.programme.RetentionTerms;
import org.mentoring.programme.RetentionTerms.Ground;
import org.mentoring.spi.Page;

/** Whose data is to be erased on a day. For one thread. */
final class RetentionQueries {
  private final Workplace workplace;
  private final LocalDate asOf;
  private final Instant now;

  RetentionQueries(Workplace workplace, LocalDate asOf) {
    this.workplace = workplace;
    this.asOf = asOf;
    this.now = workplace.mentoring().nowOfAll();
  }

  Page<RetentionDue> due(@Nullable String after, int most, Consumer<UnreadableRecords> unreadable) {
    Invariants.range("most", most, 1, 1_000);
    RetentionTerms terms = workplace.definition().retention();
    if (terms == null) {
      return new Page<>(List.of(), null);
    }
    Page<ParticipantId> people =
        workplace.stores().participants().ids(after == null ? null : ParticipantId.of(after), most);
    List<RetentionDue> due = new ArrayList<>();
    for (ParticipantId id : people.items()) {
      try {
        if (!workplace.erased().contains(id) && workplace.mentoring().keeper(id).equals(id)) {
          due(id, terms).ifPresent(due::add);
        }
      } catch (UnreadableRecords e) {
        unreadable.accept(e);
      }
    }
    return new Page<>(due, people.next());
  }

  private Optional<RetentionDue> due(ParticipantId id, RetentionTerms terms) {
    SortedSet<ParticipantId> registrations = workplace.mentoring().registrations(id, now);
    SortedMap<MentorshipId, Particulars> mentorships = new TreeMap<>();
    for (ParticipantId each : registrations) {
      workplace
          .stores()
          .mentorships()
          .of(each)
          .forEach(found -> mentorships.put(found.id(), found));
    }
    if (mentorships.values().stream()
            .anyMatch(each -> runs(each) && registrations.stream().anyMatch(each::isIn))
        || incidentOpen(registrations, mentorships.keySet())) {
      return Optional.empty();
    }
    Dossier dossier = workplace.mentoring().dossier(id, asOf, now);
    RetentionGrounds grounds = new RetentionGrounds(terms, dossier);
    mentorships.values().forEach(each -> mentorship(grounds, registrations, each));
    return grounds.ended(asOf).map(ended -> due(id, registrations, ended));
  }

  /** Of who left it was over then. */
  private static void mentorship(
      RetentionGrounds grounds, SortedSet<ParticipantId> registrations, Particulars mentorship) {
    for (ParticipantId each : registrations) {
      if (mentorship.isIn(each)) {
        grounds.mentorship(
            mentorship.mentors().contains(each) ? Position.MENTOR : Position.MENTEE,
            mentorship.changes().get(mentorship.changes().size() - 1).on());
      }
    }
    for (Leaving left : mentorship.leavings()) {
      if (registrations.contains(left.participant())) {
        grounds.mentorship(left.asMentor() ? Position.MENTOR : Position.MENTEE, left.on());
      }
    }
  }

  private static RetentionDue due(
      ParticipantId id, SortedSet<ParticipantId> registrations, List<RetentionGrounds.Ended> all) {
    LocalDate since = all.get(0).keptUntil();
    List<Finding> findings = new ArrayList<>();
    for (RetentionGrounds.Ended each : all) {
      since = each.keptUntil().isAfter(since) ? each.keptUntil() : since;
      findings.add(finding(each));
    }
    return new RetentionDue(id, registrations, since, findings);
  }

  private static Finding finding(RetentionGrounds.Ended ended) {
    RetentionTerms.Rule rule = ended.rule();
    Finding finding =
        Finding.of(code(rule.ground()), rule.id(), rule.citation(), Effect.INFORMS)
            .on(ended.fact() == null ? List.<FactId>of() : List.of(ended.fact()))
            .with("over", Parameter.day(ended.over()).as(Sensitivity.STAFF_ONLY))
            .with("since", Parameter.day(ended.keptUntil()).as(Sensitivity.STAFF_ONLY));
    Position position = ended.position();
    return position == null
        ? finding
        : finding.with("position", Parameter.code(position).as(Sensitivity.STAFF_ONLY));
  }

  private static String code(Ground ground) {
    return switch (ground) {
      case MENTORSHIP_OVER -> "retention.mentorship-over";
      case APPLICATION_OVER -> "retention.application-over";
      case POSITION_LEFT -> "retention.position-left";
      case CONSENT_WITHDRAWN -> "retention.consent-withdrawn";
    };
  }

  private static boolean runs(Particulars mentorship) {
    return mentorship.state().open() || mentorship.state() == MentorshipState.IN_FOLLOW_UP;
  }

  private boolean incidentOpen(
      SortedSet<ParticipantId> registrations, Iterable<MentorshipId> mentorships) {
    List<Incident> incidents = new ArrayList<>();
    registrations.forEach(
        each -> incidents.addAll(workplace.stores().incidents().concerning(each)));
    mentorships.forEach(each -> incidents.addAll(workplace.stores().incidents().of(each)));
    return incidents.stream().anyMatch(Incident::open);
  }
}
