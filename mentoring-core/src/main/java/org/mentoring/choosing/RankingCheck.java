package org.mentoring.choosing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.mentoring.criterion.Criterion;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.CriterionScore;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Position;

/** Finds everything that is wrong with a ranking: a wish opens no door that a criterion closes. */
public final class RankingCheck {
  private static final String EVENT = "selection-event";

  private RankingCheck() {}

  /**
   * All that is wrong; none if the ranking can be recorded.
   *
   * @param event where it was made
   * @param ranking what is to be recorded
   * @param explain tells a pair of two who are invited
   * @param rejected pairs that the coordinator rejected
   * @param citation where the event comes from
   */
  public static List<Finding> findings(
      MentorSelectionEvent event,
      Ranking ranking,
      Function<PairKey, PairExplanation> explain,
      SortedSet<PairKey> rejected,
      Citation citation) {
    List<Finding> findings = new ArrayList<>();
    boolean invited = event.invites(ranking.by(), ranking.as());
    if (!invited) {
      findings.add(about("choosing.ranker-not-invited", ranking.by(), citation));
    }
    Position other = ranking.as() == Position.MENTEE ? Position.MENTOR : Position.MENTEE;
    Set<ParticipantId> seen = new HashSet<>();
    for (ParticipantId named : ranking.named()) {
      if (!seen.add(named)) {
        findings.add(about("choosing.named-twice", named, citation));
      } else if (named.equals(ranking.by())) {
        findings.add(about("choosing.named-itself", named, citation));
      } else if (event.invites(named, other)) {
        if (invited) {
          PairKey pair = pair(ranking, named);
          findings.addAll(impossible(named, explain.apply(pair)));
          if (rejected.contains(pair)) {
            findings.add(about("choosing.pair-rejected", named, citation));
          }
        }
      } else if (event.invites(named, ranking.as())) {
        findings.add(about("choosing.named-own-side", named, citation));
      } else {
        findings.add(about("choosing.named-not-invited", named, citation));
      }
    }
    return List.copyOf(findings);
  }

  private static PairKey pair(Ranking ranking, ParticipantId named) {
    return ranking.as() == Position.MENTEE
        ? new PairKey(ranking.by(), named)
        : new PairKey(named, ranking.by());
  }

  private static List<Finding> impossible(ParticipantId named, PairExplanation explanation) {
    List<Finding> findings = new ArrayList<>();
    for (CriterionScore score : explanation.criteria()) {
      Criterion criterion = score.criterion();
      if (criterion.hard() && !score.holds()) {
        findings.add(
            Finding.of(
                    "choosing.criterion-forbids",
                    criterion.id(),
                    criterion.citation(),
                    Effect.REFUSES)
                .with("participant", new Parameter.TermId(named.value(), Sensitivity.STAFF_ONLY))
                .with("criterion", new Parameter.TermId(criterion.id(), Sensitivity.STAFF_ONLY)));
      }
    }
    return findings;
  }

  private static Finding about(String code, ParticipantId id, Citation citation) {
    return Finding.of(code, EVENT, citation, Effect.REFUSES)
        .with("participant", new Parameter.TermId(id.value(), Sensitivity.STAFF_ONLY));
  }
}
