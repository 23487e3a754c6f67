package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;

/** Whether a mentorship of this shape may be at all, whoever takes part in it. */
final class ArrangementCheck {
  private final Workplace workplace;
  private final Practice practice;

  ArrangementCheck(Workplace workplace, Practice practice) {
    this.workplace = workplace;
    this.practice = practice;
  }

  List<Finding> findings(NewMentorship terms) {
    List<Finding> findings = new ArrayList<>();
    new PhaseCheck(workplace.definition())
        .matching("mentorship.phase-closed", terms.on())
        .ifPresent(findings::add);
    Arrangement arrangement = terms.arrangement();
    if (!practice.arrangements().contains(arrangement)) {
      findings.add(
          Workplace.refusal(
                  "mentorship.arrangement-not-allowed", "arrangements", practice.citation())
              .with("arrangement", Parameter.code(arrangement))
              .with(
                  "allowed",
                  Parameter.codes(
                      practice.arrangements().stream()
                          .map(each -> Code.of(each.name()))
                          .toList())));
    }
    if (!fits(arrangement, terms.mentors().size(), terms.mentees().size())) {
      findings.add(
          Workplace.refusal("mentorship.arrangement-size", "arrangements", practice.citation())
              .with("arrangement", Parameter.code(arrangement))
              .with("mentors", Parameter.count(terms.mentors().size()))
              .with("mentees", Parameter.count(terms.mentees().size())));
    }
    SortedSet<ParticipantId> both = new TreeSet<>(terms.mentors());
    both.retainAll(terms.mentees());
    both.forEach(
        id ->
            findings.add(
                Workplace.refusal("mentorship.both-sides", "parties")
                    .with("participant", Parties.named(id))));
    sizes(terms, findings);
    return findings;
  }

  /** A group and a team have the sizes that matching gives them. */
  private void sizes(NewMentorship terms, List<Finding> findings) {
    MatchingPlan plan = practice.matching();
    if (plan == null) {
      return;
    }
    MatchingPlan.GroupTerms group = plan.group();
    int mentees = terms.mentees().size();
    if (group != null
        && terms.arrangement() == Arrangement.GROUP
        && (mentees < group.least() || mentees > group.most())) {
      findings.add(
          sized("mentorship.group-size", "group", group.citation(), group.least(), group.most())
              .with("found", Parameter.count(mentees)));
    }
    MatchingPlan.TeamTerms team = plan.team();
    int mentors = terms.mentors().size();
    if (team != null
        && terms.arrangement() == Arrangement.TEAM
        && (mentors < team.least() || mentors > team.most())) {
      findings.add(
          sized("mentorship.team-size", "team", team.citation(), team.least(), team.most())
              .with("found", Parameter.count(mentors)));
    }
  }

  private static Finding sized(
      String code, String requirement, Citation citation, int least, int most) {
    return Workplace.refusal(code, requirement, citation)
        .with("least", Parameter.count(least))
        .with("most", Parameter.count(most));
  }

  private static boolean fits(Arrangement arrangement, int mentors, int mentees) {
    return switch (arrangement) {
      case INDIVIDUAL -> mentors == 1 && mentees == 1;
      case GROUP -> mentors == 1;
      case TEAM -> mentors > 1;
    };
  }
}
