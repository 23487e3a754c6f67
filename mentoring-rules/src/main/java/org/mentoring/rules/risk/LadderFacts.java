package org.mentoring.rules.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.RungTaken;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.Rung;
import org.mentoring.time.Validity;

/**
 * Where a mentorship stands on the ladder of escalation. A party that was heard after a rung has
 * come to order; if it falls silent once more, the ladder begins anew.
 */
final class LadderFacts {
  private static final Code COORDINATOR = Code.of("COORDINATOR");

  private LadderFacts() {}

  /** For each party whose silence is watched, the rung that would answer it. */
  static List<RiskFact.RungNext> next(
      MentorshipTerms terms,
      Particulars mentorship,
      List<Validity> rests,
      List<Object> facts,
      LocalDate asOf) {
    RungTaken last =
        mentorship.rungs().stream()
            .filter(rung -> !rung.on().isAfter(asOf))
            .reduce((earlier, later) -> later)
            .orElse(null);
    int reached = last == null ? -1 : index(terms.ladder(), last.rung());
    LocalDate from =
        last == null || reached < 0
            ? LocalDate.MIN
            : free(terms.ladder().get(reached), last, rests);
    List<RiskFact.RungNext> all = new ArrayList<>();
    for (MentorshipTerms.Silence silence : terms.silences()) {
      int at =
          last == null || heardSince(silence.party(), last.on(), facts, asOf) ? 0 : reached + 1;
      if (at < terms.ladder().size()) {
        Rung rung = terms.ladder().get(at);
        all.add(
            new RiskFact.RungNext(
                silence.party(),
                rung.id(),
                rung.approvedBy() == null ? COORDINATOR : rung.approvedBy(),
                from,
                rung.citation()));
      }
    }
    return all;
  }

  /** The first day on which the next rung may be taken. */
  private static LocalDate free(Rung rung, RungTaken taken, List<Validity> rests) {
    return rung.lasts() == null ? taken.on() : Rest.endOf(taken.on(), rung.lasts(), rests);
  }

  private static boolean heardSince(Code party, LocalDate day, List<Object> facts, LocalDate asOf) {
    return facts.stream()
        .anyMatch(
            fact ->
                fact instanceof RiskFact.News news
                    && news.party().equals(party)
                    && news.day().isAfter(day)
                    && !news.day().isAfter(asOf));
  }

  private static int index(List<Rung> ladder, String id) {
    for (int i = 0; i < ladder.size(); i++) {
      if (ladder.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
