package org.mentoring.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mentoring.conformance.BenchmarkCase;
import org.mentoring.conformance.BenchmarkResult;
import org.mentoring.conformance.CaseState;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.LocalizedText;

/**
 * How far a programme meets a standard, for a public page (S2-17). It has no place for an id, a
 * finding or a day of a person. A figure is withheld where those who meet a benchmark, or those who
 * do not, are fewer than the smallest group that may be told; somebody with several cases is one,
 * and where a whole mentorship is a case, both its mentors and its mentees have to be that many.
 * Two reports of days near to each other tell what changed between them; that no type can prevent,
 * so publish them for whole months or longer.
 *
 * @param programme its title
 * @param standard the title of the standard
 * @param asOf up to this day, inclusive
 * @param benchmarks in the order of the standard, without those that no count of records tells
 */
public record PublicConformance(
    LocalizedText programme,
    LocalizedText standard,
    PublicDay asOf,
    List<PublicBenchmark> benchmarks) {
  /** Copies. */
  public PublicConformance {
    benchmarks = List.copyOf(benchmarks);
  }

  /** The public form of what staff read. */
  public static PublicConformance of(ProgrammeDefinition definition, ConformanceReport report) {
    int smallest = definition.privacy().smallestGroup();
    return new PublicConformance(
        definition.title(),
        report.title(),
        PublicDay.ofReport(report.asOf()),
        report.benchmarks().stream()
            .filter(each -> each.unjudged() == null)
            .map(each -> published(each, smallest))
            .toList());
  }

  private static PublicBenchmark published(BenchmarkResult result, int smallest) {
    int due = result.due();
    int met = result.count(CaseState.MET);
    boolean told =
        mayBeTold(result, CaseState.MET::equals, smallest)
            && mayBeTold(
                result, state -> state != CaseState.MET && state != CaseState.NOT_YET, smallest);
    LocalizedText title = result.title();
    return new PublicBenchmark(
        title == null ? new LocalizedText(result.code(), result.code()) : title,
        told,
        told ? met : 0,
        told ? due : 0);
  }

  /**
   * Whether the cases that stand so are none, about nobody, or about enough different ones. A case
   * that names no party is one of all mentors and mentees of its mentorship.
   */
  private static boolean mayBeTold(
      BenchmarkResult result, Predicate<CaseState> state, int smallest) {
    Set<ParticipantId> byMentor = new HashSet<>();
    Set<ParticipantId> byMentee = new HashSet<>();
    boolean aboutPeople = false;
    for (BenchmarkCase each : result.cases()) {
      // What a definition lays down is about nobody.
      if (state.test(each.state()) && each.mentorship() != null) {
        aboutPeople = true;
        ParticipantId participant = each.participant();
        byMentor.addAll(participant == null ? each.mentors() : Set.of(participant));
        byMentee.addAll(participant == null ? each.mentees() : Set.of(participant));
      }
    }
    return !aboutPeople || Math.min(byMentor.size(), byMentee.size()) >= smallest;
  }
}
