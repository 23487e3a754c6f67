package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.json.happening.Difference.Matter;

/** What a file says that comes of a happening, beside what came. */
final class Expected {
  private static final String VERDICT = "verdict";
  private static final String FINDINGS = "findings";
  private static final String COUNT = "count";

  private Expected() {}

  /** The fields of a verb that asks a question: its own and what the answer is to be. */
  static Field[] with(Field... own) {
    return Stream.concat(
            Arrays.stream(own),
            Stream.of(may(VERDICT, Verdict.class), may(FINDINGS, Field.Form.FINDINGS)))
        .toArray(Field[]::new);
  }

  /** The answer, and where its verdict and its findings are not those that the file tells. */
  static Answer of(Given given, Decision decision) {
    List<Difference> differences = new ArrayList<>();
    if (given.has(VERDICT) && given.constant(VERDICT, Verdict.class) != decision.verdict()) {
      differences.add(
          Difference.of(Matter.VERDICT, given.text(VERDICT), decision.verdict().name()));
    }
    differences.addAll(findings(given, decision.findings()));
    return new Answer.Judged(decision, differences);
  }

  /** Where findings are not those that the file tells, if it tells them. */
  static List<Difference> findings(Given given, Collection<Finding> found) {
    return given.has(FINDINGS) ? findings(given.texts(FINDINGS), codesOf(found)) : List.of();
  }

  /** Where findings are not as many as the file tells, if it tells how many. */
  static List<Difference> count(Given given, Collection<Finding> found) {
    Long count = given.find(COUNT, Long.class);
    return count == null || count == found.size()
        ? List.of()
        : List.of(Difference.of(Matter.COUNT, count.toString(), Integer.toString(found.size())));
  }

  /** How a refusal differs from what the file says. */
  static List<Difference> refused(Happening happening, Decision decision) {
    SortedSet<String> expected = happening.refusal();
    if (expected == null) {
      return List.of(Difference.of(Matter.OUTCOME, Difference.ACCEPTED, Difference.REFUSED));
    }
    return expected.isEmpty() ? List.of() : findings(expected, codesOf(decision.findings()));
  }

  /** How anything but a refusal differs from what the file says of the outcome. */
  static List<Difference> notRefused(Happening happening, String came) {
    SortedSet<String> expected = happening.refusal();
    if (expected == null) {
      return came.equals(Difference.ACCEPTED) || came.equals(Difference.ANSWERED)
          ? List.of()
          : List.of(Difference.of(Matter.OUTCOME, Difference.ACCEPTED, came));
    }
    List<Difference> differences = new ArrayList<>();
    differences.add(Difference.of(Matter.OUTCOME, Difference.REFUSED, came));
    differences.addAll(findings(expected, new TreeSet<>()));
    return differences;
  }

  private static List<Difference> findings(SortedSet<String> expected, SortedSet<String> came) {
    return expected.equals(came)
        ? List.of()
        : List.of(new Difference(Matter.FINDINGS, List.copyOf(expected), List.copyOf(came)));
  }

  private static SortedSet<String> codesOf(Collection<Finding> findings) {
    SortedSet<String> codes = new TreeSet<>();
    findings.forEach(finding -> codes.add(finding.code()));
    return codes;
  }
}
