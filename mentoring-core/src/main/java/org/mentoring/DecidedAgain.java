package org.mentoring;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Question;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.participant.Position;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RequirementEvaluator;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/** Makes decisions under a definition and rules that need not be those of the programme. */
final class DecidedAgain {
  private final ProgrammeDefinition definition;
  private final Mentoring mentoring;

  /** All mentorships are judged by the definition: they need not be pinned to it. */
  DecidedAgain(
      ProgrammeDefinition definition,
      RulesProvider rules,
      List<RequirementEvaluator> evaluators,
      Stores stores,
      Clock clock) {
    this.definition = definition;
    Mentoring.Builder builder =
        Mentoring.of(definition).rules(rules).stores(stores).clock(clock).judgingAll();
    evaluators.forEach(builder::evaluator);
    this.mentoring = builder.build();
  }

  /** Whether a matter is one that decisions are made about here. */
  static boolean knows(Code matter) {
    return matter.equals(Eligibility.PARTICIPATION) || matter.equals(CompletionQueries.COMPLETION);
  }

  /** What the definition lacks to answer a question at all. */
  record Lacking(
      @org.jspecify.annotations.Nullable String practice,
      @org.jspecify.annotations.Nullable Position position) {}

  Optional<Lacking> lacking(Question question) {
    String practice = question.practice();
    Position position = question.position();
    if (practice == null) {
      return definition.centre() == null
          ? Optional.of(new Lacking(null, position))
          : Optional.empty();
    }
    Optional<Practice> found = definition.practice(practice);
    if (found.isEmpty()) {
      return Optional.of(new Lacking(practice, null));
    }
    return position == null || found.get().party(position).isPresent()
        ? Optional.empty()
        : Optional.of(new Lacking(practice, position));
  }

  /**
   * Answers the question of a decision.
   *
   * @param before asked no more than its kinds say
   */
  Decision decide(Decision before) {
    Question question = before.question();
    String practice = question.practice();
    Position position = question.position();
    if (question.matter().equals(CompletionQueries.COMPLETION)) {
      return mentoring
          .oversight()
          .completion(
              MentorshipId.of(question.participant().value()),
              question.asOf(),
              question.knownAt(),
              CompletionQueries.Scope.of(before.basis().kinds()));
    }
    if (practice == null || position == null) {
      return mentoring.decideCentre(question.participant(), question.asOf(), question.knownAt());
    }
    return mentoring.decide(
        question.participant(), practice, position, question.asOf(), question.knownAt());
  }
}
