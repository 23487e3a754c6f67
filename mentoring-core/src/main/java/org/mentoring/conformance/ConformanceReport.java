package org.mentoring.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.text.LocalizedText;

/**
 * How far a running programme meets a standard, benchmark by benchmark: for staff, because it names
 * the cases behind each figure. What may leave for a public page is a {@link
 * org.mentoring.publication.PublicConformance}. Immutable and thread-safe.
 *
 * @param standard name of the pack, as {@code eepm-4@1.0.0}
 * @param title of the pack
 * @param from mentorships that ended before this day are left out; null: none
 * @param asOf up to this day, inclusive
 * @param benchmarks in the order of the pack
 */
public record ConformanceReport(
    String standard,
    LocalizedText title,
    @Nullable LocalDate from,
    LocalDate asOf,
    List<BenchmarkResult> benchmarks) {
  /** Copies. */
  public ConformanceReport {
    benchmarks = List.copyOf(benchmarks);
  }

  /** What came of a benchmark, if the pack has it. */
  public Optional<BenchmarkResult> benchmark(String code) {
    return benchmarks.stream().filter(each -> each.code().equals(code)).findFirst();
  }
}
