package org.mentoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.EarlyEnding;

/** How a mentorship may end before its completion. */
final class EarlyEndings {
  private EarlyEndings() {}

  /**
   * Whether it counts as completed; what stands in the way goes to the change. A definition that
   * names no endings restricts none, and none counts as completed. Nor does an ending without the
   * consents that the completion would ask for.
   *
   * @param mentees for whom it ends
   */
  static boolean asCompleted(
      Workplace workplace,
      MentorshipChange change,
      SortedSet<ParticipantId> mentees,
      Code reason,
      Code askedBy) {
    List<EarlyEnding> open = open(change, reason, askedBy);
    Optional<EarlyEnding> completed =
        open.stream()
            .filter(ending -> ending.asCompleted() && longEnough(change, ending))
            .filter(ending -> change.consentedFor(mentees))
            .findFirst();
    // What is not settled is no completion; an ending for another reason stays open to all.
    completed
        .filter(ending -> incidentOpen(workplace, change.record()))
        .ifPresent(
            ending ->
                change.refuse(
                    Workplace.refusal(
                            "mentorship.ending-incident-open", reason.value(), ending.citation())
                        .with("reason", Parameter.code(reason))));
    return completed.isPresent();
  }

  /**
   * The definition's endings for a reason that are open to whoever asked; if there is none, that
   * goes to the change. A definition that names no endings restricts none.
   */
  static List<EarlyEnding> open(MentorshipChange change, Code reason, Code askedBy) {
    CompletionTerms terms = change.practice().completion();
    if (terms == null || terms.endings().isEmpty()) {
      return List.of();
    }
    List<EarlyEnding> named =
        terms.endings().stream().filter(ending -> ending.reason().equals(reason)).toList();
    if (named.isEmpty()) {
      change.refuse(
          Workplace.refusal("mentorship.ending-unknown", "endings", terms.citation())
              .with(
                  "allowed",
                  Parameter.codes(terms.endings().stream().map(EarlyEnding::reason).toList())));
      return List.of();
    }
    List<EarlyEnding> open =
        named.stream()
            .filter(ending -> ending.askedBy().isEmpty() || ending.askedBy().contains(askedBy))
            .toList();
    if (open.isEmpty()) {
      change.refuse(
          Workplace.refusal(
                  "mentorship.ending-not-asked-by",
                  reason.value(),
                  named.stream().map(EarlyEnding::citation).findFirst().orElse(Citation.CHOICE))
              .with("reason", Parameter.code(reason))
              .with(
                  "allowed",
                  Parameter.codes(
                      named.stream().flatMap(ending -> ending.askedBy().stream()).toList())));
    }
    return open;
  }

  private static boolean incidentOpen(Workplace workplace, Particulars mentorship) {
    IncidentReading reading = new IncidentReading(workplace);
    return workplace.stores().incidents().open().stream()
        .anyMatch(incident -> reading.touches(incident, mentorship));
  }

  /** A party asks in its own name; staff tell in whose name they act. */
  static void askedForItself(Workplace workplace, MentorshipChange change, Code askedBy) {
    boolean forAnother =
        new ActorStanding(workplace, change.by())
            .party(change.record())
            .filter(own -> !own.equals(askedBy))
            .isPresent();
    if (forAnother) {
      change.refuse(
          Workplace.refusal("mentorship.asks-for-another", "endings")
              .with("askedBy", Parameter.code(askedBy)));
    }
  }

  private static boolean longEnough(MentorshipChange change, EarlyEnding ending) {
    LocalDate started = change.record().startedOn();
    return ending.atLeast() == null
        || (started != null
            && !change
                .on()
                .isBefore(
                    started
                        .plus(ending.atLeast())
                        .plusDays(pausedDays(change.record(), change.on()))));
  }

  /** Days on which it rested before a day; a pause that lasts counts up to it. */
  static long pausedDays(Particulars mentorship, LocalDate before) {
    long days = 0;
    for (Pause pause : mentorship.pauses()) {
      LocalDate until = pause.until() == null ? before : pause.until();
      days += Math.max(0, ChronoUnit.DAYS.between(pause.from(), until));
    }
    return days;
  }
}
