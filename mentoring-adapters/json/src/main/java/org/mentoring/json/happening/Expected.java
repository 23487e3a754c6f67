package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;

/** What a file says that a question is answered with. */
final class Expected {
  private static final String VERDICT = "verdict";
  private static final String FINDINGS = "findings";

  private Expected() {}

  /** The fields of a verb that asks a question: its own and what the answer is to be. */
  static Field[] with(Field... own) {
    return Stream.concat(
            Arrays.stream(own),
            Stream.of(may(VERDICT, Verdict.class), may(FINDINGS, Field.Form.FINDINGS)))
        .toArray(Field[]::new);
  }

  /** The answer, fitting if it has the verdict and the findings that the file tells. */
  static Answer of(Given given, Decision decision) {
    boolean verdict =
        !given.has(VERDICT) || given.constant(VERDICT, Verdict.class) == decision.verdict();
    return new Answer.Judged(
        decision,
        verdict && (!given.has(FINDINGS) || given.texts(FINDINGS).equals(codesOf(decision))));
  }

  static SortedSet<String> codesOf(Decision decision) {
    SortedSet<String> codes = new TreeSet<>();
    decision.findings().stream().map(Finding::code).forEach(codes::add);
    return codes;
  }
}
