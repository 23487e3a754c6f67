package org.mentoring;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.Active;
import org.mentoring.mentorship.Closed;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.Pause;
import org.mentoring.mentorship.RungTaken;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.Rung;

/**
 * The ladder of escalation. Rungs are taken in their order, each after the one before has lasted
 * its time, days of a pause left out; then the ladder may also be begun anew, for whoever came to
 * order once can fail again.
 */
final class Ladder {
  private static final Code ESCALATED = Code.of("ESCALATED");

  private Ladder() {}

  /** Takes a rung; the last one ends the mentorship. */
  static List<? extends Mentorship> escalate(MentorshipChange change, String id, String why) {
    Optional<Rung> found = rung(change, id);
    return change.in(
        Active.class,
        active -> {
          Active next = active.escalate(id, why, change.act());
          if (!found.map(Rung::ends).orElse(false)) {
            return List.of(next);
          }
          Closed closed = next.endEarly(ESCALATED, null, why, false, change.act());
          return List.of(next, closed, closed.end(change.act()));
        });
  }

  /** The rung, if there is such; what stands in the way goes to the change. */
  private static Optional<Rung> rung(MentorshipChange change, String id) {
    MentorshipTerms terms = change.practice().mentorship();
    List<Rung> ladder = terms == null ? List.of() : terms.ladder();
    int at = indexOf(ladder, id);
    if (at < 0) {
      change.refuse(
          Workplace.refusal(
                  "mentorship.rung-unknown",
                  "ladder",
                  terms == null ? Citation.CHOICE : terms.citation())
              .with(
                  "allowed",
                  Parameter.term(String.join(", ", ladder.stream().map(Rung::id).toList()))));
      return Optional.empty();
    }
    Rung rung = ladder.get(at);
    List<RungTaken> taken = change.record().rungs();
    RungTaken last = taken.isEmpty() ? null : taken.get(taken.size() - 1);
    int before = last == null ? -1 : indexOf(ladder, last.rung());
    if (at != before + 1 && at != 0) {
      String next = before + 1 < ladder.size() ? ladder.get(before + 1).id() : ladder.get(0).id();
      change.refuse(about("mentorship.rung-order", rung).with("next", Parameter.term(next)));
    }
    LocalDate over = over(ladder, before, last, change.record().pauses());
    if (over != null && change.on().isBefore(over)) {
      change.refuse(about("mentorship.rung-lasts", rung).with("day", Parameter.day(over)));
    }
    change.refuse(new RestingRights(change.workplace()).escalate(change.by(), change.record()));
    approved(change, rung);
    // Whoever may not take the next rung does not put it off by beginning anew.
    if (at == 0 && before >= 0 && before + 1 < ladder.size()) {
      approved(change, ladder.get(before + 1));
    }
    return Optional.of(rung);
  }

  private static void approved(MentorshipChange change, Rung rung) {
    if (rung.approvedBy() != null && !rung.approvedBy().equals(change.by().capacity())) {
      change.refuse(
          about("mentorship.not-approved-by", rung)
              .with("capacity", Parameter.code(rung.approvedBy())));
    }
  }

  private static @Nullable LocalDate over(
      List<Rung> ladder, int before, @Nullable RungTaken last, List<Pause> pauses) {
    Period lasts = before < 0 ? null : ladder.get(before).lasts();
    return last == null || lasts == null ? null : Pause.endOf(last.on(), lasts, pauses);
  }

  private static int indexOf(List<Rung> ladder, String id) {
    for (int i = 0; i < ladder.size(); i++) {
      if (ladder.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static Finding about(String code, Rung rung) {
    return Workplace.refusal(code, rung.id(), rung.citation())
        .with("rung", Parameter.term(rung.id()));
  }
}
