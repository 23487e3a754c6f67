package org.mentoring.conformance;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.text.LocalizedText;

/**
 * How far one benchmark is met, with the cases behind the figure. Immutable and thread-safe.
 *
 * @param code that of the benchmark, or of the rule that is measured
 * @param title how people call it; null of a rule that no benchmark names
 * @param citation where it comes from
 * @param unjudged why no case is judged; null where cases are
 * @param cases by practice, mentorship and party; empty where there is nothing that the benchmark
 *     is about, or that began while it was in force
 */
public record BenchmarkResult(
    String code,
    @Nullable LocalizedText title,
    Citation citation,
    @Nullable Unjudged unjudged,
    List<BenchmarkCase> cases) {
  /** Copies. */
  public BenchmarkResult {
    cases = List.copyOf(cases);
  }

  /** How many cases stand so. */
  public int count(CaseState state) {
    return counts().getOrDefault(state, 0);
  }

  /** Cases by how they stand; together they are all cases. */
  public SortedMap<CaseState, Integer> counts() {
    SortedMap<CaseState, Integer> counts = new TreeMap<>();
    cases.forEach(each -> counts.merge(each.state(), 1, Integer::sum));
    return Collections.unmodifiableSortedMap(counts);
  }

  /** The cases whose time has come: of so many {@link CaseState#MET} tells how many. */
  public int due() {
    return cases.size() - count(CaseState.NOT_YET);
  }
}
