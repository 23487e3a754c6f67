package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.Practice;

/**
 * What closing an open mentorship asks beside the programme's terms of completion: that no step was
 * skipped, that what the last steps rest on is there, that the consents hold, and that nobody is to
 * be kept from the other by an exclusion. The command and whoever asks before it hear the same, so
 * that nobody is told "complete" and then refused.
 */
final class ClosingGrounds {
  private final Workplace workplace;
  private final Practice practice;
  private final LocalDate on;
  private final Instant at;

  ClosingGrounds(Workplace workplace, Practice practice, LocalDate on, Instant at) {
    this.workplace = workplace;
    this.practice = practice;
    this.on = on;
    this.at = at;
  }

  /** What is missing, as refusals; nothing where the mentorship is over. */
  List<Finding> missing(Particulars mentorship) {
    List<Finding> findings = new ArrayList<>(withoutExclusions(mentorship));
    if (mentorship.stateOn(on).orElse(MentorshipState.ENDED).open()) {
      findings.addAll(excluded(mentorship));
    }
    return findings;
  }

  private List<Finding> withoutExclusions(Particulars mentorship) {
    MentorshipState state = mentorship.stateOn(on).orElse(MentorshipState.ENDED);
    if (!state.open()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(steps(mentorship, ahead(state)));
    List<Parties.Party> parties =
        Parties.then(workplace, practice, on, at)
            .read(
                asked(Position.MENTOR, mentorship.mentors()),
                asked(Position.MENTEE, mentorship.mentees()),
                findings);
    findings.addAll(Parties.unlessSomeRemain(parties, Parties::withoutConsent));
    return findings;
  }

  /**
   * Who asked to be kept from the other is told to have been with it to the end by no completion.
   * Other hard criteria tell who is brought together, and need not last to the end.
   */
  private List<Finding> excluded(Particulars mentorship) {
    SortedMap<PairKey, SortedSet<String>> apart =
        new KeptApart(workplace.mentoring(), practice, on, at)
            .of(mentorship.mentors(), mentorship.mentees());
    apart.values().forEach(criteria -> criteria.retainAll(Set.of(KeptApart.EXCLUSION)));
    apart.values().removeIf(Set::isEmpty);
    return KeptApart.refusals(apart);
  }

  /** Of a position that the practice does not know nothing is asked. */
  private SortedSet<ParticipantId> asked(Position position, SortedSet<ParticipantId> parties) {
    return practice.party(position).isPresent() ? parties : new TreeSet<>();
  }

  /**
   * The same for whoever only asks: what is missing can still come.
   *
   * @param exclusions whether they are asked; decisions did not at first
   */
  List<Finding> delaying(Particulars mentorship, boolean exclusions) {
    return (exclusions ? missing(mentorship) : withoutExclusions(mentorship))
        .stream()
            .map(
                finding ->
                    new Finding(
                        finding.code(),
                        finding.requirement(),
                        finding.citation(),
                        Effect.DELAYS,
                        finding.facts(),
                        finding.parameters()))
            .toList();
  }

  /** The stages whose steps the commands still to come take themselves. */
  private static Set<Stage> ahead(MentorshipState state) {
    return switch (state) {
      case PROPOSED, AGREED -> EnumSet.allOf(Stage.class);
      case ACTIVE, PAUSED -> EnumSet.of(Stage.SUMMING_UP, Stage.COMPLETION);
      default -> EnumSet.of(Stage.COMPLETION);
    };
  }

  private List<Finding> steps(Particulars mentorship, Set<Stage> ahead) {
    MentorshipTerms terms = practice.mentorship();
    if (terms == null) {
      return List.of();
    }
    List<StepTaken> taken =
        mentorship.steps().stream().filter(step -> !step.on().isAfter(on)).toList();
    List<Finding> findings =
        new ArrayList<>(MentorshipPath.missingAtClosure(terms.path(), taken, ahead));
    StepGrounds grounds = new StepGrounds(workplace.mentoring(), on, at);
    for (MentorshipStep step : terms.path()) {
      boolean last = step.stage() == Stage.SUMMING_UP || step.stage() == Stage.COMPLETION;
      if (last && taken.stream().noneMatch(each -> each.step().equals(step.id()))) {
        findings.addAll(
            grounds.missing(
                workplace,
                practice,
                mentorship.id(),
                mentorship.mentors(),
                mentorship.mentees(),
                step));
      }
    }
    return findings;
  }
}
