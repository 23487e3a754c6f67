package org.mentoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoring.assignment.EveryAnswer.Figures;

class ExactEngineTest {
  static Assignment solve(AssignmentProblem problem) {
    return ExactEngine.solve(problem, StepListener.NONE);
  }

  @Test
  void every_answer_is_as_good_as_trying_all_and_is_proved() {
    RandomProblems problems = new RandomProblems(20_200_901);
    for (int n = 0; n < 60_000; n++) {
      AssignmentProblem problem = problems.any(5, 5);
      Assignment answer = solve(problem);
      assertThat(Figures.of(answer))
          .as("problem %d", n)
          .isEqualTo(EveryAnswer.best(problem, answer));
      assertThat(OptimalityChecker.check(problem, answer).faults()).as("problem %d", n).isEmpty();
    }
  }
}
